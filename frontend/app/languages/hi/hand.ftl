## At the door
door-arriving = Chartkey और उसकी चेन से जुड़ रहे हैं।
door-away = अभी Chartkey तक नहीं पहुँचा जा सकता।
door-away-next = कुछ खोया नहीं है। अपना इंटरनेट देखें और फिर कोशिश करें; यह पन्ना अपने आप लौट आता है।
door-elsewhere = यह वह Chartkey नहीं है जिसे यह उपकरण जानता है।
door-elsewhere-note = न किसी चीज़ पर हस्ताक्षर हुए, न कुछ खोला गया। इस पन्ने का पता ध्यान से देखें। अगर Chartkey का पता सच में बदला है, तो उसे चलाने वालों ने बताया होगा।
door-believe = पता सच में बदल गया है
door-believe-note = अब से इस पते पर जो भी जवाब दे, यह उपकरण उस पर भरोसा करेगा। ऐसा तभी करें जब किसी भरोसेमंद व्यक्ति ने बताया हो कि Chartkey नए सिरे से शुरू हुआ है।
door-believe-yes = फिर से भरोसा करें
door-newcomer = यहाँ आपकी अभी कोई तिजोरी नहीं है।
door-newcomer-note = तिजोरी में आपके रिकॉर्ड की चाबियाँ रहती हैं। उसे केवल आप खोल सकते हैं।
door-join = मेरी तिजोरी बनाएँ
door-apply = मेरा काम स्वास्थ्य सेवा में है
session-ended = आपका सत्र समाप्त हो गया है; तिजोरी अब भी खुली है। आगे बढ़ने के लिए फिर साइन इन करें।
session-renew = फिर साइन इन करें
lock-soon = आपकी तिजोरी { $seconds ->
    [one] { $seconds } सेकंड
   *[other] { $seconds } सेकंड
} में बंद हो जाएगी।
lock-stay = मैं यहीं हूँ

## Wallet and account
wallet-choose = अपना वॉलेट चुनें
wallet-choose-note = वॉलेट ही आपके हस्ताक्षर हैं। वह हर बार आपसे पूछता है, और उसकी चाबियाँ कभी यहाँ नहीं आतीं।
wallet-here = इस ब्राउज़र में
wallet-open = { $name } खोलें
wallet-other = दूसरा वॉलेट
wallet-development = असली वॉलेट नहीं
wallet-development-note = ऐसे लोग जिनकी चाबियाँ सब जानते हैं, देखने-समझने के लिए
wallet-development-warning = ये चाबियाँ सब जानते हैं। यहाँ कुछ भी असली न रखें।
wallet-gone = { $name } अब इस पन्ने में नहीं है। पन्ना फिर से लोड करें, या दूसरा वॉलेट चुनें।
wallet-refused = { $name } को खाते दिखाने से मना किया गया। उसे फिर खोलकर हाँ कहें, या उसकी सेटिंग में इस पन्ने को अनुमति दें।
wallet-locked = { $name } पर ताला है। ताला खोलें, फिर उसे यहाँ से खोलें।
wallet-no-accounts = { $name } ने कोई खाता नहीं दिखाया। उसमें खाता बनाएँ, या कोई खाता इस पन्ने को दिखाने दें।
wallet-not-here = { $name } केवल विकास के लिए बनी चेन पर काम करता है।
wallet-failed = { $name } नहीं खुल सका।
account-title = अपना खाता चुनें
account-note = { $wallet } आपसे साइन इन करने को कहेगा। इससे न पैसा जाता है, न किसी को चाबी मिलती है।
account-choose = { $name } के नाम से साइन इन करें
account-last = पिछली बार
sent-left = आप साइन आउट हो गए हैं।
sent-left-elsewhere = आपने दूसरे टैब में साइन आउट किया।
sent-account-gone = आपका वॉलेट अब यह खाता नहीं दिखाता, इसलिए आप साइन आउट हो गए।
no-wallet = इस ब्राउज़र में कोई वॉलेट नहीं है।
no-wallet-note = वॉलेट एक छोटा प्रोग्राम है जो आपकी ओर से हस्ताक्षर करता है। इनमें से कोई भी चलेगा; दो मिनट लगते हैं।
no-wallet-watching = वॉलेट आते ही यह पन्ना अपने आप पहचान लेता है।
no-wallet-where = कहाँ मिलेगा
no-wallet-careful = पता ख़ुद लिखें। वॉलेट को वेब पन्ने पर आपके गुप्त शब्दों की कभी ज़रूरत नहीं होती, और Chartkey को भी नहीं।

