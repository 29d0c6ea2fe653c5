# What somebody sees who opens a share link.
shared-lead = केवल इसी ब्राउज़र में खुलता है। बीच में पहुँचाने वाला कोई इसे पढ़ नहीं सकता।
shared-title = किसी ने आपसे रिकॉर्ड साझा किए हैं
shared-paste = लिंक
shared-paste-note = किसी ने आपको साझा लिंक दिया है। जैसा आया वैसा ही खोलें, या यहाँ चिपकाएँ।
shared-unreadable = यह लिंक पढ़ा नहीं जा सकता। शायद उसका कोई हिस्सा छूट गया; फिर से भेजने को कहें।
shared-sealed = जब तक आप न खोलें, यह सील है।
shared-until = { $when } तक खुला
shared-name = आपका नाम
shared-name-help = मरीज़ देखने वालों की सूची में इसे पहचान सकते हैं। केवल इसकी छाप रखी जाती है।
shared-passcode = पासकोड
shared-passcode-help = जिसने लिंक भेजा, वह आपको किसी और तरह से बताता है।
shared-wrong = { $count ->
    [one] पासकोड ग़लत है। { $count } मौक़ा बाकी है।
   *[other] पासकोड ग़लत है। { $count } मौक़े बाकी हैं।
}
shared-open = खोलें
shared-note = कुछ भी दिखने से पहले, आपका खोलना मरीज़ के लिए चेन पर लिखा जाता है।
shared-counting = आपका देखना चेन पर लिखा जा रहा है। कुछ सेकंड लगते हैं।
shared-over = यह लिंक समाप्त है।
shared-over-note = इसका समय पूरा हुआ, इसे बंद किया गया, या जितनी बार देखा जा सकता था देखा जा चुका। नया माँगें।
shared-opened = { $count ->
    [one] { $count } दस्तावेज़
   *[other] { $count } दस्तावेज़
}।
shared-nothing = लिंक में कुछ नहीं है।
shared-untitled = दस्तावेज़ { $nth }
shared-closes = यह पन्ना बंद करने पर इस ब्राउज़र में इसका कुछ नहीं रहता।
