## Signing
sign-title = हस्ताक्षर से पहले
sign-lead = इसके बाद { $wallet } आपसे पूछेगा।
sign-in-title = साइन इन
sign-in-what = इस पन्ने पर एक घंटे का सत्र खोलें
sign-in-cost = कुछ नहीं
sign-in-text = पूरा पाठ
sign-where = कहाँ
sign-cost = ख़र्च
sign-cost-awaited = हिसाब हो रहा है
sign-cost-fee = अधिक से अधिक { $fee }
sign-cost-both = अधिक से अधिक { $fee }, और { $held } रोके जाते हैं, जब तक उनकी ज़रूरत रहे
sign-times = { $count ->
    [one] { $count } बार
   *[other] { $count } बार
}
sign-nth-of = हस्ताक्षर { $nth }, कुल { $of }
sign-nth = हस्ताक्षर { $nth }
sign-stand = { $count ->
    [one] इससे पहले का हस्ताक्षर बना रहता है। यहाँ हस्ताक्षर न करें, तो केवल वही छूटता है जो नीचे लिखा है।
   *[other] इससे पहले के { $count } हस्ताक्षर बने रहते हैं। यहाँ हस्ताक्षर न करें, तो केवल वही छूटता है जो नीचे लिखा है।
}
sign-left-out = यह छोड़ दिया गया। जिस पर आप पहले हस्ताक्षर कर चुके, वह बना रहता है।
sign-yes = हस्ताक्षर करें
sign-no = अभी नहीं
sign-give-up = रहने दें
sign-go-on = इस बीच आगे बढ़ें
sign-in-wallet = { $wallet } आपसे हस्ताक्षर करने को कह रहा है। आपके करने तक कुछ नहीं होगा।
sign-sent = हस्ताक्षर हो गए। चेन पर जगह की प्रतीक्षा है।
sign-included = यह चेन पर है। प्रतीक्षा है कि इसे कोई पलट न सके।
sign-sought = आपके हस्ताक्षर के बाद कनेक्शन टूट गया। देखा जा रहा है कि यह हुआ या नहीं।
sign-final = यह अंतिम है।
sign-unsigned = { $wallet } ने हस्ताक्षर नहीं किए। कुछ नहीं हुआ।
sign-unsigned-rest = { $wallet } ने हस्ताक्षर नहीं किए। जिस पर आप पहले हस्ताक्षर कर चुके, वह बना रहता है।
step-wrapped = चाबियाँ लपेटी गईं
step-wallet = वॉलेट में हस्ताक्षर
step-chain = चेन पर
step-final = अंतिम
heard-asked = कुछ आपके हस्ताक्षर की प्रतीक्षा में है।
heard-wallet = आपका वॉलेट आपसे हस्ताक्षर करने को कह रहा है।
heard-sent = हस्ताक्षर हो गए, चेन की प्रतीक्षा है।
heard-included = चेन पर, अभी अंतिम नहीं।
heard-unsigned = वॉलेट ने हस्ताक्षर नहीं किए।

