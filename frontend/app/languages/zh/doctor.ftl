## The day
today-lead = { $day }，{ $weekday }
today-visits = 今天的就诊
today-all-visits = 全部就诊
today-no-visits = 今天没有就诊
today-next = 之后的就诊
today-findings = 待签署
today-all-findings = 全部发现
today-answers = 对您请求的回答
today-no-answers = 最近两周没有回答
awaited-answers = 正在取回回答
answer-yes = 给了钥匙
answer-no = 拒绝了
answer-withdrawn = 收回了
answer-when = { $when }

## Patients, and asking for keys
patients-lead = 谁给了您钥匙、到什么时候、为什么。
patients-keys = 您持有的钥匙
patients-search = 按姓名搜索
patients-not-found = 没有这个姓名的人给过您钥匙。
patients-none = 您没有钥匙
patients-none-note = 请向患者请求。对方会看到谁在请求、要看什么、多长时间，然后决定。
patients-key-note = { $purpose } · { $scope }
awaited-keys = 正在取回您持有的钥匙
waits-title = 已请求，尚未回答
waits-for = 等待 { $name }，{ $since }请求
waits-note = { $purpose } · { $scope } · 到 { $day } 为止
waits-remind = 提醒
waits-reminded = 已再次告知患者。
waits-remind-later = 请求一天之后可以提醒对方。
waits-take-back = 撤回

ask-key-lead = 患者会看到谁在请求、要看什么、到什么时候。对方同意之前，什么都打不开。
ask-key-whom = 向谁
ask-key-known = 就诊过的患者
ask-key-choose = 选择
ask-key-account = 患者的账户
ask-key-scan = 扫描对方的二维码
ask-key-health-id = 按国家健康号码
ask-key-health-id-note = 号码绝不会离开本页：查询时谁也看不到它，这次查询会为患者记下。
ask-key-nobody-note = 请核对国家和号码，或向患者询问账户。
ask-key-what = 看什么、为什么、到什么时候
ask-key-say = 患者会看到的内容
ask-key-by = 谁在请求
ask-key-often = 次数
ask-key-also = 另外
ask-key-note = 只请求需要的：要得少，对方更容易同意。
ask-key-do = 请求
wish-purpose = 用途
wish-which = 哪些病历
wish-everything = 全部
wish-kinds = 某些类别
wish-by-reader = 您自己写的
wish-no-kind = 请至少选择一类。
wish-how-long = 多长时间
wish-how-often = 可打开几次
wish-uncounted = 不限次数
wish-write = 还可以添加病历

## A chart
chart-awaited = 正在取回这位患者的已知情况
chart-summary = 概要
chart-no-key = 您没有这个病历夹的钥匙
chart-no-key-note = 请向患者请求。您写过的和开过的仍在对方那里。
chart-next-visit = 下次就诊
chart-records = { $count ->
    [0] 您的钥匙打不开任何病历
   *[other] { $count } 份病历
}
chart-kind-count = { $kind } { $count }
chart-newest = 最新
chart-prescriptions = { $count ->
   *[other] 您开的处方有 { $count } 张可以配发
}
chart-writing = 添加
chart-may-write = 您可以添加病历
chart-may-not-write = 这把钥匙不允许
chart-findings = 发现
chart-no-findings = 您的钥匙能打开的病历中没有发现
chart-waiting = { $count ->
   *[other] 有 { $count } 项等待医生
}
chart-no-records = 没有您的钥匙能打开的病历
chart-no-records-note = 可能还有别的病历，患者留着没有给出。
chart-filter = 类别
chart-all = 显示全部 { $count } 份
chart-by-patient = 由患者添加
chart-record-note = { $kind } · { $day } · { $by }
chart-record-untitled = { $day } · { $by }
chart-version = 第 { $number } 版
chart-found = { $count ->
   *[other] { $count } 项发现
}
chart-lists-title = 过敏、疾病、药物和化验结果
chart-lists-offer = { $count ->
   *[other] 有 { $count } 份病历可能提到这些。读取之后，内容会显示在这里。
}
chart-lists-nowhere = 您的钥匙能打开的病历中，没有一份可以读出这些内容。这不能证明没有。请询问患者。
chart-lists-none = 已打开的病历里没有提到。这不能证明没有。
chart-lists-unopened = { $count ->
   *[other] 您的钥匙能打开的病历中，有 { $count } 份未被打开，其中的内容不在这里。
}
chart-lists-foreign = 有些药物写在别人开的处方上，这里无法得知那些处方是否已经结束。
chart-lists-note = 这里显示已打开的病历中列出的内容。此处不读取自由文本和图片，患者也可能保留部分病历。请同时询问患者。
chart-trends-title = 各次结果的变化
chart-trends-logged = 患者会看到您打开过。
chart-trends-counted = 您的钥匙限定打开次数：每份病历用去一次。
chart-trends-read = 读取病历
chart-trends-reading = 已读 { $done } / { $count } 份
chart-trends-awaited = 正在打开病历
chart-trends-shut = { $count ->
   *[other] 有 { $count } 份病历没有打开，其中的内容不在这里。
}
chart-trends-none = 没有可以画出的数值
chart-trends-none-note = 这些报告是图片或文件，请逐份打开。

