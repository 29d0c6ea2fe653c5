## At the door
door-arriving = جارٍ الوصول إلى Chartkey وسلسلته.
door-away = لا يمكن الوصول إلى Chartkey الآن.
door-away-next = لم يُفقد شيء. تحقّق من اتصالك ثم حاول مجددًا؛ تعود هذه الصفحة وحدها.
door-elsewhere = هذا ليس Chartkey الذي يعرفه هذا الجهاز.
door-elsewhere-note = لم يُوقَّع شيء ولم يُفتح شيء. انظر جيدًا إلى عنوان هذه الصفحة. لو انتقل Chartkey حقًّا لأعلن القائمون عليه ذلك.
door-believe = لقد انتقل حقًّا
door-believe-note = من الآن يصدّق هذا الجهاز كل من يجيب من هذا العنوان. لا تفعل هذا إلا إذا أخبرك شخص تثق به أن Chartkey بدأ من جديد.
door-believe-yes = صدّقه من جديد
door-newcomer = ليس لديك خزنة هنا بعد.
door-newcomer-note = تحفظ الخزنة مفاتيح سجلاتك. لا يفتحها أحد غيرك.
door-join = أنشئ خزنتي
door-apply = أعمل في الرعاية الصحية
session-ended = انتهت جلستك، وخزنتك ما زالت مفتوحة. سجّل الدخول مرة أخرى للمتابعة.
session-renew = تسجيل الدخول مجددًا
lock-soon = تُقفل خزنتك خلال { $seconds ->
    [zero] { $seconds } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
}.
lock-stay = ما زلت هنا

## Wallet and account
wallet-choose = اختر محفظتك
wallet-choose-note = محفظتك هي توقيعك. تسألك في كل مرة، ولا تصل مفاتيحها إلى هنا أبدًا.
wallet-here = في هذا المتصفح
wallet-open = افتح { $name }
wallet-other = محفظة أخرى
wallet-development = ليست محفظة حقيقية
wallet-development-note = أشخاص يعرف الجميع مفاتيحهم، للتجربة
wallet-development-warning = الجميع يعرف هذه المفاتيح. لا تضع هنا شيئًا حقيقيًا.
wallet-gone = لم تعد { $name } في هذه الصفحة. أعد تحميلها أو اختر محفظة أخرى.
wallet-refused = طُلب من { $name } ألا تشارك حساباتها. افتحها مجددًا ووافق، أو اسمح لهذه الصفحة من إعداداتها.
wallet-locked = { $name } مقفلة. افتح قفلها ثم افتحها هنا مجددًا.
wallet-no-accounts = لم تعرض { $name } أي حساب. أنشئ حسابًا فيها أو شارك حسابًا مع هذه الصفحة.
wallet-not-here = تعمل { $name } على سلسلة التطوير فقط.
wallet-failed = تعذّر فتح { $name }.
account-title = اختر حسابك
account-note = ستطلب منك { $wallet } تسجيل الدخول. هذا لا ينقل مالًا ولا يعطي أحدًا مفتاحًا.
account-choose = الدخول باسم { $name }
account-last = المرة السابقة
sent-left = لقد سجّلت الخروج.
sent-left-elsewhere = سجّلت الخروج في علامة تبويب أخرى.
sent-account-gone = لم تعد محفظتك تشارك هذا الحساب، لذلك سُجّل خروجك.
no-wallet = لا توجد محفظة في هذا المتصفح.
no-wallet-note = المحفظة برنامج صغير يوقّع عنك. أيٌّ من هذه يصلح، ولا يستغرق الأمر إلا دقيقتين.
no-wallet-watching = تلاحظ هذه الصفحة وحدها متى وُجدت محفظة.
no-wallet-where = من أين تحصل عليها
no-wallet-careful = اكتب العنوان بنفسك. لا تحتاج أي محفظة إلى كلماتك السرية في صفحة ويب، ولا Chartkey.

## Passphrase
passphrase = عبارة المرور
passphrase-new = عبارة مرور جديدة
passphrase-again = العبارة نفسها مرة أخرى
passphrase-help = { $count } حرفًا على الأقل. ست كلمات لا تجتمع عادةً يسهل حفظها ويصعب تخمينها.
passphrase-differs = العبارتان مختلفتان.
passphrase-show = إظهارها
passphrase-suggest = اقترح واحدة
passphrase-suggested = اكتب هذه الكلمات على ورقة قبل المتابعة، ثم أعد كتابتها أدناه.
passphrase-nobody = لا يستطيع أحد أن يعطيك غيرها: لا طبيبك ولا Chartkey.
passphrase-too-short = ما زالت قصيرة جدًا
passphrase-weak = ضعيفة: يخمّنها من لديه الملف المختوم
passphrase-fair = جيدة: تصمد سنوات
passphrase-strong = قوية: تصمد أطول مما يهم
passphrase-set = اعتمد العبارة
passphrase-changed = تغيّرت عبارة المرور.

## Joining
join-lead = محفظة وعبارة مرور وورقة. ثم تصبح لك.
join-title = أنشئ خزنتك
join-note = تفتح العبارة خزنتك على أي جهاز. ولا تغادر هذا الجهاز أبدًا.
join = أنشئ خزنتي
join-under-way = تُنشأ مفاتيحك وتُختم خزنتك ويُسجَّل مكانك. يستغرق ذلك نحو دقيقة.

## Opening
unlock-title = افتح خزنتك
unlock-note = الدخول باسم { $name }.
unlock = افتح
unlock-passkey = استخدم مفتاح المرور
unlock-recover = لا أستطيع فتحها
sign-out = تسجيل الخروج

