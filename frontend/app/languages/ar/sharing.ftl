# Keys: who holds them, giving, changing and taking back.
sharing-lead = من يستطيع أن يفتح، وماذا، وحتى متى، ولماذا. كل ما سوى ذلك مختوم.
sharing-new-link = رابط مشاركة جديد
sharing-asks = طُلب منك
sharing-keys = من معه مفتاح
sharing-awaited = تُقارن قائمة المفاتيح بالسلسلة.
sharing-none = لا أحد معه مفتاح.
sharing-none-note = من يحتاج سجلاتك يستطيع أن يطلب، أو تعطي أنت مفتاحًا.
sharing-others = طرق أخرى
sharing-links = { $count ->
    [zero] لا رابط مفتوح
    [one] رابط واحد مفتوح
    [two] رابطان مفتوحان
    [few] { $count } روابط مفتوحة
    [many] { $count } رابطًا مفتوحًا
   *[other] { $count } رابط مفتوح
}
sharing-emergency = ما يراه المسعفون حين لا تستطيع الإجابة
sharing-log = كل فتح، والإثبات أن شيئًا لا ينقص
standing-title = بلا مفتاح
standing-guardian = وصي: يستطيع فتح كل شيء والتصرف عنك
standing-none = لا أحد يفتح شيئًا بلا مفتاح.
standing-emergency = الطوارئ
key-standing = دائم
key-note = { $scope } · { $purpose }
role-and-note = { $role } · { $note }
past-title = مفاتيح سابقة
past-none = لا شيء منها بعد.
past-withdrawn = سُحب { $day }
past-ended = انتهى { $day }
past-tag-withdrawn = مسحوب
acting-for = أنت تتصرف عن { $name }.
acting-back = العودة إلى نفسي
awaited-records = تُقارن قائمة السجلات بالسلسلة.

## What a key opens
which-legend = أي سجلات؟
which-everything = كل شيء
which-everything-note = كل السجلات، والقادمة أيضًا.
which-kinds = بعض الأنواع
which-records = بعض السجلات
which-written = مدة من الزمن
which-from = كُتبت من يوم
which-to = حتى يوم، وهو ضمنها
which-by-reader = ما كتبه بنفسه
which-by-reader-note = السجلات التي كتبها حامل المفتاح فقط.
pick-kinds = أي أنواع؟
pick-records = أي سجلات؟
pick-search = ابحث في سجلاتك
pick-none = لا سجلات بعد.
pick-count = اخترت { $count } من { $most } على الأكثر
kind-and-day = { $kind } · { $day }
terms-keep-back = احجب شيئًا
keep-back-kinds = لا شيء من هذه الأنواع
keep-back-records = لا شيء من هذه السجلات
terms-kept-back = ما عدا
terms-how-often = كم مرة
terms-openings-left = { $count ->
    [zero] لم تبق مرات فتح
    [one] بقي فتح واحد
    [two] بقي فتحان
    [few] بقيت { $count } مرات فتح
    [many] بقيت { $count } مرة فتح
   *[other] بقيت { $count } مرة فتح
}
terms-also = وأيضًا
terms-may-add = يمكنه إضافة سجلات
terms-a-record = سجل
terms-more = خيارات أخرى
terms-count-openings = عُدّ مرات الفتح
terms-count-openings-help = يفتح المفتاح هذا العدد من المرات، ويُعلن كل فتح على السلسلة.
terms-openings-field = كم مرة يُفتح
terms-write = يمكنه إضافة سجلات
terms-write-help = التقارير والملاحظات التي يكتبها تدخل سجلاتك.
terms-no-kind = اختر نوعًا واحدًا على الأقل.
terms-no-record = اختر سجلًا واحدًا على الأقل.
terms-no-time = اليوم الأول بعد الأخير.
terms-no-openings = اذكر عدد مرات الفتح، مرة على الأقل.
terms-nothing-left = لم يبق شيء: كل ما اخترته محجوب.
until-legend = لأي مدة؟
until-own = حتى يوم معيّن
until-day = آخر يوم
until-or-withdrawn = { $day }، أو حين تسحبه
until-no-day = اختر يومًا.
until-past = هذا اليوم مضى.
until-too-long = يدوم المفتاح عامين على الأكثر.

## Whom
whom-search = ابحث في الدليل بالاسم
whom-known = أشخاص تعرفهم
whom-proposed = اقترحه مشرف
whom-found = في الدليل
whom-awaited = نبحث عن أشخاص.
whom-nobody = لا أحد بعد. ابحث بالاسم أعلاه.
whom-none-found = لا أحد بهذا الاسم في الدليل.
whom-by-account = بالحساب، كتابةً أو مسحًا
whom-account = الحساب
whom-account-help = يبدأ بـ 0x، أو هو عنوان محفظة.
whom-scan = امسح رمزًا
whom-no-account = هذا ليس حسابًا.
whom-unknown-account = لم يسجّل أحد بهذا الحساب.

