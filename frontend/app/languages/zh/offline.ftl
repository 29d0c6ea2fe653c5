# Without a connection: copies on this device, and what waits to be sent.
offline-open-title = 打开本设备保存的内容
offline-open-note = 您在这里打开过的内容，不联网也能用口令再次打开。
offline-whose = 谁的保险箱
offline-title = 保存在本设备上
offline-lead = 您在这里打开过的内容。它们封存在本设备上，只有您的保险箱能打开。
offline-alone = 您未联网。您的保险箱是 { $when } 的副本。
offline-back = 网络可能已恢复。登录以查看新内容并发送等待中的内容。
offline-connect = 登录
offline-close = 上锁
offline-kept = 以前打开过
offline-row = { $kind } · { $day } · { $when } 的副本
offline-none = 这里还没有打开过任何内容
offline-not-kept = 这份记录没有保存在本设备上
offline-none-note = 联网时打开一份病历，之后不联网也能在这里打开。
offline-copy = 这是本设备上的副本，内容停留在 { $when }。此后的变动不在其中。
offline-add = 您未联网。您添加的内容现在就会封存，在本设备上等待；重新联网后，钱包会询问您。
offline-queue = 等待发送
offline-queue-waits = 已封存在本设备上。联网并打开保险箱后发送，届时钱包会询问您。
offline-queue-ready = 已封存在本设备上，尚未上链。会从中断处继续，钱包会为每份询问您一次。
offline-line = { $size } · 封存于 { $when }
offline-waits = 等待发送
offline-sealed-here = 它已封存并保存在本设备上。关闭本页后，您仍可在“等待发送”中找到它。
offline-send = 发送
offline-throw = 丢弃
offline-throw-title = 要丢弃它吗？
offline-throw-note = 目前它只在本设备上。您选择的文件仍在原处。
offline-device = 本设备
offline-device-copies = { $count ->
    [0] 本设备没有保存任何病历。
   *[other] 有 { $count } 份病历可在本设备上不联网打开。
}
offline-device-note = 它们是封存的，只有您的保险箱能打开。最久以前打开的会为新的让位。急救卡和用计次钥匙打开的病历从不保存。
offline-device-waiting = { $count ->
   *[other] 有 { $count } 份病历在本设备上等待发送。
}
offline-forget = 忘记本设备
offline-forget-title = 要忘记本设备保存的一切吗？
offline-forget-note = 副本和保险箱的副本会从这里移除，对使用这个浏览器的所有人都一样。您的病历和保险箱仍在原处，您需要重新登录。
offline-forget-waiting = { $count ->
   *[other] 尚未发送的 { $count } 份病历将会丢失。
}
offline-forgotten = 本设备不再保存任何内容。
