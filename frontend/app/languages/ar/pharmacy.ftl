# Pages of a pharmacy.
counter-lead = اقرأها وراجعها واصرفها. ترى الوصفات ولا شيء آخر عن المريض.
counter-shown = يعرضها المريض
counter-scan = امسح الوصفة
counter-strange = ليس في هذا الرمز وصفة.
counter-number = أو اكتب رقمها
counter-number-help = يبدأ بـ 0x ثم 32 حرفًا ورقمًا، أو الرابط كاملًا كما أرسله المريض.
counter-unknown = هذا ليس رقم وصفة.
counter-look = ابحث عنها
counter-permitted = مرضى أعطوك مفتاحًا
counter-awaited = تُجلب الوصفات.
counter-none = لا وصفات هنا بعد
counter-none-note = حين يعطيك مريض مفتاحًا أو يعرض عليك رمزًا، يظهر هنا.
counter-by = كتبها { $doctor } · حتى { $until }
counter-back = وصفة أخرى
prescription-voided = ملغاة
prescription-empty = لم يبق شيء
prescription-ended = منتهية
prescription-left = { $count ->
    [zero] لم يبق شيء
    [one] بقيت مرة واحدة
    [two] بقيت مرتان
    [few] بقيت { $count } مرات
    [many] بقيت { $count } مرة
   *[other] بقيت { $count } مرة
}
check-title = راجعها
check-awaited = تُقرأ الوصفة من السلسلة.
check-void = لا توجد وصفة سارية بهذا الرقم
check-void-note = ألغاها الطبيب، أو لم يصدر هذا الرقم قط. لا تصرف شيئًا بموجبها؛ يمكن للمريض أن يسأل الطبيب.
check-by = كتبها { $doctor }
check-doctor = الطبيب
check-doctor-active = مقبول ويجوز له أن يعمل
check-doctor-gone = لم يعد مسجلًا
check-fills = يجوز صرفها
check-open-awaited = يُفتح ما تقوله.
check-image = صورة الوصفة
check-same = هذا ما كتبه الطبيب حرفًا بحرف.
check-no-key = ليس معك مفتاح لهذه الوصفة
check-no-key-note = اطلبه من المريض. يرى اسمك وهذه الوصفة وحدها، ويجيب في لحظة.
check-ask = اطلب مفتاحًا
check-asked = بانتظار { $name }
check-asked-note = وصله الخبر الآن. حين يوافق انظر مرة أخرى.
check-look-again = انظر مرة أخرى
check-hand-out = اصرفها
check-sure = هل تصرفها مرة واحدة؟
check-sure-note = يُعدّ ذلك على السلسلة ويُبلَّغ به { $name }. لا رجوع فيه.
check-hand-out-yes = نعم، صُرفت
check-handed-out = صُرفت. { $count ->
    [zero] لم يبق شيء.
    [one] بقيت مرة واحدة.
    [two] بقيت مرتان.
    [few] بقيت { $count } مرات.
    [many] بقيت { $count } مرة.
   *[other] بقيت { $count } مرة.
}
dispensed-lead = كل ما صُرف هنا، الأحدث أولًا، ومع كل منه إثباته.
dispensed-awaited = يُجلب ما صُرف.
dispensed-none = لم يُصرف شيء بعد
dispensed-none-note = كلما صرفت شيئًا ظهر هنا.
dispensed-count = { $count ->
    [zero] لم يُصرف شيء حتى الآن
    [one] مرة واحدة حتى الآن
    [two] مرتان حتى الآن
    [few] { $count } مرات حتى الآن
    [many] { $count } مرة حتى الآن
   *[other] { $count } مرة حتى الآن
}
