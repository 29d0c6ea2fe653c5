# What happened on the chain.
explorer-lead = ما يحق للجميع معرفته، في جمل. وما يخص المرضى لا يُقال إلا لهم.
explorer-note = المناصب والمهن والمجلس علنية. وكل ما سواها لا يُذكر إلا عدده.
explorer-look = ابحث عن
explorer-look-help = رقم كتلة، أو حسابك أنت.
explorer-look-go = اعرض
explorer-unknown = هذا ليس رقمًا ولا حسابًا.
explorer-mine = ما يخصني
explorer-latest = مؤخرًا
explorer-awaited = يُجلب ما حدث.
explorer-none = لم يحدث شيء بعد.
explorer-first = لم يحدث شيء قبل هذا.
explorer-block = الكتلة { $height }
explorer-kept = { $count ->
    [zero] ولا شيء يخص غيرك
    [one] وأمر واحد يخص غيرك
    [two] وأمران يخصان غيرك
    [few] و{ $count } أمور تخص غيرك
    [many] و{ $count } أمرًا يخص غيرك
   *[other] و{ $count } أمر يخص غيرك
}
explorer-folded = { $count ->
    [zero] ولا شيء قبل ذلك
    [one] ومرة أخرى قبل ذلك
    [two] ومرتان أخريان قبل ذلك
    [few] و{ $count } مرات أخرى قبل ذلك
    [many] و{ $count } مرة أخرى قبل ذلك
   *[other] و{ $count } مرة أخرى قبل ذلك
}
block-title = الكتلة { $height }
block-awaited = تُجلب الكتلة.
block-none = لا شيء لك هنا
block-none-note = لم يُقل شيء في هذه الكتلة، أو قيل ما يخص غيرك فقط.
block-before = الكتلة السابقة
block-after = الكتلة التالية
doings-mine = ما يخصني
doings-of = ما يخص { $name }
doings-lead = كل ما تحفظه السلسلة لهذا الحساب، الأحدث أولًا.
doings-none = لا شيء بعد.
doings-others = هذا لا يُقال إلا لصاحبه
doings-others-note = يتابع كل شخص حسابه وحسابات من يتصرف عنهم. أما المهنيون فيقول الدليل ما هو علني عنهم.
doings-entry = بياناته في الدليل
doings-account = الحساب
