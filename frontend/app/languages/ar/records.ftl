## The list
records-lead = ما تضيفه أنت، وما يضيفه الأطباء من أجلك.
records-count = { $count ->
    [zero] لا سجلات.
    [one] سجل واحد، مختوم. لا يقرأ عنوانه إلا هذا الجهاز ما دام مفتوحًا.
    [two] سجلان مختومان. لا يقرأ عنوانيهما إلا هذا الجهاز ما دام مفتوحًا.
    [few] { $count } سجلات مختومة. لا يقرأ عناوينها إلا هذا الجهاز ما دام مفتوحًا.
    [many] { $count } سجلًا مختومًا. لا يقرأ عناوينها إلا هذا الجهاز ما دام مفتوحًا.
   *[other] { $count } سجل مختوم. لا يقرأ عناوينها إلا هذا الجهاز ما دام مفتوحًا.
}
records-add = أضف سجلات
records-search = ابحث في سجلاتك
records-kinds = أنواع السجلات
records-awaited = تُجلب سجلاتك وتُقارن بالسلسلة.
records-none = لا سجلات بعد
records-none-note = صوّر ورقة أو اختر ملفًا. يُختم على هذا الجهاز قبل أن يغادره.
records-no-fit = لا شيء يناسب
records-no-fit-note = جرّب كلمات أقل، أو أزل نوعًا.
records-found = { $count ->
    [zero] لم يوجد سجل
    [one] وُجد سجل واحد
    [two] وُجد سجلان
    [few] وُجدت { $count } سجلات
    [many] وُجد { $count } سجلًا
   *[other] وُجد { $count } سجل
}
records-line = { $kind } · { $day } · { $who }
records-line-own = { $kind } · { $day } · أضفته أنت
records-read = قرأته آلة
records-signed = موقّع
records-closed = لا يُفتح
records-versions = { $count ->
    [zero] لا نسخ
    [one] نسخة واحدة
    [two] نسختان
    [few] { $count } نسخ
    [many] { $count } نسخة
   *[other] { $count } نسخة
}

## One record
record-lead = { $kind }، أضافه { $who } { $day }
record-lead-own = { $kind }، أُضيف { $day }
record-sides = جوانب هذا السجل
record-awaited = تُسأل السلسلة عن هذا السجل.
record-content = ما يقوله
record-about = عنه
record-kind = النوع
record-by = أضافه
record-added = أُضيف
record-dated = تاريخه
record-share = أعطِ مفتاحًا
record-have-read = اطلب قراءته
record-amend = أضف نسخة
record-amend-note = اختر ملفًا. النسخة السابقة تبقى مقروءة.
record-amend-yes = اختم وأضف
record-amended = أُضيفت النسخة الجديدة.
record-withdraw = اسحب
record-withdraw-title = هل تسحب هذا السجل؟
record-withdraw-note = تُحذف كل نسخه من المخازن، ولا يفتحه أي مفتاح بعد ذلك. لا رجوع في هذا.
record-withdraw-known = من فتحه من قبل قد يظل يعرف ما يقوله.
record-withdraw-save = احفظ نسخة أولًا
record-withdraw-older = احفظ النسخ الأقدم
record-withdraw-saved = حُفظت أحدث نسخة كملف.
record-withdrawn = سُحب السجل.
record-corrected = راجع إنسان هذه القيم.
record-original = الأصل هو النسخة { $version }

gone-by-you = سحبتَ هذا السجل
gone-by = سحب { $by } هذا السجل من سجلاتك
gone-by-you-of = سحبتَ هذا السجل من سجلات { $owner }
gone-by-of = سحب { $by } هذا السجل من سجلات { $owner }
gone-mine = سُحب هذا السجل من سجلاتك
gone-of = سُحب هذا السجل من سجلات { $owner }
gone-unknown = لا يوجد سجل هنا
gone-unknown-note = إما أنه سُحب، وإما أنه لم يكن في هذا العنوان سجل قط. السجل المسحوب لا يُفتح بعد ذلك بأي مفتاح.
gone-means = لم يعد ممكنًا فتحه: حُذفت كل نسخه من المخازن، ولا يفتحه أي مفتاح.
gone-when = سُحب: { $when }
gone-stays = ما يبقى: أنه كان موجودًا ثم سُحب، وقائمة من اطّلع، وما يعرفه من فتحه من قبل.
gone-stays-reader = ما عرفتَه منه يبقى معروفًا لك. وفتحك له يبقى في قائمة المريض لمن اطّلع.

holders-title = من يستطيع فتحه
holders-awaited = تُجلب المفاتيح وتُقارن بالسلسلة.
holders-none = أنت وأوصياؤك ومن كتبه فقط.

