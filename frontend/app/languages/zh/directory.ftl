# Finding professionals.
directory-lead = 这里的每一位都经理事会批准。预约就诊不会给出任何钥匙。
directory-name = 按姓名搜索
directory-who = 谁
directory-all = 全部
directory-doctors = 医生
directory-hospitals = 医院
directory-pharmacies = 药房
directory-specialty = 专科
directory-language = 语言
directory-near = 附近
directory-any = 不限
directory-count = { $count ->
    [0] 没有找到
   *[other] 找到 { $count } 个
}
directory-awaited = 正在搜索名录。
directory-none = 没有完全符合的
directory-none-note = 去掉一个条件，或只搜索姓名的一部分。
directory-free = 最近的空闲时间：{ $when }
professional-awaited = 正在读取条目并与链核对。
professional-none = 没有这个条目
professional-none-note = 这个账户没有列入名录。
professional-attested = 执照已在登记册中找到
professional-trade = 专科
professional-languages = 语言
professional-place = 地点
professional-since = 加入时间
professional-not-active = 对方目前不能执业，所以谁也不能给钥匙。
professional-visit = 预约就诊
professional-key = 给出钥匙
professional-house = 本机构医生
professional-sign-in = 用钱包打开后即可预约就诊
professional-proof = 条目在链上，属于这个账户；名片与链上指明的一致。
professional-copy = 复制账户
