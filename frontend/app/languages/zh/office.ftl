# Words that pages of hospitals, pharmacies, admins and everybody share.
scan-not-here = 此浏览器不让网页使用摄像头。请手动输入。
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
proof-transaction = 该区块的第 { $number } 笔交易
proof-asked = 正在询问链本身。
proof-agrees = 已与链核对
proof-agrees-yes = 链上所说相同
may-not-act-pending = 理事会尚未对您作出决定。在此之前您不能执业。
may-not-act-rejected = 理事会没有接纳您。您可以重新申请。
may-not-act-suspended = 理事会目前收回了您的执业资格。请询问管理员。
may-not-act-apply = 查看您的申请进展
may-not-act-licence = 您的执照尚未确认。确认之后由理事会决定；在此之前您不能执业。
may-not-act-confirm = 确认您的执照
may-not-act-whom = 查看可以询问谁
