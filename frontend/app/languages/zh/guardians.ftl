# Guardians.
guardians-lead = 您自己做不到时，谁来帮您。
guardians-awaited = 正在向链查询谁在您身边。
guardians-act = 他们代您行事
guardians-act-note = 监护人可以打开您的全部病历，并以您的名义行事：给出钥匙、收回钥匙、同意就诊。请选择您完全信任的人。
guardians-none = 没有人代您行事。
guardians-none-note = 父母代孩子行事；成年人也可以为艰难的日子选一个人。
guardians-full = { $count ->
   *[other] 还可以有 { $count } 位监护人。
}
guardians-vault = 他们帮您重新打开保险箱
guardians-vault-note = 可以由三个人各保管保险箱钥匙的一部分。其他办法都没有时，其中两人一起就能让您进去。他们看不到您的任何内容。
guardians-vault-go = 前往保险箱和设备
guardian-appoint = 请人担任监护人
guardian-appoint-note = 对方会看到一切，包括以后的内容，直到您结束为止。
guardian-account = 对方的账户
guardian-name = 您怎么称呼对方
guardian-name-help = 保存在您的保险箱里，只有您能看到。可以不填。
guardian-yourself = 这是您自己的账户。
guardian-appoint-yes = 请对方担任监护人
guardian-appointed = { $name } 现在是您的监护人。
guardian-dismiss = 结束
guardian-dismiss-title = 要结束 { $name } 的监护吗？
guardian-dismiss-note = 从那时起，对方不能再打开您的任何内容。已经看过的，对方仍然知道。
guardian-dismiss-yes = 结束监护
guardian-dismissed = 监护已结束。
wards-title = 您代他们行事
ward-note = 您是对方的监护人
ward-act = 代对方行事
ward-leave = 退出
ward-leave-title = 不再担任 { $name } 的监护人吗？
ward-leave-note = 您将不能再打开对方的病历，也不能再代对方行事。
ward-leave-yes = 退出监护
ward-left = 您已不再是对方的监护人。
