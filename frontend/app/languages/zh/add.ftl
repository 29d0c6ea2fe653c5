add-lead = 文件在本设备上检查并封存。别人都看不到，连保管它们的地方也看不到。
add-drop = 把文件拖到这里
add-types = PDF、图片、DICOM、文本、表格、FHIR
add-choose = 选择文件
add-camera = 拍照
add-write = 写几行字
add-write-label = 您写的内容
add-write-help = 想保存的都可以写。写急救卡时：过敏、药物、疾病、要联系谁。
add-write-name = 笔记
add-write-long = { $count ->
   *[other] 多了 { $count } 个字。请缩短，或作为文件添加。
}
add-write-take = 继续
add-write-taken = 您写的内容在下方。请填写标题，然后封存并添加。
add-looking = 正在查看文件。
add-unfit = 未接受
add-added = 已添加
add-remove = 移除 { $name }
add-pages = { $count ->
   *[other] { $count } 页
}
add-pixels = { $width } × { $height } 像素
add-title = 标题
add-title-help = 写您以后会用来查找的名称。它和文件一起封存。
add-kind = 类别
add-day = 文件上的日期
add-day-help = 没有就不填。
add-read-title = 请机器读取
add-signs = { $count ->
    [1] 您的钱包会询问一次。
   *[other] 共 { $count } 份病历，您的钱包会为每一份询问一次。全部添加完之前请不要关闭本页。
}
add-seal = { $count ->
    [0] 正在封存
    [1] 封存并添加
   *[other] 封存并添加 { $count } 份病历
}
add-done = { $name } 已添加。
add-all-done = { $count ->
   *[other] 已添加 { $count } 份病历。
}
add-to-records = 前往我的病历
add-open = 打开
add-not-read = 已添加，但没能请到读取服务。

## Readings
reading-lead = 读取服务可以打开这一份病历一天，然后告诉您读到了什么。
reading-note = 您勾选的每个服务都会得到这些病历的一天钥匙。需要有几个服务的结果一致。
reading-awaited = 正在查找读取服务。
reading-nobody = 还没有任命读取服务。
reading-by = { $who }
reading-ask = 给出钥匙并请求读取
reading-asked = 已请求。读完会告诉您。
job-waits = 已请 { $who } 读取，{ $when }
job-queued = 正在排队。
job-reading = 正在读取。
job-posting = 已读完，发现正在上链。
job-parked = 没能读取。请撤回后重新请求。
job-done = 已读完。
job-drop = 撤回

## Beside the original
compare-sure = 没有不确定的数值。愿意的话，您仍可以看一遍。
compare-unsure = { $count ->
   *[other] 有 { $count } 个数值不确定，排在最前面。
}
compare-original = 原件
compare-read = 读取结果
compare-newer = 这份病历有比所读取的更新的版本。
compare-another-name = 纸上的姓名是 { $paper }；这份病历属于 { $own }。请确认没有拿错。
compare-names = 单据上写的是：{ $names }
compare-look-up = 在名录中查找
compare-listed = 名录中有：
compare-not-listed = 名录中没有“{ $name }”。许多医生和医院不在其中。
compare-none = 没有读到数值
compare-none-note = 这项发现没有可以逐个更正的数值。
compare-back = 返回病历
compare-others = { $count ->
   *[other] 其他 { $count } 个数值
}
compare-how-sure = 机器的把握是 { $percent } %。
compare-needed = 需要填写数值。
compare-changed = 您已更改
compare-seen = 已看过
compare-value = { $name }：数值
compare-unit = { $name }：单位
compare-where = 显示位置
compare-right = 正确
compare-waiting = { $count ->
   *[other] 有 { $count } 个数值等您核对。
}
compare-keep-right = 您核对的都与读取结果一致。
compare-keep-changed = { $count ->
   *[other] 您更改了 { $count } 个数值。
}
compare-keep-note = 这些数值会以您的名义存为新版本。原件和发现保持不变。
compare-keep = 保存这些数值
compare-kept = 您的数值已保存。
compare-keys = 按 Enter 表示这一行正确，并转到下一行；按 Escape 离开。
compare-entry = { $name }：名称
compare-more = { $name }：剂量或其他
compare-where-page = 显示在第 { $page } 页的位置
compare-strike = 页面上没有
compare-gone = 页面上没有
compare-gone-note = 页面上没有这一行。您保存的内容不会包含它。
compare-gone-not = 页面上确实有
teach-yes = 我还想要一个包含我的更正的文件，用来教读取程序。
teach-note = 文件里有页面上含数值、药物和诊断的小块，读取到的内容，以及您的说法。人名和号码不包含在内，但小块可能显示旁边的文字。文件保存在本设备上，除非您交出去，否则没有人会得到。您的同意保存在您签署的版本里。
teach-not-saved = 您的数值已保存。浏览器没有保存文件。
teach-given = 其作者用它做了一个教学文件。

## Why a file is not taken
unfit-unreadable = 文件无法读取，请重新选择。
unfit-empty = 文件是空的，请看看是否完整复制。
unfit-too-large = 文件超过了这类文件的上限 { $limit }。请拆分，或存得小一些。
unfit-hidden-in-name = 文件名里有看不见的字符，可能使它看起来像别的文件。请改名。
unfit-path-in-name = 文件名指向文件夹。请改名，去掉 / \ 或 :
unfit-no-name = 文件没有名称，请给它起名。
unfit-name-too-long = 文件名太长，请缩短。
unfit-reserved-name = 文件名与电脑的某个部件相同，请改名。
unfit-program-name = 文件名的结尾像程序（.{ $ending }）。不接受程序。
unfit-lying-name = 文件名以 .{ $ending } 结尾，内容却是 { $content }。请用原来的程序重新保存。
unfit-archive = 这是压缩包。请解开后逐个添加。
unfit-program = 这是程序。不接受程序。
unfit-web-page = 这是网页，可能会自行动作。请打印成 PDF 后添加。
unfit-office = 这是办公文档，可能会自行动作。请存成 PDF 后添加。
unfit-not-taken = 不接受 { $what }。请存成 PNG、JPEG 或 PDF 后添加。
unfit-unknown = 不认识这类文件。请存成 PDF、PNG、JPEG 或纯文本后添加。
unfit-two-in-one = 这个文件同时是两种类型，其中一种被藏了起来。请用原来的程序重新保存。
unfit-trailing = 文件末尾之后还有别的内容。请打开后另存一份。
unfit-damaged = 文件已损坏。请用原来的程序重新保存。
unfit-too-many-pixels = 图片太大：{ $width } × { $height } 像素。请存得小一些。
unfit-too-many-pages = 文件超过 { $limit } 页，请拆分。
unfit-bomb = 这个文件展开后大得不合常理，像是用来使电脑瘫痪的文件。不予接受。
unfit-too-deep = 这个文件的层次比任何病历都深，请重新导出。
unfit-entities = 这个文件自己定义了一些词。请去掉后重新导出。
unfit-locked = 这个 PDF 上了锁。请用密码打开，另存一份不带密码的再添加。
unfit-active = 这个 PDF 打开时会自行动作。请打印成新的 PDF 后添加。
unfit-page-circle = 这个 PDF 的页面首尾相绕。请打印成新的 PDF 后添加。
unfit-script = 文本里有浏览器可能运行的内容。请删除后重新添加。
unfit-wrapped = 这个文件里包着另一份文件。请单独导出那一份再添加。
