# What happened on the chain.
explorer-lead = जो हर कोई जान सकता है, सीधे वाक्यों में। मरीज़ों से जुड़ी बात केवल उन्हीं को बताई जाती है।
explorer-note = पद, पेशे और परिषद सबके सामने हैं। बाकी सबकी केवल गिनती बताई जाती है।
explorer-look = खोजें
explorer-look-help = ब्लॉक का नंबर, या आपका अपना खाता।
explorer-look-go = दिखाएँ
explorer-unknown = यह न नंबर है, न खाता।
explorer-mine = मुझसे जुड़ा
explorer-latest = हाल में
explorer-awaited = जो हुआ वह लाया जा रहा है।
explorer-none = अभी कुछ नहीं हुआ।
explorer-first = इससे पहले कुछ नहीं हुआ।
explorer-block = ब्लॉक { $height }
explorer-kept = { $count ->
    [one] और { $count } बात, जो दूसरों की है
   *[other] और { $count } बातें, जो दूसरों की हैं
}
explorer-folded = { $count ->
    [one] और इससे पहले एक बार
   *[other] और इससे पहले { $count } बार
}
block-title = ब्लॉक { $height }
block-awaited = ब्लॉक लाया जा रहा है।
block-none = यहाँ आपके लिए कुछ नहीं
block-none-note = इस ब्लॉक में कुछ नहीं कहा गया, या केवल दूसरों की बात है।
block-before = पिछला ब्लॉक
block-after = अगला ब्लॉक
doings-mine = मुझसे जुड़ा
doings-of = { $name } से जुड़ा
doings-lead = चेन इस खाते के बारे में जो कुछ रखती है, सबसे नया पहले।
doings-none = अभी कुछ नहीं।
doings-others = यह केवल उसी को बताया जाता है जिसका खाता है
doings-others-note = हर कोई अपना खाता देखता है, और उनका जिनकी ओर से काम करता है। पेशेवरों के बारे में जो सबके सामने है, वह निर्देशिका में है।
doings-entry = निर्देशिका में प्रविष्टि
doings-account = खाता
