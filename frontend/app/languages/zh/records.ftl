## The list
records-lead = 您添加的，以及医生为您添加的。
records-count = { $count ->
   *[other] { $count } 份病历，均已封存。只有这台设备在打开期间能读出标题。
}
records-add = 添加病历
records-search = 搜索您的病历
records-kinds = 病历类别
records-awaited = 正在取回您的病历并与链核对。
records-none = 还没有病历
records-none-note = 拍一页纸，或选一个文件。它在离开本设备之前就会封存。
records-no-fit = 没有符合的
records-no-fit-note = 少用几个词，或去掉一个类别。
records-found = { $count ->
   *[other] 找到 { $count } 份病历
}
records-line = { $kind } · { $day } · { $who }
records-line-own = { $kind } · { $day } · 由您添加
records-read = 机器已读取
records-signed = 已签署
records-closed = 打不开
records-versions = { $count ->
   *[other] { $count } 个版本
}

## One record
record-lead = { $kind }，{ $day }由 { $who } 添加
record-lead-own = { $kind }，{ $day }添加
record-sides = 这份病历的各个方面
record-awaited = 正在向链查询这份病历。
record-content = 内容
record-about = 关于它
record-kind = 类别
record-by = 添加者
record-added = 添加日期
record-dated = 文件日期
record-share = 给出钥匙
record-have-read = 请机器读取
record-amend = 添加版本
record-amend-note = 请选择文件。之前的版本仍可阅读。
record-amend-yes = 封存并添加
record-amended = 新版本已添加。
record-withdraw = 撤回
record-withdraw-title = 撤回这份病历吗？
record-withdraw-note = 它的所有版本都会从存储中删除，任何钥匙都不能再打开。这一步无法撤销。
record-withdraw-known = 以前打开过的人可能仍然知道内容。
record-withdraw-save = 先保存一份
record-withdraw-older = 保存旧版本
record-withdraw-saved = 最新版本已保存为文件。
record-withdrawn = 病历已撤回。
record-corrected = 这些数值已有人核对过。
record-original = 原件是第 { $version } 版

gone-by-you = 您撤回了这份病历
gone-by = { $by } 撤回了您的这份病历
gone-by-you-of = 您撤回了 { $owner } 的这份病历
gone-by-of = { $by } 撤回了 { $owner } 的这份病历
gone-mine = 您的这份病历已被撤回
gone-of = { $owner } 的这份病历已被撤回
gone-unknown = 这里没有病历
gone-unknown-note = 它已被撤回，或者这个地址从来没有过病历。撤回的病历无论持有什么钥匙都不能再打开。
gone-means = 它不能再打开：所有版本都已从存储中删除，没有钥匙能打开它。
gone-when = 撤回时间：{ $when }
gone-stays = 留下的是：它曾存在并被撤回、谁看过的名单，以及之前打开过的人所知道的内容。
gone-stays-reader = 您从中得知的内容您仍然知道。您打开过它，这一点留在患者的“谁看过”名单里。

holders-title = 谁可以打开
holders-awaited = 正在取回钥匙并与链核对。
holders-none = 只有您、您的监护人和写它的人。

## Content
viewer-awaited = 正在取回并打开病历，并与链核对。
viewer-opened = 病历已打开。
viewer-save = 保存
viewer-not-shown = 这类文件无法在这里显示。请保存，然后用您信任的程序打开。
viewer-cut = 后面还有；保存后可看全部。
viewer-pdf = 文件
viewer-pdf-save = 此浏览器不能在页面中显示 PDF。请保存后阅读。
viewer-picture = 图片：{ $title }
viewer-picture-frame = 图片；超出边框时可用方向键移动
viewer-larger = 放大
viewer-smaller = 缩小
viewer-turn = 旋转
slide-header = 来自文件头
slide-patient = 姓名
slide-modality = 检查方法
slide-body-part = 部位
slide-study = 检查
slide-series = 序列
slide-day = 日期
slide-house = 拍摄机构
slide-machine = 设备
slide-size = 尺寸
slide-pixels = { $width } × { $height } 像素
slide-picture = 文件中的第 { $number } 幅图像
slide-number = 图像，共 { $count } 幅
slide-compressed = 这个文件里的图片压缩方式无法在这里显示。请保存，用专门的程序打开。
slide-level = 亮度（窗位）
slide-window = 对比度（窗宽）

