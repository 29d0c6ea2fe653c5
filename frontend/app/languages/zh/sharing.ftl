# Keys: who holds them, giving, changing and taking back.
sharing-lead = 谁能打开什么、到什么时候、为什么。其他一切都已封存。
sharing-new-link = 新的分享链接
sharing-asks = 向您提出的请求
sharing-keys = 谁持有钥匙
sharing-awaited = 正在把钥匙列表与链核对。
sharing-none = 没有人持有钥匙。
sharing-none-note = 需要您病历的人可以请求，您也可以主动给出钥匙。
sharing-others = 其他方式
sharing-links = { $count ->
    [0] 没有打开的链接
   *[other] 有 { $count } 个链接打开着
}
sharing-emergency = 您无法回答时，救助者能看到什么
sharing-log = 每一次打开，以及没有遗漏的证明
standing-title = 不需要钥匙
standing-guardian = 监护人：可以打开一切并代您行事
standing-none = 没有钥匙，谁也打不开任何内容。
standing-emergency = 急救
key-standing = 长期
key-note = { $scope } · { $purpose }
role-and-note = { $role } · { $note }
past-title = 以前的钥匙
past-none = 还没有。
past-withdrawn = { $day }收回
past-ended = { $day }到期
past-tag-withdrawn = 已收回
acting-for = 您正代 { $name } 行事。
acting-back = 回到自己
awaited-records = 正在把病历列表与链核对。

## What a key opens
which-legend = 哪些病历？
which-everything = 全部
which-everything-note = 全部病历，包括以后的。
which-kinds = 某些类别
which-records = 某些病历
which-written = 一段时间
which-from = 写成日期从
which-to = 到（含当天）
which-by-reader = 对方自己写的
which-by-reader-note = 只有持钥匙者自己写的病历。
pick-kinds = 哪些类别？
pick-records = 哪些病历？
pick-search = 搜索您的病历
pick-none = 还没有病历。
pick-count = 已选 { $count } 份，最多 { $most } 份
kind-and-day = { $kind } · { $day }
terms-keep-back = 留下一些不给
keep-back-kinds = 不包括这些类别
keep-back-records = 不包括这些病历
terms-kept-back = 不包括
terms-how-often = 次数
terms-openings-left = { $count ->
   *[other] 还可打开 { $count } 次
}
terms-also = 另外
terms-may-add = 可以添加病历
terms-a-record = 一份病历
terms-more = 更多选择
terms-count-openings = 限定打开次数
terms-count-openings-help = 钥匙只能打开这么多次，每次打开都会在链上声明。
terms-openings-field = 可打开几次
terms-write = 可以添加病历
terms-write-help = 对方写的报告和记录会进入您的病历。
terms-no-kind = 请至少选择一类。
terms-no-record = 请至少选择一份病历。
terms-no-time = 第一天晚于最后一天。
terms-no-openings = 请填写可打开几次，至少一次。
terms-nothing-left = 什么都不剩了：选中的都被留下了。
until-legend = 多长时间？
until-own = 到某一天
until-day = 最后一天
until-or-withdrawn = { $day }，或到您收回时
until-no-day = 请选择一天。
until-past = 这一天已经过去。
until-too-long = 钥匙最长两年。

## Whom
whom-search = 在名录中按姓名搜索
whom-known = 您认识的人
whom-proposed = 管理员推荐
whom-found = 名录中
whom-awaited = 正在查找。
whom-nobody = 还没有人。请在上面按姓名搜索。
whom-none-found = 名录中没有这个姓名。
whom-by-account = 按账户，输入或扫描
whom-account = 账户
whom-account-help = 以 0x 开头，或是钱包地址。
whom-scan = 扫描二维码
whom-no-account = 这不是账户。
whom-unknown-account = 没有人用这个账户注册。