## Recovery code
code-title = رمز استعادة Chartkey
code-of = لـ { $domain }، طُبع في { $day }
code-once = تُعرض هذه الكلمات مرة واحدة. من يملكها مع محفظتك يفتح خزنتك.
code-how = للاستخدام: سجّل الدخول بمحفظتك، واختر «لا أستطيع فتحها»، ثم «رمز مطبوع». احفظ هذه الورقة مع جواز سفرك.
code-print = اطبع
code-kept = هذه الكلمات عندي على ورق، في مكان آمن.
code-done = تابع
code-note = 24 كلمة تفتح خزنتك إذا ضاعت عبارة المرور. يبقى الرمز الأقدم صالحًا حتى تزيل مدخله.
code-make = أنشئ رمزًا

## Ways back
recover-lead = ثلاث طرق للعودة. تحتاج كل منها إلى محفظتك أيضًا.
recover-by = ماذا لديك؟
recover-code = رمز مطبوع
recover-guardians = وصيّان
recover-device = جهاز آخر
recover-code-words = الكلمات الأربع والعشرون
recover-code-count = { $count } من 24 كلمة
recover-open = افتح خزنتي
recover-guardians-note = أرسل الطلب إلى اثنين من أوصيائك، ثم اتصل بهما واقرأ لهما هذه الكلمات الست. يعيد إليك كل منهما جزءًا.
recover-plea-make = أنشئ الطلب
recover-plea-copy = انسخ الطلب
recover-plea-save = احفظ الطلب
recover-part-one = جزء الوصيّ الأول
recover-part-other = جزء الوصيّ الثاني
recover-device-note = على الجهاز الذي ما زال يفتح خزنتك، اذهب إلى الخزنة ثم «اسمح لجهاز بالدخول»، وانقل هذا إليه.
recover-device-open = لقد سمح لي بالدخول
recover-opened = خزنتك مفتوحة. ضع عبارة مرور جديدة لأن القديمة ضاعت.
recover-keep = أبقِ القديمة

## Devices and guardians
device-words = قارن هذه الكلمات الست
device-carry = انقل هذا النص إلى الجهاز الآخر: امسحه أو انسخه أو احفظه في ملف.
device-copy = انسخ النص
device-save = احفظ في ملف
device-qr = النص كرمز QR
device-file = خذه من ملف
device-ten-minutes = صالح لعشر دقائق ما دامت هذه الصفحة مفتوحة.
let-in = اسمح له بالدخول
let-in-note = يعرض الجهاز الجديد نصًا وست كلمات. قد يصل النص بأي طريقة؛ أما الكلمات فتقرؤها بنفسك من شاشته.
let-in-text = نص الجهاز الجديد
let-in-words = الكلمات الست
let-in-words-help = اقرأها من الشاشة الأخرى، أو اسمعها ممن تعرف صوته.
let-in-name = اسمه، مثل «الجهاز اللوحي»
let-in-done = سُمح له بالدخول. تابع هناك.
guardians-note = يستطيع أي اثنين منهم معًا فتح خزنتك، ومع محفظتك فقط. اختر أشخاصًا لا يعتمد بعضهم على بعض.
guardian-nth = الوصيّ { $nth }: حسابه
guardians-set = عيّن هؤلاء الثلاثة
guardians-done = أجزاؤهم معهم الآن. أخبرهم.
help-voice = اتصل به. لا يؤكد أنه هو من يطلب حقًّا إلا صوت تعرفه.
help-whose = حسابه
help-plea = طلبه
help-give = أنشئ جزئي
help-part = أعد إرسال هذا. لا يفيد إلا على جهازه الجديد.
help-part-copy = انسخ جزئي
help-part-save = احفظ جزئي

## The vault's page
vault-lead = ما يفتحها، ومتى تُقفل.
vault-doors = المداخل
vault-doors-note = كل منها يفتح خزنتك مع محفظتك.
door-passphrase = عبارة المرور
door-passkey = مفتاح المرور
door-code = رمز مطبوع
door-guardians = اثنان من ثلاثة أوصياء
door-device = جهاز آخر
door-remove = أزِل
door-remove-note = لن يفتح خزنتك بعد حفظها القادم. تبقى المداخل الأخرى.
vault-ways = أضف أو غيّر
vault-new-passphrase = عبارة مرور جديدة
vault-add-passkey = أضف مفتاح مرور
vault-print-code = اطبع رمز استعادة
vault-let-in = اسمح لجهاز بالدخول
vault-guardians = عيّن أوصياء
passkey-added = يفتح مفتاح المرور الخزنة الآن.
passkey-unsupported = لا يعرف هذا المتصفح مفاتيح المرور.
passkey-no-secret = لا يستطيع مفتاح المرور هذا فتح خزنة. قد يستطيع غيره: مفتاح الهاتف نفسه أو مفتاح أمان أحدث.
passkey-refused = لم يجب مفتاح المرور. حاول مجددًا أو استخدم عبارة المرور.
lock-title = القفل
lock-after = تُقفل وحدها بعد
lock-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
lock-now = أقفل الآن
vault-rest = نادرًا ما يلزم
vault-rotate-note = مفاتيح جديدة، إن كان أحد قد اطّلع على هذا الجهاز.
vault-rotate = مفاتيح جديدة
vault-rotate-more = كل ما يُختم لك من الآن يُختم للمفاتيح الجديدة. ويبقى ما لديك مقروءًا.
vault-rotated = لديك مفاتيح جديدة.
vault-help-note = شخص أنت وصيّه فقد طريقه إلى خزنته.
vault-help = ساعد شخصًا
