## Signing
sign-title = हस्ताक्षर से पहले
sign-lead = इसके बाद { $wallet } आपसे पूछेगा।
sign-in-title = साइन इन
sign-in-what = इस पेज पर एक घंटे का सत्र खोलें
sign-in-cost = कुछ नहीं
sign-in-text = पूरा पाठ
sign-where = कहाँ
sign-cost = ख़र्च
sign-cost-awaited = हिसाब हो रहा है
sign-cost-fee = अधिकतम { $fee }
sign-cost-both = अधिकतम { $fee }, और { $held } ज़रूरत रहने तक रखा जाता है
sign-times = { $count ->
    [one] { $count } बार
   *[other] { $count } बार
}
sign-yes = हस्ताक्षर करें
sign-no = अभी नहीं
sign-give-up = रहने दें
sign-go-on = इस बीच आगे बढ़ें
sign-in-wallet = { $wallet } आपसे हस्ताक्षर माँग रहा है। आपके करने तक कुछ नहीं होगा।
sign-sent = हस्ताक्षर हो गया। चेन पर जगह की प्रतीक्षा है।
sign-included = यह चेन पर है। जब तक कोई इसे उलट न सके, तब तक प्रतीक्षा है।
sign-final = यह अंतिम है।
sign-unsigned = { $wallet } ने हस्ताक्षर नहीं किया। कुछ नहीं हुआ।
step-wrapped = चाबियाँ लपेटी गईं
step-wallet = वॉलेट में हस्ताक्षर
step-chain = चेन पर
step-final = अंतिम
heard-asked = कुछ आपके हस्ताक्षर की प्रतीक्षा में है।
heard-wallet = आपका वॉलेट हस्ताक्षर माँग रहा है।
heard-sent = हस्ताक्षर हुआ, चेन की प्रतीक्षा।
heard-included = चेन पर, अभी अंतिम नहीं।
heard-unsigned = वॉलेट ने हस्ताक्षर नहीं किया।

## What is said
act-introduce = अनुबंधों का एक-दूसरे से परिचय कराएँ
act-register = आपको रजिस्टर में दर्ज करें: { $role }
act-leave = Chartkey छोड़ें
act-rotate-keys = अपनी नई चाबियाँ प्रकाशित करें
act-revise = निर्देशिका में अपनी प्रविष्टि बदलें
act-attest-licence = { $name } के लाइसेंस की पुष्टि करें
act-vote = मत दें: { $motion }
act-unvote = मत वापस लें: { $motion }
act-assign = { $patient } को { $doctor } का सुझाव दें
act-unassign = { $patient } को सुझाया गया डॉक्टर वापस लें
act-appoint-guardian = { $name } को अपना संरक्षक बनाएँ
act-dismiss-guardian = { $name } की संरक्षकता समाप्त करें
act-affiliate = { $name } को अपने संस्थान में लें
act-part = { $name } से संबद्धता समाप्त करें
motion-approve = { $name } को स्वीकृति
motion-reject = { $name } को अस्वीकार: { $reason }
motion-suspend = { $name } को निलंबित: { $reason }
motion-reinstate = { $name } की बहाली
motion-appoint = { $name } की नियुक्ति: { $office }
motion-dismiss = { $name } को पद से हटाना
motion-quorum = अब से { $count ->
    [one] { $count } प्रशासक निर्णय करे
   *[other] { $count } प्रशासक निर्णय करें
}
motion-upgrade = एक अनुबंध का नवीनीकरण
act-request = { $name } से चाबी माँगें: { $scope }
act-drop-request = { $name } से किया अनुरोध वापस लें
act-answer-yes = { $name } को हाँ कहें
act-answer-no = { $name } को ना कहें
act-grant = { $name } को चाबी दें: { $scope }
act-revoke = { $name } की चाबी वापस लें
act-narrow = { $name } की चाबी छोटी करें
act-keep-card = इसे अपना आपातकालीन कार्ड बनाएँ
act-drop-card = अब कोई आपातकालीन कार्ड न रखें
act-break-glass = { $name } का आपातकालीन कार्ड खोलें; उन्हें और उनके संरक्षकों को बताया जाएगा
act-mend-glass = { $name } के लिए अपना आपातकालीन कार्ड बंद करें
act-open-link = एक साझा लिंक खोलें
act-open-link-counted = एक साझा लिंक खोलें, { $count ->
    [one] { $count } बार देखने के लिए
   *[other] { $count } बार देखने के लिए
}
act-close-link = एक साझा लिंक बंद करें
act-view-link = साझा लिंक का एक दृश्य गिनें
scope-everything = सभी रिकॉर्ड, आने वाले भी
scope-kinds = इन प्रकारों के रिकॉर्ड: { $kinds }
scope-records = { $count ->
    [one] { $count } रिकॉर्ड
   *[other] { $count } रिकॉर्ड
}
scope-written = { $from } से { $until } तक लिखे रिकॉर्ड
scope-by-reader = उनके अपने लिखे रिकॉर्ड
scope-except = { $scope }; { $count ->
    [one] { $count } अपवाद
   *[other] { $count } अपवाद
}
terms-openings = { $count ->
    [one] { $count } बार खोलना
   *[other] { $count } बार खोलना
}
terms-may-write = रिकॉर्ड जोड़ सकते हैं
act-add-mine = अपने रिकॉर्ड में जोड़ें: { $kind }
act-add = { $name } के रिकॉर्ड में जोड़ें: { $kind }
act-amend = रिकॉर्ड का नया संस्करण जोड़ें
act-rekey = एक रिकॉर्ड फिर से सील करें
act-withdraw = एक रिकॉर्ड वापस लें
act-announce = बताएँ कि आप एक रिकॉर्ड खोल रहे हैं
act-attest = मशीन ने जो पाया वह बताएँ
act-sign-off-agree = निष्कर्ष पर हस्ताक्षर: आप सहमत हैं
act-sign-off-disagree = निष्कर्ष पर हस्ताक्षर: आप असहमत हैं
act-sign-off-amended = अपने सुधारों के साथ निष्कर्ष पर हस्ताक्षर
act-retract-finding = एक निष्कर्ष वापस लें
act-anchor-log = पहुँच लॉग को { $count ->
    [one] { $count } पंक्ति
   *[other] { $count } पंक्तियों
} पर स्थिर करें
act-ask-visit = { $name } से समय माँगें: { $when }
act-propose-visit = दूसरा समय सुझाएँ: { $when }
act-accept-visit = मुलाक़ात स्वीकार करें
act-decline-visit = मुलाक़ात अस्वीकार करें
act-cancel-visit = मुलाक़ात रद्द करें
act-complete-visit = मुलाक़ात को पूरा चिह्नित करें
act-release = { $name } के साथ रखे समय छोड़ें
act-prescribe = नुस्ख़ा लिखें, { $count ->
    [one] { $count } बार देने के लिए
   *[other] { $count } बार देने के लिए
}
act-dispense = नुस्ख़े की दवा दें
act-void = नुस्ख़ा वापस लें
