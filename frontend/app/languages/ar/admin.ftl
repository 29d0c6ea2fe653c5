# Pages of the council.
admin-no-records = أنت تدير شؤون الأشخاص. لا تستطيع رؤية سجل أي مريض، ولا يستطيع أحد تغيير ذلك.
account = الحساب
you = أنت

vote-carried = تقرّر ذلك، وهو سارٍ من الآن.
vote-waiting = لقد صوّتَّ. { $count ->
    [zero] لا يلزم صوت آخر.
    [one] يلزم أن يوافق واحد آخر.
    [two] يلزم أن يوافق اثنان آخران.
    [few] يلزم أن يوافق { $count } آخرون.
    [many] يلزم أن يوافق { $count } آخرون.
   *[other] يلزم أن يوافق { $count } آخرون.
}
vote-back = سُحب صوتك.
vote-until = يسقط { $when } إن لم يوافق عدد كافٍ.
vote-count = { $count } من { $quorum }
vote-own = هذا عنك، فلا صوت لك فيه.
vote-retract = اسحب صوتي
vote-agree = موافق
vote-nobody = لم يوافق أحد بعد.
vote-by = وافق: { $names }

why-reason = السبب
why-public = يُختار السبب من قائمة، لأنه يبقى على سلسلة علنية إلى الأبد.
why-vote = صوّت

applications-lead = { $count ->
    [zero] لا يلزم أن يوافق أي مشرف قبل أن يطلب أحد مفتاحًا من مريض.
    [one] يجب أن يوافق مشرف واحد قبل أن يطلب أحد مفتاحًا من مريض.
    [two] يجب أن يوافق مشرفان قبل أن يطلب أحد مفتاحًا من مريض.
    [few] يجب أن يوافق { $count } مشرفين قبل أن يطلب أحد مفتاحًا من مريض.
    [many] يجب أن يوافق { $count } مشرفًا قبل أن يطلب أحد مفتاحًا من مريض.
   *[other] يجب أن يوافق { $count } مشرف قبل أن يطلب أحد مفتاحًا من مريض.
}
applications-lead-general = يجب أن يوافق المجلس قبل أن يطلب أحد مفتاحًا من مريض.
applications-waiting = بانتظار قرار
applications-awaited = تُقرأ الطلبات من السلسلة.
applications-none = لا أحد ينتظر قرارًا
applications-none-note = يصلك الخبر حين يوجد ترخيص أحدهم في سجل التراخيص.
applications-applied = { $role } · { $trade } · تقدّم { $when }
applications-lately = ما تقرّر مؤخرًا
applications-lately-awaited = تُجلب القرارات الأخيرة.
applications-lately-none = لم يتقرر شيء بعد.

application-lead = ما قاله سجل التراخيص، وما يقوله مقدّم الطلب عن نفسه، وما يراه المجلس.
application-awaited = يُقرأ الطلب ويُراجع على السلسلة.
application-none = لا طلب لهذا الحساب.
application-attested = الترخيص والرمز مطابقان
application-not-attested = لم يُفحص الترخيص بعد
application-licence = الترخيص
application-licence-good = وُجد في سجل التراخيص، وأجاب صاحبه.
application-licence-good-note = الترخيص صالح لهذا الدور، والرمز المرسل إلى الهاتف المكتوب في سجل التراخيص عاد إلينا.
application-licence-none = لم يُفحص بعد.
application-licence-none-note = لم يُدخل مقدّم الطلب رقم الترخيص والرمز حتى الآن. ولا يمكن قبول أحد قبل ذلك.
application-licence-proof = ما رأته خدمة التراخيص، ختمًا على السلسلة. ولا يكشف الرقم لأحد.
application-said = ما يقوله عن نفسه
application-no-card = لا يمكن قراءة بطاقته.
application-since = تاريخ الطلب
application-decision = القرار
application-question = هل يُسمح لـ { $name } أن يعمل ويطلب المفاتيح من المرضى؟
application-missing = { $count ->
    [zero] وافق عدد كافٍ.
    [one] يجب أن يوافق مشرف آخر.
    [two] يجب أن يوافق مشرفان آخران.
    [few] يجب أن يوافق { $count } مشرفين آخرين.
    [many] يجب أن يوافق { $count } مشرفًا آخر.
   *[other] يجب أن يوافق { $count } مشرف آخر.
}
application-not-yet = لا بد أن يوجد الترخيص أولًا.
application-voted = لقد وافقت
application-voted-note = يجب أن يوافق آخرون أيضًا، وقد أُبلغوا.
application-approve = اقبل
application-reject = ارفض
application-reject-title = هل ترفض { $name }؟
application-reject-lead = يُبلَّغ بالسبب، وله أن يتقدّم من جديد.
application-votes = الأصوات حتى الآن
application-council = أعضاء المجلس
application-approved = قُبل. يجوز له أن يعمل وهو في الدليل.
application-rejected = رُفض. له أن يتقدّم من جديد.
application-suspended = موقوف. لا يجوز له أن يعمل.

