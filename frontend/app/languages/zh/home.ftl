# A patient's first page.
home-morning = 早上好
home-day = 您好
home-evening = 晚上好
home-greeting = { $greeting }，{ $name }
home-lead = { $count ->
    [0] 没有事情等您处理。一切都已封存。
   *[other] 有 { $count } 件事等您处理。其他一切都已封存。
}
home-add = 添加病历
home-needs = 需要您
home-awaited = 正在查找等您处理的事。
home-nothing = 没有事情等您处理。
home-nothing-note = 请求、就诊和需要核对的读取结果会出现在这里。
home-visit = { $when }：{ $name }
home-visit-asks = 对方向您提议了这个时间。
home-visit-agreed = 您已同意这次就诊。
home-visit-answer = 回答
home-visit-see = 查看就诊
home-reading = 机器读取了 { $title }
home-reading-note = 还没有医生签署。请看看它读到了什么。
home-reading-check = 核对
home-reading-later = 暂不
home-news = { $count ->
   *[other] { $count } 条新通知
}
home-news-note = 您上次查看之后发生的事。
home-news-read = 阅读
home-keys = 谁持有钥匙
home-no-keys = 没有人持有您病历的钥匙。
home-manage-keys = 管理钥匙
home-latest = 最新病历
latest-by-me = { $day } · 由您添加
latest-by = { $day } · { $name }
latest-machine = 机器已读取
latest-signed = { $name } 已签署
latest-all = 全部 { $count } 份
latest-none = 您还没有病历。
latest-none-note = 添加一份报告、一张照片或一页纸；它在离开本设备之前就会封存。
own-name-title = 我们怎么称呼您？
own-name-note = 您的姓名保存在您的保险箱里，也会印在急救卡上。
own-name-field = 您的姓名
own-name-say = 填写姓名
own-name-keep = 保存
