# What happened on the chain.
explorer-lead = 人人都可以知道的事，用句子写出。涉及患者的只告诉本人。
explorer-note = 职务、专业身份和理事会是公开的。其他事情只说有多少件。
explorer-look = 查找
explorer-look-help = 区块的编号，或您自己的账户。
explorer-look-go = 显示
explorer-unknown = 这既不是编号，也不是账户。
explorer-mine = 与我有关的
explorer-latest = 最近
explorer-awaited = 正在取回发生的事。
explorer-none = 还没有发生任何事。
explorer-first = 在此之前没有发生任何事。
explorer-block = 区块 { $height }
explorer-kept = { $count ->
   *[other] 另有 { $count } 件与别人有关的事
}
explorer-folded = { $count ->
   *[other] 此前还有 { $count } 次
}
block-title = 区块 { $height }
block-awaited = 正在取回区块。
block-none = 这里没有与您有关的内容
block-none-note = 这个区块里没有内容，或只有与别人有关的内容。
block-before = 前一个区块
block-after = 后一个区块
doings-mine = 与我有关的
doings-of = 与 { $name } 有关的
doings-lead = 链上为这个账户保存的全部内容，最新的在前。
doings-none = 还没有。
doings-others = 这只告诉本人
doings-others-note = 每个人只能查看自己的账户和所代行之人的账户。专业人士公开的内容见名录。
doings-entry = 名录条目
doings-account = 账户