## Tables and lists
facts-conditions = 疾病
facts-medicines = 药物
facts-allergies = 过敏
facts-vaccinations = 疫苗接种
facts-over = 已结束
facts-none = 没有列出。此处不读取自由文本
facts-as-it-came = 原始内容
facts-procedures = 诊疗操作
facts-from = 来自{ $house }
brought-title = { $name }的健康记录
brought-about = 关于{ $name }
brought-from = 从{ $houses }带入
brought-understood = { $count ->
   *[other] 有 { $count } 项列在您的健康清单里。
}
brought-kept = { $count ->
   *[other] 已保存、未能理解：{ $count } 项
}
brought-kept-note = 它们照原样留在病历里，不在任何清单中。
brought-kind = { $kind }：{ $count }
brought-several = 这个文件涉及多个人，因此其中没有任何内容归到某一个人名下。文件照原样保存。
brought-too-much = 这个文件的内容太多，无法在此查看。文件照原样保存。
brought-care-plans = 护理计划
brought-claims = 账单与保险
brought-devices = 器械
brought-reports = 没有数值的报告
brought-visits = 就诊
brought-goals = 目标
brought-images = 影像检查
brought-people = 诊治人员
brought-origins = 各项的来源
lab-table = 数值
lab-all-usual = { $count ->
    [1] 数值在通常范围内。
   *[other] 全部 { $count } 个数值都在通常范围内，或没有范围可比。
}
lab-outside = { $outside ->
   *[other] { $count } 个数值中有 { $outside } 个超出通常范围。
}
lab-test = 项目
lab-value = 数值
lab-usual = 通常范围
lab-where = 图示
lab-lies = 高低
lab-low = 偏低
lab-high = 偏高
lab-unsure = 不确定
lab-between = { $low } 至 { $high }
lab-from = 不低于 { $low }
lab-under = 不高于 { $high }

## Findings
finding-title = 机器的发现
finding-awaited = 正在取回并打开发现，并与链核对。
finding-unsigned = 尚未签署
finding-no-words = 这项发现没有文字说明。
finding-of-hundred = 在 100 张与此相似的图像中，有 { $count } 张是{ $what }（{ $low } 至 { $high } 张）。
finding-of-hundred-bare = 在 100 张与此相似的图像中，有 { $count } 张是{ $what }。
finding-agree = 一致性
finding-workers = { $count ->
    [1] 一个读取服务
   *[other] { $count } 个读取服务的发现相同
}
finding-unsure = { $count ->
   *[other] 有 { $count } 个数值不确定。请对照原件看一看。
}
finding-compare = 与原件对照
finding-save-table = 保存“{ $title }”（CSV）
finding-save-all = 全部保存（FHIR）
finding-sign = 签署
finding-signed = { $verdict }：{ $who }，{ $day }
finding-suggestion = 在医生签署之前，机器说的只是建议。
finding-heat = 热区图
finding-heat-show = 在图上显示此模型看了哪里
finding-percent = { $percent } %

## Versions, who looked, proof
versions-title = 版本
versions-note = 任何内容都不会被修改。更正就是新版本，以前的版本都会保留。
versions-awaited = 正在向链查询各个版本。
versions-nth = 第 { $number } 版
versions-newest = 最新
versions-by = { $who }，{ $when }
versions-show = 显示
versions-hide = 隐藏
looked-title = 谁打开过
looked-awaited = 正在取回并核对全部查看记录。
looked-verified = 查看记录已核对：关于您的每一行都没有改动或遗漏。
looked-nobody = 没有别人打开过
looked-nobody-note = 每次打开都在发生之前记下。
looked-not-yours = 只有患者和监护人能看到谁看过。
looked-own = { $count ->
    [1] 本人打开过一次。
   *[other] 本人打开过 { $count } 次，包括在列表中显示标题。
}
looked-link = 持分享链接的人
looked-record = 打开了病历
looked-finding = 打开了发现
looked-card = 作为急救卡打开
looked-by-link = 通过链接打开
looked-what-why = { $what } · { $why }
proof-title = 链上怎么说
proof-note = 这里显示的内容已在您的设备上与这些数据核对。任何人都可以向链查询同样的数据。
proof-awaited = 正在向链查询。
proof-record = 病历
proof-id = 名称
proof-owner = 所有者
proof-author = 作者
proof-height = 截至区块
proof-commitment = 内容指纹
proof-blob = 封存的文件
proof-written = 写成
proof-sealed = 封存状态
proof-sealed-now = 上次收回钥匙后已重新封存
proof-behind = 收回钥匙后，等待重新封存
proof-checked = 核对
proof-checked-yes = 您打开过，与作者签署的一致
proof-checked-no = 保险箱打开以来尚未打开
proof-finding = 关于第 { $version } 版的发现
proof-seen = 读取的内容
proof-model = 模型
proof-code = 程序
proof-output = 发现

trends-title = 变化
trends-awaited = 正在取回您的病历并与链核对。
trends-none = 没有可以跟踪的数值
trends-none-note = 这份病历里没有可以随时间跟踪的数字。
views-title = 机器看到的样子
views-note = 阅读前已扶正、展平并缩小。以原件为准。
views-which = 哪一页
views-page = 第 { $page } 页
views-picture = 第 { $page } 页，阅读时的样子