## Passphrase
passphrase = पासफ़्रेज़
passphrase-new = नया पासफ़्रेज़
passphrase-again = वही फिर से
passphrase-help = कम से कम { $count } अक्षर। छह ऐसे शब्द चुनें जो साथ नहीं आते: याद रखने में आसान, बूझने में कठिन।
passphrase-differs = दोनों अलग हैं।
passphrase-show = दिखाएँ
passphrase-suggest = एक सुझाएँ
passphrase-suggested = आगे बढ़ने से पहले ये शब्द काग़ज़ पर लिख लें, और नीचे एक बार फिर भरें।
passphrase-nobody = नया आपको कोई नहीं दे सकता: न आपके डॉक्टर, न Chartkey।
passphrase-too-short = अभी बहुत छोटा है
passphrase-weak = कमज़ोर: जिसके पास सील फ़ाइल हो, वह बूझ लेगा
passphrase-fair = अच्छा: बरसों टिकेगा
passphrase-strong = मज़बूत: ज़रूरत से भी ज़्यादा टिकेगा
passphrase-set = पासफ़्रेज़ तय करें
passphrase-changed = पासफ़्रेज़ बदल गया।

## Joining
join-lead = एक वॉलेट, एक पासफ़्रेज़ और एक काग़ज़। फिर तिजोरी आपकी है।
join-title = अपनी तिजोरी बनाएँ
join-note = पासफ़्रेज़ हर उपकरण पर आपकी तिजोरी खोलता है। वह इस उपकरण से कभी बाहर नहीं जाता।
join = मेरी तिजोरी बनाएँ
join-under-way = आपकी चाबियाँ बन रही हैं, तिजोरी सील हो रही है और आपका नाम दर्ज हो रहा है। लगभग एक मिनट लगता है।

## Opening
unlock-title = अपनी तिजोरी खोलें
unlock-note = आप { $name } के नाम से साइन इन हैं।
unlock = खोलें
unlock-passkey = मेरी पासकी से खोलें
unlock-recover = मुझसे नहीं खुल रही
sign-out = साइन आउट करें

## Recovery code
code-title = Chartkey रिकवरी कोड
code-of = { $domain } के लिए, { $day } को छपा
code-once = ये शब्द एक ही बार दिखते हैं। जिसके पास ये और आपका वॉलेट हो, वह आपकी तिजोरी खोल लेता है।
code-how = इस्तेमाल ऐसे करें: वॉलेट से साइन इन करें, “मुझसे नहीं खुल रही” चुनें, फिर “छपा हुआ कोड”। यह काग़ज़ वहीं रखें जहाँ पासपोर्ट रखते हैं।
code-print = छापें
code-kept = ये शब्द मेरे पास काग़ज़ पर, सुरक्षित जगह में हैं।
code-done = आगे बढ़ें
code-note = 24 शब्द, जो पासफ़्रेज़ खो जाने पर तिजोरी खोलते हैं। पुराना कोड तब तक चलता है जब तक आप उसका रास्ता हटा न दें।
code-make = कोड बनाएँ

## Ways back
recover-lead = वापस आने के तीन रास्ते। हर एक में आपका वॉलेट भी चाहिए।
recover-by = आपके पास क्या है?
recover-code = छपा हुआ कोड
recover-guardians = दो अभिभावक
recover-device = दूसरा उपकरण
recover-code-words = 24 शब्द
recover-code-count = 24 में से { $count } शब्द
recover-open = मेरी तिजोरी खोलें
recover-guardians-note = अनुरोध अपने दो अभिभावकों को भेजें, फिर फ़ोन करके ये छह शब्द पढ़कर सुनाएँ। हर एक आपको एक हिस्सा लौटाएगा।
recover-plea-make = अनुरोध बनाएँ
recover-plea-copy = अनुरोध कॉपी करें
recover-plea-save = अनुरोध सहेजें
recover-part-one = पहले अभिभावक का हिस्सा
recover-part-other = दूसरे अभिभावक का हिस्सा
recover-device-note = जो उपकरण अब भी आपकी तिजोरी खोलता है, उस पर “तिजोरी और उपकरण” में “उपकरण को आने दें” चुनें, और यह वहाँ ले जाएँ।
recover-device-open = उसने मुझे आने दिया
recover-opened = आपकी तिजोरी खुल गई है। नया पासफ़्रेज़ तय करें, क्योंकि पुराना खो गया है।
recover-keep = पुराना ही रखें

