# A professional applies.
apply-lead = चार क़दम। परिषद की सहमति से पहले कोई मरीज़ से चाबी नहीं माँग सकता।
apply-step-entry = आपकी प्रविष्टि
apply-step-code = काग़ज़ पर कोड
apply-step-licence = लाइसेंस
apply-step-council = परिषद
apply-entry = मरीज़ क्या पढ़ेंगे
apply-entry-note = मंज़ूरी मिलने पर यह सबको दिखेगा। आप इसे बाद में बदल सकते हैं।
apply-send = आवेदन करें
apply-approved = आपको मंज़ूरी मिल गई है।
apply-approved-note = मरीज़ आपको निर्देशिका में पाते हैं, और आप उनसे चाबी माँग सकते हैं।
apply-begin = शुरू करें
apply-suspended = परिषद ने आपको निलंबित किया है। बहाल होने तक आपके लिए कुछ नहीं खुलेगा।
apply-suspended-whom = किससे पूछें
apply-suspended-whom-note = इनमें से कोई भी प्रशासक आपकी बहाली के लिए मत दे सकता है। किसने दिया है, यह यहाँ दिखता है।
apply-rejected = परिषद ने आपका आवेदन नामंज़ूर किया।
apply-rejected-why = क्यों: { $reason }।
apply-again = एक बार और आवेदन करें
apply-again-send = फिर आवेदन करें
apply-other = यह खाता दर्ज है। भूमिका: { $role }।
apply-other-note = एक खाते की एक ही भूमिका होती है, ताकि कोई दो कुर्सियों पर न बैठे। अपने वॉलेट के दूसरे खाते से आवेदन करें।
apply-other-home = मेरे पन्नों पर जाएँ

form-role = आप क्या हैं?
form-certificate = प्रमाणपत्र
form-certificate-choose = अपना प्रमाणपत्र चुनें
form-certificate-kinds = तस्वीर, या छोटा PDF
form-certificate-public = यह आपकी प्रविष्टि के साथ प्रकाशित होता है, ताकि हर प्रशासक वही फ़ाइल देखे। जो किसी को जानना ज़रूरी नहीं, उसे ढक दें। परिषद के फ़ैसले के बाद, अगली बार प्रविष्टि बदलने पर यह हट जाएगा।
form-certificate-busy = फ़ाइल पढ़ी जा रही है।
form-certificate-remove = हटाएँ
form-certificate-unfit = यह फ़ाइल नहीं ली जा सकती। तस्वीर या PDF चुनें।
form-certificate-large = यह फ़ाइल बहुत बड़ी है। इसकी तस्वीर लें; तस्वीर अपने आप छोटी हो जाती है।

licence-title = आपका लाइसेंस
licence-note = लाइसेंस सेवा नंबर को लाइसेंस की सूची में खोजती है, और वहाँ लिखे फ़ोन पर कोड भेजती है।
licence-number = लाइसेंस नंबर
licence-number-help = जैसा आपके लाइसेंस पर लिखा है; 3 से 32 अक्षर-अंक।
licence-send = मुझे कोड भेजें
licence-work = यह उपकरण थोड़ा काम कर रहा है
licence-percent = { $share } %
licence-work-note = टेढ़े अक्षरों वाली तस्वीर पढ़ने की जगह। कुछ सेकंड लगते हैं, और रोबोट को भी उतना ही समय लगता है।
licence-never-told = कोई नंबर सूची में है या नहीं, यह कभी नहीं बताया जाता। कोड न आए तो नंबर मिला लें, और लाइसेंस देने वाले दफ़्तर से पूछें कि उनके पास कौन सा फ़ोन लिखा है।
licence-code-title = कोड
licence-code-sent = यदि यह नंबर सूची में है, तो कोड { $phone } पर आ रहा है।
licence-code-minutes = { $minutes ->
    [0] अब मान्य नहीं
    [one] { $minutes } मिनट तक मान्य
   *[other] { $minutes } मिनट तक मान्य
}
licence-code-tries = { $count ->
    [0] कोई कोशिश बाकी नहीं
    [one] { $count } कोशिश बाकी
   *[other] { $count } कोशिशें बाकी
}
licence-code = छह अंक
licence-code-wrong = कोड या नंबर ग़लत है।
licence-code-over = यह कोड अब काम नहीं करेगा। दूसरा मँगाएँ।
licence-code-again = दूसरा कोड
licence-code-hand-in = कोड दें
licence-code-wait = लाइसेंस चेन पर दर्ज हो रहा है। कुछ सेकंड लगते हैं।

council-title = अब परिषद की बारी
council-licence-note = यह चेन पर दर्ज है।
council-waiting = आपने { $when } आवेदन किया
council-waiting-note = प्रशासकों को बता दिया गया है। कौन सहमत हुआ, यह पन्ना अपने आप दिखाता है; आप इसे बंद कर सकते हैं।
council-awaited = मत चेन से पढ़े जा रहे हैं।
council-certificate = प्रमाणपत्र जोड़ें या बदलें
council-agreed = सहमत
council-not-yet = अभी नहीं
council-count = { $quorum } में से { $count } सहमत हैं।
