## The day
today-lead = { $weekday }, { $day }
today-visits = आज की मुलाक़ातें
today-all-visits = सभी मुलाक़ातें
today-no-visits = आज कोई मुलाक़ात नहीं
today-next = उसके बाद अगली
today-findings = हस्ताक्षर बाकी
today-all-findings = सभी निष्कर्ष
today-answers = आपके अनुरोधों के जवाब
today-no-answers = पिछले दो हफ़्तों में कोई जवाब नहीं
awaited-answers = जवाब लाए जा रहे हैं
answer-yes = चाबी दी
answer-no = मना किया
answer-withdrawn = वापस ले लिया
answer-when = { $when }

## Patients, and asking for keys
patients-lead = आपको चाबी किसने दी, कब तक और क्यों।
patients-keys = आपके पास की चाबियाँ
patients-search = नाम से खोजें
patients-not-found = इस नाम के किसी ने आपको चाबी नहीं दी।
patients-none = आपके पास कोई चाबी नहीं है
patients-none-note = मरीज़ से चाबी माँगें। वे देखते हैं कि कौन, किसलिए और कितने समय के लिए माँग रहा है, और फ़ैसला करते हैं।
patients-key-note = { $purpose } · { $scope }
awaited-keys = आपके पास की चाबियाँ लाई जा रही हैं
waits-title = माँगी हुई, जवाब बाकी
waits-for = { $name } के जवाब की प्रतीक्षा, { $since } माँगी
waits-note = { $purpose } · { $scope } · { $day } तक
waits-remind = याद दिलाएँ
waits-reminded = मरीज़ को एक बार फिर बताया जाता है।
waits-remind-later = माँगने के एक दिन बाद आप याद दिला सकते हैं।
waits-take-back = वापस लें

ask-key-lead = मरीज़ देखते हैं कि कौन, किसलिए और कब तक माँग रहा है। उनकी हाँ से पहले कुछ नहीं खुलता।
ask-key-whom = किससे
ask-key-known = आपकी मुलाक़ातों के मरीज़
ask-key-choose = चुनें
ask-key-account = मरीज़ का खाता
ask-key-scan = उनका कोड स्कैन करें
ask-key-health-id = स्वास्थ्य आईडी से
ask-key-health-id-note = नंबर इस पन्ने से कभी बाहर नहीं जाता: उसे बिना दिखाए खोजा जाता है, और यह खोज मरीज़ के लिए लिखी जाती है।
ask-key-nobody-note = देश और नंबर जाँचें, या मरीज़ से उनका खाता पूछें।
ask-key-what = क्या, क्यों, कब तक
ask-key-say = मरीज़ क्या पढ़ेंगे
ask-key-by = कौन माँगता है
ask-key-often = कितनी बार
ask-key-also = साथ में
ask-key-note = जितना चाहिए उतना ही माँगें: लोग थोड़े के लिए जल्दी हाँ कहते हैं।
ask-key-do = माँगें
wish-purpose = किसलिए
wish-which = कौन से रिकॉर्ड
wish-everything = सभी
wish-kinds = कुछ प्रकार
wish-by-reader = जो आपने लिखे
wish-no-kind = कम से कम एक प्रकार चुनें।
wish-how-long = कितने समय के लिए
wish-how-often = कितनी बार खोलना
wish-uncounted = गिनती नहीं
wish-write = रिकॉर्ड जोड़ने की अनुमति भी

