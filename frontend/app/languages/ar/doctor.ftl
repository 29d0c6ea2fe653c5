## The day
today-lead = { $weekday }، { $day }
today-visits = زيارات اليوم
today-all-visits = كل الزيارات
today-no-visits = لا زيارات اليوم
today-next = بعد ذلك
today-findings = بانتظار التوقيع
today-all-findings = كل النتائج
today-answers = أجوبة على طلباتك
today-no-answers = لا أجوبة في الأسبوعين الماضيين
awaited-answers = تُجلب الأجوبة
answer-yes = أعطى مفتاحًا
answer-no = رفض
answer-withdrawn = سحبه
answer-when = { $when }

## Patients, and asking for keys
patients-lead = من أعطاك مفتاحًا، وحتى متى، ولماذا.
patients-keys = المفاتيح التي معك
patients-search = ابحث بالاسم
patients-not-found = لم يعطك أحد بهذا الاسم مفتاحًا.
patients-none = ليس معك مفتاح
patients-none-note = اطلب مفتاحًا من مريض. يرى من يطلب وماذا ولأي مدة، ثم يقرر.
patients-key-note = { $purpose } · { $scope }
awaited-keys = تُجلب المفاتيح التي معك
waits-title = طُلب ولم يُجب
waits-for = بانتظار { $name }، طُلب { $since }
waits-note = { $purpose } · { $scope } · حتى { $day }
waits-remind = ذكّره
waits-reminded = يُبلَّغ المريض مرة أخرى.
waits-remind-later = يمكنك تذكيره بعد يوم من طلبك.
waits-take-back = اسحب الطلب

ask-key-lead = يرى المريض من يطلب وماذا وحتى متى. لا يُفتح شيء حتى يوافق.
ask-key-whom = ممن
ask-key-known = مرضى زياراتك
ask-key-choose = اختر
ask-key-account = حساب المريض
ask-key-scan = امسح رمزه
ask-key-health-id = بالرقم الصحي الوطني
ask-key-health-id-note = لا يغادر الرقم هذه الصفحة أبدًا: يُبحث عنه دون أن يراه أحد، ويُدوَّن البحث للمريض.
ask-key-nobody-note = راجع البلد والرقم، أو اسأل المريض عن حسابه.
ask-key-what = ماذا ولماذا وحتى متى
ask-key-say = ما سيقرؤه المريض
ask-key-by = من يطلب
ask-key-often = كم مرة
ask-key-also = وأيضًا
ask-key-note = لا تطلب أكثر مما تحتاج: يوافق الناس على القليل أسرع من الكثير.
ask-key-do = اطلب
wish-purpose = لأي غرض
wish-which = أي سجلات
wish-everything = كلها
wish-kinds = بعض الأنواع
wish-by-reader = ما كتبته أنت
wish-no-kind = اختر نوعًا واحدًا على الأقل.
wish-how-long = لأي مدة
wish-how-often = كم مرة يُفتح
wish-uncounted = بلا عدّ
wish-write = يمكنه أيضًا إضافة سجلات

