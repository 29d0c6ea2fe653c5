## A record on its way
stage-sealing = 正在本设备上封存
stage-uploading = 正在发送已封存的内容
stage-opening = 正在取回并打开
stage-telling = 等待您签署和上链

## Values over time
trend-heard = { $count ->
    [1] { $name }：{ $value }。
   *[other] { $name }，先后 { $count } 个数值，最新的是 { $value }。
}
trend-below = 低于通常范围
trend-above = 高于通常范围
trend-usual = 通常为 { $low } 至 { $high }
trend-usual-from = 通常不低于 { $low }
trend-usual-to = 通常不高于 { $high }
trend-table = 以表格显示
trend-day = 日期
trend-range = 通常范围
