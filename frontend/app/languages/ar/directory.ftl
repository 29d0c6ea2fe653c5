# Finding professionals.
directory-lead = كل من هنا قبلهم المجلس. وطلب زيارة لا يعطي أحدًا مفتاحًا.
directory-name = ابحث بالاسم
directory-who = من
directory-all = الكل
directory-doctors = أطباء
directory-hospitals = مستشفيات
directory-pharmacies = صيدليات
directory-specialty = التخصص
directory-language = يتحدث
directory-near = بالقرب من
directory-any = الكل
directory-count = { $count ->
    [zero] لم يوجد أحد
    [one] وُجد واحد
    [two] وُجد اثنان
    [few] النتائج: { $count }
    [many] النتائج: { $count }
   *[other] النتائج: { $count }
}
directory-awaited = يجري البحث في الدليل.
directory-none = لا أحد يناسب كل هذا
directory-none-note = اترك أحد الشروط، أو ابحث بجزء من الاسم.
directory-free = أقرب موعد متاح: { $when }
professional-awaited = تُقرأ البيانات وتُراجع على السلسلة.
professional-none = لا بيانات كهذه
professional-none-note = ليس لهذا الحساب شيء في الدليل.
professional-attested = الترخيص موجود في سجل التراخيص
professional-trade = التخصص
professional-languages = يتحدث
professional-place = المكان
professional-since = هنا منذ
professional-not-active = لا يجوز له أن يعمل حاليًا، فلا يستطيع أحد إعطاءه مفتاحًا.
professional-visit = اطلب زيارة
professional-key = أعطِ مفتاحًا
professional-house = أطباء المؤسسة
professional-sign-in = افتح بمحفظتك لتطلب زيارة
professional-proof = البيانات على السلسلة باسم هذا الحساب، والبطاقة هي التي تسميها السلسلة.
professional-copy = انسخ الحساب