## Content
viewer-awaited = يُجلب السجل ويُفتح ويُقارن بالسلسلة.
viewer-opened = السجل مفتوح.
viewer-save = احفظ
viewer-not-shown = لا يمكن عرض هذا النوع من الملفات هنا. احفظه وافتحه في برنامج تثق به.
viewer-cut = له تتمة؛ احفظه لترى الباقي.
viewer-pdf = المستند
viewer-pdf-save = هذا المتصفح لا يعرض PDF داخل الصفحة. احفظه لتقرأه.
viewer-picture = صورة: { $title }
viewer-picture-frame = صورة، تحرّكها بمفاتيح الأسهم إن كانت أكبر من إطارها
viewer-larger = أكبر
viewer-smaller = أصغر
viewer-turn = أدِرها
slide-header = من رأس الملف
slide-patient = الاسم
slide-modality = طريقة التصوير
slide-body-part = موضع الجسم
slide-study = الفحص
slide-series = المجموعة
slide-day = اليوم
slide-house = صُوّر في
slide-machine = الجهاز
slide-size = الحجم
slide-pixels = { $width } × { $height } بكسل
slide-picture = الصورة { $number } من الملف
slide-number = الصورة، من { $count }
slide-compressed = الصور في هذا الملف مضغوطة بطريقة لا يمكن عرضها هنا. احفظه لتفتحه في برنامج لهذه الملفات.
slide-level = السطوع
slide-window = التباين

## Tables and lists
facts-conditions = الأمراض
facts-medicines = الأدوية
facts-allergies = الحساسية
facts-vaccinations = التطعيمات
facts-over = انتهى
facts-none = لا شيء مدرج. النص الحر لا يُقرأ هنا
facts-as-it-came = كما ورد
facts-procedures = الإجراءات
facts-from = من { $house }
brought-title = السجلات الصحية لـ { $name }
brought-about = عن { $name }
brought-from = جُلب من { $houses }
brought-understood = { $count ->
    [zero] لا بنود في قوائم صحتك.
    [one] بند واحد في قوائم صحتك.
    [two] بندان في قوائم صحتك.
    [few] { $count } بنود في قوائم صحتك.
    [many] { $count } بندًا في قوائم صحتك.
   *[other] { $count } بند في قوائم صحتك.
}
brought-kept = { $count ->
    [zero] محفوظ دون فهم: لا شيء
    [one] محفوظ دون فهم: بند واحد
    [two] محفوظ دون فهم: بندان
    [few] محفوظ دون فهم: { $count } بنود
    [many] محفوظ دون فهم: { $count } بندًا
   *[other] محفوظ دون فهم: { $count } بند
}
brought-kept-note = تبقى في السجل كما وردت، وليست في أي قائمة.
brought-kind = { $kind }: { $count }
brought-several = هذا الملف عن عدة أشخاص، فلا يُنسب شيء منه إلى أحدهم. يُحفظ كما ورد.
brought-too-much = في هذا الملف أكثر مما يمكن النظر فيه هنا. يُحفظ كما ورد.
brought-care-plans = خطط الرعاية
brought-claims = الفواتير والتأمين
brought-devices = الأجهزة
brought-reports = تقارير بلا قيم
brought-visits = الزيارات
brought-goals = الأهداف
brought-images = دراسات التصوير
brought-people = من عالج
brought-origins = من أين جاءت البنود
lab-table = القيم
lab-all-usual = { $count ->
    [zero] لا قيم.
    [one] القيمة حيث تكون عادةً.
    [two] القيمتان حيث تكونان عادةً، أو بلا مدى معروف.
    [few] القيم كلها ({ $count }) حيث تكون عادةً، أو بلا مدى معروف.
    [many] القيم كلها ({ $count }) حيث تكون عادةً، أو بلا مدى معروف.
   *[other] القيم كلها ({ $count }) حيث تكون عادةً، أو بلا مدى معروف.
}
lab-outside = { $outside ->
    [zero] من { $count } لا قيمة خارج مداها المعتاد.
    [one] قيمة واحدة من { $count } خارج مداها المعتاد.
    [two] قيمتان من { $count } خارج مداهما المعتاد.
    [few] { $outside } قيم من { $count } خارج مداها المعتاد.
    [many] { $outside } قيمة من { $count } خارج مداها المعتاد.
   *[other] { $outside } قيمة من { $count } خارج مداها المعتاد.
}
lab-test = التحليل
lab-value = القيمة
lab-usual = المعتاد
lab-where = بالرسم
lab-lies = موقعها
lab-low = منخفضة
lab-high = مرتفعة
lab-unsure = غير مؤكدة
lab-between = { $low } إلى { $high }
lab-from = من { $low }
lab-under = حتى { $high }

