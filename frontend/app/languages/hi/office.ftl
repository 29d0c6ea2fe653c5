# Words that pages of hospitals, pharmacies, admins and everybody share.
scan-not-here = यह ब्राउज़र पन्नों को कैमरा नहीं देता। इसके बजाय लिखें।
scan-refused = यहाँ कैमरे की अनुमति नहीं है। इस पन्ने को अनुमति दें, या लिखें।
scan-no-camera = कोई कैमरा नहीं खुला। इसके बजाय लिखें।
scan-hold = कोड को कैमरे के सामने रखें।
scan-view = कैमरा क्या देख रहा है
scan-stop = रोकें

person-help = वह खाता जो आपको बताया गया: 0x और 40 अक्षर-अंक, या वॉलेट का पता।
person-unknown = यह कोई खाता नहीं है।
person-is = यह { $name } का खाता है।

list-older = और दिखाएँ
proof = प्रमाण
proof-block = ब्लॉक
proof-place = उसमें जगह
proof-book = बही
proof-when = कब
proof-hash = ब्लॉक का नाम
proof-transaction = ब्लॉक का लेन-देन { $number }
proof-asked = सीधे चेन से पूछा जा रहा है।
proof-agrees = चेन से मिलाया गया
proof-agrees-yes = वह भी यही कहती है
may-not-act-pending = परिषद ने आपके बारे में अभी फ़ैसला नहीं किया है। तब तक आप काम नहीं कर सकते।
may-not-act-rejected = परिषद ने आपको स्वीकार नहीं किया। आप फिर आवेदन कर सकते हैं।
may-not-act-suspended = परिषद ने फ़िलहाल आपसे काम करने का अधिकार ले लिया है। किसी प्रशासक से पूछें।
may-not-act-apply = देखें कि आपका आवेदन कहाँ तक पहुँचा
may-not-act-licence = आपके लाइसेंस की पुष्टि अभी नहीं हुई है। उसके बाद परिषद फ़ैसला करती है; तब तक आप काम नहीं कर सकते।
may-not-act-confirm = अपने लाइसेंस की पुष्टि करें
may-not-act-whom = देखें कि किससे पूछें
