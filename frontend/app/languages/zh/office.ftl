# Words that pages of hospitals, pharmacies, admins and everybody share.
scan-not-here = 此浏览器不能读取二维码。请手动输入。
scan-refused = 这里没有使用相机的许可。请允许本页使用，或手动输入。
scan-no-camera = 无法打开相机。请手动输入。
scan-hold = 请把二维码对准画面。
scan-view = 相机画面
scan-stop = 停止

person-help = 别人告诉您的账户：0x 加 40 位字母和数字，或钱包地址。
person-unknown = 这不是账户。
person-is = 这是 { $name }。

list-older = 显示更多
proof = 证明
proof-block = 区块
proof-place = 区块中的位置
proof-book = 账册
proof-when = 时间
proof-hash = 区块名称
