# Pages of the council.
admin-no-records = आप लोगों के खाते सँभालते हैं। आप किसी मरीज़ का रिकॉर्ड नहीं देख सकते, और इसे कोई बदल नहीं सकता।
account = खाता
you = आप

vote-carried = फ़ैसला हो गया। यह अब से लागू है।
vote-waiting = आपने मत दे दिया। { $count ->
    [one] { $count } और सहमति चाहिए।
   *[other] { $count } और सहमतियाँ चाहिए।
}
vote-back = आपका मत वापस ले लिया गया।
vote-until = काफ़ी लोग सहमत न हुए तो समाप्त: { $when }।
vote-count = { $quorum } में से { $count }
vote-own = यह आपके बारे में है, इसलिए इस पर आपका मत नहीं।
vote-retract = मेरा मत वापस लें
vote-agree = सहमत हूँ
vote-nobody = अभी कोई सहमत नहीं हुआ।
vote-by = सहमत: { $names }

why-reason = क्यों
why-public = कारण सूची से चुना जाता है, क्योंकि वह सबके सामने चेन पर हमेशा के लिए रहता है।
why-vote = मत दें

applications-lead = { $count ->
    [one] मरीज़ से चाबी माँगने से पहले { $count } प्रशासक की सहमति चाहिए।
   *[other] मरीज़ से चाबी माँगने से पहले { $count } प्रशासकों की सहमति चाहिए।
}
applications-lead-general = मरीज़ से चाबी माँगने से पहले परिषद की सहमति चाहिए।
applications-waiting = फ़ैसले की प्रतीक्षा में
applications-awaited = आवेदन चेन से पढ़े जा रहे हैं।
applications-none = कोई फ़ैसले की प्रतीक्षा में नहीं है
applications-none-note = किसी का लाइसेंस मिलने पर आपको बताया जाएगा।
applications-applied = { $role } · { $trade } · { $when } आवेदन किया
applications-lately = हाल में जिन पर सहमति हुई
applications-lately-awaited = हाल के फ़ैसले लाए जा रहे हैं।
applications-lately-none = अभी कोई फ़ैसला नहीं हुआ।

application-lead = लाइसेंस की सूची ने क्या बताया, वे अपने बारे में क्या कहते हैं, और परिषद क्या सोचती है।
application-awaited = आवेदन पढ़कर चेन से मिलाया जा रहा है।
application-none = इस खाते का कोई आवेदन नहीं है।
application-attested = लाइसेंस और कोड मेल खाते हैं
application-not-attested = लाइसेंस की जाँच अभी नहीं हुई
application-licence = लाइसेंस
application-licence-good = सूची में मिला, और जिसका है उसने जवाब दिया।
application-licence-good-note = लाइसेंस इस भूमिका के लिए मान्य है, और सूची में लिखे फ़ोन पर भेजा गया कोड वापस आया।
application-licence-none = अभी जाँच नहीं हुई।
application-licence-none-note = आवेदक ने अब तक लाइसेंस का नंबर और कोड नहीं भरा है। उससे पहले किसी को मंज़ूरी नहीं मिल सकती।
application-licence-proof = लाइसेंस सेवा ने क्या देखा, उसकी चेन पर दर्ज मुहर। नंबर किसी को नहीं बताया जाता।
application-said = वे अपने बारे में क्या कहते हैं
application-no-card = उनका परिचय पढ़ा नहीं जा सकता।
application-since = आवेदन किया
application-decision = फ़ैसला
application-question = क्या { $name } काम कर सकते हैं और मरीज़ों से चाबी माँग सकते हैं?
application-missing = { $count ->
    [0] काफ़ी लोग सहमत हैं।
    [one] { $count } और प्रशासक की सहमति चाहिए।
   *[other] { $count } और प्रशासकों की सहमति चाहिए।
}
application-not-yet = पहले लाइसेंस मिलना ज़रूरी है।
application-voted = आप सहमत हैं
application-voted-note = दूसरों की सहमति भी चाहिए। उन्हें बता दिया गया है।
application-approve = मंज़ूर करें
application-reject = नामंज़ूर करें
application-reject-title = { $name } को नामंज़ूर करें?
application-reject-lead = उन्हें कारण बताया जाता है, और वे फिर आवेदन कर सकते हैं।
application-votes = अब तक के मत
application-council = परिषद में कौन है
application-approved = मंज़ूर। वे काम कर सकते हैं और निर्देशिका में हैं।
application-rejected = नामंज़ूर। वे फिर आवेदन कर सकते हैं।
application-suspended = निलंबित। वे काम नहीं कर सकते।

certificate = प्रमाणपत्र
certificate-none = कोई प्रमाणपत्र नहीं दिया गया।
certificate-none-note = आवेदक इसे अब भी जोड़ सकते हैं। प्रतीक्षा करें, या आवेदन को अधूरा बताकर नामंज़ूर करें।
certificate-image = प्रमाणपत्र की तस्वीर
certificate-save = सहेजें
certificate-public = आवेदक ने इसे प्रविष्टि के साथ प्रकाशित किया। नाम और नंबर लाइसेंस की सूची से मिलाएँ।

