# Who looked.
log-lead = كل فتح يُدوَّن قبل أن يخرج أي شيء. هذه القائمة كاملة، ومعها إثباتها.
log-awaited = تُجلب القائمة وتُقارن بالسلسلة.
log-filter = اعرض
log-others = الآخرون
log-everybody = الآخرون وأنا
log-person = الشخص
log-anybody = أي شخص
log-none = لم يطّلع أحد غيرك.
log-none-note = كلما فتح أحد سجلًا من سجلاتك ظهر هنا.
log-more = اعرض المزيد
log-a-record = سجلًا
log-somebody = شخص ما
log-opened = { $name } فتح { $title }
log-you-opened = أنت فتحت { $title }
log-finding = { $name } قرأ ما وجدته آلة في { $title }
log-you-finding = أنت قرأت ما وجدته آلة في { $title }
log-card = { $name } فتح بطاقة الطوارئ الخاصة بك
log-you-card = أنت فتحت بطاقة الطوارئ
log-custodian = { $name } أخذ جزءه من مفتاح الطوارئ
log-link = شخص ما شاهد رابط مشاركة لك
log-lookup = { $name } وجدك برقمك
log-when = { $when } · { $ground }
log-as-guardian = بصفته وصيًا عليك
log-in-emergency = في حالة طوارئ
log-with-key = بمفتاح: { $purpose }
log-newer = { $when } · لم يُدوَّن على السلسلة بعد
log-proof-title = هل هي كاملة؟
log-proof-whole = هذه القائمة كاملة، وهي تطابق السلسلة.
log-proof-newer = { $count ->
    [zero] هذه القائمة كاملة بقدر ما دوّنته السلسلة.
    [one] هذه القائمة كاملة بقدر ما دوّنته السلسلة. سطر واحد أحدث، ويُدوَّن قريبًا.
    [two] هذه القائمة كاملة بقدر ما دوّنته السلسلة. سطران أحدث، ويُدوَّنان قريبًا.
    [few] هذه القائمة كاملة بقدر ما دوّنته السلسلة. { $count } أسطر أحدث، وتُدوَّن قريبًا.
    [many] هذه القائمة كاملة بقدر ما دوّنته السلسلة. { $count } سطرًا أحدث، وتُدوَّن قريبًا.
   *[other] هذه القائمة كاملة بقدر ما دوّنته السلسلة. { $count } سطر أحدث، وتُدوَّن قريبًا.
}
log-proof-unanchored = هذه القائمة متماسكة. لم تدوّن السلسلة منها شيئًا بعد.
log-proof-when = قورنت { $when }.
log-proof-numbered = { $count ->
    [zero] لا سطر عنك بعد.
    [one] سطرك الوحيد مرقّم ولا ينقص شيء.
    [two] سطراك مرقّمان بلا فجوة.
    [few] أسطرك وعددها { $count } مرقّمة بلا فجوة.
    [many] أسطرك وعددها { $count } مرقّمة بلا فجوة.
   *[other] أسطرك وعددها { $count } مرقّمة بلا فجوة.
}
log-proof-linked = كل سطر مربوط بكل ما قبله. فلو تغيّر سطر لظهر ذلك في كل ما بعده.
log-proof-anchored = دوّنت السلسلة القائمة آخر مرة { $when }، وهي مطابقة.
log-proof-no-anchor = لم تدوّن السلسلة القائمة بعد.
log-proof-remembered = وهي تكمل ما رآه هذا الجهاز في المرة السابقة.
log-proof-lines = أسطر الجميع
log-proof-under = مدوّنة على السلسلة
log-proof-head = بصمة كل الأسطر
log-proof-limits = تقول القائمة من سلّمته هذه الخدمة سجلًا. أما ما يفعله بما رآه فلا تعرفه أي قائمة.