## Findings
finding-title = ما وجدته آلة
finding-awaited = تُجلب النتيجة وتُفتح وتُقارن بالسلسلة.
finding-unsigned = لم توقّع بعد
finding-no-words = لا تقول النتيجة شيئًا بالكلمات.
finding-of-hundred = من 100 صورة تشبه هذه، كانت { $count } منها: { $what } (من { $low } إلى { $high }).
finding-of-hundred-bare = من 100 صورة تشبه هذه، كانت { $count } منها: { $what }.
finding-agree = الاتفاق
finding-workers = { $count ->
    [zero] لا خدمة قراءة
    [one] خدمة قراءة واحدة
    [two] خدمتا قراءة وجدتا الشيء نفسه
    [few] { $count } خدمات قراءة وجدت الشيء نفسه
    [many] { $count } خدمة قراءة وجدت الشيء نفسه
   *[other] { $count } خدمة قراءة وجدت الشيء نفسه
}
finding-unsure = { $count ->
    [zero] لا قيمة غير مؤكدة.
    [one] قيمة واحدة غير مؤكدة. انظر إليها بجانب الأصل.
    [two] قيمتان غير مؤكدتين. انظر إليهما بجانب الأصل.
    [few] { $count } قيم غير مؤكدة. انظر إليها بجانب الأصل.
    [many] { $count } قيمة غير مؤكدة. انظر إليها بجانب الأصل.
   *[other] { $count } قيمة غير مؤكدة. انظر إليها بجانب الأصل.
}
finding-compare = قارن بالأصل
finding-save-table = احفظ «{ $title }» (CSV)
finding-save-all = احفظه كله (FHIR)
finding-sign = وقّع
finding-signed = { $verdict }: { $who }، { $day }
finding-suggestion = كلام الآلة اقتراح إلى أن يوقّعه طبيب.
finding-heat = خريطة المواضع
finding-heat-show = أظهر على الصورة أين نظر هذا النموذج
finding-percent = { $percent } %

## Versions, who looked, proof
versions-title = النسخ
versions-note = لا يُعدَّل شيء أبدًا. التصحيح نسخة جديدة، وتبقى النسخ السابقة.
versions-awaited = تُسأل السلسلة عن النسخ.
versions-nth = النسخة { $number }
versions-newest = الأحدث
versions-by = { $who }، { $when }
versions-show = اعرض
versions-hide = أخفِ
looked-title = من فتحه
looked-awaited = تُجلب القائمة كلها وتُراجع.
looked-verified = رُوجعت القائمة: لا سطر عنك غُيّر أو أُسقط.
looked-nobody = لم يفتحه أحد غيرك
looked-nobody-note = كل فتح يُدوَّن قبل أن يحدث.
looked-not-yours = لا يرى من اطّلع إلا المريض والأوصياء.
looked-own = { $count ->
    [zero] لم يفتحه صاحبه.
    [one] فتحه صاحبه مرة واحدة.
    [two] فتحه صاحبه مرتين، ومنها ظهور العنوان في القوائم.
    [few] فتحه صاحبه { $count } مرات، ومنها ظهور العنوان في القوائم.
    [many] فتحه صاحبه { $count } مرة، ومنها ظهور العنوان في القوائم.
   *[other] فتحه صاحبه { $count } مرة، ومنها ظهور العنوان في القوائم.
}
looked-link = شخص معه رابط مشاركة
looked-record = فتح السجل
looked-finding = فتح نتيجة
looked-card = فتحه كبطاقة طوارئ
looked-by-link = فتحه برابط
looked-what-why = { $what } · { $why }
proof-title = ما تقوله السلسلة
proof-note = ما يظهر هنا مفتوحًا قورن بهذه القيم على جهازك. ويستطيع أي شخص أن يسأل السلسلة السؤال نفسه.
proof-awaited = تُسأل السلسلة.
proof-record = السجل
proof-id = الاسم
proof-owner = صاحبه
proof-author = كاتبه
proof-height = حتى الكتلة
proof-commitment = بصمة المحتوى
proof-blob = الملف المختوم
proof-written = كُتب
proof-sealed = الختم
proof-sealed-now = مختوم منذ آخر سحب لمفتاح
proof-behind = ينتظر الختم من جديد بعد سحب مفتاح
proof-checked = التحقق
proof-checked-yes = فتحته، وهو ما وقّع عليه كاتبه
proof-checked-no = لم يُفتح منذ فُتحت خزنتك
proof-finding = نتيجة عن النسخة { $version }
proof-seen = ما قُرئ
proof-model = النموذج
proof-code = البرنامج
proof-output = النتيجة

trends-title = عبر الوقت
trends-awaited = تُجلب سجلاتك وتُقارن بالسلسلة.
trends-none = لا قيم تُتابع
trends-none-note = ليس في هذا السجل أرقام يمكن متابعتها عبر الوقت.
views-title = كما رأتها الآلة
views-note = قُوِّمت وسُطِّحت وصُغِّرت قبل قراءتها. المعتمد هو الأصل.
views-which = أي صفحة
views-page = الصفحة { $page }
views-picture = الصفحة { $page } كما قُرئت
