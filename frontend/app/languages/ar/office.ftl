# Words that pages of hospitals, pharmacies, admins and everybody share.
scan-not-here = لا يتيح هذا المتصفح للصفحات استعمال الكاميرا. اكتبه بدل ذلك.
scan-refused = الكاميرا غير مسموح بها هنا. اسمح بها لهذه الصفحة، أو اكتب بدل ذلك.
scan-no-camera = لم تُفتح أي كاميرا. اكتب بدل ذلك.
scan-hold = ضع الرمز داخل الصورة.
scan-view = ما تراه الكاميرا
scan-stop = توقف

person-help = حساب أُعطي لك: يبدأ بـ 0x ثم 40 حرفًا ورقمًا، أو هو عنوان محفظة.
person-unknown = هذا ليس حسابًا.
person-is = هذا { $name }.

list-older = اعرض المزيد
proof = الإثبات
proof-block = الكتلة
proof-place = موضعه فيها
proof-book = الدفتر
proof-when = متى
proof-hash = اسم الكتلة
proof-transaction = المعاملة { $number } في الكتلة
proof-asked = تُسأل السلسلة نفسها.
proof-agrees = قورن بالسلسلة
proof-agrees-yes = تقول الشيء نفسه
may-not-act-pending = لم يقرر المجلس بشأنك بعد. ولا يمكنك العمل حتى يقرر.
may-not-act-rejected = لم يقبلك المجلس. يمكنك التقدم من جديد.
may-not-act-suspended = سحب المجلس منك حق العمل في الوقت الحالي. اسأل أحد المشرفين.
may-not-act-apply = انظر إلى أين وصل طلبك
may-not-act-licence = لم يُؤكَّد ترخيصك بعد. بعد ذلك يقرر المجلس، ولا يمكنك العمل حتى يقرر.
may-not-act-confirm = أكِّد ترخيصك
may-not-act-whom = انظر من تسأل
