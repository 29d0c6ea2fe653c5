# Keys: who holds them, giving, changing and taking back.
sharing-lead = कौन क्या खोल सकता है, कब तक और क्यों। बाकी सब सील है।
sharing-new-link = नया साझा लिंक
sharing-asks = आपसे माँगा गया
sharing-keys = चाबी किसके पास है
sharing-awaited = चाबियों की सूची चेन से मिलाई जा रही है।
sharing-none = चाबी किसी के पास नहीं है।
sharing-none-note = जिसे आपके रिकॉर्ड चाहिए वह माँग सकता है, या आप ख़ुद चाबी दें।
sharing-others = दूसरे तरीक़े
sharing-links = { $count ->
    [0] कोई खुला नहीं
    [one] { $count } खुला है
   *[other] { $count } खुले हैं
}
sharing-emergency = जब आप जवाब न दे सकें, तब मदद करने वाले क्या देखते हैं
sharing-log = हर बार खोलना, और प्रमाण कि कुछ छूटा नहीं
standing-title = बिना चाबी के
standing-guardian = अभिभावक: सब कुछ खोल सकते हैं और आपकी ओर से काम कर सकते हैं
standing-none = बिना चाबी के कोई कुछ नहीं खोलता।
standing-emergency = आपात स्थिति
key-standing = हमेशा
key-note = { $scope } · { $purpose }
role-and-note = { $role } · { $note }
past-title = पुरानी चाबियाँ
past-none = अभी कोई नहीं है।
past-withdrawn = { $day } वापस ली गई
past-ended = { $day } समाप्त हुई
past-tag-withdrawn = वापस ली गई
acting-for = आप { $name } की ओर से काम कर रहे हैं।
acting-back = अपने पन्ने पर लौटें
awaited-records = रिकॉर्ड की सूची चेन से मिलाई जा रही है।

## What a key opens
which-legend = कौन से रिकॉर्ड?
which-everything = सब कुछ
which-everything-note = सभी रिकॉर्ड, आने वाले भी।
which-kinds = कुछ प्रकार
which-records = कुछ रिकॉर्ड
which-written = किसी समय के
which-from = इस दिन से लिखे
which-to = इस दिन तक (यह दिन भी)
which-by-reader = जो उन्होंने लिखा
which-by-reader-note = केवल वे रिकॉर्ड जो चाबी रखने वाले ने ख़ुद लिखे।
pick-kinds = कौन से प्रकार?
pick-records = कौन से रिकॉर्ड?
pick-search = अपने रिकॉर्ड में खोजें
pick-none = अभी कोई रिकॉर्ड नहीं है।
pick-count = { $count } चुने, अधिक से अधिक { $most }
kind-and-day = { $kind } · { $day }
terms-keep-back = कुछ न दिखाएँ
keep-back-kinds = ये प्रकार न दिखाएँ
keep-back-records = ये रिकॉर्ड न दिखाएँ
terms-kept-back = इनके सिवा
terms-how-often = कितनी बार
terms-openings-left = { $count ->
    [one] { $count } बार और खोल सकते हैं
   *[other] { $count } बार और खोल सकते हैं
}
terms-also = साथ में
terms-may-add = रिकॉर्ड जोड़ सकते हैं
terms-a-record = एक रिकॉर्ड
terms-more = और विकल्प
terms-count-openings = खोलने की गिनती करें
terms-count-openings-help = चाबी इतनी ही बार खोलती है, और हर बार खोलना चेन पर बताया जाता है।
terms-openings-field = कितनी बार खोलें
terms-write = रिकॉर्ड जोड़ सकते हैं
terms-write-help = उनकी लिखी रिपोर्ट और नोट आपके रिकॉर्ड में आते हैं।
terms-no-kind = कम से कम एक प्रकार चुनें।
terms-no-record = कम से कम एक रिकॉर्ड चुनें।
terms-no-time = पहला दिन आख़िरी दिन के बाद का है।
terms-no-openings = बताएँ कितनी बार खोला जा सकता है, कम से कम एक।
terms-nothing-left = कुछ नहीं बचा: जो चुना था, वह सब न दिखाने में चला गया।
until-legend = कितने समय के लिए?
until-own = किसी दिन तक
until-day = आख़िरी दिन
until-or-withdrawn = { $day }, या जब आप वापस लें
until-no-day = दिन चुनें।
until-past = यह दिन बीत चुका है।
until-too-long = चाबी अधिक से अधिक दो साल चलती है।

## Whom
whom-search = निर्देशिका में नाम से खोजें
whom-known = जिन्हें आप जानते हैं
whom-proposed = प्रशासक का सुझाव
whom-found = निर्देशिका में
whom-awaited = लोग खोजे जा रहे हैं।
whom-nobody = अभी कोई नहीं। ऊपर नाम से खोजें।
whom-none-found = इस नाम का कोई निर्देशिका में नहीं है।
whom-by-account = खाते से, लिखकर या स्कैन करके
whom-account = खाता
whom-account-help = यह 0x से शुरू होता है, या वॉलेट का पता होता है।
whom-scan = कोड स्कैन करें
whom-no-account = यह कोई खाता नहीं है।
whom-unknown-account = इस खाते से कोई दर्ज नहीं है।

