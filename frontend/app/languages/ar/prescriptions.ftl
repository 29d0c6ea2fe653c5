## Prescriptions, as patient, doctor and pharmacy see them
awaited-prescriptions = تُجلب الوصفات
prescriptions-lead = أرِ الصيدلية الرمز، وأعطها مفتاحًا.
prescriptions-good = يمكن صرفها
prescriptions-none-good = لا وصفة يمكن صرفها الآن.
prescriptions-past = مستنفدة أو منتهية أو مسحوبة
prescriptions-empty = لا وصفات بعد
prescriptions-empty-note = يكتبها هنا طبيب أعطيته مفتاحًا أو زرته.

prescription-times-left = { $count ->
    [zero] لم يبق شيء
    [one] بقيت مرة واحدة
    [two] بقيت مرتان
    [few] بقيت { $count } مرات
    [many] بقيت { $count } مرة
   *[other] بقيت { $count } مرة
}
prescription-used-up = مستنفدة
prescription-over = منتهية
prescription-void = مسحوبة
prescription-for = من أجل { $name }
prescription-until = حتى { $day }
prescription-by-until = { $name } · حتى { $day }
prescription-unknown = لا توجد وصفة كهذه
prescription-unknown-note = ربما سُحبت، أو هي لغيرك.
prescription-title = الوصفة
prescription-patient = من أجل
prescription-doctor = كتبها
prescription-fills = مرات الصرف
prescription-says = ما تقوله
prescription-awaited = تُفتح الوصفة
prescription-open = افتح السجل كله
prescription-void-says = سُحبت هذه الوصفة؛ لا يصرفها أحد بعد الآن.
prescription-filled = صُرفت
prescription-never-filled = ليس بعد.
prescription-code = للصيدلية
prescription-code-note = دع الصيدلية تمسح هذا. هو يدل على الوصفة ولا يقول عنك شيئًا.
prescription-code-key = لتقرأها تحتاج الصيدلية إلى مفتاح لصرف الوصفات.
prescription-copy = انسخ نص الرمز
prescription-give = أعطِ صيدلية مفتاحًا
prescription-take-back = اسحبها
prescription-take-back-title = هل تسحب هذه الوصفة؟
prescription-take-back-note = لا تستطيع أي صيدلية صرفها بعد ذلك. لا رجوع في هذا؛ ويمكن للطبيب أن يكتب وصفة جديدة.

## Writing one
prescribe-fills = كم مرة يجوز صرفها
prescribe-fills-help = لا تستطيع الصيدلية صرفها أكثر من ذلك.
prescribe-times = { $count ->
    [zero] { $count } مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
prescribe-lasts = صالحة لمدة
prescribe-two-signatures = تسألك محفظتك مرتين: عن النص المختوم، وعن عدد مرات الصرف.
prescribe-do = اكتب الوصفة
prescribe-done = الوصفة قائمة.
prescribe-preview = ما تقرؤه الصيدلية
paper-medicine-label = الدواء
paper-medicine-help = المادة والقوة والشكل، مثل «أموكسيسيلين 500 ملغ، أقراص».
paper-amount-label = الكمية
paper-amount-help = مثل «20 قرصًا».
paper-how-label = طريقة الاستعمال
paper-how-help = مثل «قرص صباحًا قبل الفطور بنصف ساعة».
paper-note-label = ملاحظة للصيدلية
paper-medicine = Rp. { $medicine }
paper-for = من أجل: { $name }
paper-issued = كُتبت في { $day }، كتبها { $name }

prescribed-lead = ما وصفتَه، وكم صُرف منه.
prescribed-empty = لم تُكتب وصفات بعد
prescribed-empty-note = افتح ملف المريض واختر «اكتب وصفة».