## Devices and guardians
device-words = ये छह शब्द मिलाएँ
device-carry = यह पाठ दूसरे उपकरण पर ले जाएँ: स्कैन करें, कॉपी करें या फ़ाइल में सहेजें।
device-copy = पाठ कॉपी करें
device-save = फ़ाइल में सहेजें
device-qr = पाठ QR कोड के रूप में
device-file = फ़ाइल से लें
device-ten-minutes = यह दस मिनट चलता है, जब तक यह पन्ना खुला है।
let-in = आने दें
let-in-note = नया उपकरण एक पाठ और छह शब्द दिखाता है। पाठ किसी भी तरह आ सकता है; शब्द आप ख़ुद उसकी स्क्रीन से पढ़ें।
let-in-text = नए उपकरण का पाठ
let-in-words = छह शब्द
let-in-words-help = दूसरी स्क्रीन से पढ़ें, या किसी पहचानी हुई आवाज़ से सुनें।
let-in-name = इसका नाम, जैसे “टैबलेट”
let-in-done = अब वह अंदर आ सकता है। आगे का काम वहीं करें।
guardians-note = इनमें से कोई भी दो मिलकर आपकी तिजोरी खोल सकते हैं, पर केवल आपके वॉलेट के साथ। ऐसे लोग चुनें जो एक-दूसरे पर निर्भर न हों।
guardian-nth = अभिभावक { $nth }: उनका खाता
guardians-set = इन तीनों को नियुक्त करें
guardians-done = उनके हिस्से अब उनके पास हैं। उन्हें बताएँ।
help-voice = उन्हें फ़ोन करें। पहचानी हुई आवाज़ से ही पता चलता है कि सच में वही माँग रहे हैं।
help-whose = उनका खाता
help-plea = उनका अनुरोध
help-give = मेरा हिस्सा बनाएँ
help-part = इसे वापस भेजें। यह केवल उनके नए उपकरण पर काम आता है।
help-part-copy = मेरा हिस्सा कॉपी करें
help-part-save = मेरा हिस्सा सहेजें

## The vault's page
vault-lead = इसे क्या खोलता है, और यह कब बंद होती है।
vault-doors = आने के रास्ते
vault-doors-note = इनमें से हर एक, वॉलेट के साथ, आपकी तिजोरी खोलता है।
door-passphrase = पासफ़्रेज़
door-passkey = पासकी
door-code = छपा हुआ कोड
door-guardians = तीन में से दो अभिभावक
door-device = दूसरा उपकरण
door-remove = हटाएँ
door-remove-note = अगली बार तिजोरी सहेजे जाने के बाद इससे तिजोरी नहीं खुलेगी। बाकी रास्ते बने रहेंगे।
vault-ways = जोड़ें या बदलें
vault-new-passphrase = नया पासफ़्रेज़
vault-add-passkey = पासकी जोड़ें
vault-print-code = रिकवरी कोड छापें
vault-let-in = उपकरण को आने दें
vault-guardians = अभिभावक बनाएँ
passkey-added = आपकी पासकी अब तिजोरी खोलती है।
passkey-unsupported = इस ब्राउज़र में पासकी नहीं चलती।
passkey-no-secret = इस पासकी से तिजोरी नहीं खुल सकती। दूसरी से शायद खुले: फ़ोन की अपनी, या नई सुरक्षा-कुंजी।
passkey-refused = पासकी ने जवाब नहीं दिया। फिर कोशिश करें, या पासफ़्रेज़ से खोलें।
lock-title = बंद होना
lock-after = इतने समय बाद अपने आप बंद हो
lock-minutes = { $count ->
    [one] { $count } मिनट
   *[other] { $count } मिनट
}
lock-now = अभी बंद करें
vault-rest = जिसकी कभी-कभार ही ज़रूरत पड़ती है
vault-rotate-note = नई चाबियाँ, जब शायद किसी ने यह उपकरण देख लिया हो।
vault-rotate = नई चाबियाँ
vault-rotate-more = अब से आपके लिए जो सील होगा, वह नई चाबियों से खुलेगा। जो आपके पास है, वह पहले की तरह पढ़ा जा सकेगा।
vault-rotated = आपको नई चाबियाँ मिल गईं।
vault-help-note = आप जिनके अभिभावक हैं, वे अंदर नहीं आ पा रहे।
vault-help = किसी की मदद करें
