# What somebody sees who opens a share link.
shared-lead = يُفتح في هذا المتصفح فقط. ومن ينقله لا يستطيع قراءته.
shared-title = شخص ما يشارك سجلات معك
shared-paste = الرابط
shared-paste-note = أعطاك شخص رابط مشاركة. افتحه كما وصلك، أو ألصقه هنا.
shared-unreadable = لا يمكن قراءة هذا الرابط. ربما ضاع جزء منه؛ اطلبه مرة أخرى.
shared-sealed = هو مختوم إلى أن تفتحه.
shared-until = مفتوح حتى { $when }
shared-name = اسمك
shared-name-help = يستطيع المريض أن يتعرّف عليه في قائمة من اطّلع. لا يُحفظ منه إلا بصمته.
shared-passcode = رمز الدخول
shared-passcode-help = يخبرك به من أرسل الرابط، بطريق آخر.
shared-wrong = { $count ->
    [zero] رمز الدخول خاطئ. لم تبق محاولات.
    [one] رمز الدخول خاطئ. بقيت محاولة واحدة.
    [two] رمز الدخول خاطئ. بقيت محاولتان.
    [few] رمز الدخول خاطئ. بقيت { $count } محاولات.
    [many] رمز الدخول خاطئ. بقيت { $count } محاولة.
   *[other] رمز الدخول خاطئ. بقيت { $count } محاولة.
}
shared-open = افتح
shared-note = يُدوَّن الفتح للمريض على السلسلة قبل أن يظهر أي شيء.
shared-counting = تُدوَّن مشاهدتك على السلسلة. يستغرق ذلك بضع ثوانٍ.
shared-over = انتهى هذا الرابط.
shared-over-note = انقضت مدته، أو أُغلق، أو شوهد بقدر ما يجوز. اطلب رابطًا جديدًا.
shared-opened = { $count ->
    [zero] لا مستندات
    [one] مستند واحد
    [two] مستندان
    [few] { $count } مستندات
    [many] { $count } مستندًا
   *[other] { $count } مستند
}.
shared-nothing = لا يحوي الرابط شيئًا.
shared-untitled = المستند { $nth }
shared-closes = حين تغلق هذه الصفحة لا يبقى منها شيء في هذا المتصفح.
