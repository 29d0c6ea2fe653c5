# Finding professionals.
directory-lead = यहाँ हर किसी को परिषद ने मंज़ूरी दी है। मुलाक़ात माँगने से किसी को चाबी नहीं मिलती।
directory-name = नाम से खोजें
directory-who = कौन
directory-all = सभी
directory-doctors = डॉक्टर
directory-hospitals = अस्पताल
directory-pharmacies = दवाख़ाने
directory-specialty = किसलिए
directory-language = बोलते हैं
directory-near = किस शहर के पास
directory-any = कोई भी
directory-count = { $count ->
    [0] कोई नहीं मिला
    [one] { $count } मिला
   *[other] { $count } मिले
}
directory-awaited = निर्देशिका में खोजा जा रहा है।
directory-none = इन सब बातों से कोई मेल नहीं खाता
directory-none-note = एक शर्त हटा दें, या नाम का कोई हिस्सा खोजें।
directory-free = अगला ख़ाली समय: { $when }
professional-awaited = प्रविष्टि पढ़कर चेन से मिलाई जा रही है।
professional-none = ऐसी कोई प्रविष्टि नहीं
professional-none-note = निर्देशिका में इस खाते का कुछ नहीं है।
professional-attested = लाइसेंस सूची में मिला
professional-trade = किसलिए
professional-languages = बोलते हैं
professional-place = कहाँ
professional-since = यहाँ कब से
professional-not-active = वे अभी काम नहीं कर सकते, इसलिए कोई उन्हें चाबी नहीं दे सकता।
professional-visit = मुलाक़ात माँगें
professional-key = चाबी दें
professional-house = अस्पताल के डॉक्टर
professional-sign-in = साइन इन करके मुलाक़ात माँगें
professional-proof = यह प्रविष्टि चेन पर इसी खाते की है, और यह परिचय वही है जो चेन बताती है।
professional-copy = खाता कॉपी करें
