# Share links, for the one who opens them.
links-lead = 给没有账户的人：一个链接，在一段时间内显示几份病历。
links-awaited = 正在向链查询哪些链接打开着。
links-none = 您还没有打开过链接。
links-none-note = 链接适合国外的医生、亲属，或只要一份文件的机构。
links-open = 打开着的链接
links-none-open = 没有打开着的链接。
links-over = 已结束的链接
links-note = 链接关闭后不再显示任何内容。别人以前看过或保存的，仍在对方那里。
link-unnamed = 没有名称的链接
link-viewed = { $count ->
    [0] 尚未查看
   *[other] 已查看 { $count } 次
}
link-until = 到{ $when }为止
link-over = 已结束
link-tag-over = 已结束
link-tag-open = 打开着
link-left = { $count ->
   *[other] 还可查看 { $count } 次
}
link-show = 显示
link-close = 关闭链接
link-close-title = 关闭这个链接吗？
link-close-note = 从那时起它不再显示任何内容，相关文件会被删除。
link-close-yes = 关闭
link-closed = 链接已关闭。
link-qr = 分享链接的二维码，供扫描
link-for-people = 可在任何浏览器中打开
link-for-apps = 供其他健康应用使用
link-copy = 复制链接
link-copy-app = 复制供健康应用使用的链接
link-key-inside = 钥匙就在链接里。谁拿到链接谁就能打开，所以请只发给一个人。
new-link-lead = 哪些病历、到什么时候、可看几次。
new-link-records = 哪些病历？
new-link-label = 名称
new-link-label-help = 打开之前就会显示。最好不要写诊断。
new-link-passcode = 需要密码
new-link-passcode-help = 六位数字，请用电话告诉对方。输错五次后，链接就会失效。
new-link-counted = 限定查看次数
new-link-counted-help = 每次查看都在链上计数。
new-link-views = 可查看几次
new-link-frozen = 链接显示这些病历现在的样子，不包括以后的版本。
new-link-open = 打开链接
new-link-sealing = 正在为这个链接封存病历。
new-link-no-record = 请至少选择一份病历。
new-link-long-label = 名称超过 80 个字符。
new-link-no-views = 请填写可查看几次，至少一次。
new-link-ready = 链接已打开
new-link-until = 到{ $when }为止
new-link-until-counted = { $count ->
   *[other] 到{ $when }为止，可查看 { $count } 次
}
new-link-passcode-title = 密码
new-link-passcode-copy = 复制密码
new-link-passcode-apart = 请用另一种方式告诉对方，例如打电话，不要和链接一起发。密码只在此刻显示。
new-link-done = 前往链接
