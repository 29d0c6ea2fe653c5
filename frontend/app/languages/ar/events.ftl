# What happened on the chain, in sentences.
contract-registry = الأشخاص
contract-consent = المفاتيح
contract-records = السجلات
contract-care = الزيارات والوصفات

event-registered = { $name } انضم. الدور: { $role }.
event-left = { $name } غادر.
event-keys-rotated = { $name } نشر مفاتيح جديدة.
event-profile-revised = { $name } غيّر بياناته في الدليل.
event-profile-pending = { $name } أضاف تخصصات جديدة وينتظر المجلس.
event-licence-attested = { $by } وجدت ترخيص { $name } في سجل التراخيص، وأجاب صاحبه.
event-voted = { $by } صوّت على: { $motion }.
event-unvoted = { $by } سحب صوته على: { $motion }.
event-carried = قرّر المجلس: { $motion }.
event-guardian-appointed = { $guardian } أصبح وصيًا على { $patient }.
event-guardian-dismissed = { $guardian } لم يعد وصيًا على { $patient }.
event-assigned = { $by } اقترح { $doctor } على { $patient }.
event-unassigned = سُحب الطبيب المقترح على { $patient }.
event-affiliated = { $doctor } أصبح من { $house }.
event-parted = { $doctor } لم يعد من { $house }.
event-introduced = رُبطت دفاتر Chartkey الأربعة بعضها ببعض.

event-requested = { $reader } طلب مفتاحًا من { $patient }. السبب: { $purpose }.
event-request-dropped = { $reader } سحب طلبه من { $patient }.
event-refused = { $by } لم يعطِ { $reader } مفتاحًا.
event-granted = { $by } أعطى { $reader } مفتاحًا حتى { $until }. السبب: { $purpose }.
event-narrowed = { $by } ضيّق مفتاح { $reader }.
event-revoked = { $by } سحب مفتاح { $reader }.
event-given-back = { $reader } أعاد المفتاح إلى { $patient }.
event-renewed = { $by } بدأ ختم كل سجلات { $patient } من جديد.
event-announced = { $reader } أعلن فتح سجل لـ { $patient }؛ { $count ->
    [zero] لم تبق مرات فتح
    [one] بقي فتح واحد
    [two] بقي فتحان
    [few] بقيت { $count } مرات فتح
    [many] بقيت { $count } مرة فتح
   *[other] بقيت { $count } مرة فتح
}.
event-card-kept = { $patient } جهّز بطاقة طوارئ.
event-card-dropped = { $patient } لم تعد لديه بطاقة طوارئ.
event-glass-broken = { $by } كسر زجاج { $patient } حتى { $until }. السبب: { $reason }.
event-glass-mended = { $by } أنهى حالة الطوارئ لـ { $patient } التي كسر فيها { $reader } الزجاج.
event-link-opened = { $owner } فتح رابط مشاركة حتى { $until }.
event-link-closed = { $owner } أغلق رابط مشاركة.
event-link-viewed = شوهد رابط مشاركة لـ { $owner }.

event-added = { $by } أضاف سجلًا إلى الملف الطبي لـ { $owner }: { $kind }.
event-added-own = { $owner } أضاف سجلًا: { $kind }.
event-amended = { $by } كتب النسخة { $version } من سجل لـ { $owner }.
event-rekeyed = خُتم سجل لـ { $owner } من جديد.
event-withdrawn = { $by } سحب سجلًا لـ { $owner }.
event-attested = { $worker } قرأت سجلًا لـ { $owner }؛ { $count ->
    [zero] لم تجده أي خدمة قراءة
    [one] وجدته خدمة قراءة واحدة
    [two] خدمتا قراءة وجدتا الشيء نفسه
    [few] { $count } خدمات قراءة وجدت الشيء نفسه
    [many] { $count } خدمة قراءة وجدت الشيء نفسه
   *[other] { $count } خدمة قراءة وجدت الشيء نفسه
}.
event-signed-off = { $doctor } وقّع نتيجة عن { $owner }: { $verdict }.
event-signature-retracted = { $doctor } سحب توقيعه عن نتيجة تخص { $owner }.
event-anchored = دُوّنت قائمة من اطّلع، وفيها { $count ->
    [zero] لا أسطر
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرًا
   *[other] { $count } سطر
}.

event-visit-proposed = اقتُرحت زيارة { $patient } إلى { $doctor }: { $when }.
event-visit-accepted = { $patient } و{ $doctor } اتفقا على زيارة: { $when }.
event-visit-declined = { $by } اعتذر عن زيارة مع { $other }.
event-visit-cancelled = { $by } ألغى زيارة مع { $other }.
event-visit-completed = { $patient } زار { $doctor }.
event-released = { $patient } و{ $doctor } أنهيا ما تسمح به الزيارات.
event-prescribed = { $doctor } كتب وصفة لـ { $patient }، تُصرف { $count ->
    [zero] { $count } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}.
event-dispensed = { $pharmacy } صرفت وصفة لـ { $patient }؛ { $count ->
    [zero] لم يبق شيء
    [one] بقيت مرة واحدة
    [two] بقيت مرتان
    [few] بقيت { $count } مرات
    [many] بقيت { $count } مرة
   *[other] بقيت { $count } مرة
}.
event-voided = { $by } ألغى وصفة لـ { $patient }.