## Adding to a chart
write-lead = 写给 { $name }，对方会立即得知。
write-until = { $name } 允许您在 { $day } 之前添加病历。
write-may-not = 您现在不能往 { $name } 的病历夹里添加。需要商定的就诊，或一把允许添加的钥匙。
write-sealed = 它在这里封存，只供患者和持有钥匙的人阅读。别人都看不到。
write-add = 封存并添加
note-title = 标题
note-title-first = { $day } 的记录
note-text = 您的记录
note-added = 记录已放入病历夹。
report-kind = 这是什么
report-title = 标题
report-day = 报告日期
report-day-help = 纸上的日期，不是今天的日期。
report-note = 给阅读者的说明
report-added = 报告已放入病历夹。
file-drop = 把文件拖到这里，或选择文件
file-kinds = PDF、图片、DICOM、表格、文本、FHIR
file-looking = 正在查看文件
file-fit = 已检查
file-pages = { $count ->
   *[other] { $count } 页
}

## Signing off
awaited-findings = 正在取回发现
awaited-finding = 正在打开发现
findings-none = 没有等您签署的内容
finding-of = { $name } 的{ $kind }
finding-written = { $day }添加
finding-signed-by = { $name } 已签署
sign-off-lead = 机器在您持有钥匙的病历夹中的发现。
sign-off-waiting = 等待医生
sign-off-note = 机器说的只是建议。医生在下面签上姓名才算数。
sign-off-none-note = 患者请机器读取病历、而您持有那份病历的钥匙时，发现会出现在这里。
sign-off-signed = 已签署
sign-lead-of = { $name } · { $day }添加
sign-off-waits = 机器已读取，等您签署
sign-off-is-signed = 已签署
sign-off-original = 原件
sign-off-heat-note = 模型看的是哪里。这并不说明那里有什么。
sign-off-machine = 机器怎么说
sign-off-no-words = 它的表达格式本应用不认识。请保存这份病历，在别处查看。
sign-off-of-hundred = 在 100 张模型看来与此相似的图像中，有 { $count } 张确实如此：{ $what }（{ $low } 至 { $high } 张）。
sign-off-of-hundred-only = 在 100 张模型看来与此相似的图像中，有 { $count } 张确实如此：{ $what }。这个数字有多可靠，它没有说明。
sign-off-readers = 读取者
sign-off-values = { $count ->
   *[other] { $count } 个数值，与原件并排
}
sign-off-unsure = { $count ->
   *[other] 有 { $count } 个数值不确定。签署之前请看一看。
}
sign-off-model = 关于这个模型
sign-off-model-bare = 它的制作者没有说明它擅长什么、不擅长什么。
sign-off-word = 您的意见
sign-off-words = 用您自己的话
sign-off-no-writing = 要写上自己的话，您需要一把允许添加病历的钥匙。
sign-off-one-signature = 您的钱包会询问一次。
sign-off-two-signatures = 您的话会成为病历夹中的一份记录。钱包会询问两次：一次为这份记录，一次为您在发现下的签名。
sign-off-agree = 同意并签署
sign-off-amend = 更正后签署
sign-off-disagree = 不同意
sign-off-final = 您的姓名和回答会留在链上，人人可见。发现的内容不会。
sign-off-done = 您的姓名已签在发现下面。
sign-off-note-title = 关于一项发现，{ $day }
sign-off-names = 签署人
sign-off-mine = 您于 { $day } 签署：{ $verdict }。
sign-off-full = 已有三位医生签署，没有第四个位置。
sign-off-take-back = 撤回我的签名
sign-off-take-back-title = 撤回您的签名吗？
sign-off-take-back-note = 这项发现会重新等待医生。您曾经签署过，在链上仍然看得到。
sign-off-opinion = 请求第二意见
sign-off-before = 在此之前
sign-off-before-note = { $day } · { $name }

## A second opinion
opinion-lead = 由另一位医生看一份病历。只有患者能给出钥匙。
opinion-awaited = 正在向链查询这份病历
opinion-record = { $name } · { $day }添加
opinion-open = 打开
opinion-colleague = 请教同行
opinion-step-find = 在名录中找一位同行。
opinion-step-send = 把链接发给对方，或让对方扫描。
opinion-step-patient = 对方向患者请求这一份病历的钥匙，由患者决定。
opinion-find = 找同行
opinion-nothing-given = 链接本身打不开任何内容。您不能把自己的钥匙转给别人。
opinion-link = 给同行的链接
opinion-copy = 复制链接
opinion-ask = 向患者请求钥匙
opinion-to-requests = 前往我的请求
called-title = 您怎么称呼这位患者？
called-note = Chartkey 不透露任何人的姓名。您写的内容留在您自己的保险箱里，方便您再次找到他们。
called-field = 姓名
called-say = 取个名字
called-other = 更改名字
