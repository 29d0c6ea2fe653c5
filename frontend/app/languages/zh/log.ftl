# Who looked.
log-lead = 每次打开都在内容交出之前记下。这里是完整的记录和它的证明。
log-awaited = 正在取回查看记录并与链核对。
log-filter = 显示
log-others = 其他人
log-everybody = 其他人和我
log-person = 人员
log-anybody = 所有人
log-none = 没有别人看过。
log-none-note = 每当有人打开您的病历，都会记在这里。
log-more = 显示更多
log-a-record = 一份病历
log-somebody = 有人
log-opened = { $name } 打开了 { $title }
log-you-opened = 您打开了 { $title }
log-finding = { $name } 看了机器在 { $title } 中的发现
log-you-finding = 您看了机器在 { $title } 中的发现
log-card = { $name } 打开了您的急救卡
log-you-card = 您打开了急救卡
log-custodian = { $name } 取用了所保管的那部分急救钥匙
log-link = 有人查看了您的分享链接
log-lookup = { $name } 凭您的号码找到了您
log-when = { $when } · { $ground }
log-as-guardian = 作为您的监护人
log-in-emergency = 在急救中
log-with-key = 凭钥匙：{ $purpose }
log-newer = { $when } · 尚未登记上链
log-proof-title = 记录完整吗？
log-proof-whole = 记录完整，与链上一致。
log-proof-newer = { $count ->
   *[other] 截至链上登记之处，记录完整。另有 { $count } 行较新，很快会登记。
}
log-proof-unanchored = 记录前后连贯，链上尚未登记。
log-proof-when = { $when }核对。
log-proof-numbered = { $count ->
    [0] 还没有关于您的记录。
   *[other] 关于您的 { $count } 行依次编号，没有缺漏。
}
log-proof-linked = 每一行都与前面所有行相连。改动任何一行，后面都会显出来。
log-proof-anchored = 链上一次登记是{ $when }，内容一致。
log-proof-no-anchor = 链上至今尚未登记。
log-proof-remembered = 它接着本设备上次看到的内容。
log-proof-lines = 所有人的行数
log-proof-under = 登记上链
log-proof-head = 全部行的指纹
log-proof-limits = 记录说明本服务把病历交给了谁。对方看过之后怎么做，任何记录都无法知道。
