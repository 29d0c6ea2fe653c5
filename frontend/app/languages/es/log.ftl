# Quién miró.
log-lead = Cada apertura se escribe antes de que salga nada. Aquí está la lista entera, con su prueba.
log-awaited = Trayendo la lista y comparándola con la cadena.
log-filter = Mostrar
log-others = Los demás
log-everybody = Los demás y yo
log-person = Persona
log-anybody = Cualquiera
log-none = Nadie más ha mirado.
log-none-note = Cuando alguien abra uno de tus documentos, lo verás aquí.
log-more = Mostrar más
log-a-record = un documento
log-somebody = Alguien
log-opened = { $name } abrió { $title }
log-you-opened = Abriste { $title }
log-finding = { $name } leyó lo que una máquina halló en { $title }
log-you-finding = Leíste lo que una máquina halló en { $title }
log-card = { $name } abrió tu tarjeta de emergencia
log-you-card = Abriste la tarjeta de emergencia
log-custodian = { $name } tomó su parte de tu llave de emergencia
log-link = Alguien vio un enlace tuyo
log-lookup = { $name } te encontró por tu número
log-when = { $when } · { $ground }
log-as-guardian = como tu persona de confianza
log-in-emergency = en una emergencia
log-with-key = con una llave: { $purpose }
log-newer = { $when } · aún sin anotar en la cadena
log-proof-title = ¿Está completa?
log-proof-whole = Esta lista está completa. Coincide con la cadena.
log-proof-newer = { $count ->
    [one] Esta lista está completa hasta donde la cadena la ha anotado. { $count } línea es más nueva y se anotará pronto.
    [many] Esta lista está completa hasta donde la cadena la ha anotado. { $count } de líneas son más nuevas y se anotarán pronto.
   *[other] Esta lista está completa hasta donde la cadena la ha anotado. { $count } líneas son más nuevas y se anotarán pronto.
}
log-proof-unanchored = Esta lista encaja de principio a fin. La cadena todavía no la ha anotado.
log-proof-when = Comparada { $when }.
log-proof-numbered = { $count ->
    [0] Aún no hay ninguna línea sobre ti.
    [one] Tu { $count } línea está numerada, y no falta ninguna.
    [many] Tus { $count } de líneas están numeradas y no falta ninguna.
   *[other] Tus { $count } líneas están numeradas y no falta ninguna.
}
log-proof-linked = Cada línea está unida a todas las anteriores. Un cambio en una se vería en todas las que siguen.
log-proof-anchored = La cadena anotó la lista por última vez { $when }; coincide.
log-proof-no-anchor = La cadena aún no ha anotado la lista.
log-proof-remembered = Continúa lo que este dispositivo vio la última vez.
log-proof-lines = Líneas de todas las personas
log-proof-under = Anotado en la cadena
log-proof-head = Huella de todas las líneas
log-proof-limits = La lista dice a quién entregó este servicio un documento. Lo que alguien hace con lo que vio, ninguna lista puede decirlo.
