# What somebody sees who opens a share link.
shared-lead = 只在此浏览器中打开。传送它的人都无法阅读。
shared-title = 有人与您分享病历
shared-paste = 链接
shared-paste-note = 有人给了您分享链接。请直接打开，或粘贴到这里。
shared-unreadable = 无法读取这个链接，可能缺了一部分。请对方再发一次。
shared-sealed = 在您打开之前，它一直封存着。
shared-until = { $when } 前可打开
shared-name = 您的姓名
shared-name-help = 患者可以在查看记录中认出它。我们只保存它的指纹。
shared-passcode = 密码
shared-passcode-help = 发链接给您的人会用另一种方式告诉您。
shared-wrong = { $count ->
   *[other] 密码不正确。还可以试 { $count } 次。
}
shared-open = 打开
shared-note = 在显示任何内容之前，这次打开会为患者记在链上。
shared-counting = 正在把您的查看记到链上，需要几秒钟。
shared-over = 这个链接已结束。
shared-over-note = 它已到期、已关闭，或查看次数已用完。请对方给一个新的。
shared-opened = { $count ->
   *[other] { $count } 份文件
}。
shared-nothing = 链接里没有内容。
shared-untitled = 文件 { $nth }
shared-closes = 关闭本页后，此浏览器中不会留下任何内容。
