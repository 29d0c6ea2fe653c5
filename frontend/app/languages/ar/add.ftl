add-lead = تُفحص الملفات وتُختم على هذا الجهاز. لا يستطيع أحد غيرك قراءتها، ولا حتى من يخزنها.
add-drop = أفلت الملفات هنا
add-types = PDF وصور وDICOM ونصوص وجداول وFHIR
add-choose = اختر ملفات
add-camera = التقط صورة
add-write = اكتب بضعة أسطر
add-write-label = أسطرك
add-write-help = كل ما تريد حفظه. لبطاقة الطوارئ: الحساسية والأدوية والأمراض ومن يُتصل به.
add-write-name = ملاحظة
add-write-long = { $count ->
    [zero] لا حروف زائدة.
    [one] حرف واحد زائد. اختصر النص، أو أضفه ملفًا.
    [two] حرفان زائدان. اختصر النص، أو أضفه ملفًا.
    [few] { $count } حروف زائدة. اختصر النص، أو أضفه ملفًا.
    [many] { $count } حرفًا زائدًا. اختصر النص، أو أضفه ملفًا.
   *[other] { $count } حرف زائد. اختصر النص، أو أضفه ملفًا.
}
add-write-take = تابع
add-write-taken = أسطرك في الأسفل. أعطها عنوانًا، ثم اختمها وأضفها.
add-looking = يُنظر في الملف.
add-unfit = لم يُقبل
add-added = أُضيف
add-remove = أزل { $name }
add-pages = { $count ->
    [zero] بلا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
    [many] { $count } صفحة
   *[other] { $count } صفحة
}
add-pixels = { $width } × { $height } بكسل
add-title = العنوان
add-title-help = كما ستبحث عنه. يُختم مع الملف.
add-kind = النوع
add-day = التاريخ المكتوب على المستند
add-day-help = اتركه فارغًا إن لم يوجد.
add-read-title = اطلب قراءتها
add-signs = { $count ->
    [zero] لا تسألك محفظتك.
    [one] تسألك محفظتك مرة واحدة.
    [two] تسألك محفظتك مرة لكل من السجلين. أبقِ هذه الصفحة مفتوحة حتى يُضافا.
    [few] تسألك محفظتك مرة لكل سجل من { $count } سجلات. أبقِ هذه الصفحة مفتوحة حتى تُضاف كلها.
    [many] تسألك محفظتك مرة لكل سجل من { $count } سجلًا. أبقِ هذه الصفحة مفتوحة حتى تُضاف كلها.
   *[other] تسألك محفظتك مرة لكل سجل من { $count } سجل. أبقِ هذه الصفحة مفتوحة حتى تُضاف كلها.
}
add-seal = { $count ->
    [zero] يُختم
    [one] اختم وأضف
    [two] اختم وأضف سجلين
    [few] اختم وأضف { $count } سجلات
    [many] اختم وأضف { $count } سجلًا
   *[other] اختم وأضف { $count } سجل
}
add-done = أُضيف { $name }.
add-all-done = { $count ->
    [zero] لم يُضف سجل.
    [one] أُضيف سجل واحد.
    [two] أُضيف سجلان.
    [few] أُضيفت { $count } سجلات.
    [many] أُضيف { $count } سجلًا.
   *[other] أُضيف { $count } سجل.
}
add-to-records = إلى سجلاتي
add-open = افتحه
add-not-read = أُضيف، لكن لم يمكن أن نطلب من أحد قراءته.

## Readings
reading-lead = تفتح خدمة القراءة هذا السجل وحده ليوم واحد، وتخبرك بما قرأت.
reading-note = كل خدمة تختارها تأخذ مفتاحًا لهذه السجلات ليوم واحد. ولا بد أن يتفق عدد منها.
reading-awaited = نبحث عن خدمات القراءة.
reading-nobody = لم تُعيَّن خدمة قراءة بعد.
reading-by = { $who }
reading-ask = أعطِ المفتاح واطلب القراءة
reading-asked = طُلبت القراءة. يصلك الخبر حين تتم.
job-waits = طُلب من { $who } { $when }
job-queued = ينتظر دوره.
job-reading = تجري قراءته.
job-posting = قُرئ، والنتيجة في طريقها إلى السلسلة.
job-parked = لم تمكن قراءته. اسحب الطلب واطلب من جديد.
job-done = قُرئ.
job-drop = اسحب الطلب

