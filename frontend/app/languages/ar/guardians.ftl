# Guardians.
guardians-lead = من يساعدك حين لا تستطيع.
guardians-awaited = نسأل السلسلة من يقف إلى جانبك.
guardians-act = يتصرفون عنك
guardians-act-note = يفتح الوصي كل سجلاتك ويتصرف باسمك: يعطي المفاتيح ويستعيدها ويوافق على الزيارات. اختر من تأتمنه على كل ذلك.
guardians-none = لا أحد يتصرف عنك.
guardians-none-note = يتصرف الوالدان عن أطفالهم، ويمكن للكبار أن يختاروا شخصًا للأيام الصعبة.
guardians-full = { $count ->
    [zero] لا مكان لوصي آخر.
    [one] هناك مكان لوصي واحد.
    [two] هناك مكان لوصيين.
    [few] هناك مكان لـ { $count } أوصياء.
    [many] هناك مكان لـ { $count } وصيًا.
   *[other] هناك مكان لـ { $count } وصي.
}
guardians-vault = يساعدونك على العودة إلى خزنتك
guardians-vault-note = يمكن لثلاثة أشخاص أن يحفظ كل منهم جزءًا من مفتاح خزنتك. يُدخلك اثنان منهم معًا حين يضيع كل شيء آخر. ولا يرون شيئًا مما لديك.
guardians-vault-go = إلى الخزنة والأجهزة
guardian-appoint = اجعل شخصًا وصيًا
guardian-appoint-note = سيرى كل شيء، وما سيأتي أيضًا، حتى تنهي ذلك.
guardian-who-can = للوصي حساب خاص به بصفته مريضًا. لا يمكن للأطباء والمستشفيات أن يكونوا أوصياء.
guardian-known = شخص تعرفه
guardian-choose = اختر
guardian-known-none = لا أحد ممن تحفظ أسماءهم يمكنه أن يكون وصيًا بعد. اطلب منه حسابه أو امسح رمزه.
guardian-no-patient = لا يوجد مريض مسجل بهذا الحساب.
guardian-account = حسابه
guardian-name = بماذا تسميه
guardian-name-help = يُحفظ في خزنتك ولا يراه غيرك. يمكن تركه فارغًا.
guardian-yourself = هذا حسابك أنت.
guardian-appoint-yes = اجعله وصيًا
guardian-appointed = أصبح { $name } وصيًا عليك.
guardian-dismiss = إنهاء
guardian-dismiss-title = هل تنهي وصاية { $name }؟
guardian-dismiss-note = لا يفتح بعد ذلك شيئًا مما لديك، وتُختم سجلاتك من جديد. وما رآه يبقى معروفًا له.
guardian-dismiss-yes = أنهِها
guardian-dismissed = انتهت الوصاية.
wards-title = تتصرف عنهم
ward-note = أنت وصي عليه
ward-act = تصرّف عنه
ward-leave = ترك الوصاية
ward-leave-title = هل تترك الوصاية على { $name }؟
ward-leave-note = لن تفتح سجلاته بعد ذلك ولن تتصرف عنه.
ward-leave-yes = أترك الوصاية
ward-left = لم تعد وصيًا عليه.