## What is said
act-introduce = अनुबंधों का एक-दूसरे से परिचय कराएँ
act-register = अपना नाम दर्ज कराएँ। भूमिका: { $role }
act-leave = Chartkey छोड़ें
act-rotate-keys = अपनी नई चाबियाँ प्रकाशित करें
act-revise = निर्देशिका में अपनी प्रविष्टि बदलें
act-attest-licence = { $name } का लाइसेंस पक्का बताएँ
act-vote = मत दें: { $motion }
act-unvote = मत वापस लें: { $motion }
act-assign = { $patient } को { $doctor } का नाम सुझाएँ
act-unassign = { $patient } को सुझाए गए डॉक्टर का नाम वापस लें
act-appoint-guardian = { $name } को अपना अभिभावक बनाएँ
act-dismiss-guardian = { $name } को अभिभावक के काम से हटाएँ
act-affiliate = { $name } को अपने अस्पताल में लें
act-part = अस्पताल और डॉक्टर का साथ समाप्त करें: { $name }
motion-approve = { $name } को मंज़ूरी
motion-reject = { $name } को नामंज़ूर करना: { $reason }
motion-suspend = { $name } को निलंबित करना: { $reason }
motion-reinstate = { $name } को बहाल करना
motion-appoint = { $name } को नियुक्त करना: { $office }
motion-dismiss = { $name } को पद से हटाना
motion-quorum = अब से { $count ->
    [one] { $count } प्रशासक फ़ैसला करे
   *[other] { $count } प्रशासक मिलकर फ़ैसला करें
}
motion-upgrade = एक अनुबंध को नया करना
act-request = { $name } से चाबी माँगें: { $scope }
act-drop-request = { $name } से किया अनुरोध वापस लें
act-answer-yes = { $name } को हाँ कहें
act-answer-no = { $name } को ना कहें
act-grant = { $name } को चाबी दें: { $scope }
act-revoke = { $name } की चाबी वापस लें
act-narrow = { $name } की चाबी छोटी करें
act-renew-mine = अब से अपने सभी रिकॉर्ड फिर से सील करें, कोई चाबी वापस लिए बिना
act-renew = अब से { $name } के सभी रिकॉर्ड फिर से सील करें, कोई चाबी वापस लिए बिना
act-keep-card = इसे अपना आपात कार्ड बनाएँ
act-drop-card = अब कोई आपात कार्ड न रखें
act-break-glass = काँच तोड़कर { $name } का आपात कार्ड खोलें; उन्हें और उनके अभिभावकों को बताया जाएगा
act-mend-glass = { $name } के लिए अपना आपात कार्ड बंद करें
act-open-link = साझा लिंक बनाएँ
act-open-link-counted = साझा लिंक बनाएँ, { $count ->
    [one] { $count } बार देखने के लिए
   *[other] { $count } बार देखने के लिए
}
act-close-link = साझा लिंक बंद करें
act-view-link = साझा लिंक का एक बार देखना गिनें
scope-everything = सभी रिकॉर्ड, आने वाले भी
scope-kinds = इन प्रकारों के रिकॉर्ड: { $kinds }
scope-records = { $count ->
    [one] { $count } रिकॉर्ड
   *[other] { $count } रिकॉर्ड
}
scope-written = { $from } से { $until } तक लिखे रिकॉर्ड
scope-by-reader = जो रिकॉर्ड उन्होंने ख़ुद लिखे
scope-except = { $scope }; { $count ->
    [one] { $count } को छोड़कर
   *[other] { $count } को छोड़कर
}
terms-openings = { $count ->
    [one] { $count } बार खोलना
   *[other] { $count } बार खोलना
}
terms-may-write = रिकॉर्ड जोड़ सकते हैं
act-add-mine = अपने रिकॉर्ड में जोड़ें: { $kind }
act-add = { $name } के रिकॉर्ड में जोड़ें: { $kind }
act-amend = रिकॉर्ड का नया संस्करण जोड़ें
act-rekey = रिकॉर्ड फिर से सील करें
act-withdraw = रिकॉर्ड वापस लें
act-announce = सूचना दें कि आप एक रिकॉर्ड खोल रहे हैं
act-attest = मशीन ने जो पाया वह बताएँ
act-sign-off-agree = निष्कर्ष पर हस्ताक्षर करें: आप सहमत हैं
act-sign-off-disagree = निष्कर्ष पर हस्ताक्षर करें: आप असहमत हैं
act-sign-off-amended = निष्कर्ष पर अपने सुधारों के साथ हस्ताक्षर करें
act-retract-finding = निष्कर्ष से अपने हस्ताक्षर वापस लें
act-anchor-log = किसने देखा, यह सूची चेन पर दर्ज करें: { $count ->
    [one] { $count } पंक्ति
   *[other] { $count } पंक्तियाँ
}
act-ask-visit = { $name } से समय माँगें: { $when }
act-propose-visit = दूसरा समय सुझाएँ: { $when }
act-accept-visit = मुलाक़ात के लिए हाँ कहें
act-decline-visit = मुलाक़ात के लिए मना करें
act-cancel-visit = मुलाक़ात रद्द करें
act-complete-visit = दर्ज करें कि मुलाक़ात हो चुकी
act-release = { $name } के साथ मुलाक़ातों से मिली अनुमति समाप्त करें
act-prescribe = पर्ची लिखें, दवा { $count ->
    [one] { $count } बार देने के लिए
   *[other] { $count } बार देने के लिए
}
act-dispense = पर्ची की दवा दें
act-void = पर्ची रद्द करें
