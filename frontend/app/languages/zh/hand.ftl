## At the door
door-arriving = 正在连接 Chartkey 及其链。
door-away = 现在无法连接 Chartkey。
door-away-next = 没有丢失任何内容。请检查网络后重试；本页会自动恢复。
door-elsewhere = 这不是本设备所认识的 Chartkey。
door-elsewhere-note = 没有签署，也没有打开任何内容。请仔细核对本页地址。如果 Chartkey 真的迁移了，其运营者会公告。
door-believe = 它确实迁移了
door-believe-note = 从现在起，本设备将信任此地址的应答者。只有在您信任的人告知 Chartkey 已重新开始时才这样做。
door-believe-yes = 重新信任
door-newcomer = 您在这里还没有保险箱。
door-newcomer-note = 保险箱存放您的病历钥匙，只有您能打开。
door-join = 创建我的保险箱
door-apply = 我是医疗从业者
session-ended = 会话已结束，保险箱仍然打开。请再次登录以继续。
session-renew = 再次登录
lock-soon = 保险箱将在 { $seconds ->
   *[other] { $seconds } 秒
}后锁定。
lock-stay = 我还在

## Wallet and account
wallet-choose = 选择您的钱包
wallet-choose-note = 钱包就是您的签名。它每次都会询问您，密钥绝不会传到这里。
wallet-here = 在此浏览器中
wallet-open = 打开 { $name }
wallet-other = 其他钱包
wallet-development = 不是真正的钱包
wallet-development-note = 密钥人人皆知的人物，供您随意浏览
wallet-development-warning = 这些密钥人人皆知。请勿放入任何真实内容。
wallet-gone = { $name } 已不在本页。请重新加载，或选择其他钱包。
wallet-refused = { $name } 被告知不要共享账户。请再次打开并同意，或在其设置中允许本页。
wallet-locked = { $name } 已锁定。请先解锁，再在这里打开。
wallet-no-accounts = { $name } 没有显示账户。请在其中创建一个，或与本页共享一个。
wallet-not-here = { $name } 只能用于开发链。
wallet-failed = 无法打开 { $name }。
account-title = 选择您的账户
account-note = { $wallet } 会请您登录。这不会转移资金，也不会交出任何钥匙。
account-choose = 以 { $name } 登录
account-last = 上次使用
sent-left = 您已退出。
sent-left-elsewhere = 您已在另一个标签页退出。
sent-account-gone = 钱包不再共享此账户，因此您已退出。
no-wallet = 此浏览器中没有钱包。
no-wallet-note = 钱包是替您签名的小程序。下列任何一个都可以，两分钟即可完成。
no-wallet-watching = 有钱包时，本页会自动发现。
no-wallet-where = 哪里可以获取
no-wallet-careful = 请自己输入地址。钱包从不需要您在网页上输入助记词，Chartkey 也不需要。

## Passphrase
passphrase = 口令
passphrase-new = 新口令
passphrase-again = 再输入一次
passphrase-help = 至少 { $count } 个字符。六个互不相关的词容易记，难以猜。
passphrase-differs = 两次输入不同。
passphrase-show = 显示
passphrase-suggest = 推荐一个
passphrase-suggested = 继续之前请写下这些词，并在下面再输入一次。
passphrase-nobody = 没有人能给您新口令：医生不能，Chartkey 也不能。
passphrase-too-short = 还太短
passphrase-weak = 弱：拿到封存文件的人能猜出来
passphrase-fair = 好：可抵挡多年
passphrase-strong = 强：抵挡的时间超过所需
passphrase-set = 设定口令
passphrase-changed = 口令已更改。

## Joining
join-lead = 一个钱包、一个口令、一张纸。然后它就是您的。
join-title = 创建您的保险箱
join-note = 口令可在任何设备上打开您的保险箱。它绝不会离开本设备。
join = 创建我的保险箱
join-under-way = 正在生成密钥、封存保险箱并登记您的位置，大约需要一分钟。

## Opening
unlock-title = 打开您的保险箱
unlock-note = 已以 { $name } 登录。
unlock = 打开
unlock-passkey = 使用通行密钥
unlock-recover = 我打不开
sign-out = 退出

