## Visits, as patient and doctor see them
awaited-visits = मुलाक़ातें लाई जा रही हैं
visits-find = डॉक्टर खोजें
visits-mine = आपके जवाब की प्रतीक्षा
visits-coming = आने वाली
visits-none-coming = कोई मुलाक़ात तय नहीं है।
visits-theirs = सामने वाले के जवाब की प्रतीक्षा
visits-past = पहले की
visits-all = सभी { $count } दिखाएँ
visits-empty = अभी कोई मुलाक़ात नहीं
visits-empty-note = डॉक्टर खोजें, ख़ाली समय चुनें और मुलाक़ात माँगें। डॉक्टर यहीं जवाब देते हैं।
visits-empty-doctor = अभी कोई मुलाक़ात नहीं
visits-empty-doctor-note = मरीज़ निर्देशिका में आपके ख़ाली समय देखते हैं और समय माँगते हैं।

visit-mine = आपकी बारी
visit-theirs = माँगी गई
visit-agreed = तय
visit-begun = अभी
visit-missed = जवाब नहीं मिला
visit-completed = हो चुकी
visit-cancelled = रद्द
visit-declined = मना की गई
visit-hours = { $from }–{ $until }
visit-when = { $day }, { $hours }
visit-minutes = { $count ->
    [one] { $count } मिनट
   *[other] { $count } मिनट
}
visit-with = { $name } के साथ मुलाक़ात
visit-unknown = ऐसी कोई मुलाक़ात नहीं है
visit-unknown-note = लिंक पुराना हो सकता है, या मुलाक़ात किसी और की है।
visit-day = दिन
visit-time = समय
visit-length = कितनी देर
visit-changed = आख़िरी बदलाव
visit-about-doctor = डॉक्टर के बारे में
visit-ask-again = दूसरी मुलाक़ात माँगें
visit-chart = चार्ट खोलें

visit-your-turn = { $name } को आपके जवाब की प्रतीक्षा है
visit-accept = हाँ कहें
visit-accepted = मुलाक़ात तय हो गई।
visit-propose = दूसरा समय
visit-propose-this = यह समय सुझाएँ
visit-proposed = दूसरा समय सुझाया गया।
visit-chosen = चुना: { $when }
visit-waiting = { $name } के जवाब की प्रतीक्षा है · { $since }
visit-waiting-note = जवाब मिलते ही आपको बताया जाएगा। तब तक समय पक्का नहीं है।
visit-agreed-note = दोनों सहमत हैं। समय पक्का है।
visit-missed-note = सहमति से पहले ही समय बीत गया। इसे वापस लें, और दूसरी मुलाक़ात माँगें।
visit-did-it = समय आ गया है। क्या मुलाक़ात हुई?
visit-complete = हाँ, हुई
visit-done = दर्ज हुआ कि मुलाक़ात हो चुकी।
visit-decline = मना करें
visit-decline-title = इस मुलाक़ात के लिए मना करें?
visit-decline-note = सामने वाले को बताया जाता है। आप चाहें तो दूसरा समय सुझाएँ।
visit-take-back = वापस लें
visit-take-back-title = इसे वापस लें?
visit-take-back-note = कुछ पक्का नहीं हुआ था। आप कभी भी फिर माँग सकते हैं।
visit-cancel = रद्द करें
visit-cancel-title = यह मुलाक़ात रद्द करें?
visit-cancel-note = सामने वाले को बताया जाता है, और समय दूसरों के लिए ख़ाली हो जाता है।

visit-how-long = कितनी देर
visit-awaited-slots = ख़ाली समय लाए जा रहे हैं
visit-free = ख़ाली समय
visit-no-slots = अगले तीन हफ़्तों में इतनी देर का कोई समय ख़ाली नहीं है।
visit-day-before = पहले
visit-day-after = बाद में
visit-other = दूसरा दिन या समय
visit-other-label = दिन और समय
visit-other-help = इसे अगले पंद्रह मिनट पर रखा जाता है। समय ठीक है या नहीं, यह जवाब बताएगा।
visit-other-wrong = अब से एक साल के अंदर का समय चुनें।

ask-visit-title = { $name } से मुलाक़ात माँगें
ask-visit-lead = समय चुनें। डॉक्टर के हाँ कहने तक कुछ पक्का नहीं है।
ask-visit-lead-for = { $name } के लिए। डॉक्टर के हाँ कहने तक कुछ पक्का नहीं है।
ask-visit-when = कब
ask-visit-note = मुलाक़ात किस बारे में है, यह यहाँ नहीं पूछा जाता: समय सार्वजनिक चेन पर रहता है। मुलाक़ात के एक हफ़्ते बाद तक यह डॉक्टर चार्ट में रिकॉर्ड जोड़ सकते हैं; इससे वे कुछ पढ़ नहीं सकते।
ask-visit-do = यह समय माँगें

bond-title = रिकॉर्ड जोड़ सकते हैं
bond-note = मुलाक़ातों के कारण { $name } { $day } तक रिकॉर्ड जोड़ सकते हैं। इससे वे कुछ पढ़ नहीं सकते।
bond-end = इसे समाप्त करें
bond-end-title = { $name } को आगे रिकॉर्ड जोड़ने से रोकें?
bond-end-note = जो जोड़ा गया, वह बना रहता है। बाद में तय हुई मुलाक़ात से फिर अनुमति मिलती है।