## Beside the original
compare-sure = لا شيء غير مؤكد. راجعه مع ذلك إن أحببت.
compare-unsure = { $count ->
    [zero] لا قيمة غير مؤكدة.
    [one] قيمة واحدة غير مؤكدة. تأتي أولًا.
    [two] قيمتان غير مؤكدتين. تأتيان أولًا.
    [few] { $count } قيم غير مؤكدة. تأتي أولًا.
    [many] { $count } قيمة غير مؤكدة. تأتي أولًا.
   *[other] { $count } قيمة غير مؤكدة. تأتي أولًا.
}
compare-original = الأصل
compare-read = ما قُرئ
compare-newer = للسجل نسخة أحدث من التي قُرئت.
compare-another-name = الورقة باسم { $paper }، وهذا السجل يخص { $own }. تأكد من أنها الورقة الصحيحة.
compare-names = تذكر الورقة: { $names }
compare-look-up = ابحث عنهم في الدليل
compare-listed = في الدليل:
compare-not-listed = لا يضم الدليل «{ $name }». كثير من الأطباء والمستشفيات ليسوا فيه.
compare-none = لم تُقرأ قيم
compare-none-note = لا تقول النتيجة ما يمكن تصحيحه قيمةً قيمة.
compare-back = العودة إلى السجل
compare-others = { $count ->
    [zero] لا قيم أخرى
    [one] قيمة أخرى
    [two] قيمتان أخريان
    [few] { $count } قيم أخرى
    [many] { $count } قيمة أخرى
   *[other] { $count } قيمة أخرى
}
compare-how-sure = كانت الآلة واثقة بنسبة { $percent } ٪.
compare-needed = لا بد من قيمة.
compare-changed = غيّرتها أنت
compare-seen = نظرت فيها
compare-value = { $name }: القيمة
compare-unit = { $name }: الوحدة
compare-where = أرني أين
compare-right = صحيحة
compare-waiting = { $count ->
    [zero] لا قيمة تنتظرك.
    [one] قيمة واحدة تنتظرك.
    [two] قيمتان تنتظرانك.
    [few] { $count } قيم تنتظرك.
    [many] { $count } قيمة تنتظرك.
   *[other] { $count } قيمة تنتظرك.
}
compare-keep-right = وجدت كل شيء كما قُرئ.
compare-keep-changed = { $count ->
    [zero] لم تغيّر شيئًا.
    [one] غيّرت قيمة واحدة.
    [two] غيّرت قيمتين.
    [few] غيّرت { $count } قيم.
    [many] غيّرت { $count } قيمة.
   *[other] غيّرت { $count } قيمة.
}
compare-keep-note = تُحفظ القيم نسخةً جديدة باسمك. ويبقى الأصل والنتيجة كما هما.
compare-keep = احفظ هذه القيم
compare-kept = حُفظت قيمك.
compare-keys = مفتاح Enter يعني أن السطر صحيح وينتقل إلى التالي؛ ومفتاح Escape يتركه.
compare-entry = { $name }: الاسم
compare-more = { $name }: الجرعة أو المزيد
compare-where-page = أظهر الموضع في الصفحة { $page }
compare-strike = ليس في الصفحة
compare-gone = ليس في الصفحة
compare-gone-note = ليس في الصفحة سطر كهذا. لن يكون ضمن ما تحفظه.
compare-gone-not = هو في الصفحة فعلًا
teach-yes = أريد أيضًا ملفًا بما صححته، لتتعلم منه برامج القراءة.
teach-note = في الملف قطع الصفحة التي فيها القيم والأدوية والتشخيصات، وما قُرئ، وما تقوله أنت. تُترك أسماء الناس وأرقامهم، لكن قد تُظهر القطعة ما بجوارها. يُحفظ على هذا الجهاز، ولا يصل إلى أحد ما لم تعطه أنت. وتبقى موافقتك في النسخة التي توقّعها.
teach-not-saved = حُفظت قيمك. لم يحفظ المتصفح الملف.
teach-given = صنع صاحبها منها ملفًا للتعليم.

