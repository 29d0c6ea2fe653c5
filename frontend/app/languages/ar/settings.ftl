# Language and looks.
settings-lead = تُحفظ اللغة والمظهر على هذا الجهاز فقط.
settings-language = اللغة
settings-language-legend = لغة التطبيق
settings-language-note = تبقى الأسماء والتقارير والملاحظات باللغة التي كُتبت بها.
settings-looks = المظهر
settings-theme = فاتح أو داكن
settings-contrast = التباين
settings-motion = الحركة
settings-account = حسابك
looks-device = كما في الجهاز
theme-light = فاتح
theme-dark = داكن
contrast-usual = عادي
contrast-more = عالٍ
motion-less = بلا حركة
