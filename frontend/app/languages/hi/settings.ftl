# Language and looks.
settings-lead = भाषा और रूप केवल इस उपकरण पर रखे जाते हैं।
settings-language = भाषा
settings-language-legend = ऐप की भाषा
settings-language-note = नाम, रिपोर्ट और नोट उसी भाषा में रहते हैं जिसमें लिखे गए।
settings-looks = रूप
settings-theme = उजला या गहरा
settings-contrast = कंट्रास्ट
settings-motion = हलचल
settings-account = आपका खाता
looks-device = उपकरण जैसा
theme-light = उजला
theme-dark = गहरा
contrast-usual = सामान्य
contrast-more = अधिक
motion-less = बिना हलचल
