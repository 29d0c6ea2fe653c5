## The list
records-lead = जो आप जोड़ते हैं, और जो डॉक्टर आपके लिए जोड़ते हैं।
records-count = { $count ->
    [one] { $count } रिकॉर्ड, सील। इसका नाम केवल यही उपकरण पढ़ सकता है, जब तक तिजोरी खुली है।
   *[other] { $count } रिकॉर्ड, सील। इनके नाम केवल यही उपकरण पढ़ सकता है, जब तक तिजोरी खुली है।
}
records-add = रिकॉर्ड जोड़ें
records-search = अपने रिकॉर्ड में खोजें
records-kinds = रिकॉर्ड के प्रकार
records-awaited = आपके रिकॉर्ड लाकर चेन से मिलाए जा रहे हैं।
records-none = अभी कोई रिकॉर्ड नहीं
records-none-note = किसी काग़ज़ की फ़ोटो लें, या फ़ाइल चुनें। वह यहाँ से जाने से पहले इसी उपकरण पर सील होती है।
records-no-fit = कुछ नहीं मिला
records-no-fit-note = कम शब्द लिखें, या कोई प्रकार हटाएँ।
records-found = { $count ->
    [one] { $count } रिकॉर्ड मिला
   *[other] { $count } रिकॉर्ड मिले
}
records-line = { $kind } · { $day } · { $who }
records-line-own = { $kind } · { $day } · आपने जोड़ा
records-read = मशीन ने पढ़ा
records-signed = हस्ताक्षर हुए
records-closed = नहीं खुलता
records-versions = { $count ->
    [one] { $count } संस्करण
   *[other] { $count } संस्करण
}

## One record
record-lead = { $kind } · { $day } · { $who } ने जोड़ा
record-lead-own = { $kind } · जोड़ा: { $day }
record-sides = इस रिकॉर्ड के पहलू
record-awaited = चेन से इस रिकॉर्ड के बारे में पूछा जा रहा है।
record-content = क्या लिखा है
record-about = इसके बारे में
record-kind = प्रकार
record-by = किसने जोड़ा
record-added = कब जोड़ा
record-dated = तारीख़
record-share = चाबी दें
record-have-read = इसे पढ़वाएँ
record-amend = नया संस्करण जोड़ें
record-amend-note = फ़ाइल चुनें। पिछला संस्करण भी पढ़ा जा सकेगा।
record-amend-yes = सील करके जोड़ें
record-amended = नया संस्करण जुड़ गया।
record-withdraw = वापस लें
record-withdraw-title = यह रिकॉर्ड वापस लें?
record-withdraw-note = इसके सभी संस्करण हर जगह से मिटा दिए जाते हैं, और कोई चाबी इसे फिर नहीं खोलती। इसे पलटा नहीं जा सकता।
record-withdraw-known = जिसने पहले खोला, उसे अब भी पता हो सकता है कि इसमें क्या लिखा है।
record-withdraw-save = पहले एक कॉपी सहेजें
record-withdraw-older = पुराने संस्करण सहेजें
record-withdraw-saved = सबसे नया संस्करण फ़ाइल के रूप में सहेजा गया।
record-withdrawn = रिकॉर्ड वापस ले लिया गया।
record-corrected = किसी व्यक्ति ने ये मान देख लिए हैं।
record-original = मूल संस्करण { $version } है

gone-by-you = यह रिकॉर्ड आपने वापस लिया
gone-by = आपका यह रिकॉर्ड { $by } ने वापस लिया
gone-by-you-of = { $owner } का यह रिकॉर्ड आपने वापस लिया
gone-by-of = { $owner } का यह रिकॉर्ड { $by } ने वापस लिया
gone-mine = आपका यह रिकॉर्ड वापस लिया गया
gone-of = { $owner } का यह रिकॉर्ड वापस लिया गया
gone-unknown = यहाँ कोई रिकॉर्ड नहीं है
gone-unknown-note = वह वापस लिया गया, या इस पते पर कभी था ही नहीं। वापस लिया गया रिकॉर्ड अब नहीं खुलता, चाहे किसी के पास कोई भी चाबी हो।
gone-means = इसे अब खोला नहीं जा सकता: इसके सभी संस्करण भंडारों से मिटा दिए गए हैं, और कोई चाबी इसे नहीं खोलती।
gone-when = वापस लिया गया: { $when }
gone-stays = क्या रहता है: यह कि वह था और वापस लिया गया, किसने देखा इसकी सूची, और वह जो पहले खोलने वाले जानते हैं।
gone-stays-reader = आपने इससे जो जाना, वह आपको पता रहता है। आपने इसे खोला था, यह मरीज़ की “किसने देखा” सूची में रहता है।

holders-title = इसे कौन खोल सकता है
holders-awaited = चाबियाँ लाकर चेन से मिलाई जा रही हैं।
holders-none = केवल आप, आपके अभिभावक, और जिसने इसे लिखा।