## A chart
chart-awaited = يُجلب ما يُعرف عن هذا المريض
chart-summary = ملخص
chart-no-key = ليس معك مفتاح لهذا الملف الطبي
chart-no-key-note = اطلبه من المريض. ما كتبته ووصفته يبقى عنده.
chart-next-visit = الزيارة القادمة
chart-records = { $count ->
    [zero] لا شيء يفتحه مفتاحك
    [one] سجل واحد
    [two] سجلان
    [few] { $count } سجلات
    [many] { $count } سجلًا
   *[other] { $count } سجل
}
chart-kind-count = { $kind } { $count }
chart-newest = الأحدث
chart-prescriptions = { $count ->
    [zero] لا وصفة لك يمكن صرفها
    [one] وصفة واحدة لك يمكن صرفها
    [two] وصفتان لك يمكن صرفهما
    [few] { $count } وصفات لك يمكن صرفها
    [many] { $count } وصفة لك يمكن صرفها
   *[other] { $count } وصفة لك يمكن صرفها
}
chart-writing = الإضافة
chart-may-write = يمكنك إضافة سجلات
chart-may-not-write = ليس بهذا المفتاح
chart-findings = النتائج
chart-no-findings = لا نتائج فيما يفتحه مفتاحك
chart-waiting = { $count ->
    [zero] لا شيء ينتظر طبيبًا
    [one] نتيجة واحدة تنتظر طبيبًا
    [two] نتيجتان تنتظران طبيبًا
    [few] { $count } نتائج تنتظر طبيبًا
    [many] { $count } نتيجة تنتظر طبيبًا
   *[other] { $count } نتيجة تنتظر طبيبًا
}
chart-no-records = لا سجلات يفتحها مفتاحك
chart-no-records-note = قد تكون هناك سجلات أخرى يحتفظ بها المريض لنفسه.
chart-filter = الأنواع
chart-all = اعرضها كلها ({ $count })
chart-by-patient = أضافه المريض
chart-record-note = { $kind } · { $day } · { $by }
chart-record-untitled = { $day } · { $by }
chart-version = النسخة { $number }
chart-found = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
chart-lists-title = الحساسية والأمراض والأدوية والتحاليل
chart-lists-offer = { $count ->
    [zero] لا سجلات تُقرأ.
    [one] سجل واحد قد يذكر شيئًا منها. اقرأه فيظهر هنا.
    [two] سجلان قد يذكران شيئًا منها. اقرأهما فيظهر هنا.
    [few] { $count } سجلات قد تذكر شيئًا منها. اقرأها فيظهر هنا.
    [many] { $count } سجلًا قد تذكر شيئًا منها. اقرأها فيظهر هنا.
   *[other] { $count } سجل قد تذكر شيئًا منها. اقرأها فيظهر هنا.
}
chart-lists-nowhere = لا يمكن قراءة شيء منها في السجلات التي يفتحها مفتاحك. وليس هذا دليلًا على أنه لا يوجد شيء. اسأل المريض.
chart-lists-none = لا شيء مذكور في السجلات التي فُتحت. وليس هذا دليلًا على أنه لا يوجد شيء.
chart-lists-unopened = { $count ->
    [zero] فُتحت كل السجلات التي يفتحها مفتاحك.
    [one] سجل واحد يفتحه مفتاحك بقي مغلقًا، وما فيه ليس هنا.
    [two] سجلان يفتحهما مفتاحك بقيا مغلقين، وما فيهما ليس هنا.
    [few] { $count } سجلات يفتحها مفتاحك بقيت مغلقة، وما فيها ليس هنا.
    [many] { $count } سجلًا يفتحها مفتاحك بقيت مغلقة، وما فيها ليس هنا.
   *[other] { $count } سجل يفتحها مفتاحك بقيت مغلقة، وما فيها ليس هنا.
}
chart-lists-foreign = بعض الأدوية في وصفات كتبها آخرون. ولا يُعرف هنا إن كانت قد انتهت.
chart-lists-note = هنا ما في قوائم السجلات التي فُتحت. النص الحر والصور لا تُقرأ هنا، وقد يحتفظ المريض بسجلات لنفسه. اسأل المريض أيضًا.
chart-trends-title = التحاليل عبر الوقت
chart-trends-logged = يرى المريض أنك فتحتها.
chart-trends-counted = مفتاحك معدود: كل سجل يأخذ مرة فتح.
chart-trends-read = اقرأ السجلات
chart-trends-reading = قُرئ { $done } من { $count }
chart-trends-awaited = تُفتح السجلات
chart-trends-shut = { $count ->
    [zero] فُتحت كل السجلات.
    [one] سجل واحد لم يُفتح، وما فيه ليس هنا.
    [two] سجلان لم يُفتحا، وما فيهما ليس هنا.
    [few] { $count } سجلات لم تُفتح، وما فيها ليس هنا.
    [many] { $count } سجلًا لم يُفتح، وما فيها ليس هنا.
   *[other] { $count } سجل لم يُفتح، وما فيها ليس هنا.
}
chart-trends-none = لا قيم تُرسم
chart-trends-none-note = التقارير صور أو مستندات. افتحها واحدًا واحدًا.

## Adding to a chart
write-lead = إلى { $name }، ويصله الخبر فورًا.
write-until = يسمح لك { $name } بإضافة سجلات حتى { $day }.
write-may-not = لا يمكنك الآن الإضافة إلى الملف الطبي لـ { $name }. تسمح بذلك زيارة متفق عليها، أو مفتاح ينص على ذلك.
write-sealed = يُختم هنا، للمريض ولمن معهم مفتاح. ولا يستطيع أحد غيرهم قراءته.
write-add = اختم وأضف
note-title = العنوان
note-title-first = ملاحظة { $day }
note-text = ملاحظتك
note-added = الملاحظة في الملف الطبي.
report-kind = ما هو
report-title = العنوان
report-day = تاريخ التقرير
report-day-help = التاريخ المكتوب على الورقة، لا تاريخ اليوم.
report-note = ملاحظة لمن يقرؤه
report-added = التقرير في الملف الطبي.
file-drop = أفلت ملفًا هنا، أو اختر ملفًا
file-kinds = PDF وصور وDICOM وجداول ونصوص وFHIR
file-looking = يُنظر في الملف
file-fit = فُحص
file-pages = { $count ->
    [zero] بلا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
    [many] { $count } صفحة
   *[other] { $count } صفحة
}

