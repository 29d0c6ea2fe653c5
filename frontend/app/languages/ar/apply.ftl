# A professional applies.
apply-lead = أربع خطوات. لا يستطيع أحد أن يطلب مفتاحًا من مريض قبل أن يوافق المجلس.
apply-step-entry = بياناتك
apply-step-code = رمز على ورق
apply-step-licence = الترخيص
apply-step-council = المجلس
apply-entry = ما سيقرؤه المرضى
apply-entry-note = يصبح هذا علنيًا حين تُقبل. ويمكنك تغييره لاحقًا.
apply-send = قدّم الطلب
apply-approved = لقد قُبلت.
apply-approved-note = يجدك المرضى في الدليل، ولك أن تطلب منهم المفاتيح.
apply-begin = ابدأ
apply-suspended = أوقفك المجلس. لا يُفتح لك شيء حتى تُعاد.
apply-suspended-whom = من تسأل
apply-suspended-whom-note = يستطيع أي من هؤلاء المشرفين أن يصوّت لإعادتك. وترى هنا من فعل.
apply-rejected = رفض المجلس طلبك.
apply-rejected-why = السبب: { $reason }.
apply-again = تقدّم مرة أخرى
apply-again-send = قدّم الطلب من جديد
apply-other = هذا الحساب مسجل. الدور: { $role }.
apply-other-note = للحساب دور واحد، كي لا يجلس أحد على كرسيين. تقدّم بحساب آخر من محفظتك.
apply-other-home = إلى صفحاتي

form-role = ما دورك؟
form-certificate = الشهادة
form-certificate-choose = اختر شهادتك
form-certificate-kinds = صورة، أو ملف PDF قصير
form-certificate-public = تُنشر مع بياناتك، ليرى كل مشرف الملف نفسه. غطِّ ما لا يلزم أن يعرفه أحد. وبعد أن يقرر المجلس تُزال مع التغيير القادم لبياناتك.
form-certificate-busy = يُقرأ الملف.
form-certificate-remove = أزلها
form-certificate-unfit = لا يمكن قبول هذا الملف. اختر صورة أو ملف PDF.
form-certificate-large = هذا الملف كبير جدًا. أما الصورة فتُصغَّر وحدها.

licence-title = ترخيصك
licence-note = تبحث خدمة التراخيص عن الرقم في سجل التراخيص، وترسل رمزًا إلى الهاتف المكتوب هناك.
licence-number = رقم الترخيص
licence-number-help = كما هو على ترخيصك؛ من 3 إلى 32 حرفًا ورقمًا.
licence-send = أرسل إليّ الرمز
licence-work = هذا الجهاز يعمل قليلًا
licence-percent = { $share } ٪
licence-work-note = بدل صورة تقرؤها. يستغرق بضع ثوانٍ، ويكلّف الروبوت ما يكلّفك.
licence-never-told = لا يُقال أبدًا هل الرقم موجود. إن لم يصل رمز فراجع الرقم، واسأل سجل التراخيص عن الهاتف المكتوب لديه.
licence-code-title = الرمز
licence-code-sent = إن كان هذا الرقم في سجل التراخيص فالرمز في طريقه إلى { $phone }.
licence-code-minutes = { $minutes ->
    [zero] لم يعد صالحًا
    [one] صالح لدقيقة واحدة
    [two] صالح لدقيقتين
    [few] صالح لـ { $minutes } دقائق
    [many] صالح لـ { $minutes } دقيقة
   *[other] صالح لـ { $minutes } دقيقة
}
licence-code-tries = { $count ->
    [zero] لم تبق محاولات
    [one] بقيت محاولة واحدة
    [two] بقيت محاولتان
    [few] بقيت { $count } محاولات
    [many] بقيت { $count } محاولة
   *[other] بقيت { $count } محاولة
}
licence-code = ستة أرقام
licence-code-wrong = الرمز أو الرقم خاطئ.
licence-code-over = استُنفد هذا الرمز. اطلب إرسال غيره.
licence-code-again = رمز آخر
licence-code-hand-in = سلّمه
licence-code-wait = يُدوَّن الترخيص على السلسلة. يستغرق ذلك بضع ثوانٍ.

council-title = دور المجلس
council-licence-note = دُوّن على السلسلة.
council-waiting = قدّمت طلبك { $when }
council-waiting-note = أُبلغ المشرفون. تُظهر هذه الصفحة وحدها من وافق؛ ويمكنك إغلاقها.
council-awaited = تُقرأ الأصوات من السلسلة.
council-certificate = أضف الشهادة أو غيّرها
council-agreed = وافق
council-not-yet = ليس بعد
council-count = وافق { $count } من { $quorum }.
