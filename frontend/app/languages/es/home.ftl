# La primera página de un paciente.
home-morning = Buenos días
home-day = Buenas tardes
home-evening = Buenas noches
home-greeting = { $greeting }, { $name }
home-lead = { $count ->
    [0] Nada te espera. Todo está sellado.
    [one] Una cosa te espera. Todo lo demás está sellado.
    [many] { $count } de cosas te esperan. Todo lo demás está sellado.
   *[other] { $count } cosas te esperan. Todo lo demás está sellado.
}
home-add = Añadir un documento
home-needs = Lo que te espera
home-awaited = Buscando lo que te espera.
home-nothing = Nada te espera.
home-nothing-note = Aquí verás las peticiones, las citas y las lecturas por revisar.
home-visit = { $when }: { $name }
home-visit-asks = Te proponen esta hora.
home-visit-agreed = Acordaste esta cita.
home-visit-answer = Responder
home-visit-see = Ver la cita
home-reading = Una máquina leyó { $title }
home-reading-note = Ningún médico lo ha firmado aún. Repasa lo que leyó.
home-reading-check = Revisar
home-reading-later = Ahora no
home-news = { $count ->
    [one] { $count } aviso nuevo
    [many] { $count } de avisos nuevos
   *[other] { $count } avisos nuevos
}
home-news-note = Lo que ha pasado desde la última vez que miraste.
home-news-read = Leer
home-keys = Quién tiene una llave
home-no-keys = Nadie tiene una llave de tus documentos.
home-manage-keys = Ver las llaves
home-latest = Últimos documentos
latest-by-me = { $day } · añadido por ti
latest-by = { $day } · { $name }
latest-machine = Leído por una máquina
latest-signed = Firmado por { $name }
latest-all = Ver los { $count }
latest-none = Aún no tienes documentos.
latest-none-note = Añade un informe, una imagen o un papel; se sella en este dispositivo antes de salir de él.
own-name-title = ¿Cómo te llamamos?
own-name-note = Tu nombre se queda en tu caja fuerte. Se imprime en tu tarjeta de emergencia.
own-name-field = Tu nombre
own-name-say = Decir mi nombre
own-name-keep = Guardarlo