## Giving
give-lead = 给谁、看什么、为什么、到什么时候。
give-key = 给出钥匙
give-whom = 给谁
give-what = 看什么
give-why = 为什么，到什么时候
give-other = 换一个人
give-next = 继续
give-back = 返回
give-why-legend = 用于什么？
give-pharmacy = 无论您怎么选，药房只能看到处方。
give-no-key = { $name } 不能持有钥匙。钥匙只给医生、医院、药房和读取服务。
give-to-guardians = 请人担任监护人
give-wrapping = 正在制作钥匙。您可以离开本页，它会继续。
give-done = { $name } 现在持有钥匙。
request-title = { $name } 请求钥匙
asked-title = { $name } 请求钥匙
asked-awaited = 正在向链查询请求的内容。
asked-when = { $when }请求
asked-change = 更改
asked-later = 暂不
asked-no = 不给
asked-note = 钥匙随时可以缩小或收回。
asked-change-title = 其他条件
asked-longer = 这比对方请求的时间更长。
asked-give-changed = 给出这把钥匙
asked-put-off = 它在“分享”里等您。
asked-no-title = 拒绝 { $name } 吗？
asked-no-lead = 对方会得知，也可以再次请求。
asked-no-yes = 拒绝
asked-refused = 您已拒绝。
asked-gone = 这个请求已不再开放。
asked-gone-note = 它已得到回答、已撤回，或一个月后失效了。
asked-to-sharing = 前往分享

## A key you gave
held-title = { $name } 的钥匙
held-awaited = 正在向链查询这把钥匙。
held-gone = 没有这样的钥匙。
held-gone-note = 它已收回，或从未给出。
held-what = 能打开什么
held-over = 这把钥匙已到期，什么也打不开。您可以把它从列表中移除。
held-by-me = { $day }由您给出
held-by = { $day }由 { $name } 给出
held-used = 打开过什么
held-unused = 这把钥匙还没有打开过任何内容。
held-whole-log = 全部打开记录
narrow-title = 缩小
narrow-earlier = 提前结束
narrow-fewer = 减少打开次数
narrow-read-only = 不再允许添加病历
narrow-seals = 您留下的内容会重新封存，这把钥匙就打不开了。已经打开过的，对方仍然知道。
narrow-do = 缩小
narrow-nothing = 请选择要缩小什么。
narrow-not-earlier = 这并不早于钥匙原来的到期时间。
narrow-not-fewer = 这并不少于剩余次数。
narrowed = { $count ->
    [0] 钥匙已缩小。
   *[other] 钥匙已缩小；{ $count } 个版本已重新封存。
}
withdraw = 收回
withdraw-note = 永久收回这把钥匙。
withdraw-title = 收回 { $name } 的钥匙吗？
withdraw-lead = 这把钥匙立即什么也打不开。随后您的病历会在本设备上重新封存，可能需要一些时间。
withdraw-honest = 以前打开过的内容，看过的人仍然知道。没有哪把锁能收回这一点。
withdraw-yes = 收回钥匙
withdrawn-title = { $name } 不再持有钥匙
withdrawing-note = 正在重新封存您的病历。完成之前请不要关闭本页。
withdrawn-note = { $count ->
    [0] 没有需要重新封存的内容。
   *[other] { $count } 个版本已重新封存。
}
withdrawn-half = 钥匙已收回。有些病历还没能重新封存。
seal-waiting = 等待链
seal-opening = 正在打开
seal-sealing = 正在重新封存
seal-uploading = 正在提交
seal-telling = 正在告知链
seal-count = { $count ->
    [0] 尚未重新封存
   *[other] 已重新封存 { $count } 个版本
}
seal-done = { $count ->
   *[other] { $count } 个版本已重新封存。
}
behind-title = { $count ->
   *[other] { $count } 个版本等待重新封存
}
behind-note = 有钥匙被收回或缩小，或有监护结束。在重新封存之前，旧的钥匙副本仍能打开它们。
behind-do = 重新封存
