# Language and looks.
settings-lead = 语言和外观只保存在这台设备上。
settings-language = 语言
settings-language-legend = 应用使用的语言
settings-language-note = 姓名、报告和记录保持书写时的语言。
settings-looks = 外观
settings-theme = 浅色或深色
settings-contrast = 对比度
settings-motion = 动画
settings-account = 您的账户
looks-device = 跟随设备
theme-light = 浅色
theme-dark = 深色
contrast-usual = 普通
contrast-more = 高
motion-less = 无