## Why a file is not taken
unfit-unreadable = لم تمكن قراءة الملف. اختره من جديد.
unfit-empty = الملف فارغ. تأكد أنه نُسخ حتى آخره.
unfit-too-large = الملف أكبر من { $limit }، وهو أقصى ما يُقبل من نوعه. قسّمه أو احفظه أصغر.
unfit-hidden-in-name = في اسم الملف حروف خفية قد تجعله يبدو غير ما هو. غيّر اسمه.
unfit-path-in-name = في اسم الملف إشارة إلى مجلدات. غيّر اسمه بلا / و \ و :
unfit-no-name = ليس للملف اسم. أعطه اسمًا.
unfit-name-too-long = اسم الملف طويل جدًا. قصّره.
unfit-reserved-name = اسم الملف كاسم جزء من الحاسوب. غيّر اسمه.
unfit-program-name = ينتهي الاسم كأسماء البرامج (.{ $ending }). لا تُقبل البرامج.
unfit-lying-name = ينتهي الاسم بـ .{ $ending } لكن المحتوى { $content }. احفظه من جديد من البرنامج الذي جاء منه.
unfit-archive = هذا ملف مضغوط. فكّه وأضف الملفات واحدًا واحدًا.
unfit-program = هذا برنامج. لا تُقبل البرامج.
unfit-web-page = هذه صفحة ويب، وقد تفعل شيئًا من نفسها. اطبعها إلى PDF وأضفه.
unfit-office = هذا مستند مكتبي، وقد يفعل شيئًا من نفسه. احفظه بصيغة PDF وأضفه.
unfit-not-taken = لا يُقبل { $what }. احفظه بصيغة PNG أو JPEG أو PDF وأضفه.
unfit-unknown = هذا النوع من الملفات غير معروف. احفظه بصيغة PDF أو PNG أو JPEG أو نصًا عاديًا وأضفه.
unfit-two-in-one = الملف نوعان في آن واحد، وأحدهما مخفي. احفظه من جديد من البرنامج الذي جاء منه.
unfit-trailing = بعد نهاية الملف شيء زائد. افتحه واحفظ نسخة منه.
unfit-damaged = الملف تالف. احفظه من جديد من البرنامج الذي جاء منه.
unfit-too-many-pixels = الصورة كبيرة جدًا: { $width } × { $height } بكسل. احفظها أصغر.
unfit-too-many-pages = في الملف أكثر من { $limit } صفحة. قسّمه.
unfit-bomb = ينتفخ الملف عند فتحه أكثر بكثير مما ينبغي، كما تفعل الملفات المصنوعة لتعطيل الحواسيب. لا يُقبل.
unfit-too-deep = الملف متداخل أعمق من أي سجل. صدّره من جديد.
unfit-entities = يعرّف الملف كلمات خاصة به. صدّره من دونها.
unfit-locked = ملف PDF مقفل. افتحه بكلمة سره، واحفظ نسخة بلا كلمة سر وأضفها.
unfit-active = ملف PDF هذا يفعل شيئًا حين يُفتح. اطبعه إلى PDF جديد وأضفه.
unfit-page-circle = صفحات ملف PDF هذا تدور في حلقة. اطبعه إلى PDF جديد وأضفه.
unfit-script = في النص شيء قد يشغّله المتصفح. احذفه وأضف الملف من جديد.
unfit-wrapped = الملف غلاف حول مستند. صدّر المستند وحده وأضفه.
