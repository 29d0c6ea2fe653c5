# What happened on the chain, in sentences.
contract-registry = लोग
contract-consent = चाबियाँ
contract-records = रिकॉर्ड
contract-care = मुलाक़ातें और पर्चियाँ

event-registered = { $name } Chartkey में आए। भूमिका: { $role }।
event-left = { $name } ने Chartkey छोड़ दिया।
event-keys-rotated = { $name } ने नई चाबियाँ प्रकाशित कीं।
event-profile-revised = { $name } ने निर्देशिका में अपनी प्रविष्टि बदली।
event-profile-pending = { $name } ने नई विशेषताएँ लिखीं; परिषद का फ़ैसला बाकी है।
event-licence-attested = { $by } को { $name } का लाइसेंस सूची में मिला, और जिसका है उसने जवाब दिया।
event-voted = { $by } ने मत दिया: { $motion }।
event-unvoted = { $by } ने मत वापस लिया: { $motion }।
event-carried = परिषद का फ़ैसला: { $motion }।
event-guardian-appointed = { $guardian } अब { $patient } के अभिभावक हैं।
event-guardian-dismissed = { $guardian } अब { $patient } के अभिभावक नहीं हैं।
event-assigned = { $by } ने { $patient } को { $doctor } का नाम सुझाया।
event-unassigned = { $patient } को सुझाया गया डॉक्टर वापस लिया गया।
event-affiliated = { $doctor } अब { $house } के हैं।
event-parted = { $doctor } अब { $house } के नहीं हैं।
event-introduced = Chartkey की चारों बहियाँ आपस में जोड़ी गईं।

event-requested = { $reader } ने { $patient } से चाबी माँगी। क्यों: { $purpose }।
event-request-dropped = { $reader } ने { $patient } से किया अनुरोध वापस लिया।
event-refused = { $by } ने { $reader } को चाबी नहीं दी।
event-granted = { $by } ने { $reader } को { $until } तक की चाबी दी। क्यों: { $purpose }।
event-narrowed = { $by } ने { $reader } की चाबी छोटी की।
event-revoked = { $by } ने { $reader } की चाबी वापस ली।
event-given-back = { $reader } ने { $patient } को चाबी लौटा दी।
event-renewed = { $by } ने { $patient } के सभी रिकॉर्ड फिर से सील करने शुरू किए।
event-announced = { $reader } ने { $patient } का एक रिकॉर्ड खोलने की सूचना दी; { $count ->
    [0] अब खोलने का कोई मौक़ा बाकी नहीं
    [one] अब { $count } बार और खोला जा सकता है
   *[other] अब { $count } बार और खोला जा सकता है
}।
event-card-kept = { $patient } ने आपात कार्ड तैयार रखा।
event-card-dropped = { $patient } ने आपात कार्ड हटा दिया।
event-glass-broken = { $by } ने { $patient } का काँच { $until } तक के लिए तोड़ा। क्यों: { $reason }।
event-glass-mended = { $by } ने { $patient } की वह आपात स्थिति समाप्त की जिसमें { $reader } ने काँच तोड़ा था।
event-link-opened = { $owner } ने { $until } तक का साझा लिंक बनाया।
event-link-closed = { $owner } ने एक साझा लिंक बंद किया।
event-link-viewed = किसी ने { $owner } का एक साझा लिंक देखा।

event-added = { $by } ने { $owner } के चार्ट में एक रिकॉर्ड जोड़ा: { $kind }।
event-added-own = { $owner } ने एक रिकॉर्ड जोड़ा: { $kind }।
event-amended = { $by } ने { $owner } के एक रिकॉर्ड का संस्करण { $version } लिखा।
event-rekeyed = { $owner } का एक रिकॉर्ड फिर से सील किया गया।
event-withdrawn = { $by } ने { $owner } का एक रिकॉर्ड वापस लिया।
event-attested = { $worker } ने { $owner } का एक रिकॉर्ड पढ़ा; { $count ->
    [one] { $count } पठन सेवा ने यह पाया
   *[other] { $count } पठन सेवाओं ने यही पाया
}।
event-signed-off = { $doctor } ने { $owner } के एक निष्कर्ष पर हस्ताक्षर किए: { $verdict }।
event-signature-retracted = { $doctor } ने { $owner } के एक निष्कर्ष से अपने हस्ताक्षर वापस लिए।
event-anchored = किसने देखा, यह सूची दर्ज की गई: { $count ->
    [one] { $count } पंक्ति
   *[other] { $count } पंक्तियाँ
}।

event-visit-proposed = { $doctor } के साथ { $patient } की मुलाक़ात का समय सुझाया गया: { $when }।
event-visit-accepted = { $patient } और { $doctor } की मुलाक़ात तय हुई: { $when }।
event-visit-declined = { $by } ने { $other } के साथ मुलाक़ात के लिए मना किया।
event-visit-cancelled = { $by } ने { $other } के साथ मुलाक़ात रद्द की।
event-visit-completed = { $patient } की { $doctor } से मुलाक़ात हुई।
event-released = { $patient } और { $doctor } के बीच मुलाक़ातों से मिली अनुमति समाप्त हुई।
event-prescribed = { $doctor } ने { $patient } के लिए पर्ची लिखी, दवा { $count ->
    [one] { $count } बार
   *[other] { $count } बार
} देने के लिए।
event-dispensed = { $pharmacy } ने { $patient } की पर्ची की दवा दी; { $count ->
    [0] अब कुछ बाकी नहीं
    [one] { $count } बार बाकी
   *[other] { $count } बार बाकी
}।
event-voided = { $by } ने { $patient } की एक पर्ची रद्द की।
