# Language and looks.
settings-lead = Language and looks are kept on this device only.
settings-language = Language
settings-language-legend = The app speaks
settings-language-note = Names, reports and notes stay in the language they were written in.
settings-looks = Looks
settings-theme = Light or dark
settings-contrast = Contrast
settings-motion = Motion
settings-account = Your account
looks-device = As this device
theme-light = Light
theme-dark = Dark
contrast-usual = Usual
contrast-more = High
motion-less = None
