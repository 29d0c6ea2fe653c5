# Words that stand everywhere.
document-title = { $page } · Chartkey
document-title-welcome = Chartkey：您的病历，您的钥匙
skip = 跳到内容
menu = 主菜单
menu-less = 更多
menu-waiting = { $count } 项待处理
bell = { $count ->
    [0] 通知
   *[other] 通知，{ $count } 条新消息
}
offline = 您已离线。打开过的内容仍可打开；新添加的会在此等待。
chain-away = 无法连接到链，正在重试。
vault-open = 保险箱已打开 · { $minutes } 分钟后锁上
vault-closed = 保险箱已关闭
gate-settings = 语言和外观
gate-promise = 在您的设备上封存，只有您给的钥匙才能打开。

copy = 复制
copied = 已复制
close = 关闭
paper-save = 存成文件
again = 再试一次
cancel = 取消
what = 内容
why = 用途
until = 截止
piece-awaited = 正在获取页面。
piece-missing = 无法获取应用的这一部分。
piece-missing-next = 没有丢失任何东西。请检查网络后再试；如果仍然不行，请重新加载页面，应用可能有了新版本。
broken-next = 没有丢失任何东西。请再试一次；如果仍然不行，请复制详情并寻求帮助。
broken-details = 详情
broken-copy = 复制详情

key-ended = 已结束
key-minutes-left = 还剩 { $minutes } 分钟
key-hours-left = 还剩 { $hours } 小时
key-days-left = 还剩 { $days } 天

time-day-clock = { $day } { $clock }
time-just-now = 刚刚
time-days = { $days } 天
size-of = { $done } / { $size }
money = { $amount } KEY
