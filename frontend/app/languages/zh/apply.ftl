# A professional applies.
apply-lead = 四个步骤。在理事会同意之前，谁也不能向患者请求钥匙。
apply-step-entry = 您的条目
apply-step-code = 打印恢复码
apply-step-licence = 执照
apply-step-council = 理事会
apply-entry = 患者会看到的内容
apply-entry-note = 获得批准后这些会公开。您以后可以更改。
apply-send = 申请
apply-approved = 您已获批准。
apply-approved-note = 患者可以在名录中找到您，您可以向他们请求钥匙。
apply-begin = 开始
apply-suspended = 理事会已暂停您的资格。恢复之前您什么也打不开。
apply-suspended-whom = 可以询问谁
apply-suspended-whom-note = 其中任何一位管理员都可以投票恢复您的资格。这里会显示谁已投票。
apply-rejected = 理事会拒绝了您的申请。
apply-rejected-why = 原因：{ $reason }。
apply-again = 再申请一次
apply-again-send = 再次申请
apply-other = 此账户已注册。身份：{ $role }。
apply-other-note = 一个账户只有一种身份，谁也不能坐两把椅子。请用钱包里的另一个账户申请。
apply-other-home = 前往我的页面

form-role = 您的身份是？
form-certificate = 证书
form-certificate-choose = 选择您的证书
form-certificate-kinds = 一张照片，或一份简短的 PDF
form-certificate-public = 它会与您的条目一起公布，让每位管理员看到同一份文件。请遮住不必让人知道的内容。理事会作出决定后，您下一次更改条目时它就会被移除。
form-certificate-busy = 正在读取文件。
form-certificate-remove = 移除
form-certificate-unfit = 这个文件不能接受。请选择照片或 PDF。
form-certificate-large = 这个文件太大。如果是照片，会自动缩小。

licence-title = 您的执照
licence-note = 执照服务在登记册中查找号码，并向登记册所列的电话发送代码。
licence-number = 执照号码
licence-number-help = 与您的执照上一致；3 到 32 位字母和数字。
licence-send = 给我发送代码
licence-work = 这台设备正在运算一会儿
licence-percent = { $share } %
licence-work-note = 代替辨认图片。需要几秒钟，机器人也要花同样长的时间。
licence-never-told = 我们从不透露某个号码是否存在。如果没有收到代码，请核对号码，并向您的登记机构询问所登记的电话。
licence-code-title = 代码
licence-code-sent = 如果登记册里有这个号码，代码正发往 { $phone }。
licence-code-minutes = { $minutes ->
    [0] 已失效
   *[other] { $minutes } 分钟内有效
}
licence-code-tries = { $count ->
    [0] 不能再试
   *[other] 还可以试 { $count } 次
}
licence-code = 六位数字
licence-code-wrong = 代码或号码不正确。
licence-code-over = 这个代码已用完。请再发一个。
licence-code-again = 换一个代码
licence-code-hand-in = 提交
licence-code-wait = 正在把执照登记上链，需要几秒钟。

council-title = 等待理事会
council-licence-note = 已登记上链。
council-waiting = 您于{ $when }申请
council-waiting-note = 管理员已得到通知。本页会自动显示谁已同意；您可以关闭它。
council-awaited = 正在从链上读取投票。
council-certificate = 添加或更换证书
council-agreed = 已同意
council-not-yet = 尚未
council-count = { $quorum } 人中已有 { $count } 人同意。