professionals-lead = जिन पर परिषद ने फ़ैसला किया। जो निलंबित है, वह उसी पल से कुछ नहीं खोल सकता।
professionals-awaited = पेशेवर लोगों की सूची लाई जा रही है।
professionals-vote = मतदान चल रहा है
professionals-all = सभी
professionals-standing = स्थिति
professionals-none = कोई मेल नहीं खाता।
professionals-since = { $trade } · { $day } से
professionals-look = देखें
professionals-suspend = निलंबित करें
professionals-reinstate = बहाल करें
professionals-suspend-title = { $name } को निलंबित करें?
professionals-suspend-lead = काफ़ी प्रशासकों के सहमत होते ही, बहाल होने तक उनकी कोई चाबी कुछ नहीं खोलेगी।

admins-lead = परिषद मिलकर फ़ैसला करती है। अपने बारे में कोई ख़ुद फ़ैसला नहीं करता।
admins-awaited = परिषद चेन से पढ़ी जा रही है।
admins-open = मतदान चल रहा है
admins-open-none = किसी बात पर मतदान नहीं चल रहा।
admins-members = परिषद में
admins-dismiss = पद से हटाएँ
admins-dismiss-title = { $name } को पद से हटाएँ?
admins-dismiss-lead = काफ़ी प्रशासकों के सहमत होते ही उनका पद चला जाएगा।
admins-dismiss-vote = हटाने के लिए मत दें
admins-quorum-title = कितनों की सहमति चाहिए
admins-quorum-now = अभी { $admins } में से { $count } की सहमति चाहिए।
admins-quorum-new = अब से
admins-quorum = { $count ->
    [one] { $count } प्रशासक
   *[other] { $count } प्रशासक
}
admins-quorum-one = तब एक ही प्रशासक अकेले सब कुछ तय करेगा।
admins-quorum-vote = बदलने के लिए मत दें
admins-appoint = प्रशासक नियुक्त करें
admins-appoint-note = वह खाता किसी और रूप में दर्ज नहीं होना चाहिए: कोई दो कुर्सियों पर नहीं बैठता।
admins-appoint-whom = किसका खाता
admins-appoint-vote = नियुक्ति के लिए मत दें

workers-lead = मशीनें जिनके पास पद है। वे केवल वही पढ़ती हैं जो मरीज़ पढ़ने दें।
workers-awaited = सेवाओं की सूची लाई जा रही है।
workers-reading = पठन सेवाएँ
workers-reading-note = मरीज़ जिन रिकॉर्ड की चाबी दें, ये उन्हें पढ़ती हैं और निष्कर्ष लौटाती हैं, जिन पर डॉक्टर के हस्ताक्षर ज़रूरी हैं।
workers-licence = लाइसेंस सेवाएँ
workers-licence-note = ये लाइसेंस को सूची में खोजती हैं, और किसने देखा इसकी सूची चेन पर दर्ज करती हैं।
workers-none = यह पद किसी के पास नहीं है।
workers-since = { $role } · { $day } से
workers-no-keys = अभी चाबियाँ नहीं हैं
workers-appoint = सेवा नियुक्त करें
workers-appoint-note = मशीन का खाता लिखें। काफ़ी प्रशासकों के सहमत होते ही वह सक्रिय हो जाएगी।
workers-office = किस पद पर
workers-account = उसका खाता

assignments-lead = आप मरीज़ को डॉक्टर सुझा सकते हैं। इससे कुछ नहीं खुलता; फ़ैसला मरीज़ करते हैं।
assignments-propose = डॉक्टर सुझाएँ
assignments-note = सुझाव मरीज़ के पन्ने पर केवल एक नाम है, और कुछ नहीं। चाबी केवल मरीज़ दे सकते हैं।
assignments-patient = मरीज़ का खाता
assignments-patient-help = यह मरीज़ आपको बताते हैं: 0x और 40 अक्षर-अंक।
assignments-now = अभी का सुझाव: { $name }
assignments-take = वापस लें
assignments-take-title = सुझाव वापस लें?
assignments-take-lead = यह मरीज़ के पन्ने से हट जाएगा।
assignments-taken = सुझाव वापस ले लिया गया।
assignments-doctor = डॉक्टर
assignments-choose = डॉक्टर चुनें
assignments-do = सुझाएँ
assignments-done = सुझाव दे दिया गया। मरीज़ और डॉक्टर को बताया जाता है।
assignments-history = आपके सुझाव
assignments-awaited = आपके सुझाव लाए जा रहे हैं।
assignments-none = अभी कोई सुझाव नहीं
assignments-none-note = आप जो सुझाएँगे, वह अपने प्रमाण के साथ यहाँ दिखेगा।

entry-house = कहाँ काम करते हैं
entry-address = पता
entry-phone = फ़ोन
entry-about = उनके शब्दों में