## Giving
give-lead = من، وماذا، ولماذا، وحتى متى.
give-key = أعطِ مفتاحًا
give-whom = لمن
give-what = ماذا
give-why = لماذا وحتى متى
give-other = شخص آخر
give-next = تابع
give-back = رجوع
give-why-legend = لأي غرض؟
give-pharmacy = لا ترى الصيدلية إلا الوصفات، مهما اخترت.
give-no-key = لا يمكن أن يحمل { $name } مفتاحًا. المفاتيح للأطباء والمستشفيات والصيدليات وخدمات القراءة.
give-to-guardians = اجعل شخصًا وصيًا
give-wrapping = تُصنع المفاتيح. يمكنك مغادرة هذه الصفحة، والعمل يستمر.
give-done = مع { $name } الآن مفتاح.
request-title = { $name } يطلب مفتاحًا
asked-title = { $name } يطلب مفتاحًا
asked-awaited = نسأل السلسلة عما طُلب.
asked-when = طُلب { $when }
asked-change = غيّر
asked-later = ليس الآن
asked-no = لا
asked-note = يمكن تضييق المفتاح أو سحبه في أي وقت.
asked-change-title = شروط أخرى
asked-longer = هذه مدة أطول مما طُلب.
asked-give-changed = أعطِ هذا المفتاح
asked-put-off = ينتظر في «المشاركة».
asked-no-title = هل ترفض طلب { $name }؟
asked-no-lead = سيُبلَّغ بذلك، وله أن يطلب من جديد.
asked-no-yes = أرفض
asked-refused = رفضت الطلب.
asked-gone = لم يعد هذا الطلب مفتوحًا.
asked-gone-note = أُجيب، أو سُحب، أو سقط بعد شهر.
asked-to-sharing = إلى المشاركة

## A key you gave
held-title = مفتاح { $name }
held-awaited = نسأل السلسلة عن هذا المفتاح.
held-gone = لا يوجد مفتاح كهذا.
held-gone-note = سُحب، أو لم يُعطَ قط.
held-what = ما يفتحه
held-over = انتهى هذا المفتاح ولا يفتح شيئًا. يمكنك إزالته من القائمة.
held-by-me = أعطيته أنت في { $day }
held-by = أعطاه { $name } في { $day }
held-used = ما فُتح به
held-unused = لم يُفتح شيء بهذا المفتاح.
held-whole-log = كل مرات الفتح
narrow-title = ضيّقه
narrow-earlier = أنهِه قبل موعده
narrow-fewer = مرات فتح أقل
narrow-read-only = لا إضافة سجلات بعد الآن
narrow-seals = ما تحجبه يُختم من جديد، فلا يفتحه هذا المفتاح بعد ذلك. وما فُتح يبقى معروفًا.
narrow-do = ضيّقه
narrow-nothing = اختر ما يضيق.
narrow-not-earlier = هذا ليس قبل نهاية المفتاح.
narrow-not-fewer = هذا ليس أقل مما بقي.
narrowed = { $count ->
    [zero] ضاق المفتاح.
    [one] ضاق المفتاح، وخُتمت نسخة واحدة من جديد.
    [two] ضاق المفتاح، وخُتمت نسختان من جديد.
    [few] ضاق المفتاح، وخُتمت { $count } نسخ من جديد.
    [many] ضاق المفتاح، وخُتمت { $count } نسخة من جديد.
   *[other] ضاق المفتاح، وخُتمت { $count } نسخة من جديد.
}
withdraw = اسحب
withdraw-note = استعد هذا المفتاح نهائيًا.
withdraw-title = هل تسحب مفتاح { $name }؟
withdraw-lead = يتوقف المفتاح عن فتح أي شيء فورًا. ثم تُختم سجلاتك من جديد على هذا الجهاز، وقد يستغرق ذلك بعض الوقت.
withdraw-honest = ما فُتح من قبل يبقى معروفًا لمن فتحه. لا قفل يستعيد ذلك.
withdraw-yes = اسحب المفتاح
withdrawn-title = لم يعد مع { $name } مفتاح
withdrawing-note = تُختم سجلاتك من جديد. أبقِ هذه الصفحة مفتوحة حتى يتم ذلك.
withdrawn-note = { $count ->
    [zero] لم يلزم ختم شيء من جديد.
    [one] خُتمت نسخة واحدة من جديد.
    [two] خُتمت نسختان من جديد.
    [few] خُتمت { $count } نسخ من جديد.
    [many] خُتمت { $count } نسخة من جديد.
   *[other] خُتمت { $count } نسخة من جديد.
}
withdrawn-half = سُحب المفتاح. لم يمكن ختم بعض السجلات من جديد بعد.
seal-waiting = بانتظار السلسلة
seal-opening = يُفتح
seal-sealing = يُختم من جديد
seal-uploading = يُسلَّم
seal-telling = تُبلَّغ السلسلة
seal-count = { $count ->
    [zero] لم تُختم أي نسخة من جديد بعد
    [one] خُتمت نسخة واحدة من جديد حتى الآن
    [two] خُتمت نسختان من جديد حتى الآن
    [few] خُتمت { $count } نسخ من جديد حتى الآن
    [many] خُتمت { $count } نسخة من جديد حتى الآن
   *[other] خُتمت { $count } نسخة من جديد حتى الآن
}
seal-done = { $count ->
    [zero] لم تُختم أي نسخة من جديد.
    [one] خُتمت نسخة واحدة من جديد.
    [two] خُتمت نسختان من جديد.
    [few] خُتمت { $count } نسخ من جديد.
    [many] خُتمت { $count } نسخة من جديد.
   *[other] خُتمت { $count } نسخة من جديد.
}
behind-title = { $count ->
    [zero] لا نسخة تنتظر الختم من جديد
    [one] نسخة واحدة تنتظر الختم من جديد
    [two] نسختان تنتظران الختم من جديد
    [few] { $count } نسخ تنتظر الختم من جديد
    [many] { $count } نسخة تنتظر الختم من جديد
   *[other] { $count } نسخة تنتظر الختم من جديد
}
behind-note = سُحب مفتاح أو ضُيّق، أو انتهت وصاية. وإلى أن تُختم هذه من جديد، تظل نسخة قديمة من مفاتيحها صالحة لها.
behind-do = اختمها من جديد
