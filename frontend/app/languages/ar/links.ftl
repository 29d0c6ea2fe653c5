# Share links, for the one who opens them.
links-lead = لمن ليس لهم حساب: رابط يعرض بضعة سجلات لبعض الوقت.
links-awaited = نسأل السلسلة أي الروابط مفتوح.
links-none = لم تفتح رابطًا بعد.
links-none-note = يناسب الرابط طبيبًا في بلد آخر، أو قريبًا، أو مكتبًا يريد ورقة واحدة.
links-open = الروابط المفتوحة
links-none-open = لا رابط مفتوح.
links-over = روابط انتهت
links-note = الرابط المغلق لا يعرض شيئًا بعد ذلك. وما رآه أحد أو حفظه من قبل يبقى معه.
link-unnamed = رابط بلا اسم
link-viewed = { $count ->
    [zero] لم يُشاهَد بعد
    [one] شوهد مرة واحدة
    [two] شوهد مرتين
    [few] شوهد { $count } مرات
    [many] شوهد { $count } مرة
   *[other] شوهد { $count } مرة
}
link-until = حتى { $when }
link-over = انتهى
link-tag-over = انتهى
link-tag-open = مفتوح
link-left = { $count ->
    [zero] لم تبق مشاهدات
    [one] بقيت مشاهدة واحدة
    [two] بقيت مشاهدتان
    [few] بقيت { $count } مشاهدات
    [many] بقيت { $count } مشاهدة
   *[other] بقيت { $count } مشاهدة
}
link-show = اعرض
link-close = أغلق الرابط
link-close-title = هل تغلق هذا الرابط؟
link-close-note = لا يعرض بعد ذلك شيئًا، وتُحذف ملفاته.
link-close-yes = أغلقه
link-closed = أُغلق الرابط.
link-qr = رابط المشاركة، للمسح
link-for-people = يُفتح في أي متصفح
link-for-apps = لتطبيقات صحية أخرى
link-copy = انسخ الرابط
link-copy-app = انسخ الرابط للتطبيقات الصحية
link-key-inside = المفتاح داخل الرابط. من لديه الرابط يستطيع فتحه، فأرسله إلى شخص واحد فقط.
new-link-lead = أي سجلات، وحتى متى، وكم مرة.
new-link-records = أي سجلات؟
new-link-label = ماذا يُسمى
new-link-label-help = يظهر قبل أن يُفتح شيء. الأفضل ألا تذكر تشخيصًا.
new-link-passcode = اطلب رمز دخول
new-link-passcode-help = ستة أرقام تقولها له بالهاتف. وبعد خمس محاولات خاطئة يزول الرابط.
new-link-counted = حدّد عدد المشاهدات
new-link-counted-help = تُعدّ كل مشاهدة على السلسلة.
new-link-views = كم مشاهدة
new-link-frozen = يعرض الرابط هذه السجلات كما هي الآن. وليست فيه النسخ اللاحقة.
new-link-open = افتح الرابط
new-link-sealing = تُختم السجلات لهذا الرابط.
new-link-no-record = اختر سجلًا واحدًا على الأقل.
new-link-long-label = الاسم أطول من 80 حرفًا.
new-link-no-views = اذكر عدد المشاهدات، واحدة على الأقل.
new-link-ready = الرابط مفتوح
new-link-until = حتى { $when }
new-link-until-counted = { $count ->
    [zero] حتى { $when }، بلا مشاهدات
    [one] حتى { $when }، لمشاهدة واحدة
    [two] حتى { $when }، لمشاهدتين
    [few] حتى { $when }، لـ { $count } مشاهدات
    [many] حتى { $when }، لـ { $count } مشاهدة
   *[other] حتى { $when }، لـ { $count } مشاهدة
}
new-link-passcode-title = رمز الدخول
new-link-passcode-copy = انسخ رمز الدخول
new-link-passcode-apart = أوصله بطريق غير طريق الرابط، كالهاتف. لا يظهر إلا الآن.
new-link-done = إلى الروابط
