## Visits, as patient and doctor see them
awaited-visits = 正在取回就诊
visits-find = 找医生
visits-mine = 等您回答
visits-coming = 即将到来
visits-none-coming = 没有商定的就诊。
visits-theirs = 等对方回答
visits-past = 以前的
visits-all = 显示全部 { $count } 次
visits-empty = 还没有就诊
visits-empty-note = 找一位医生，选一个空闲时间，提出预约。医生会在这里回答。
visits-empty-doctor = 还没有就诊
visits-empty-doctor-note = 患者在名录中找到您的空闲时间并预约。

visit-mine = 轮到您
visit-theirs = 已请求
visit-agreed = 已商定
visit-begun = 现在
visit-missed = 没有回答
visit-completed = 已完成
visit-cancelled = 已取消
visit-declined = 已谢绝
visit-hours = { $from }–{ $until }
visit-when = { $day } { $hours }
visit-minutes = { $count ->
   *[other] { $count } 分钟
}
visit-with = 与 { $name } 的就诊
visit-unknown = 没有这样的就诊
visit-unknown-note = 链接可能已旧，或这是别人的就诊。
visit-day = 日期
visit-time = 时间
visit-length = 时长
visit-changed = 最后回复
visit-about-doctor = 关于这位医生
visit-ask-again = 再预约一次
visit-chart = 打开病历夹

visit-your-turn = { $name } 在等您回答
visit-accept = 同意
visit-accepted = 就诊已商定。
visit-propose = 换个时间
visit-propose-this = 提议这个时间
visit-proposed = 已提议另一个时间。
visit-chosen = 已选：{ $when }
visit-waiting = 等 { $name } 回答，{ $since }开始
visit-waiting-note = 一有回答就会告诉您。在此之前，时间还没有订下。
visit-agreed-note = 双方都已同意，时间已订下。
visit-missed-note = 没等到双方同意，时间已过。请撤回，再预约另一次。
visit-did-it = 时间到了。这次就诊进行了吗？
visit-complete = 已进行
visit-done = 已标记为完成。
visit-decline = 谢绝
visit-decline-title = 谢绝这次就诊吗？
visit-decline-note = 对方会得知。您也可以改为提议另一个时间。
visit-take-back = 撤回
visit-take-back-title = 撤回吗？
visit-take-back-note = 没有订下任何时间。您随时可以再次预约。
visit-cancel = 取消就诊
visit-cancel-title = 取消这次就诊吗？
visit-cancel-note = 对方会得知，这个时间会让给别人。

visit-how-long = 时长
visit-awaited-slots = 正在取回空闲时间
visit-free = 空闲时间
visit-no-slots = 今后三周没有这个时长的空闲时间。
visit-day-before = 更早
visit-day-after = 更晚
visit-other = 其他日期或时间
visit-other-label = 日期和时间
visit-other-help = 会调整到下一个一刻钟。是否合适，看对方的回答。
visit-other-wrong = 请选择从现在起一年之内的时间。

ask-visit-title = 向 { $name } 预约就诊
ask-visit-lead = 请选择时间。医生同意之前，什么都没有订下。
ask-visit-lead-for = 为 { $name } 预约。医生同意之前，什么都没有订下。
ask-visit-when = 时间
ask-visit-note = 这里不问就诊的原因，因为时间会记在公开的链上。就诊后一周内，这位医生可以往病历夹里添加病历，但不能因此看到任何内容。
ask-visit-do = 预约这个时间

bond-title = 可以添加病历
bond-note = 因为就诊，{ $name } 在 { $day } 之前可以添加病历。但不能因此看到任何内容。
bond-end = 结束
bond-end-title = 不再让 { $name } 添加吗？
bond-end-note = 已添加的会保留。以后商定的就诊会再次允许添加。
