# A patient's first page.
home-morning = صباح الخير
home-day = طاب يومك
home-evening = مساء الخير
home-greeting = { $greeting }، { $name }
home-lead = { $count ->
    [zero] لا شيء ينتظرك. كل شيء مختوم.
    [one] أمر واحد ينتظرك. وكل ما سواه مختوم.
    [two] أمران ينتظرانك. وكل ما سواهما مختوم.
    [few] { $count } أمور تنتظرك. وكل ما سواها مختوم.
    [many] { $count } أمرًا ينتظرك. وكل ما سواها مختوم.
   *[other] { $count } أمر ينتظرك. وكل ما سواها مختوم.
}
home-add = أضف سجلًا
home-needs = يحتاج إليك
home-awaited = نبحث عما ينتظرك.
home-nothing = لا شيء ينتظرك.
home-nothing-note = هنا تظهر الطلبات والزيارات وما قُرئ ويحتاج إلى نظرك.
home-visit = { $when }: { $name }
home-visit-asks = هذا الموعد مقترح عليك.
home-visit-agreed = اتفقت على هذه الزيارة.
home-visit-answer = أجب
home-visit-see = انظر الزيارة
home-reading = { $title }: قرأته آلة
home-reading-note = لم يوقّعه طبيب بعد. راجع ما قرأته.
home-reading-check = راجعه
home-reading-later = ليس الآن
home-news = { $count ->
    [zero] لا إشعارات جديدة
    [one] إشعار جديد
    [two] إشعاران جديدان
    [few] { $count } إشعارات جديدة
    [many] { $count } إشعارًا جديدًا
   *[other] { $count } إشعار جديد
}
home-news-note = ما حدث منذ آخر مرة نظرت فيها.
home-news-read = اقرأ
home-keys = من معه مفتاح
home-no-keys = لا أحد معه مفتاح لسجلاتك.
home-manage-keys = إدارة المفاتيح
home-latest = أحدث السجلات
latest-by-me = { $day } · أضفته أنت
latest-by = { $day } · { $name }
latest-machine = قرأته آلة
latest-signed = وقّعه { $name }
latest-all = كلها ({ $count })
latest-none = ليست لديك سجلات بعد.
latest-none-note = أضف تقريرًا أو صورة أو ورقة؛ تُختم على هذا الجهاز قبل أن تغادره.
own-name-title = بماذا نناديك؟
own-name-note = يبقى اسمك في خزنتك. ويُطبع على بطاقة الطوارئ.
own-name-field = اسمك
own-name-say = اكتب اسمك
own-name-keep = احفظه
