# Pages of the council.
admin-no-records = 您管理的是人员。您看不到任何患者的病历，谁也不能改变这一点。
account = 账户
you = 您

vote-carried = 已决定，即刻生效。
vote-waiting = 您已投票。{ $count ->
   *[other] 还需 { $count } 人同意。
}
vote-back = 您的投票已撤回。
vote-until = 如果同意的人数不够，{ $when }失效。
vote-count = { $count } / { $quorum }
vote-own = 这件事关于您本人，所以您不能投票。
vote-retract = 撤回我的投票
vote-agree = 同意
vote-nobody = 还没有人同意。
vote-by = 已同意：{ $names }

why-reason = 原因
why-public = 原因从列表中选择，因为它会永久留在公开的链上。
why-vote = 投票

applications-lead = { $count ->
    [1] 须有一位管理员同意，申请人才能向患者请求钥匙。
   *[other] 须有 { $count } 位管理员同意，申请人才能向患者请求钥匙。
}
applications-lead-general = 须经理事会同意，申请人才能向患者请求钥匙。
applications-waiting = 等待决定
applications-awaited = 正在从链上读取申请。
applications-none = 没有人在等待决定
applications-none-note = 有人的执照在登记册中找到时，您会得知。
applications-applied = { $role } · { $trade } · { $when }申请
applications-lately = 最近的决定
applications-lately-awaited = 正在取回最近的决定。
applications-lately-none = 还没有作过决定。

application-lead = 登记册怎么说，申请人怎么介绍自己，理事会怎么看。
application-awaited = 正在读取申请并与链核对。
application-none = 这个账户没有申请。
application-attested = 执照与代码相符
application-not-attested = 执照尚未核查
application-licence = 执照
application-licence-good = 已在登记册中找到，本人已确认。
application-licence-good-note = 执照对这一身份有效，发到登记册所列电话的代码已经交回。
application-licence-none = 尚未核查。
application-licence-none-note = 申请人还没有输入执照号码和代码。在此之前不能批准任何人。
application-licence-proof = 执照服务所见的内容，作为封印留在链上。它不会透露号码。
application-said = 申请人的自我介绍
application-no-card = 无法读取其名片。
application-since = 申请时间
application-decision = 决定
application-question = 允许 { $name } 执业并向患者请求钥匙吗？
application-missing = { $count ->
    [0] 同意的人数已够。
   *[other] 还需 { $count } 位管理员同意。
}
application-not-yet = 须先找到执照。
application-voted = 您已同意
application-voted-note = 还需要其他人同意，他们已得到通知。
application-approve = 批准
application-reject = 拒绝
application-reject-title = 拒绝 { $name } 吗？
application-reject-lead = 对方会得知原因，也可以再次申请。
application-votes = 目前的投票
application-council = 理事会成员
application-approved = 已批准。对方可以执业，并列入名录。
application-rejected = 已拒绝。对方可以再次申请。
application-suspended = 已暂停。对方不能执业。

certificate = 证书
certificate-none = 没有提交证书。
certificate-none-note = 申请人仍可补交。请等待，或以不完整为由拒绝申请。
certificate-image = 证书图片
certificate-save = 保存
certificate-public = 申请人已将它与条目一起公布。请与登记册核对姓名和号码。

professionals-lead = 理事会已作决定的人员。被暂停的人从那一刻起什么也打不开。
professionals-awaited = 正在取回专业人士名单。
professionals-vote = 投票中
professionals-all = 所有人
professionals-standing = 状态
professionals-none = 没有符合的人。
professionals-since = { $trade } · 自 { $day } 起
professionals-look = 查看
professionals-suspend = 暂停
professionals-reinstate = 恢复
professionals-suspend-title = 暂停 { $name } 吗？
professionals-suspend-lead = 一旦有足够的管理员同意，对方的钥匙在恢复之前什么也打不开。

admins-lead = 理事会共同决定。任何人都不能决定自己的事。
admins-awaited = 正在从链上读取理事会。
admins-open = 投票中
admins-open-none = 没有进行中的投票。
admins-members = 理事会成员
admins-dismiss = 解除职务
admins-dismiss-title = 解除 { $name } 的职务吗？
admins-dismiss-lead = 一旦有足够的管理员同意，职务即告解除。
admins-dismiss-vote = 投票解除
admins-quorum-title = 需要几人同意
admins-quorum-now = 现在需要 { $admins } 人中的 { $count } 人同意。
admins-quorum-new = 今后
admins-quorum = { $count ->
   *[other] { $count } 位管理员
}
admins-quorum-one = 那样的话，一位管理员就能独自决定一切。
admins-quorum-vote = 投票更改
admins-appoint = 任命管理员
admins-appoint-note = 这个账户不能已注册为其他身份：谁也不能坐两把椅子。
admins-appoint-whom = 谁的账户
admins-appoint-vote = 投票任命

workers-lead = 担任职务的机器。它们只读取患者允许读取的内容。
workers-awaited = 正在取回服务。
workers-reading = 读取服务
workers-reading-note = 它们读取患者给了钥匙的病历，交回须由医生签署的发现。
workers-licence = 执照服务
workers-licence-note = 它们在登记册中查找执照，并把查看记录登记上链。
workers-none = 没有服务担任这一职务。
workers-since = { $role } · 自 { $day } 起
workers-no-keys = 还没有密钥
workers-appoint = 任命服务
workers-appoint-note = 输入机器的账户。足够的管理员同意后即生效。
workers-office = 担任什么
workers-account = 它的账户

assignments-lead = 您可以向患者推荐医生。这不会打开任何内容，由患者决定。
assignments-propose = 推荐医生
assignments-note = 推荐只是患者页面上的一个名字。只有患者能给出钥匙。
assignments-patient = 患者的账户
assignments-patient-help = 由患者告诉您：0x 加 40 位字母和数字。
assignments-now = 现在推荐的：{ $name }
assignments-take = 撤回
assignments-take-title = 撤回推荐吗？
assignments-take-lead = 它会从患者的页面上消失。
assignments-taken = 推荐已撤回。
assignments-doctor = 医生
assignments-choose = 选择医生
assignments-do = 推荐
assignments-done = 已推荐。患者和医生都会得知。
assignments-history = 您推荐过的
assignments-awaited = 正在取回您的推荐。
assignments-none = 还没有推荐
assignments-none-note = 您的推荐会连同证明出现在这里。

entry-house = 工作单位
entry-address = 地址
entry-phone = 电话
entry-about = 自我介绍
