# Pages of a pharmacy.
counter-lead = पढ़ें, जाँचें, दवा दें। आप मरीज़ की पर्चियाँ देखते हैं, और कुछ नहीं।
counter-shown = मरीज़ दिखाते हैं
counter-scan = पर्ची स्कैन करें
counter-strange = इस कोड में कोई पर्ची नहीं है।
counter-number = या इसका नंबर लिखें
counter-number-help = 0x और 32 अक्षर-अंक, या मरीज़ का भेजा पूरा लिंक।
counter-unknown = यह किसी पर्ची का नंबर नहीं है।
counter-look = खोजें
counter-permitted = जिन मरीज़ों ने आपको चाबी दी
counter-awaited = पर्चियाँ लाई जा रही हैं।
counter-none = यहाँ अभी कोई पर्ची नहीं
counter-none-note = जब मरीज़ आपको चाबी देंगे या कोड दिखाएँगे, पर्ची यहाँ दिखेगी।
counter-by = लिखने वाले: { $doctor } · { $until } तक
counter-back = दूसरी पर्ची
prescription-voided = रद्द
prescription-empty = कुछ बाकी नहीं
prescription-ended = समाप्त
prescription-left = { $count ->
    [one] { $count } बार बाकी
   *[other] { $count } बार बाकी
}
check-title = जाँचें
check-awaited = पर्ची चेन से पढ़ी जा रही है।
check-void = ऐसा कोई पर्चा मान्य नहीं है
check-void-note = डॉक्टर ने इसे वापस ले लिया है, या यह नंबर कभी दिया ही नहीं गया। इस पर कुछ न दें; रोगी डॉक्टर से पूछ सकते हैं।
check-by = { $doctor } ने लिखी
check-doctor = डॉक्टर
check-doctor-active = परिषद से मंज़ूर, काम कर सकते हैं
check-doctor-gone = अब दर्ज नहीं हैं
check-fills = दवा दी जा सकती है
check-open-awaited = पर्ची खोली जा रही है।
check-image = पर्ची की तस्वीर
check-same = यह शब्द-शब्द वही है जो डॉक्टर ने लिखा।
check-no-key = आपके पास इस पर्ची की चाबी नहीं है
check-no-key-note = मरीज़ से माँगें। उन्हें आपका नाम और यही एक पर्ची दिखती है, और वे पल भर में जवाब देते हैं।
check-ask = चाबी माँगें
check-asked = { $name } के जवाब की प्रतीक्षा है
check-asked-note = उन्हें अभी बताया जा रहा है। वे हाँ कहें, तो फिर देखें।
check-look-again = फिर देखें
check-hand-out = दवा दें
check-sure = एक बार की दवा दें?
check-sure-note = यह चेन पर गिना जाता है और { $name } को बताया जाता है। इसे वापस नहीं लिया जा सकता।
check-hand-out-yes = हाँ, दवा दे दी
check-handed-out = दवा दे दी गई। { $count ->
    [0] अब कुछ बाकी नहीं।
    [one] { $count } बार बाकी है।
   *[other] { $count } बार बाकी है।
}
dispensed-lead = यहाँ से जो भी दवा दी गई, सबसे नई पहले, हर एक प्रमाण के साथ।
dispensed-awaited = दी गई दवाओं की सूची लाई जा रही है।
dispensed-none = अभी कोई दवा नहीं दी गई
dispensed-none-note = जब भी आप दवा देते हैं, वह यहाँ दिखती है।
dispensed-count = { $count ->
    [one] अब तक { $count } बार
   *[other] अब तक { $count } बार
}
