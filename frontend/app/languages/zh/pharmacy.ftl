# Pages of a pharmacy.
counter-lead = 阅读、核对、配发。您只看到处方，看不到患者的其他内容。
counter-shown = 患者出示
counter-scan = 扫描处方
counter-strange = 这个二维码里没有处方。
counter-number = 或输入编号
counter-number-help = 0x 加 32 位字母和数字，或患者发来的完整链接。
counter-unknown = 这不是处方编号。
counter-look = 查找
counter-permitted = 给了您钥匙的患者
counter-awaited = 正在取回处方。
counter-none = 这里还没有处方
counter-none-note = 患者给您钥匙或出示二维码后，会出现在这里。
counter-by = { $doctor } 开具 · 到 { $until } 为止
counter-back = 另一张处方
prescription-voided = 已作废
prescription-empty = 已用完
prescription-ended = 已到期
prescription-left = { $count ->
   *[other] 还可配发 { $count } 次
}
check-title = 核对
check-awaited = 正在从链上读取处方。
check-void = 没有这张有效的处方
check-void-note = 医生已将其撤回，或者这个编号从未发出。请不要凭它发药；患者可以询问医生。
check-by = { $doctor } 开具
check-doctor = 医生
check-doctor-active = 已批准，可以执业
check-doctor-gone = 已不再注册
check-fills = 可配发
check-open-awaited = 正在打开内容。
check-image = 处方图片
check-same = 与医生所开的一字不差。
check-no-key = 您没有这张处方的钥匙
check-no-key-note = 请向患者请求。对方会看到您的名称和这一张处方，马上就能回答。
check-ask = 请求钥匙
check-asked = 等待 { $name }
check-asked-note = 对方已得知。对方同意后，请再看一次。
check-look-again = 再看一次
check-hand-out = 配发
check-sure = 配发一次吗？
check-sure-note = 这会在链上计数，并告知 { $name }。无法撤回。
check-hand-out-yes = 是，已配发
check-handed-out = 已配发。{ $count ->
    [0] 已用完。
   *[other] 还可配发 { $count } 次。
}
dispensed-lead = 在这里配发过的全部处方，最新的在前，每次都附证明。
dispensed-awaited = 正在取回配发记录。
dispensed-none = 还没有配发过
dispensed-none-note = 您每次配发都会记在这里。
dispensed-count = { $count ->
   *[other] 至今 { $count } 次
}