## A chart
chart-awaited = इस मरीज़ के बारे में जो पता है वह लाया जा रहा है
chart-summary = सार
chart-no-key = इस चार्ट की चाबी आपके पास नहीं है
chart-no-key-note = मरीज़ से चाबी माँगें। आपने जो लिखा और जो दवा लिखी, वह उनके पास रहता है।
chart-next-visit = अगली मुलाक़ात
chart-records = { $count ->
    [0] आपकी चाबी से खुलने वाला कोई नहीं
    [one] { $count } रिकॉर्ड
   *[other] { $count } रिकॉर्ड
}
chart-kind-count = { $kind } { $count }
chart-newest = सबसे नया
chart-prescriptions = { $count ->
    [one] आपकी { $count } पर्ची की दवा दी जा सकती है
   *[other] आपकी { $count } पर्चियों की दवा दी जा सकती है
}
chart-writing = जोड़ना
chart-may-write = आप रिकॉर्ड जोड़ सकते हैं
chart-may-not-write = इस चाबी से नहीं
chart-findings = निष्कर्ष
chart-no-findings = आपकी चाबी से जो खुलता है, उसमें कोई निष्कर्ष नहीं
chart-waiting = { $count ->
    [one] { $count } को डॉक्टर की प्रतीक्षा है
   *[other] { $count } को डॉक्टर की प्रतीक्षा है
}
chart-no-records = आपकी चाबी से खुलने वाला कोई रिकॉर्ड नहीं
chart-no-records-note = और भी हो सकते हैं, जिन्हें मरीज़ अपने तक रखते हैं।
chart-filter = प्रकार
chart-all = सभी { $count } दिखाएँ
chart-by-patient = मरीज़ ने जोड़ा
chart-record-note = { $kind } · { $day } · { $by }
chart-record-untitled = { $day } · { $by }
chart-version = संस्करण { $number }
chart-found = { $count ->
    [one] { $count } निष्कर्ष
   *[other] { $count } निष्कर्ष
}
chart-lists-title = एलर्जी, बीमारियाँ, दवाएँ और नतीजे
chart-lists-offer = { $count ->
    [one] { $count } रिकॉर्ड में ये लिखे हो सकते हैं। उसे पढ़ें, तो वे यहाँ दिखेंगे।
   *[other] { $count } रिकॉर्डों में ये लिखे हो सकते हैं। उन्हें पढ़ें, तो वे यहाँ दिखेंगे।
}
chart-lists-nowhere = आपकी चाबी से खुलने वाले किसी रिकॉर्ड से ये नहीं पढ़े जा सकते। यह इस बात का प्रमाण नहीं कि ऐसा कुछ नहीं है। मरीज़ से पूछें।
chart-lists-none = खोले गए रिकॉर्डों में ऐसा कुछ नहीं लिखा। यह इस बात का प्रमाण नहीं कि ऐसा कुछ नहीं है।
chart-lists-unopened = { $count ->
    [one] आपकी चाबी से खुलने वाला { $count } रिकॉर्ड नहीं खोला गया। उसमें जो लिखा है, वह यहाँ नहीं है।
   *[other] आपकी चाबी से खुलने वाले { $count } रिकॉर्ड नहीं खोले गए। उनमें जो लिखा है, वह यहाँ नहीं है।
}
chart-lists-foreign = कुछ दवाएँ दूसरों के लिखे पर्चों में हैं। वे पर्चे समाप्त हो चुके हैं या नहीं, यह यहाँ पता नहीं चलता।
chart-lists-note = यहाँ वही दिखता है जो खोले गए रिकॉर्डों की सूचियों में है। सादे शब्दों में लिखा हुआ और तस्वीरें यहाँ नहीं पढ़ी जातीं, और हो सकता है कि मरीज़ ने कुछ रिकॉर्ड अपने पास रखे हों। मरीज़ से भी पूछें।
chart-trends-title = समय के साथ नतीजे
chart-trends-logged = मरीज़ देखते हैं कि आपने इन्हें खोला।
chart-trends-counted = आपकी चाबी में खोलना गिना जाता है: हर रिकॉर्ड पर एक बार ख़र्च होता है।
chart-trends-read = रिकॉर्ड पढ़ें
chart-trends-reading = { $count } में से { $done } पढ़े गए
chart-trends-awaited = रिकॉर्ड खोले जा रहे हैं
chart-trends-shut = { $count ->
    [one] { $count } रिकॉर्ड नहीं खुला। उसमें जो लिखा है, वह यहाँ नहीं है।
   *[other] { $count } रिकॉर्ड नहीं खुले। उनमें जो लिखा है, वह यहाँ नहीं है।
}
chart-trends-none = रेखा बनाने के लिए कोई मान नहीं
chart-trends-none-note = ये रिपोर्ट तस्वीरें या दस्तावेज़ हैं। इन्हें एक-एक करके खोलें।

