# Words that stand everywhere.
document-title = { $page } · Chartkey
document-title-welcome = Chartkey: سجلاتك، مفاتيحك
skip = إلى المحتوى
menu = الرئيسية
menu-less = المزيد
menu-waiting = { $count ->
    [zero] لا شيء ينتظر
    [one] أمر واحد ينتظر
    [two] أمران ينتظران
    [few] { $count } أمور تنتظر
    [many] { $count } أمرًا ينتظر
   *[other] { $count } أمر ينتظر
}
bell = { $count ->
    [0] الإشعارات
    [one] الإشعارات، واحد جديد
    [two] الإشعارات، اثنان جديدان
    [few] الإشعارات، { $count } جديدة
    [many] الإشعارات، { $count } جديدًا
   *[other] الإشعارات، { $count } جديد
}
offline = أنت غير متصل. ما فتحته من قبل يُفتح، وما تضيفه ينتظر هنا.
chain-away = لا يمكن الوصول إلى السلسلة. تجري المحاولة من جديد.
vault-open = { $minutes ->
    [zero] الخزنة مفتوحة · تُقفل الآن
    [one] الخزنة مفتوحة · تُقفل بعد دقيقة
    [two] الخزنة مفتوحة · تُقفل بعد دقيقتين
    [few] الخزنة مفتوحة · تُقفل بعد { $minutes } دقائق
    [many] الخزنة مفتوحة · تُقفل بعد { $minutes } دقيقة
   *[other] الخزنة مفتوحة · تُقفل بعد { $minutes } دقيقة
}
vault-closed = الخزنة مغلقة
gate-settings = اللغة والمظهر
gate-promise = مختوم على جهازك. لا يُفتح إلا بمفتاح أعطيته أنت.

copy = نسخ
copied = تم النسخ
close = إغلاق
paper-save = احفظ في ملف
again = حاول مرة أخرى
cancel = إلغاء
what = ماذا
why = لماذا
until = حتى
piece-awaited = يجري جلب الصفحة.
piece-missing = تعذّر جلب هذا الجزء من التطبيق.
piece-missing-next = لم يضِع شيء. تحقق من اتصالك وحاول مرة أخرى، وإن استمر فأعد تحميل الصفحة، فقد تكون هناك نسخة أحدث من التطبيق.
broken-next = لم يضِع شيء. حاول مرة أخرى، وإن استمر فانسخ التفاصيل واطلب المساعدة.
broken-details = التفاصيل
broken-copy = انسخ التفاصيل

key-ended = انتهى
key-minutes-left = { $minutes ->
    [zero] انتهى تقريبًا
    [one] بقيت دقيقة
    [two] بقيت دقيقتان
    [few] بقيت { $minutes } دقائق
    [many] بقيت { $minutes } دقيقة
   *[other] بقيت { $minutes } دقيقة
}
key-hours-left = { $hours ->
    [zero] أقل من ساعة
    [one] بقيت ساعة
    [two] بقيت ساعتان
    [few] بقيت { $hours } ساعات
    [many] بقيت { $hours } ساعة
   *[other] بقيت { $hours } ساعة
}
key-days-left = { $days ->
    [zero] أقل من يوم
    [one] بقي يوم
    [two] بقي يومان
    [few] بقيت { $days } أيام
    [many] بقي { $days } يومًا
   *[other] بقي { $days } يوم
}

time-day-clock = { $day }، { $clock }
time-just-now = الآن
time-days = { $days ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
size-of = { $done } من { $size }
money = { $amount } KEY