## Giving
give-lead = किसे, क्या, क्यों और कब तक।
give-key = चाबी दें
give-whom = किसे
give-what = क्या
give-why = क्यों और कब तक
give-other = कोई और
give-next = आगे बढ़ें
give-back = पीछे
give-why-legend = किसलिए?
give-pharmacy = आप कुछ भी चुनें, दवाख़ाना केवल पर्चियाँ देखता है।
give-no-key = { $name } के पास चाबी नहीं हो सकती। चाबियाँ डॉक्टर, अस्पताल, दवाख़ाने और पठन सेवाओं के लिए हैं।
give-to-guardians = किसी को अभिभावक बनाएँ
give-wrapping = चाबियाँ बन रही हैं। आप यह पन्ना छोड़ सकते हैं; काम चलता रहता है।
give-done = अब { $name } के पास चाबी है।
request-title = { $name } ने चाबी माँगी है
asked-title = { $name } ने चाबी माँगी है
asked-awaited = चेन से पूछा जा रहा है कि क्या माँगा गया।
asked-when = { $when } माँगी
asked-change = बदलें
asked-later = अभी नहीं
asked-no = नहीं
asked-note = चाबी कभी भी छोटी की जा सकती है या वापस ली जा सकती है।
asked-change-title = दूसरी शर्तें
asked-longer = यह माँगे गए समय से ज़्यादा है।
asked-give-changed = यह चाबी दें
asked-put-off = यह “साझा करना” में रुका रहेगा।
asked-no-title = { $name } को ना कहें?
asked-no-lead = उन्हें बताया जाता है, और वे फिर माँग सकते हैं।
asked-no-yes = ना कहें
asked-refused = आपने ना कहा।
asked-gone = यह अनुरोध अब खुला नहीं है।
asked-gone-note = इसका जवाब दिया जा चुका, इसे वापस ले लिया गया, या एक महीने बाद यह समाप्त हो गया।
asked-to-sharing = “साझा करना” पर जाएँ

## A key you gave
held-title = { $name } की चाबी
held-awaited = चेन से इस चाबी के बारे में पूछा जा रहा है।
held-gone = ऐसी कोई चाबी नहीं है।
held-gone-note = वह वापस ली जा चुकी, या कभी दी ही नहीं गई।
held-what = यह क्या खोलती है
held-over = यह चाबी समाप्त हो गई और कुछ नहीं खोलती। आप इसे सूची से हटा सकते हैं।
held-by-me = { $day } को आपने दी
held-by = { $day } को { $name } ने दी
held-used = क्या खोला गया
held-unused = इस चाबी से कुछ नहीं खोला गया।
held-whole-log = हर बार का खोलना
narrow-title = इसे छोटा करें
narrow-earlier = जल्दी समाप्त करें
narrow-fewer = कम बार खोल सकें
narrow-read-only = अब रिकॉर्ड न जोड़ सकें
narrow-seals = जो आप नहीं दिखाते, वह फिर से सील होता है, ताकि यह चाबी उसे न खोले। जो पहले खोला गया, वह पता रहता है।
narrow-do = छोटा करें
narrow-nothing = चुनें कि क्या छोटा हो।
narrow-not-earlier = चाबी वैसे भी तब तक समाप्त हो जाएगी।
narrow-not-fewer = यह बची हुई गिनती से कम नहीं है।
narrowed = { $count ->
    [0] चाबी छोटी हो गई।
    [one] चाबी छोटी हो गई; { $count } संस्करण फिर से सील हुआ।
   *[other] चाबी छोटी हो गई; { $count } संस्करण फिर से सील हुए।
}
withdraw = वापस लें
withdraw-note = यह चाबी हमेशा के लिए वापस लें।
withdraw-title = { $name } की चाबी वापस लें?
withdraw-lead = चाबी तुरंत काम करना बंद कर देती है। फिर आपके रिकॉर्ड इसी उपकरण पर फिर से सील होते हैं; इसमें कुछ समय लग सकता है।
withdraw-honest = जो पहले खोला गया, वह खोलने वाले को पता रहता है। कोई ताला उसे भुला नहीं सकता।
withdraw-yes = चाबी वापस लें
withdrawn-title = { $name } के पास अब कोई चाबी नहीं
withdrawing-note = आपके रिकॉर्ड फिर से सील हो रहे हैं। पूरा होने तक यह पन्ना खुला रखें।
withdrawn-note = { $count ->
    [0] कुछ भी फिर से सील नहीं करना पड़ा।
    [one] { $count } संस्करण फिर से सील हुआ।
   *[other] { $count } संस्करण फिर से सील हुए।
}
withdrawn-half = चाबी वापस ले ली गई। कुछ रिकॉर्ड अभी फिर से सील नहीं हो पाए।
seal-waiting = चेन की प्रतीक्षा है
seal-opening = खुल रहा है
seal-sealing = फिर से सील हो रहा है
seal-uploading = जमा हो रहा है
seal-telling = चेन को बताया जा रहा है
seal-count = { $count ->
    [0] अभी तक कुछ फिर से सील नहीं हुआ
    [one] अभी तक { $count } संस्करण फिर से सील हुआ
   *[other] अभी तक { $count } संस्करण फिर से सील हुए
}
seal-done = { $count ->
    [one] { $count } संस्करण फिर से सील हुआ।
   *[other] { $count } संस्करण फिर से सील हुए।
}
behind-title = { $count ->
    [one] { $count } संस्करण को फिर से सील होना है
   *[other] { $count } संस्करणों को फिर से सील होना है
}
behind-note = एक चाबी वापस ली गई या छोटी की गई, या कोई अभिभावक नहीं रहा। जब तक ये फिर से सील न हों, उनकी चाबी की पुरानी नक़ल इन पर लग सकती है।
behind-do = इन्हें फिर से सील करें