## Content
viewer-awaited = रिकॉर्ड लाकर, खोलकर चेन से मिलाया जा रहा है।
viewer-opened = रिकॉर्ड खुल गया।
viewer-save = सहेजें
viewer-not-shown = इस तरह की फ़ाइल यहाँ नहीं दिखाई जा सकती। इसे सहेजें, और ऐसे प्रोग्राम में खोलें जिस पर आपको भरोसा हो।
viewer-cut = आगे और भी है; बाकी देखने के लिए सहेजें।
viewer-pdf = दस्तावेज़
viewer-pdf-save = यह ब्राउज़र पन्ने के अंदर PDF नहीं दिखाता। पढ़ने के लिए सहेजें।
viewer-picture = तस्वीर: { $title }
viewer-picture-frame = तस्वीर; अपने चौखटे से बड़ी हो तो तीर के बटनों से खिसकाएँ
viewer-larger = बड़ा
viewer-smaller = छोटा
viewer-turn = घुमाएँ
slide-header = फ़ाइल में लिखी जानकारी
slide-patient = नाम
slide-modality = तरीक़ा
slide-body-part = शरीर का अंग
slide-study = जाँच
slide-series = शृंखला
slide-day = दिन
slide-house = कहाँ ली गई
slide-machine = मशीन
slide-size = आकार
slide-pixels = { $width } गुणा { $height } पिक्सेल
slide-picture = फ़ाइल का चित्र { $number }
slide-number = चित्र, कुल { $count }
slide-compressed = इस फ़ाइल की तस्वीरें ऐसे बंद हैं कि यहाँ नहीं दिखाई जा सकतीं। ऐसी फ़ाइलों वाले प्रोग्राम के लिए सहेजें।
slide-level = चमक
slide-window = कंट्रास्ट

## Tables and lists
facts-conditions = बीमारियाँ
facts-medicines = दवाएँ
facts-allergies = एलर्जी
facts-vaccinations = टीके
facts-over = समाप्त
facts-none = सूची में कुछ नहीं। सादे शब्दों में लिखा हुआ यहाँ नहीं पढ़ा जाता
facts-as-it-came = जैसा आया
facts-procedures = इलाज और प्रक्रियाएँ
facts-from = { $house } से
brought-title = { $name } के स्वास्थ्य रिकॉर्ड
brought-about = { $name } के बारे में
brought-from = { $houses } से लाया गया
brought-understood = { $count ->
    [one] { $count } प्रविष्टि आपके स्वास्थ्य की सूचियों में है।
   *[other] { $count } प्रविष्टियाँ आपके स्वास्थ्य की सूचियों में हैं।
}
brought-kept = { $count ->
    [one] रखी गई, समझी नहीं गई: { $count } प्रविष्टि
   *[other] रखी गईं, समझी नहीं गईं: { $count } प्रविष्टियाँ
}
brought-kept-note = वे रिकॉर्ड में वैसी ही रहती हैं जैसी आईं, और किसी सूची में नहीं हैं।
brought-kind = { $kind }: { $count }
brought-several = यह फ़ाइल कई लोगों के बारे में है, इसलिए इसका कुछ भी किसी एक के नाम नहीं लिखा गया। यह जैसी आई वैसी रखी गई है।
brought-too-much = इस फ़ाइल में उससे अधिक है जितना यहाँ देखा जा सके। यह जैसी आई वैसी रखी गई है।
brought-care-plans = देखभाल की योजनाएँ
brought-claims = बिल और बीमा
brought-devices = उपकरण
brought-reports = बिना मानों की रिपोर्टें
brought-visits = मुलाक़ातें
brought-goals = लक्ष्य
brought-images = चित्र जाँचें
brought-people = किसने इलाज किया
brought-origins = प्रविष्टियाँ कहाँ से आईं
lab-table = मान
lab-all-usual = { $count ->
    [one] { $count } मान है, और वह सामान्य है या उसकी कोई सीमा नहीं दी गई।
   *[other] सभी { $count } मान सामान्य हैं, या उनकी कोई सीमा नहीं दी गई।
}
lab-outside = { $outside ->
    [one] { $count } में से { $outside } मान अपनी सामान्य सीमा से बाहर है।
   *[other] { $count } में से { $outside } मान अपनी सामान्य सीमा से बाहर हैं।
}
lab-test = जाँच
lab-value = मान
lab-usual = सामान्य
lab-where = चित्र में
lab-lies = कम या ज़्यादा
lab-low = कम
lab-high = ज़्यादा
lab-unsure = पक्का नहीं
lab-between = { $low } से { $high }
lab-from = कम से कम { $low }
lab-under = { $high } तक

