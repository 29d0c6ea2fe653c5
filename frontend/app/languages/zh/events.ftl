# What happened on the chain, in sentences.
contract-registry = 人员
contract-consent = 钥匙
contract-records = 病历
contract-care = 就诊和处方

event-registered = { $name } 已加入。身份：{ $role }。
event-left = { $name } 已离开。
event-keys-rotated = { $name } 公布了新密钥。
event-profile-revised = { $name } 更改了名录条目。
event-profile-pending = { $name } 列出了新的专科，正在等待理事会。
event-licence-attested = { $by } 在登记册中找到了 { $name } 的执照，本人已确认。
event-voted = { $by } 投票：{ $motion }。
event-unvoted = { $by } 撤回了投票：{ $motion }。
event-carried = 理事会决定：{ $motion }。
event-guardian-appointed = { $guardian } 成为 { $patient } 的监护人。
event-guardian-dismissed = { $guardian } 不再是 { $patient } 的监护人。
event-assigned = { $by } 向 { $patient } 推荐了 { $doctor }。
event-unassigned = 向 { $patient } 推荐的医生已撤回。
event-affiliated = { $doctor } 现在属于 { $house }。
event-parted = { $doctor } 不再属于 { $house }。
event-introduced = Chartkey 的四本账册已连在一起。

event-requested = { $reader } 向 { $patient } 请求钥匙。用途：{ $purpose }。
event-request-dropped = { $reader } 撤回了对 { $patient } 的请求。
event-refused = { $by } 没有给 { $reader } 钥匙。
event-granted = { $by } 给了 { $reader } 一把钥匙，到 { $until } 为止。用途：{ $purpose }。
event-narrowed = { $by } 缩小了 { $reader } 的钥匙。
event-revoked = { $by } 收回了 { $reader } 的钥匙。
event-given-back = { $reader } 把钥匙还给了 { $patient }。
event-renewed = { $by } 开始重新封存 { $patient } 的全部病历。
event-announced = { $reader } 声明打开 { $patient } 的一份病历；{ $count ->
    [0] 打开次数已用完
   *[other] 还可打开 { $count } 次
}。
event-card-kept = { $patient } 备好了急救卡。
event-card-dropped = { $patient } 不再保留急救卡。
event-glass-broken = { $by } 打破了 { $patient } 的玻璃，到 { $until } 为止。原因：{ $reason }。
event-glass-mended = { $by } 结束了 { $patient } 的急救，此前 { $reader } 打破了玻璃。
event-link-opened = { $owner } 打开了分享链接，到 { $until } 为止。
event-link-closed = { $owner } 关闭了分享链接。
event-link-viewed = 有人查看了 { $owner } 的分享链接。

event-added = { $by } 往 { $owner } 的病历夹里添加了病历：{ $kind }。
event-added-own = { $owner } 添加了病历：{ $kind }。
event-amended = { $by } 为 { $owner } 的一份病历写了第 { $version } 版。
event-rekeyed = { $owner } 的一份病历已重新封存。
event-withdrawn = { $by } 撤回了 { $owner } 的一份病历。
event-attested = { $worker } 读取了 { $owner } 的一份病历；{ $count ->
    [1] 一个读取服务有此发现
   *[other] { $count } 个读取服务的发现相同
}。
event-signed-off = { $doctor } 签署了关于 { $owner } 的发现：{ $verdict }。
event-signature-retracted = { $doctor } 撤回了对 { $owner } 的发现的签名。
event-anchored = 查看记录已登记上链，共 { $count ->
   *[other] { $count } 行
}。

event-visit-proposed = 提议 { $patient } 到 { $doctor } 处就诊：{ $when }。
event-visit-accepted = { $patient } 与 { $doctor } 商定就诊：{ $when }。
event-visit-declined = { $by } 谢绝了与 { $other } 的就诊。
event-visit-cancelled = { $by } 取消了与 { $other } 的就诊。
event-visit-completed = { $patient } 已在 { $doctor } 处就诊。
event-released = { $patient } 与 { $doctor } 结束了就诊带来的许可。
event-prescribed = { $doctor } 给 { $patient } 开了处方，可配发 { $count ->
   *[other] { $count } 次
}。
event-dispensed = { $pharmacy } 配发了 { $patient } 的一张处方；{ $count ->
    [0] 已用完
   *[other] 还可配发 { $count } 次
}。
event-voided = { $by } 作废了 { $patient } 的一张处方。
