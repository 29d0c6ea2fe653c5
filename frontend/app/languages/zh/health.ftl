health-lead = 在本设备上，由您能打开的病历汇总而成。
health-awaited = 已打开 { $count } 份病历中的 { $done } 份。
health-none = 还没有可以汇总的内容
health-none-note = 当您的病历里有能读取的化验结果、药物或诊断时，会显示在这里。
health-machine = 其中一部分由机器读取，还没有医生签署。
health-twins = 两份记录内容相同。如果是同一张单据重复添加，可以撤回其中一份。
health-note = 本页显示您的病历里写了什么。这不是诊断；请与您的医生谈谈。
health-kept = 上面的清单并非全部。病历里还有未能理解的内容：
health-closed = { $count ->
   *[other] 有 { $count } 份病历没有打开，不在其中。
}
health-results = 各次结果的变化
health-search = 搜索结果
health-all = { $count ->
   *[other] 显示全部 { $count } 项结果
}

export-lead = 把您的病历带走。
export-what = 全部放进一个文件
export-note = 每份病历都在本设备上打开，放进一个 ZIP 文件：每份病历一个文件夹，还有一份任何表格软件都能打开的目录。
export-older = 包括所有旧版本
export-findings = 包括机器的发现
export-open = 这个文件没有封存，谁拿到都能看。请像护照一样保管好。
export-make = 生成文件
export-packing = 已装入 { $count } 份病历中的 { $done } 份
export-done = 文件已保存（{ $size }）。
export-closed = { $count ->
   *[other] 有 { $count } 项没有打开，不在其中。
}
