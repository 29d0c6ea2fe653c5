# A patient's first page.
home-morning = सुप्रभात
home-day = नमस्ते
home-evening = शुभ संध्या
home-greeting = { $greeting }, { $name } जी
home-lead = { $count ->
    [0] आपके लिए कुछ नहीं रुका है। सब कुछ सील है।
    [one] { $count } बात आपके लिए रुकी है। बाकी सब सील है।
   *[other] { $count } बातें आपके लिए रुकी हैं। बाकी सब सील है।
}
home-add = रिकॉर्ड जोड़ें
home-needs = आपके लिए रुका है
home-awaited = देखा जा रहा है कि आपके लिए क्या रुका है।
home-nothing = आपके लिए कुछ नहीं रुका है।
home-nothing-note = अनुरोध, मुलाक़ातें और जाँचने के लिए पढ़े हुए काग़ज़ यहाँ दिखेंगे।
home-visit = { $when }: { $name }
home-visit-asks = आपको यह समय सुझाया गया है।
home-visit-agreed = इस मुलाक़ात पर आप सहमत हैं।
home-visit-answer = जवाब दें
home-visit-see = मुलाक़ात देखें
home-reading = { $title }: मशीन ने पढ़ा
home-reading-note = अभी किसी डॉक्टर ने हस्ताक्षर नहीं किए। जो पढ़ा गया उसे देख लें।
home-reading-check = देख लें
home-reading-later = अभी नहीं
home-news = { $count ->
    [one] { $count } नई सूचना
   *[other] { $count } नई सूचनाएँ
}
home-news-note = आपके पिछली बार देखने के बाद क्या हुआ।
home-news-read = पढ़ें
home-keys = चाबी किसके पास है
home-no-keys = आपके रिकॉर्ड की चाबी किसी के पास नहीं है।
home-manage-keys = चाबियाँ देखें
home-latest = नए रिकॉर्ड
latest-by-me = { $day } · आपने जोड़ा
latest-by = { $day } · { $name }
latest-machine = मशीन ने पढ़ा
latest-signed = हस्ताक्षर: { $name }
latest-all = सभी { $count }
latest-none = आपके पास अभी कोई रिकॉर्ड नहीं है।
latest-none-note = कोई रिपोर्ट, तस्वीर या काग़ज़ जोड़ें; वह यहाँ से जाने से पहले इसी उपकरण पर सील होता है।
own-name-title = हम आपको किस नाम से बुलाएँ?
own-name-note = आपका नाम आपकी तिजोरी में रहता है। वह आपके आपात कार्ड पर छपता है।
own-name-field = आपका नाम
own-name-say = नाम बताएँ
own-name-keep = सहेजें
