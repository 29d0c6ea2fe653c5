## Signing
sign-title = 签署之前
sign-lead = 接下来 { $wallet } 会询问您。
sign-in-title = 登录
sign-in-what = 在本页打开一小时的会话
sign-in-cost = 免费
sign-in-text = 全文
sign-where = 地点
sign-cost = 费用
sign-cost-awaited = 正在计算
sign-cost-fee = 最多 { $fee }
sign-cost-both = 最多 { $fee }，另保留 { $held }，不再需要时退还
sign-times = { $count ->
   *[other] { $count } 次
}
sign-nth-of = 第 { $nth } 次签名，共 { $of } 次
sign-nth = 第 { $nth } 次签名
sign-stand = { $count ->
   *[other] 此前的 { $count } 次签名有效。如果您在这里不签，只会略去下面这一项。
}
sign-left-out = 已略去。您此前签署的内容有效。
sign-yes = 签署
sign-no = 暂不
sign-give-up = 放弃
sign-go-on = 先做别的
sign-in-wallet = { $wallet } 正在请您签署。在您签署之前什么都不会发生。
sign-sent = 已签署，正在等待上链。
sign-included = 已上链，正在等待无法撤销。
sign-sought = 您签署后连接中断了，正在查看是否已生效。
sign-final = 已最终确定。
sign-unsigned = { $wallet } 没有签署。什么都没有发生。
sign-unsigned-rest = { $wallet } 没有签署。您此前签署的内容有效。
step-wrapped = 钥匙已封装
step-wallet = 在钱包中签署
step-chain = 上链
step-final = 最终确定
heard-asked = 有内容等待您签署。
heard-wallet = 钱包请您签署。
heard-sent = 已签署，等待上链。
heard-included = 已上链，尚未最终确定。
heard-unsigned = 钱包没有签署。

## What is said
act-introduce = 让各合约相互认识
act-register = 把您登记为：{ $role }
act-leave = 离开 Chartkey
act-rotate-keys = 公布您的新密钥
act-revise = 更改您的名录条目
act-attest-licence = 证明 { $name } 的执照
act-vote = 投票：{ $motion }
act-unvote = 撤回投票：{ $motion }
act-assign = 向 { $patient } 推荐 { $doctor }
act-unassign = 撤回向 { $patient } 推荐的医生
act-appoint-guardian = 请 { $name } 担任您的监护人
act-dismiss-guardian = 结束 { $name } 的监护
act-affiliate = 接纳 { $name } 加入您的机构
act-part = 结束与 { $name } 的隶属关系
motion-approve = 批准 { $name }
motion-reject = 拒绝 { $name }：{ $reason }
motion-suspend = 暂停 { $name }：{ $reason }
motion-reinstate = 恢复 { $name }
motion-appoint = 任命 { $name }：{ $office }
motion-dismiss = 解除 { $name } 的职务
motion-quorum = 今后由 { $count ->
   *[other] { $count } 位管理员
}决定
motion-upgrade = 更新一个合约
act-request = 向 { $name } 请求钥匙：{ $scope }
act-drop-request = 撤回对 { $name } 的请求
act-answer-yes = 同意 { $name }
act-answer-no = 拒绝 { $name }
act-grant = 给 { $name } 一把钥匙：{ $scope }
act-revoke = 收回 { $name } 的钥匙
act-narrow = 缩小 { $name } 的钥匙
act-renew-mine = 从现在起重新封存您的全部病历，不收回任何钥匙
act-renew = 从现在起重新封存 { $name } 的全部病历，不收回任何钥匙
act-keep-card = 将此作为您的急救卡
act-drop-card = 不再保留急救卡
act-break-glass = 打开 { $name } 的急救卡；本人及其监护人会收到通知
act-mend-glass = 对 { $name } 关闭您的急救卡
act-open-link = 打开一个分享链接
act-open-link-counted = 打开一个分享链接，可查看 { $count ->
   *[other] { $count } 次
}
act-close-link = 关闭一个分享链接
act-view-link = 记录一次分享链接的查看
scope-everything = 全部病历，包括以后的
scope-kinds = 以下类别的病历：{ $kinds }
scope-records = { $count ->
   *[other] { $count } 份病历
}
scope-written = { $from } 至 { $until } 写成的病历
scope-by-reader = 对方自己写的病历
scope-except = { $scope }；{ $count ->
   *[other] { $count } 项例外
}
terms-openings = { $count ->
   *[other] 可打开 { $count } 次
}
terms-may-write = 可以添加病历
act-add-mine = 添加到您的病历：{ $kind }
act-add = 添加到 { $name } 的病历：{ $kind }
act-amend = 为病历添加新版本
act-rekey = 重新封存一份病历
act-withdraw = 撤回一份病历
act-announce = 声明您要打开一份病历
act-attest = 报告机器的发现
act-sign-off-agree = 签署一项发现：同意
act-sign-off-disagree = 签署一项发现：不同意
act-sign-off-amended = 签署一项发现并附上更正
act-retract-finding = 撤回你对一项发现的签名
act-anchor-log = 把查看记录登记上链，共 { $count ->
   *[other] { $count } 行
}
act-ask-visit = 向 { $name } 预约：{ $when }
act-propose-visit = 提议其他时间：{ $when }
act-accept-visit = 接受就诊
act-decline-visit = 谢绝就诊
act-cancel-visit = 取消就诊
act-complete-visit = 将就诊标记为完成
act-release = 结束就诊允许 { $name } 添加的权限
act-prescribe = 开具处方，可配发 { $count ->
   *[other] { $count } 次
}
act-dispense = 配发处方
act-void = 撤回处方
