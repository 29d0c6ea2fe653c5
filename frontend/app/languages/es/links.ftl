# Los enlaces, para quien los crea.
links-lead = Para personas sin cuenta: un enlace que muestra unos pocos documentos durante un tiempo.
links-awaited = Preguntando a la cadena qué enlaces están abiertos.
links-none = Aún no has abierto ningún enlace.
links-none-note = Un enlace va bien para un médico en el extranjero, un familiar o una oficina que quiere un papel.
links-open = Enlaces abiertos
links-none-open = Ninguno está abierto.
links-over = Enlaces terminados
links-note = Un enlace cerrado ya no muestra nada. Lo que alguien vio o guardó antes, lo conserva.
link-unnamed = Enlace sin nombre
link-viewed = { $count ->
    [0] aún sin ver
    [one] visto { $count } vez
    [many] visto { $count } de veces
   *[other] visto { $count } veces
}
link-until = Hasta { $when }
link-over = Terminado
link-tag-over = Terminado
link-tag-open = Abierto
link-left = { $count ->
    [one] queda { $count } vista
    [many] quedan { $count } de vistas
   *[other] quedan { $count } vistas
}
link-show = Mostrar
link-close = Cerrar el enlace
link-close-title = ¿Cerrar este enlace?
link-close-note = Desde entonces no muestra nada, y sus archivos se borran.
link-close-yes = Cerrarlo
link-closed = El enlace está cerrado.
link-qr = El enlace, para escanearlo
link-for-people = Para abrir en cualquier navegador
link-for-apps = Para otras aplicaciones de salud
link-copy = Copiar el enlace
link-copy-app = Copiar para apps de salud
link-key-inside = La llave va dentro del enlace. Quien tenga el enlace puede abrirlo, así que envíalo a una sola persona.
new-link-lead = Qué documentos, hasta cuándo y cuántas veces.
new-link-records = ¿Qué documentos?
new-link-label = Cómo se llama
new-link-label-help = Se ve antes de abrir nada. Mejor sin diagnósticos.
new-link-passcode = Pedir un código
new-link-passcode-help = Seis cifras que le dices por teléfono. Tras cinco intentos equivocados, el enlace desaparece.
new-link-counted = Limitar las vistas
new-link-counted-help = Cada vista se cuenta en la cadena.
new-link-views = Cuántas vistas
new-link-frozen = El enlace muestra estos documentos tal como están ahora. Las versiones posteriores no entran.
new-link-open = Abrir el enlace
new-link-sealing = Sellando los documentos para este enlace.
new-link-no-record = Elige al menos un documento.
new-link-long-label = El nombre tiene más de 80 letras.
new-link-no-views = Di cuántas vistas, al menos una.
new-link-ready = El enlace está abierto
new-link-until = Hasta { $when }
new-link-until-counted = { $count ->
    [one] Hasta { $when }, para { $count } vista
    [many] Hasta { $when }, para { $count } de vistas
   *[other] Hasta { $when }, para { $count } vistas
}
new-link-passcode-title = Código
new-link-passcode-copy = Copiar el código
new-link-passcode-apart = Dilo por otro camino que el del enlace, por ejemplo por teléfono. Solo se muestra ahora.
new-link-done = Ir a los enlaces
