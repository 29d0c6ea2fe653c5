# Share links, for the one who opens them.
links-lead = जिनका खाता नहीं है उनके लिए: एक लिंक जो कुछ रिकॉर्ड कुछ समय तक दिखाता है।
links-awaited = चेन से पूछा जा रहा है कि कौन से लिंक खुले हैं।
links-none = आपने अभी कोई लिंक नहीं बनाया है।
links-none-note = विदेश के डॉक्टर, किसी रिश्तेदार, या एक काग़ज़ माँगने वाले दफ़्तर के लिए लिंक अच्छा रहता है।
links-open = खुले लिंक
links-none-open = कोई खुला नहीं है।
links-over = समाप्त लिंक
links-note = बंद लिंक आगे कुछ नहीं दिखाता। जो किसी ने पहले देखा या सहेजा, वह उसके पास रहता है।
link-unnamed = बिना नाम का लिंक
link-viewed = { $count ->
    [0] अभी नहीं देखा गया
    [one] { $count } बार देखा गया
   *[other] { $count } बार देखा गया
}
link-until = { $when } तक
link-over = समाप्त
link-tag-over = समाप्त
link-tag-open = खुला
link-left = { $count ->
    [one] { $count } बार और देखा जा सकता है
   *[other] { $count } बार और देखा जा सकता है
}
link-show = दिखाएँ
link-close = लिंक बंद करें
link-close-title = यह लिंक बंद करें?
link-close-note = इसके बाद वह कुछ नहीं दिखाएगा, और उसकी फ़ाइलें मिटा दी जाएँगी।
link-close-yes = बंद करें
link-closed = लिंक बंद हो गया।
link-qr = साझा लिंक, स्कैन करने के लिए
link-for-people = किसी भी ब्राउज़र में खोलने के लिए
link-for-apps = दूसरे स्वास्थ्य ऐप के लिए
link-copy = लिंक कॉपी करें
link-copy-app = स्वास्थ्य ऐप के लिए कॉपी करें
link-key-inside = चाबी लिंक के अंदर है। जिसके पास लिंक हो, वह उसे खोल सकता है; इसलिए केवल एक ही व्यक्ति को भेजें।
new-link-lead = कौन से रिकॉर्ड, कब तक, कितनी बार।
new-link-records = कौन से रिकॉर्ड?
new-link-label = इसका नाम
new-link-label-help = कुछ भी खुलने से पहले दिखता है। बीमारी का नाम न लिखें तो अच्छा।
new-link-passcode = पासकोड माँगें
new-link-passcode-help = छह अंक जो आप उन्हें फ़ोन पर बताते हैं। पाँच बार ग़लत होने पर लिंक ख़त्म हो जाता है।
new-link-counted = देखने की सीमा रखें
new-link-counted-help = हर बार देखना चेन पर गिना जाता है।
new-link-views = कितनी बार देखें
new-link-frozen = लिंक ये रिकॉर्ड वैसे ही दिखाता है जैसे अभी हैं। बाद के संस्करण इसमें नहीं होंगे।
new-link-open = लिंक बनाएँ
new-link-sealing = इस लिंक के लिए रिकॉर्ड सील हो रहे हैं।
new-link-no-record = कम से कम एक रिकॉर्ड चुनें।
new-link-long-label = नाम 80 अक्षरों से लंबा है।
new-link-no-views = बताएँ कितनी बार देखा जा सकता है, कम से कम एक।
new-link-ready = लिंक तैयार है
new-link-until = { $when } तक
new-link-until-counted = { $count ->
    [one] { $when } तक, { $count } बार देखने के लिए
   *[other] { $when } तक, { $count } बार देखने के लिए
}
new-link-passcode-title = पासकोड
new-link-passcode-copy = पासकोड कॉपी करें
new-link-passcode-apart = इसे लिंक के साथ नहीं, किसी और तरह से बताएँ, जैसे फ़ोन पर। यह केवल अभी दिखता है।
new-link-done = लिंक पर जाएँ