## Findings
finding-title = मशीन ने क्या पाया
finding-awaited = निष्कर्ष लाकर, खोलकर चेन से मिलाया जा रहा है।
finding-unsigned = अभी हस्ताक्षर नहीं हुए
finding-no-words = निष्कर्ष शब्दों में कुछ नहीं कहता।
finding-of-hundred = ऐसी दिखने वाली 100 तस्वीरों में से { $count } में निकला: { $what } ({ $low } से { $high })।
finding-of-hundred-bare = ऐसी दिखने वाली 100 तस्वीरों में से { $count } में निकला: { $what }।
finding-agree = सहमति
finding-workers = { $count ->
    [one] { $count } पठन सेवा
   *[other] { $count } पठन सेवाओं ने यही पाया
}
finding-unsure = { $count ->
    [one] { $count } मान पक्का नहीं है। उसे मूल काग़ज़ के साथ देखें।
   *[other] { $count } मान पक्के नहीं हैं। उन्हें मूल काग़ज़ के साथ देखें।
}
finding-compare = मूल काग़ज़ से मिलाएँ
finding-save-table = “{ $title }” सहेजें (CSV)
finding-save-all = सब कुछ सहेजें (FHIR)
finding-sign = हस्ताक्षर करें
finding-signed = { $verdict }: { $who }, { $day }
finding-suggestion = डॉक्टर के हस्ताक्षर होने तक मशीन की बात केवल सुझाव है।
finding-heat = रंगीन नक़्शा
finding-heat-show = तस्वीर पर दिखाएँ कि इस मशीन ने कहाँ देखा
finding-percent = { $percent } %

## Versions, who looked, proof
versions-title = संस्करण
versions-note = कुछ भी बदला नहीं जाता। सुधार नया संस्करण होता है, और पहले वाले बने रहते हैं।
versions-awaited = चेन से संस्करणों के बारे में पूछा जा रहा है।
versions-nth = संस्करण { $number }
versions-newest = सबसे नया
versions-by = { $who }, { $when }
versions-show = दिखाएँ
versions-hide = छिपाएँ
looked-title = इसे किसने खोला
looked-awaited = पूरी सूची लाकर जाँची जा रही है।
looked-verified = सूची जाँच ली गई: आपके बारे में कोई पंक्ति न बदली गई, न छूटी।
looked-nobody = इसे और किसी ने नहीं खोला
looked-nobody-note = हर बार खोलना, खोलने से पहले ही लिखा जाता है।
looked-not-yours = किसने देखा, यह केवल मरीज़ और अभिभावक देखते हैं।
looked-own = { $count ->
    [one] जिसका यह रिकॉर्ड है, उसने इसे { $count } बार खोला।
   *[other] जिसका यह रिकॉर्ड है, उसने इसे { $count } बार खोला, सूचियों में दिखे नाम भी गिनकर।
}
looked-link = साझा लिंक वाला कोई
looked-record = रिकॉर्ड खोला
looked-finding = निष्कर्ष खोला
looked-card = आपात कार्ड के रूप में खोला
looked-by-link = लिंक से खोला
looked-what-why = { $what } · { $why }
proof-title = चेन क्या कहती है
proof-note = यहाँ जो खुला दिखता है, उसे आपके उपकरण ने इन्हीं मानों से मिलाया। कोई भी चेन से यही पूछ सकता है।
proof-awaited = चेन से पूछा जा रहा है।
proof-record = रिकॉर्ड
proof-id = नाम
proof-owner = किसका है
proof-author = किसने लिखा
proof-height = किस ब्लॉक तक
proof-commitment = सामग्री की छाप
proof-blob = सील फ़ाइल
proof-written = लिखा गया
proof-sealed = सील
proof-sealed-now = आख़िरी बार चाबी वापस लेने के बाद सील हुआ
proof-behind = चाबी वापस लेने के बाद फिर से सील होने की प्रतीक्षा में
proof-checked = जाँचा गया
proof-checked-yes = आपने इसे खोला, और यह वही है जिस पर लिखने वाले ने हस्ताक्षर किए
proof-checked-no = तिजोरी खुलने के बाद से नहीं खोला गया
proof-finding = संस्करण { $version } का निष्कर्ष
proof-seen = क्या पढ़ा गया
proof-model = मॉडल
proof-code = प्रोग्राम
proof-output = निष्कर्ष

trends-title = समय के साथ
trends-awaited = आपके रिकॉर्ड लाकर चेन से मिलाए जा रहे हैं।
trends-none = देखने को कोई मान नहीं
trends-none-note = इस रिकॉर्ड में ऐसी संख्याएँ नहीं हैं जिन्हें समय के साथ देखा जा सके।
views-title = जैसा मशीन ने देखा
views-note = पढ़ने से पहले सीधा, समतल और छोटा किया गया। मान्य मूल ही है।
views-which = कौन-सा पृष्ठ
views-page = पृष्ठ { $page }
views-picture = पृष्ठ { $page }, जैसा पढ़ा गया