## Recovery code
code-title = Chartkey 恢复码
code-of = 用于 { $domain }，打印于 { $day }
code-once = 这些词只显示一次。持有它们和您的钱包的人可以打开您的保险箱。
code-how = 使用方法：用钱包登录，选择“我打不开”，再选“打印的恢复码”。请把这张纸和护照放在一起。
code-print = 打印
code-kept = 我已把这些词写在纸上，放在安全的地方。
code-done = 继续
code-note = 忘记口令时可打开保险箱的 24 个词。旧的恢复码在您移除之前一直有效。
code-make = 生成恢复码

## Ways back
recover-lead = 有三种方式可以重新进入，每一种都还需要您的钱包。
recover-by = 您有什么？
recover-code = 打印的恢复码
recover-guardians = 两位监护人
recover-device = 另一台设备
recover-code-words = 24 个词
recover-code-count = { $count }／24 个词
recover-open = 打开我的保险箱
recover-guardians-note = 把请求发给您的两位监护人，然后打电话把这六个词读给他们听。每人会发回一份。
recover-plea-make = 生成请求
recover-plea-copy = 复制请求
recover-plea-save = 保存请求
recover-part-one = 第一位监护人的部分
recover-part-other = 第二位监护人的部分
recover-device-note = 在仍能打开保险箱的设备上，进入“保险箱”，选择“允许设备进入”，把这段文字带过去。
recover-device-open = 它已允许我进入
recover-opened = 保险箱已打开。旧口令已丢失，请设定新口令。
recover-keep = 保留旧口令

## Devices and guardians
device-words = 请核对这六个词
device-carry = 把这段文字带到另一台设备：扫描、复制或存成文件。
device-copy = 复制文字
device-save = 存成文件
device-qr = 文字的二维码
device-file = 从文件读取
device-ten-minutes = 有效期十分钟，且本页须保持打开。
let-in = 允许进入
let-in-note = 新设备会显示一段文字和六个词。文字可以任何方式传来；词要您亲自从它的屏幕上读。
let-in-text = 新设备的文字
let-in-words = 六个词
let-in-words-help = 从另一块屏幕上读，或听您熟悉的声音念出来。
let-in-name = 设备名称，例如“平板”
let-in-done = 已允许进入。请到那台设备上继续。
guardians-note = 其中任意两位可以一起打开您的保险箱，而且必须有您的钱包。请选择彼此独立的人。
guardian-nth = 第 { $nth } 位监护人的账户
guardians-set = 指定这三位
guardians-done = 他们已持有各自的部分。请告诉他们。
help-voice = 请打电话。只有熟悉的声音才能确认真的是本人在请求。
help-whose = 对方的账户
help-plea = 对方的请求
help-give = 生成我的部分
help-part = 把它发回去。它只在对方的新设备上有用。
help-part-copy = 复制我的部分
help-part-save = 保存我的部分

## The vault's page
vault-lead = 用什么打开，什么时候关闭。
vault-doors = 进入方式
vault-doors-note = 每一种都可与您的钱包一起打开保险箱。
door-passphrase = 口令
door-passkey = 通行密钥
door-code = 打印的恢复码
door-guardians = 三位监护人中的两位
door-device = 另一台设备
door-remove = 移除
door-remove-note = 从下次保存起，它不再能打开您的保险箱。其他方式不变。
vault-ways = 添加或更改
vault-new-passphrase = 新口令
vault-add-passkey = 添加通行密钥
vault-print-code = 打印恢复码
vault-let-in = 允许设备进入
vault-guardians = 指定监护人
passkey-added = 通行密钥现在可以打开保险箱。
passkey-unsupported = 此浏览器不支持通行密钥。
passkey-no-secret = 此通行密钥无法打开保险箱。手机自带的或较新的安全密钥也许可以。
passkey-refused = 通行密钥没有应答。请重试，或使用口令。
lock-title = 锁定
lock-after = 自动锁定时间
lock-minutes = { $count ->
   *[other] { $count } 分钟
}
lock-now = 立即锁定
vault-rest = 很少用到
vault-rotate-note = 如果有人可能看过这台设备，请更换密钥。
vault-rotate = 新密钥
vault-rotate-more = 今后为您封存的内容都用新密钥。已有的内容仍可阅读。
vault-rotated = 您已有新密钥。
vault-help-note = 您监护的人进不去了。
vault-help = 帮助他人