## Signing off
awaited-findings = تُجلب النتائج
awaited-finding = تُفتح النتيجة
findings-none = لا شيء ينتظر توقيعك
finding-of = { $kind } · { $name }
finding-written = أُضيف { $day }
finding-signed-by = وقّعها { $name }
sign-off-lead = ما وجدته آلات في ملفات طبية معك مفتاح لها.
sign-off-waiting = بانتظار طبيب
sign-off-note = كلام الآلة اقتراح. ولا يُحسب إلا حين يضع طبيب اسمه تحته.
sign-off-none-note = تظهر النتائج هنا حين يطلب مريض قراءة سجل ومعك مفتاح له.
sign-off-signed = موقّعة
sign-lead-of = { $name } · أُضيف { $day }
sign-off-waits = قرأته آلة، وهو بانتظارك
sign-off-is-signed = موقّعة
sign-off-original = الأصل
sign-off-heat-note = أين نظر النموذج. هذا لا يقول ما الموجود هناك.
sign-off-machine = ما تقوله الآلة
sign-off-no-words = تقول هذا بصيغة لا يعرفها هذا التطبيق. احفظ السجل وانظر إليه في مكان آخر.
sign-off-of-hundred = من 100 صورة بدت للنموذج مثل هذه، كانت { $count } منها كذلك: { $what } (من { $low } إلى { $high }).
sign-off-of-hundred-only = من 100 صورة بدت للنموذج مثل هذه، كانت { $count } منها كذلك: { $what }. ولا يقول مدى الثقة في هذا الرقم.
sign-off-readers = قرأته
sign-off-values = { $count ->
    [zero] لا قيم
    [one] قيمة واحدة بجانب الأصل
    [two] قيمتان بجانب الأصل
    [few] { $count } قيم بجانب الأصل
    [many] { $count } قيمة بجانب الأصل
   *[other] { $count } قيمة بجانب الأصل
}
sign-off-unsure = { $count ->
    [zero] لا قيمة غير مؤكدة.
    [one] قيمة واحدة غير مؤكدة. انظر إليها قبل أن توقّع.
    [two] قيمتان غير مؤكدتين. انظر إليهما قبل أن توقّع.
    [few] { $count } قيم غير مؤكدة. انظر إليها قبل أن توقّع.
    [many] { $count } قيمة غير مؤكدة. انظر إليها قبل أن توقّع.
   *[other] { $count } قيمة غير مؤكدة. انظر إليها قبل أن توقّع.
}
sign-off-model = عن النموذج
sign-off-model-bare = لا يقول صانعوه أين يصلح وأين لا يصلح.
sign-off-word = كلمتك
sign-off-words = بكلماتك
sign-off-no-writing = لتضيف كلماتك تحتاج إلى مفتاح يسمح لك بإضافة سجلات.
sign-off-one-signature = تسألك محفظتك مرة واحدة.
sign-off-two-signatures = تصبح كلماتك ملاحظة في الملف الطبي. تسألك محفظتك مرتين: عن الملاحظة، وعن اسمك تحت النتيجة.
sign-off-agree = موافق، أوقّع
sign-off-amend = وقّع مع تصحيحات
sign-off-disagree = غير موافق
sign-off-final = يظهر اسمك وجوابك على السلسلة للجميع. أما ما وُجد فلا يظهر.
sign-off-done = اسمك تحت النتيجة.
sign-off-note-title = عن نتيجة، { $day }
sign-off-names = وقّعوا
sign-off-mine = وقّعت في { $day }: { $verdict }.
sign-off-full = وقّع ثلاثة أطباء؛ ولا مكان لرابع.
sign-off-take-back = اسحب اسمي
sign-off-take-back-title = هل تسحب اسمك؟
sign-off-take-back-note = تنتظر النتيجة طبيبًا من جديد. ويبقى ظاهرًا على السلسلة أنك كنت قد وقّعت.
sign-off-opinion = اطلب رأيًا ثانيًا
sign-off-before = قبل هذا
sign-off-before-note = { $day } · { $name }

## A second opinion
opinion-lead = طبيب آخر ينظر في سجل واحد. والمريض وحده يعطي المفتاح.
opinion-awaited = نسأل السلسلة عن هذا السجل
opinion-record = { $name } · أُضيف { $day }
opinion-open = افتحه
opinion-colleague = اسأل زميلًا
opinion-step-find = ابحث عن زميل في الدليل.
opinion-step-send = أرسل إليه الرابط، أو دعه يمسحه.
opinion-step-patient = يطلب من المريض مفتاحًا لهذا السجل وحده، والقرار للمريض.
opinion-find = ابحث عن زميل
opinion-nothing-given = الرابط وحده لا يفتح شيئًا. ولا يمكنك أن تعطي مفتاحك لغيرك.
opinion-link = رابط لزميلك
opinion-copy = انسخ الرابط
opinion-ask = اطلب مفتاحًا من المريض
opinion-to-requests = إلى طلباتي
called-title = بماذا تسمّي هذا المريض؟
called-note = لا يكشف Chartkey اسم أحد. ما تكتبه يبقى في خزنتك أنت، لتجده من جديد.
called-field = الاسم
called-say = أعطه اسمًا
called-other = غيّر الاسم