## Adding to a chart
write-lead = { $name } के लिए, जिन्हें तुरंत बताया जाता है।
write-until = { $name } ने आपको { $day } तक रिकॉर्ड जोड़ने की अनुमति दी है।
write-may-not = अभी आप { $name } के चार्ट में कुछ नहीं जोड़ सकते। इसके लिए तय मुलाक़ात चाहिए, या ऐसी चाबी जिसमें यह अनुमति हो।
write-sealed = यह यहीं सील होता है, मरीज़ के लिए और जिनके पास चाबी है उनके लिए। और कोई इसे नहीं पढ़ सकता।
write-add = सील करें और जोड़ें
note-title = शीर्षक
note-title-first = { $day } का नोट
note-text = आपका नोट
note-added = नोट चार्ट में जुड़ गया।
report-kind = यह क्या है
report-title = शीर्षक
report-day = रिपोर्ट की तारीख़
report-day-help = काग़ज़ पर लिखी तारीख़, आज की नहीं।
report-note = पढ़ने वाले के लिए एक नोट
report-added = रिपोर्ट चार्ट में जुड़ गई।
file-drop = फ़ाइल यहाँ छोड़ें, या चुनें
file-kinds = PDF, तस्वीरें, DICOM, तालिकाएँ, पाठ, FHIR
file-looking = फ़ाइल देखी जा रही है
file-fit = जाँच ली गई
file-pages = { $count ->
    [one] { $count } पन्ना
   *[other] { $count } पन्ने
}

