# Language and looks.
settings-lead = El idioma y el aspecto se guardan solo en este dispositivo.
settings-language = Idioma
settings-language-legend = La aplicación habla
settings-language-note = Los nombres, informes y notas se quedan en el idioma en que se escribieron.
settings-looks = Aspecto
settings-theme = Claro u oscuro
settings-contrast = Contraste
settings-motion = Movimiento
settings-account = Tu cuenta
looks-device = Como el dispositivo
theme-light = Claro
theme-dark = Oscuro
contrast-usual = Normal
contrast-more = Alto
motion-less = Sin movimiento
