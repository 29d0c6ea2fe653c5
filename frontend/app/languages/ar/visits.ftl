## Visits, as patient and doctor see them
awaited-visits = تُجلب الزيارات
visits-find = ابحث عن طبيب
visits-mine = بانتظار جوابك
visits-coming = القادمة
visits-none-coming = لا زيارة متفق عليها.
visits-theirs = بانتظار الطرف الآخر
visits-past = السابقة
visits-all = اعرضها كلها ({ $count })
visits-empty = لا زيارات بعد
visits-empty-note = ابحث عن طبيب واختر موعدًا متاحًا واطلبه. يجيبك الطبيب هنا.
visits-empty-doctor = لا زيارات بعد
visits-empty-doctor-note = يجد المرضى مواعيدك المتاحة في الدليل ويطلبون أحدها.

visit-mine = دورك
visit-theirs = مطلوبة
visit-agreed = متفق عليها
visit-begun = الآن
visit-missed = بلا جواب
visit-completed = تمت
visit-cancelled = أُلغيت
visit-declined = اعتُذر عنها
visit-hours = { $from }–{ $until }
visit-when = { $day }، { $hours }
visit-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
visit-with = زيارة مع { $name }
visit-unknown = لا توجد زيارة كهذه
visit-unknown-note = قد يكون الرابط قديمًا، أو الزيارة لغيرك.
visit-day = اليوم
visit-time = الوقت
visit-length = المدة
visit-changed = آخر رد
visit-about-doctor = عن الطبيب
visit-ask-again = اطلب زيارة أخرى
visit-chart = افتح الملف الطبي

visit-your-turn = { $name } ينتظر جوابك
visit-accept = موافق
visit-accepted = تم الاتفاق على الزيارة.
visit-propose = موعد آخر
visit-propose-this = اقترح هذا الموعد
visit-proposed = اقتُرح الموعد الآخر.
visit-chosen = اخترت: { $when }
visit-waiting = بانتظار جواب { $name }. آخر رد: { $since }
visit-waiting-note = يصلك الخبر حالما يأتي جواب. وحتى ذلك الحين ليس الموعد محجوزًا.
visit-agreed-note = اتفق الطرفان. الموعد محجوز.
visit-missed-note = مضى الموعد قبل أن يتفق أحد عليه. اسحبه واطلب غيره.
visit-did-it = حان الموعد. هل تمت الزيارة؟
visit-complete = تمت
visit-done = سُجّل أنها تمت.
visit-decline = اعتذر
visit-decline-title = هل تعتذر عن هذه الزيارة؟
visit-decline-note = يُبلَّغ الطرف الآخر. يمكنك أن تقترح موعدًا آخر بدل ذلك.
visit-take-back = اسحب الطلب
visit-take-back-title = هل تسحب هذا الطلب؟
visit-take-back-note = لم يُحجز شيء. يمكنك أن تطلب من جديد في أي وقت.
visit-cancel = ألغِها
visit-cancel-title = هل تلغي هذه الزيارة؟
visit-cancel-note = يُبلَّغ الطرف الآخر، ويصبح الموعد متاحًا لغيرك.

visit-how-long = المدة
visit-awaited-slots = تُجلب المواعيد المتاحة
visit-free = مواعيد متاحة
visit-no-slots = لا موعد متاح بهذه المدة في الأسابيع الثلاثة القادمة.
visit-day-before = قبل ذلك
visit-day-after = بعد ذلك
visit-other = يوم آخر أو ساعة أخرى
visit-other-label = اليوم والوقت
visit-other-help = يُقرَّب إلى ربع الساعة التالي. والجواب يقول إن كان مناسبًا.
visit-other-wrong = اختر وقتًا من الآن وخلال عام.

ask-visit-title = اطلب زيارة من { $name }
ask-visit-lead = اختر موعدًا. لا يُحجز شيء حتى يوافق الطبيب.
ask-visit-lead-for = من أجل { $name }. لا يُحجز شيء حتى يوافق الطبيب.
ask-visit-when = متى
ask-visit-note = لا نسأل هنا عن سبب الزيارة: فالموعد يظهر على سلسلة علنية. وحتى أسبوع بعد الزيارة يستطيع هذا الطبيب أن يضيف سجلات إلى ملفك الطبي، لكنه لا يقرأ بذلك شيئًا.
ask-visit-do = اطلب هذا الموعد

bond-title = يمكنه إضافة سجلات
bond-note = بسبب الزيارات يمكن أن يضيف { $name } سجلات حتى { $day }. وهذا لا يتيح له قراءة أي شيء.
bond-end = أنهِ ذلك
bond-end-title = هل تمنع { $name } من إضافة المزيد؟
bond-end-note = ما أُضيف يبقى. وزيارة متفق عليها لاحقًا تسمح بذلك من جديد.