certificate = الشهادة
certificate-none = لم تُقدَّم شهادة.
certificate-none-note = ما زال بإمكان مقدّم الطلب إضافتها. انتظرها، أو ارفض الطلب لأنه ناقص.
certificate-image = صورة الشهادة
certificate-save = احفظ
certificate-public = نشرها مقدّم الطلب مع بياناته. قارن الاسم والرقم بسجل التراخيص.

professionals-lead = من قرّر المجلس في أمرهم. من يوقَف لا يفتح شيئًا من تلك اللحظة.
professionals-awaited = تُجلب قائمة المهنيين.
professionals-vote = قيد التصويت
professionals-all = الجميع
professionals-standing = الوضع
professionals-none = لا أحد يناسب ذلك.
professionals-since = { $trade } · منذ { $day }
professionals-look = انظر
professionals-suspend = أوقف
professionals-reinstate = أعِد
professionals-suspend-title = هل توقف { $name }؟
professionals-suspend-lead = حين يوافق عدد كافٍ من المشرفين، لا يفتح أي مفتاح معه شيئًا حتى يُعاد.

admins-lead = يقرر المجلس معًا. ولا أحد يقرر في أمر نفسه.
admins-awaited = يُقرأ المجلس من السلسلة.
admins-open = قيد التصويت
admins-open-none = لا شيء قيد التصويت.
admins-members = أعضاء المجلس
admins-dismiss = إعفاء
admins-dismiss-title = هل تعفي { $name }؟
admins-dismiss-lead = حين يوافق عدد كافٍ من المشرفين، يزول المنصب.
admins-dismiss-vote = صوّت على الإعفاء
admins-quorum-title = كم يجب أن يوافق
admins-quorum-now = يجب الآن أن يوافق { $count } من { $admins }.
admins-quorum-new = من الآن
admins-quorum = { $count ->
    [zero] لا مشرف
    [one] مشرف واحد
    [two] مشرفان
    [few] { $count } مشرفين
    [many] { $count } مشرفًا
   *[other] { $count } مشرف
}
admins-quorum-one = عندها يقرر مشرف واحد وحده كل شيء.
admins-quorum-vote = صوّت على التغيير
admins-appoint = تعيين مشرف
admins-appoint-note = يجب ألا يكون الحساب مسجلًا لشيء آخر: لا أحد يجلس على كرسيين.
admins-appoint-whom = حساب من
admins-appoint-vote = صوّت على التعيين

workers-lead = آلات لها منصب. لا تقرأ إلا ما يسمح لها المرضى بقراءته.
workers-awaited = تُجلب الخدمات.
workers-reading = خدمات القراءة
workers-reading-note = تقرأ سجلات أعطاها المرضى مفاتيح لها، وتعيد نتائج لا بد أن يوقّعها طبيب.
workers-licence = خدمات التراخيص
workers-licence-note = تبحث عن التراخيص في سجل التراخيص، وتدوّن قائمة من اطّلع على السلسلة.
workers-none = لا أحد في هذا المنصب.
workers-since = { $role } · منذ { $day }
workers-no-keys = لا مفاتيح لها بعد
workers-appoint = تعيين خدمة
workers-appoint-note = أدخل حساب الآلة. تصبح نشطة حين يوافق عدد كافٍ من المشرفين.
workers-office = بأي صفة
workers-account = حسابها

assignments-lead = يمكنك أن تقترح طبيبًا على مريض. هذا لا يفتح شيئًا؛ والقرار للمريض.
assignments-propose = اقترح طبيبًا
assignments-note = الاقتراح اسم على صفحة المريض لا أكثر. والمريض وحده يعطي مفتاحًا.
assignments-patient = حساب المريض
assignments-patient-help = يخبرك به المريض: يبدأ بـ 0x ثم 40 حرفًا ورقمًا.
assignments-now = المقترح الآن: { $name }
assignments-take = اسحبه
assignments-take-title = هل تسحب الاقتراح؟
assignments-take-lead = يزول من صفحة المريض.
assignments-taken = سُحب الاقتراح.
assignments-doctor = الطبيب
assignments-choose = اختر طبيبًا
assignments-do = اقترح
assignments-done = تم الاقتراح. أُبلغ المريض والطبيب.
assignments-history = ما اقترحته
assignments-awaited = تُجلب اقتراحاتك.
assignments-none = لا اقتراحات بعد
assignments-none-note = ما تقترحه يظهر هنا مع إثباته.

entry-house = يعمل في
entry-address = العنوان
entry-phone = الهاتف
entry-about = بكلماته
