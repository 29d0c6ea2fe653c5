## Prescriptions, as patient, doctor and pharmacy see them
awaited-prescriptions = 正在取回处方
prescriptions-lead = 在药房出示二维码，并给药房一把钥匙。
prescriptions-good = 可以配发
prescriptions-none-good = 现在没有可以配发的处方。
prescriptions-past = 已用完、已到期或已撤回
prescriptions-empty = 还没有处方
prescriptions-empty-note = 您给过钥匙或为您看过病的医生会在这里开处方。

prescription-times-left = { $count ->
    [0] 已用完
   *[other] 还可配发 { $count } 次
}
prescription-used-up = 已用完
prescription-over = 已到期
prescription-void = 已撤回
prescription-for = 给 { $name }
prescription-until = 到 { $day } 为止
prescription-by-until = { $name } · 到 { $day } 为止
prescription-unknown = 没有这样的处方
prescription-unknown-note = 它可能已撤回，或属于别人。
prescription-title = 处方
prescription-patient = 患者
prescription-doctor = 开方医生
prescription-fills = 配发次数
prescription-says = 内容
prescription-awaited = 正在打开处方
prescription-open = 打开整份病历
prescription-void-says = 它已撤回，不再配发。
prescription-filled = 配发记录
prescription-never-filled = 还没有配发。
prescription-code = 给药房看
prescription-code-note = 请药房扫描这个二维码。它只指明处方，不透露您的任何情况。
prescription-code-key = 要阅读处方，药房需要一把用于配发处方的钥匙。
prescription-copy = 复制二维码的文字
prescription-give = 给药房一把钥匙
prescription-take-back = 撤回
prescription-take-back-title = 撤回这张处方吗？
prescription-take-back-note = 之后任何药房都不能再配发。这一步无法撤销；医生可以另开新处方。

## Writing one
prescribe-fills = 可配发几次
prescribe-fills-help = 药房不能多配发。
prescribe-times = { $count ->
   *[other] { $count } 次
}
prescribe-lasts = 有效期
prescribe-two-signatures = 您的钱包会询问两次：一次为封存的内容，一次为可配发的次数。
prescribe-do = 开处方
prescribe-done = 处方已生效。
prescribe-preview = 药房看到的内容
paper-medicine-label = 药品
paper-medicine-help = 成分、规格和剂型，例如“阿莫西林 500 毫克，片剂”。
paper-amount-label = 数量
paper-amount-help = 例如“20 片”。
paper-how-label = 用法
paper-how-help = 例如“早上 1 片，早餐前半小时服”。
paper-note-label = 给药房的说明
paper-medicine = Rp. { $medicine }
paper-for = 患者：{ $name }
paper-issued = { $day } 由 { $name } 开具

prescribed-lead = 您开的处方，以及已配发多少。
prescribed-empty = 还没有开过处方
prescribed-empty-note = 打开患者的病历夹，选择“开处方”。
