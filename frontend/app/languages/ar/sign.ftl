## Signing
sign-title = قبل أن توقّع
sign-lead = ستسألك { $wallet } بعد ذلك.
sign-in-title = تسجيل الدخول
sign-in-what = فتح جلسة في هذه الصفحة لمدة ساعة
sign-in-cost = لا شيء
sign-in-text = النص كاملًا
sign-where = أين
sign-cost = الكلفة
sign-cost-awaited = قيد الحساب
sign-cost-fee = { $fee } على الأكثر
sign-cost-both = { $fee } على الأكثر، ويُحجز { $held } حتى لا تعود هناك حاجة إليه
sign-times = { $count ->
    [zero] { $count } مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
sign-nth-of = التوقيع { $nth } من { $of }
sign-nth = التوقيع { $nth }
sign-stand = { $count ->
    [zero] لم يسبقه توقيع. إن لم توقّع هنا فلن يُترك إلا ما تراه أدناه.
    [one] التوقيع الذي قبله قائم. إن لم توقّع هنا فلن يُترك إلا ما تراه أدناه.
    [two] التوقيعان اللذان قبله قائمان. إن لم توقّع هنا فلن يُترك إلا ما تراه أدناه.
    [few] التوقيعات الـ { $count } التي قبله قائمة. إن لم توقّع هنا فلن يُترك إلا ما تراه أدناه.
    [many] التوقيعات الـ { $count } التي قبله قائمة. إن لم توقّع هنا فلن يُترك إلا ما تراه أدناه.
   *[other] التوقيعات الـ { $count } التي قبله قائمة. إن لم توقّع هنا فلن يُترك إلا ما تراه أدناه.
}
sign-left-out = تُرك هذا. ما وقّعته من قبل قائم.
sign-yes = وقّع
sign-no = ليس الآن
sign-give-up = تراجع
sign-go-on = تابع في هذه الأثناء
sign-in-wallet = تطلب منك { $wallet } التوقيع. لا يحدث شيء حتى توقّع.
sign-sent = تم التوقيع. بانتظار مكانه على السلسلة.
sign-included = إنه على السلسلة. بانتظار أن يصبح غير قابل للتراجع.
sign-sought = انقطع الاتصال بعد توقيعك. يجري البحث عمّا إذا كان قد تم.
sign-final = أصبح نهائيًا.
sign-unsigned = لم توقّع { $wallet }. لم يحدث شيء.
sign-unsigned-rest = لم توقّع { $wallet }. ما وقّعته من قبل قائم.
step-wrapped = المفاتيح مغلّفة
step-wallet = التوقيع في المحفظة
step-chain = على السلسلة
step-final = نهائي
heard-asked = شيء ينتظر توقيعك.
heard-wallet = تطلب منك محفظتك التوقيع.
heard-sent = تم التوقيع، بانتظار السلسلة.
heard-included = على السلسلة، وليس نهائيًا بعد.
heard-unsigned = لم توقّع المحفظة.

## What is said
act-introduce = تعريف العقود بعضها ببعض
act-register = تسجيلك بصفة: { $role }
act-leave = مغادرة Chartkey
act-rotate-keys = نشر مفاتيحك الجديدة
act-revise = تغيير بياناتك في الدليل
act-attest-licence = تصديق ترخيص { $name }
act-vote = التصويت: { $motion }
act-unvote = سحب التصويت: { $motion }
act-assign = اقتراح { $doctor } على { $patient }
act-unassign = سحب الطبيب المقترح على { $patient }
act-appoint-guardian = جعل { $name } وصيًّا عليك
act-dismiss-guardian = إنهاء وصاية { $name }
act-affiliate = ضمّ { $name } إلى مؤسستك
act-part = إنهاء الارتباط مع { $name }
motion-approve = قبول { $name }
motion-reject = رفض { $name }: { $reason }
motion-suspend = إيقاف { $name }: { $reason }
motion-reinstate = إعادة { $name }
motion-appoint = تعيين { $name }: { $office }
motion-dismiss = إعفاء { $name }
motion-quorum = أن يقرر من الآن { $count ->
    [zero] { $count } مشرف
    [one] مشرف واحد
    [two] مشرفان
    [few] { $count } مشرفين
    [many] { $count } مشرفًا
   *[other] { $count } مشرف
}
motion-upgrade = تجديد عقد
act-request = طلب مفتاح من { $name }: { $scope }
act-drop-request = سحب طلبك من { $name }
act-answer-yes = الموافقة على طلب { $name }
act-answer-no = رفض طلب { $name }
act-grant = إعطاء { $name } مفتاحًا: { $scope }
act-revoke = سحب مفتاح { $name }
act-narrow = تضييق مفتاح { $name }
act-renew-mine = ختم كل سجلاتك من جديد من الآن، دون سحب أي مفتاح
act-renew = ختم كل سجلات { $name } من جديد من الآن، دون سحب أي مفتاح
act-keep-card = جعل هذا بطاقة الطوارئ الخاصة بك
act-drop-card = التخلي عن بطاقة الطوارئ
act-break-glass = فتح بطاقة طوارئ { $name }؛ ويُبلَّغ هو وأوصياؤه
act-mend-glass = إغلاق بطاقة طوارئك أمام { $name }
act-open-link = فتح رابط مشاركة
act-open-link-counted = فتح رابط مشاركة لعدد { $count ->
    [zero] { $count } مشاهدة
    [one] مشاهدة واحدة
    [two] مشاهدتين
    [few] { $count } مشاهدات
    [many] { $count } مشاهدة
   *[other] { $count } مشاهدة
}
act-close-link = إغلاق رابط مشاركة
act-view-link = عدّ مشاهدة لرابط مشاركة
scope-everything = كل السجلات، والقادمة أيضًا
scope-kinds = سجلات من هذه الأنواع: { $kinds }
scope-records = { $count ->
    [zero] { $count } سجل
    [one] سجل واحد
    [two] سجلّان
    [few] { $count } سجلات
    [many] { $count } سجلًّا
   *[other] { $count } سجل
}
scope-written = سجلات كُتبت من { $from } إلى { $until }
scope-by-reader = السجلات التي كتبها بنفسه
scope-except = { $scope }؛ { $count ->
    [zero] { $count } استثناء
    [one] استثناء واحد
    [two] استثناءان
    [few] { $count } استثناءات
    [many] { $count } استثناءً
   *[other] { $count } استثناء
}
terms-openings = { $count ->
    [zero] { $count } فتح
    [one] فتح واحد
    [two] فتحان
    [few] { $count } مرات فتح
    [many] { $count } مرة فتح
   *[other] { $count } مرة فتح
}
terms-may-write = يمكنه إضافة سجلات
act-add-mine = إضافة إلى سجلاتك: { $kind }
act-add = إضافة إلى سجلات { $name }: { $kind }
act-amend = إضافة نسخة جديدة من سجل
act-rekey = ختم سجل من جديد
act-withdraw = سحب سجل
act-announce = الإعلان أنك تفتح سجلًّا
act-attest = الإبلاغ بما وجدته آلة
act-sign-off-agree = توقيع نتيجة: أنت موافق
act-sign-off-disagree = توقيع نتيجة: أنت غير موافق
act-sign-off-amended = توقيع نتيجة مع تصحيحاتك
act-retract-finding = سحب توقيعك على نتيجة
act-anchor-log = تدوين قائمة من اطّلع، وفيها { $count ->
    [zero] { $count } سطر
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرًا
   *[other] { $count } سطر
}
act-ask-visit = طلب موعد من { $name }: { $when }
act-propose-visit = اقتراح موعد آخر: { $when }
act-accept-visit = قبول زيارة
act-decline-visit = الاعتذار عن زيارة
act-cancel-visit = إلغاء زيارة
act-complete-visit = تسجيل أن الزيارة تمت
act-release = إنهاء ما تسمح به الزيارات لـ { $name }
act-prescribe = كتابة وصفة، تُصرف { $count ->
    [zero] { $count } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
act-dispense = صرف وصفة
act-void = سحب وصفة
