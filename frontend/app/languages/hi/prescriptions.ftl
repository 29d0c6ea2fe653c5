## Prescriptions, as patient, doctor and pharmacy see them
awaited-prescriptions = पर्चियाँ लाई जा रही हैं
prescriptions-lead = दवाख़ाने में कोड दिखाएँ, और दवाख़ाने को चाबी दें।
prescriptions-good = जिनकी दवा मिल सकती है
prescriptions-none-good = अभी किसी पर्ची की दवा नहीं मिल सकती।
prescriptions-past = पूरी हुई, समाप्त या रद्द
prescriptions-empty = अभी कोई पर्ची नहीं
prescriptions-empty-note = जिस डॉक्टर को आपने चाबी दी, या जो आपसे मिले, वे पर्ची यहाँ लिखते हैं।

prescription-times-left = { $count ->
    [0] कुछ बाकी नहीं
    [one] { $count } बार बाकी
   *[other] { $count } बार बाकी
}
prescription-used-up = पूरी हुई
prescription-over = समाप्त
prescription-void = रद्द
prescription-for = { $name } के लिए
prescription-until = { $day } तक
prescription-by-until = { $name } · { $day } तक
prescription-unknown = ऐसी कोई पर्ची नहीं है
prescription-unknown-note = हो सकता है वह रद्द हो गई हो, या किसी और की हो।
prescription-title = पर्ची
prescription-patient = किसके लिए
prescription-doctor = किसने लिखी
prescription-fills = दवा कितनी बार
prescription-says = क्या लिखा है
prescription-awaited = पर्ची खोली जा रही है
prescription-open = पूरा रिकॉर्ड खोलें
prescription-void-says = यह रद्द हो गई; अब कोई इसकी दवा नहीं देगा।
prescription-filled = दवा दी गई
prescription-never-filled = अभी नहीं।
prescription-code = दवाख़ाने के लिए
prescription-code-note = दवाख़ाने को यह स्कैन करने दें। यह पर्ची बताता है, आपके बारे में कुछ नहीं।
prescription-code-key = पढ़ने के लिए दवाख़ाने को पर्ची की दवा देने की चाबी चाहिए।
prescription-copy = कोड का पाठ कॉपी करें
prescription-give = दवाख़ाने को चाबी दें
prescription-take-back = रद्द करें
prescription-take-back-title = यह पर्ची रद्द करें?
prescription-take-back-note = इसके बाद कोई दवाख़ाना इसकी दवा नहीं दे सकेगा। इसे पलटा नहीं जा सकता; डॉक्टर नई लिख सकते हैं।

## Writing one
prescribe-fills = दवा कितनी बार दी जा सकती है
prescribe-fills-help = दवाख़ाना इससे ज़्यादा बार नहीं दे सकता।
prescribe-times = { $count ->
    [one] { $count } बार
   *[other] { $count } बार
}
prescribe-lasts = कितने समय तक चले
prescribe-two-signatures = आपका वॉलेट दो बार पूछेगा: सील किए शब्दों के लिए, और दवा कितनी बार दी जाए इसके लिए।
prescribe-do = पर्ची लिखें
prescribe-done = पर्ची लिख दी गई।
prescribe-preview = दवाख़ाना यह पढ़ेगा
paper-medicine-label = दवा
paper-medicine-help = दवा का नाम, मात्रा और रूप, जैसे “अमोक्सिसिलिन 500 मिग्रा, गोलियाँ”।
paper-amount-label = कितनी
paper-amount-help = जैसे “20 गोलियाँ”।
paper-how-label = कैसे लें
paper-how-help = जैसे “सुबह 1, नाश्ते से आधा घंटा पहले”।
paper-note-label = दवाख़ाने के लिए नोट
paper-medicine = Rp. { $medicine }
paper-for = मरीज़: { $name }
paper-issued = { $day } को { $name } ने लिखी

prescribed-lead = आपने क्या लिखा, और उसकी कितनी दवा दी गई।
prescribed-empty = अभी कुछ नहीं लिखा
prescribed-empty-note = मरीज़ का चार्ट खोलें और “दवा लिखें” चुनें।