## Signing off
awaited-findings = निष्कर्ष लाए जा रहे हैं
awaited-finding = निष्कर्ष खोला जा रहा है
findings-none = आपके हस्ताक्षर की प्रतीक्षा में कुछ नहीं
finding-of = { $name }: { $kind }
finding-written = { $day } जोड़ा गया
finding-signed-by = हस्ताक्षर: { $name }
sign-off-lead = जिन चार्ट की चाबी आपके पास है, उनमें मशीनों ने क्या पाया।
sign-off-waiting = डॉक्टर की प्रतीक्षा में
sign-off-note = मशीन की बात केवल एक सुझाव है। जब डॉक्टर उसके नीचे अपना नाम लिखते हैं, तभी वह मानी जाती है।
sign-off-none-note = जब मरीज़ कोई रिकॉर्ड पढ़वाते हैं और उसकी चाबी आपके पास होती है, तब निष्कर्ष यहाँ दिखते हैं।
sign-off-signed = हस्ताक्षर हुए
sign-lead-of = { $name } · { $day } जोड़ा गया
sign-off-waits = मशीन ने पढ़ा, आपकी प्रतीक्षा है
sign-off-is-signed = हस्ताक्षर हुए
sign-off-original = मूल काग़ज़
sign-off-heat-note = मशीन ने कहाँ देखा। वहाँ क्या है, यह इससे पता नहीं चलता।
sign-off-machine = मशीन क्या कहती है
sign-off-no-words = इसकी बात ऐसे रूप में है जिसे यह ऐप नहीं जानता। रिकॉर्ड सहेजें और कहीं और देखें।
sign-off-of-hundred = मशीन को जो 100 तस्वीरें ऐसी लगीं, उनमें से { $count } में निकला: { $what } ({ $low } से { $high })।
sign-off-of-hundred-only = मशीन को जो 100 तस्वीरें ऐसी लगीं, उनमें से { $count } में निकला: { $what }। यह संख्या कितनी पक्की है, यह वह नहीं बताती।
sign-off-readers = किसने पढ़ा
sign-off-values = { $count ->
    [one] { $count } मान, मूल काग़ज़ के साथ
   *[other] { $count } मान, मूल काग़ज़ के साथ
}
sign-off-unsure = { $count ->
    [one] { $count } मान पक्का नहीं है। हस्ताक्षर से पहले उसे देख लें।
   *[other] { $count } मान पक्के नहीं हैं। हस्ताक्षर से पहले उन्हें देख लें।
}
sign-off-model = मशीन के बारे में
sign-off-model-bare = बनाने वाले नहीं बताते कि यह कहाँ ठीक चलती है और कहाँ नहीं।
sign-off-word = आपकी राय
sign-off-words = आपके शब्दों में
sign-off-no-writing = अपने शब्द जोड़ने के लिए ऐसी चाबी चाहिए जो रिकॉर्ड जोड़ने दे।
sign-off-one-signature = आपका वॉलेट एक बार पूछेगा।
sign-off-two-signatures = आपके शब्द चार्ट में नोट बन जाएँगे। आपका वॉलेट दो बार पूछेगा: नोट के लिए, और निष्कर्ष के नीचे आपके नाम के लिए।
sign-off-agree = सहमत हूँ, हस्ताक्षर करें
sign-off-amend = सुधार के साथ हस्ताक्षर करें
sign-off-disagree = असहमत हूँ
sign-off-final = आपका नाम और जवाब चेन पर सबके सामने रहते हैं। क्या पाया गया, वह नहीं।
sign-off-done = निष्कर्ष के नीचे आपका नाम है।
sign-off-note-title = एक निष्कर्ष पर, { $day }
sign-off-names = हस्ताक्षर
sign-off-mine = आपने { $day } को हस्ताक्षर किए: { $verdict }।
sign-off-full = तीन डॉक्टर हस्ताक्षर कर चुके हैं; चौथे के लिए जगह नहीं है।
sign-off-take-back = मेरा नाम हटाएँ
sign-off-take-back-title = अपना नाम हटाएँ?
sign-off-take-back-note = निष्कर्ष फिर से डॉक्टर की प्रतीक्षा में रहेगा। आपने हस्ताक्षर किए थे, यह चेन पर दिखता रहेगा।
sign-off-opinion = दूसरी राय माँगें
sign-off-before = इससे पहले का
sign-off-before-note = { $day } · { $name }

## A second opinion
opinion-lead = दूसरे डॉक्टर एक रिकॉर्ड देखते हैं। चाबी केवल मरीज़ देते हैं।
opinion-awaited = चेन से इस रिकॉर्ड के बारे में पूछा जा रहा है
opinion-record = { $name } · { $day } जोड़ा गया
opinion-open = इसे खोलें
opinion-colleague = साथी डॉक्टर से पूछें
opinion-step-find = निर्देशिका में साथी डॉक्टर खोजें।
opinion-step-send = उन्हें लिंक भेजें, या स्कैन करने दें।
opinion-step-patient = वे मरीज़ से केवल इस एक रिकॉर्ड की चाबी माँगते हैं, और मरीज़ फ़ैसला करते हैं।
opinion-find = साथी डॉक्टर खोजें
opinion-nothing-given = लिंक अपने आप कुछ नहीं खोलता। आप अपनी चाबी किसी और को नहीं दे सकते।
opinion-link = साथी डॉक्टर के लिए लिंक
opinion-copy = लिंक कॉपी करें
opinion-ask = मरीज़ से चाबी माँगें
opinion-to-requests = मेरे अनुरोधों पर जाएँ
called-title = आप इस मरीज़ को किस नाम से बुलाते हैं?
called-note = Chartkey किसी का नाम नहीं बताता। आप जो लिखते हैं वह आपकी अपनी तिजोरी में रहता है, ताकि आप उन्हें फिर पा सकें।
called-field = नाम
called-say = नाम दें
called-other = नाम बदलें
