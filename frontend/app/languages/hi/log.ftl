# Who looked.
log-lead = कुछ भी बाहर जाने से पहले हर बार खोलना लिखा जाता है। यह रही पूरी सूची, और उसका प्रमाण।
log-awaited = सूची लाकर चेन से मिलाई जा रही है।
log-filter = दिखाएँ
log-others = दूसरे लोग
log-everybody = दूसरे लोग और मैं
log-person = व्यक्ति
log-anybody = कोई भी
log-none = और किसी ने नहीं देखा।
log-none-note = जब भी कोई आपका रिकॉर्ड खोलता है, वह यहाँ दिखता है।
log-more = और दिखाएँ
log-a-record = एक रिकॉर्ड
log-somebody = किसी
log-opened = { $name } ने खोला: { $title }
log-you-opened = आपने खोला: { $title }
log-finding = { $name } ने मशीन का निष्कर्ष पढ़ा: { $title }
log-you-finding = आपने मशीन का निष्कर्ष पढ़ा: { $title }
log-card = { $name } ने आपका आपात कार्ड खोला
log-you-card = आपने आपात कार्ड खोला
log-custodian = { $name } ने आपकी आपात चाबी का अपना हिस्सा निकाला
log-link = किसी ने आपका साझा लिंक देखा
log-lookup = { $name } ने आपको आपके नंबर से खोजा
log-when = { $when } · { $ground }
log-as-guardian = आपके अभिभावक के रूप में
log-in-emergency = आपात स्थिति में
log-with-key = चाबी से: { $purpose }
log-newer = { $when } · अभी चेन पर दर्ज नहीं
log-proof-title = क्या यह पूरी है?
log-proof-whole = यह सूची पूरी है। यह चेन से मेल खाती है।
log-proof-newer = { $count ->
    [one] चेन ने जहाँ तक दर्ज किया है, वहाँ तक यह सूची पूरी है। { $count } पंक्ति उससे नई है और जल्द दर्ज होगी।
   *[other] चेन ने जहाँ तक दर्ज किया है, वहाँ तक यह सूची पूरी है। { $count } पंक्तियाँ उससे नई हैं और जल्द दर्ज होंगी।
}
log-proof-unanchored = इस सूची की सारी पंक्तियाँ आपस में जुड़ी हैं। चेन ने अभी इसमें से कुछ दर्ज नहीं किया।
log-proof-when = { $when } मिलाई गई।
log-proof-numbered = { $count ->
    [0] आपके बारे में अभी कोई पंक्ति नहीं है।
    [one] आपकी { $count } पंक्ति पर नंबर है, और कोई छूटी नहीं।
   *[other] आपकी { $count } पंक्तियों पर लगातार नंबर हैं, और कोई छूटी नहीं।
}
log-proof-linked = हर पंक्ति अपने से पहले की सब पंक्तियों से जुड़ी है। एक भी बदली जाए, तो आगे की सब में दिख जाएगा।
log-proof-anchored = चेन ने सूची को पिछली बार { $when } दर्ज किया; वह मेल खाती है।
log-proof-no-anchor = चेन ने अभी तक सूची दर्ज नहीं की है।
log-proof-remembered = यह वहीं से आगे चलती है जहाँ तक इस उपकरण ने पिछली बार देखी थी।
log-proof-lines = सबकी पंक्तियाँ
log-proof-under = चेन पर दर्ज
log-proof-head = सारी पंक्तियों की छाप
log-proof-limits = सूची बताती है कि इस सेवा ने किसे रिकॉर्ड दिया। देखी हुई बात का कोई क्या करता है, यह कोई सूची नहीं बता सकती।
