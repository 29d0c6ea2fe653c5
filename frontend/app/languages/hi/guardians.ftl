# Guardians.
guardians-lead = जब आप न कर सकें, तब कौन मदद करता है।
guardians-awaited = चेन से पूछा जा रहा है कि आपके साथ कौन है।
guardians-act = वे आपकी ओर से काम करते हैं
guardians-act-note = अभिभावक आपके सभी रिकॉर्ड खोलता है और आपके नाम से काम करता है: चाबी देता है, मुलाक़ात तय करता है, चाबी वापस लेता है। ऐसा व्यक्ति चुनें जिसे आप यह सब सौंप सकें।
guardians-none = आपकी ओर से कोई काम नहीं करता।
guardians-none-note = बच्चों की ओर से माता-पिता काम करते हैं; बड़े लोग कठिन दिनों के लिए किसी को चुन सकते हैं।
guardians-full = { $count ->
    [one] { $count } अभिभावक के लिए जगह है।
   *[other] { $count } अभिभावकों के लिए जगह है।
}
guardians-vault = वे आपको तिजोरी में वापस आने में मदद करते हैं
guardians-vault-note = तीन लोग आपकी तिजोरी की चाबी का एक-एक हिस्सा रख सकते हैं। सब कुछ खो जाए, तब उनमें से कोई दो मिलकर आपको अंदर आने देते हैं। वे आपका कुछ नहीं देखते।
guardians-vault-go = “तिजोरी और उपकरण” पर जाएँ
guardian-appoint = किसी को अभिभावक बनाएँ
guardian-appoint-note = जब तक आप समाप्त न करें, वे सब कुछ देखेंगे, आने वाले रिकॉर्ड भी।
guardian-who-can = अभिभावक का मरीज़ के रूप में अपना खाता होता है। डॉक्टर और अस्पताल अभिभावक नहीं बन सकते।
guardian-known = कोई जिसे आप जानते हैं
guardian-choose = चुनें
guardian-known-none = जिनके नाम आपके पास हैं, उनमें से अभी कोई अभिभावक नहीं बन सकता। उनसे उनका खाता पूछें, या उनका कोड स्कैन करें।
guardian-no-patient = इस खाते से कोई मरीज़ पंजीकृत नहीं है।
guardian-account = उनका खाता
guardian-name = आप उन्हें क्या कहते हैं
guardian-name-help = आपकी तिजोरी में रहता है, केवल आप देखते हैं। ख़ाली भी रह सकता है।
guardian-yourself = यह आपका अपना खाता है।
guardian-appoint-yes = अभिभावक बनाएँ
guardian-appointed = { $name } अब आपके अभिभावक हैं।
guardian-dismiss = समाप्त करें
guardian-dismiss-title = { $name } को अभिभावक के काम से हटाएँ?
guardian-dismiss-note = इसके बाद वे आपका कुछ नहीं खोल पाएँगे, और आपके रिकॉर्ड फिर से सील होंगे। जो देख चुके, वह उन्हें पता रहेगा।
guardian-dismiss-yes = हटाएँ
guardian-dismissed = वे अब आपके अभिभावक नहीं हैं।
wards-title = आप इनकी ओर से काम करते हैं
ward-note = आप इनके अभिभावक हैं
ward-act = इनकी ओर से काम करें
ward-leave = छोड़ें
ward-leave-title = { $name } के अभिभावक न रहें?
ward-leave-note = आप न उनके रिकॉर्ड खोलेंगे, न उनकी ओर से काम करेंगे।
ward-leave-yes = छोड़ें
ward-left = आप अब उनके अभिभावक नहीं हैं।
