## El día
today-lead = { $weekday }, { $day }
today-visits = Citas de hoy
today-all-visits = Todas las citas
today-no-visits = Hoy no hay citas
today-next = La siguiente
today-findings = Por firmar
today-all-findings = Todos los hallazgos
today-answers = Respuestas a tus peticiones
today-no-answers = Ninguna respuesta en las últimas dos semanas
awaited-answers = Trayendo las respuestas
answer-yes = Dio una llave
answer-no = Dijo que no
answer-withdrawn = La retiró
answer-when = { $when }

## Pacientes, y pedir llaves
patients-lead = Quién te dio una llave, hasta cuándo y para qué.
patients-keys = Llaves que tienes
patients-search = Buscar por nombre
patients-not-found = Nadie con ese nombre te dio una llave.
patients-none = No tienes ninguna llave
patients-none-note = Pídela a un paciente. Ve quién la pide, para qué y por cuánto tiempo, y decide.
patients-key-note = { $purpose } · { $scope }
awaited-keys = Trayendo las llaves que tienes
waits-title = Pedidas, sin respuesta
waits-for = Esperando a { $name }, pedida { $since }
waits-note = { $purpose } · { $scope } · hasta el { $day }
waits-remind = Recordar
waits-reminded = Se avisa al paciente una vez más.
waits-remind-later = Puedes recordárselo un día después de haberla pedido.
waits-take-back = Retirarla

ask-key-lead = El paciente ve quién la pide, para qué y hasta cuándo. No se abre nada hasta que diga que sí.
ask-key-whom = A quién
ask-key-known = Pacientes de tus citas
ask-key-choose = Elegir
ask-key-account = La cuenta del paciente
ask-key-scan = Escanear su código
ask-key-health-id = Por número de salud
ask-key-health-id-note = El número nunca sale de esta página: se busca a ciegas, y la búsqueda queda escrita para el paciente.
ask-key-nobody-note = Comprueba el país y el número, o pide al paciente su cuenta.
ask-key-what = Qué, para qué, hasta cuándo
ask-key-say = Lo que leerá el paciente
ask-key-by = Quién pide
ask-key-often = Cuántas veces
ask-key-also = Además
ask-key-note = No pidas más de lo que necesitas: a lo poco se dice que sí antes que a lo mucho.
ask-key-do = Pedir
wish-purpose = Para qué
wish-which = Qué documentos
wish-everything = Todos
wish-kinds = Algunos tipos
wish-by-reader = Los que escribiste tú
wish-no-kind = Elige al menos un tipo.
wish-how-long = Por cuánto tiempo
wish-how-often = Cuántas aperturas
wish-uncounted = Sin contar
wish-write = Poder también añadir documentos

## Un historial
chart-awaited = Trayendo lo que se sabe de este paciente
chart-summary = Resumen
chart-no-key = No tienes llave de este historial
chart-no-key-note = Pídela al paciente. Lo que tú escribiste y recetaste se queda con él.
chart-next-visit = Próxima cita
chart-records = { $count ->
    [0] Ninguno que abra tu llave
    [one] { $count } documento
    [many] { $count } de documentos
   *[other] { $count } documentos
}
chart-kind-count = { $kind } { $count }
chart-newest = El más nuevo
chart-prescriptions = { $count ->
    [one] { $count } tuya se puede entregar
    [many] { $count } tuyas se pueden entregar
   *[other] { $count } tuyas se pueden entregar
}
chart-writing = Añadir
chart-may-write = Puedes añadir documentos
chart-may-not-write = No con esta llave
chart-findings = Hallazgos
chart-no-findings = No hay hallazgos en lo que abre tu llave
chart-waiting = { $count ->
    [one] { $count } espera a un médico
    [many] { $count } esperan a un médico
   *[other] { $count } esperan a un médico
}
chart-no-records = No hay documentos que abra tu llave
chart-no-records-note = Puede haber otros, que el paciente se guarda para sí.
chart-filter = Tipos
chart-all = Ver los { $count }
chart-by-patient = añadido por el paciente
chart-record-note = { $kind } · { $day } · { $by }
chart-record-untitled = { $day } · { $by }
chart-version = Versión { $number }
chart-found = { $count ->
    [one] { $count } hallazgo
    [many] { $count } de hallazgos
   *[other] { $count } hallazgos
}
chart-lists-title = Alergias, enfermedades, medicamentos y resultados
chart-lists-offer = { $count ->
    [one] { $count } documento puede nombrar algo de esto. Léelo, y aparece aquí.
    [many] { $count } de documentos pueden nombrar algo de esto. Léelos, y aparece aquí.
   *[other] { $count } documentos pueden nombrar algo de esto. Léelos, y aparece aquí.
}
chart-lists-nowhere = En ninguno de los documentos que tu llave abre se puede leer nada de esto. Eso no prueba que no haya nada. Pregúntale al paciente.
chart-lists-none = Los documentos abiertos no nombran nada. Eso no prueba que no haya nada.
chart-lists-unopened = { $count ->
    [one] { $count } documento que tu llave abre quedó cerrado. Lo que dice falta aquí.
    [many] { $count } de documentos que tu llave abre quedaron cerrados. Lo que dicen falta aquí.
   *[other] { $count } documentos que tu llave abre quedaron cerrados. Lo que dicen falta aquí.
}
chart-lists-foreign = Algunos medicamentos están en recetas de otras personas. Si ya terminaron no se sabe aquí.
chart-lists-note = Aquí está lo que contienen las listas de los documentos abiertos. El texto libre y las imágenes no se leen aquí, y el paciente puede reservarse documentos. Pregúntale también al paciente.
chart-trends-title = Resultados con el tiempo
chart-trends-logged = El paciente ve que los abriste.
chart-trends-counted = Tu llave cuenta las aperturas: cada documento gasta una.
chart-trends-read = Leer los documentos
chart-trends-reading = { $done } de { $count } leídos
chart-trends-awaited = Abriendo los documentos
chart-trends-shut = { $count ->
    [one] { $count } documento no se abrió. Lo que dice falta aquí.
    [many] { $count } de documentos no se abrieron. Lo que dicen falta aquí.
   *[other] { $count } documentos no se abrieron. Lo que dicen falta aquí.
}
chart-trends-none = No hay valores que dibujar
chart-trends-none-note = Los análisis son imágenes o textos. Ábrelos uno por uno.

## Añadir a un historial
write-lead = Para { $name }, que recibe el aviso al instante.
write-until = { $name } te deja añadir documentos hasta el { $day }.
write-may-not = Ahora no puedes añadir nada al historial de { $name }. Lo permite una cita acordada, o una llave que lo diga.
write-sealed = Se sella aquí, para el paciente y para quienes tienen una llave. Nadie más puede leerlo.
write-add = Sellar y añadir
note-title = Título
note-title-first = Nota del { $day }
note-text = Tu nota
note-added = La nota está en el historial.
report-kind = Qué es
report-title = Título
report-day = Día del informe
report-day-help = El día que pone en el papel, no el de hoy.
report-note = Una nota para quien lo lea
report-added = El informe está en el historial.
file-drop = Suelta aquí un archivo o elige uno
file-kinds = PDF, imágenes, DICOM, tablas, texto, FHIR
file-looking = Mirando el archivo
file-fit = Revisado
file-pages = { $count ->
    [one] { $count } página
    [many] { $count } de páginas
   *[other] { $count } páginas
}

## Firmar hallazgos
awaited-findings = Trayendo los hallazgos
awaited-finding = Abriendo el hallazgo
findings-none = Nada espera tu firma
finding-of = { $kind } de { $name }
finding-written = Añadido: { $day }
finding-signed-by = Firmado por { $name }
sign-off-lead = Lo que hallaron las máquinas en historiales de los que tienes una llave.
sign-off-waiting = Espera a un médico
sign-off-note = La palabra de una máquina es una sugerencia. Cuenta cuando un médico pone su nombre debajo.
sign-off-none-note = Los hallazgos aparecen aquí cuando un paciente pide que se lea un documento y tú tienes una llave de él.
sign-off-signed = Firmado
sign-lead-of = { $name } · añadido: { $day }
sign-off-waits = Leído por una máquina, te espera
sign-off-is-signed = Firmado
sign-off-original = El original
sign-off-heat-note = Dónde miró la máquina. No dice qué hay ahí.
sign-off-machine = Lo que dice la máquina
sign-off-no-words = Lo dice de una forma que esta aplicación no conoce. Guarda el documento y míralo en otro programa.
sign-off-of-hundred = De 100 imágenes que a la máquina le parecieron como esta, { $count } eran así: { $what } (de { $low } a { $high }).
sign-off-of-hundred-only = De 100 imágenes que a la máquina le parecieron como esta, { $count } eran así: { $what }. No dice lo seguro que es este número.
sign-off-readers = Leído por
sign-off-values = { $count ->
    [one] { $count } valor, junto al original
    [many] { $count } de valores, junto al original
   *[other] { $count } valores, junto al original
}
sign-off-unsure = { $count ->
    [one] { $count } valor es dudoso. Míralo antes de firmar.
    [many] { $count } de valores son dudosos. Míralos antes de firmar.
   *[other] { $count } valores son dudosos. Míralos antes de firmar.
}
sign-off-model = Sobre el modelo
sign-off-model-bare = Quienes lo hicieron no dicen dónde acierta y dónde no.
sign-off-word = Tu palabra
sign-off-words = Con tus palabras
sign-off-no-writing = Para añadir palabras tuyas necesitas una llave que te deje añadir documentos.
sign-off-one-signature = Tu cartera pregunta una vez.
sign-off-two-signatures = Tus palabras se añaden al historial como nota. Tu cartera pregunta dos veces: por la nota y por tu nombre bajo el hallazgo.
sign-off-agree = De acuerdo, firmar
sign-off-amend = Firmar con correcciones
sign-off-disagree = En desacuerdo
sign-off-final = Tu nombre y tu respuesta quedan en la cadena a la vista de todos. Lo que se halló, no.
sign-off-done = Tu nombre está bajo el hallazgo.
sign-off-note-title = Sobre un hallazgo, { $day }
sign-off-names = Firmado
sign-off-mine = Firmaste el { $day }: { $verdict }.
sign-off-full = Ya firmaron tres médicos; no hay sitio para un cuarto.
sign-off-take-back = Retirar mi nombre
sign-off-take-back-title = ¿Retirar tu nombre?
sign-off-take-back-note = El hallazgo vuelve a esperar a un médico. En la cadena se sigue viendo que habías firmado.
sign-off-opinion = Pedir una segunda opinión
sign-off-before = Antes de este
sign-off-before-note = { $day } · { $name }

## Una segunda opinión
opinion-lead = Otro médico mira un solo documento. La llave solo la da el paciente.
opinion-awaited = Preguntando a la cadena por este documento
opinion-record = { $name } · añadido: { $day }
opinion-open = Abrirlo
opinion-colleague = Preguntar a un colega
opinion-step-find = Busca a un colega en el directorio.
opinion-step-send = Envíale el enlace o deja que lo escanee.
opinion-step-patient = Tu colega pide al paciente una llave solo de este documento, y el paciente decide.
opinion-find = Buscar a un colega
opinion-nothing-given = El enlace no abre nada por sí solo. No puedes pasar tu propia llave.
opinion-link = Enlace para tu colega
opinion-copy = Copiar el enlace
opinion-ask = Pedir una llave al paciente
opinion-to-requests = Ir a mis peticiones
called-title = ¿Cómo llamas a este paciente?
called-note = Chartkey no revela el nombre de nadie. Lo que escribas se queda en tu propia caja fuerte, para que lo encuentres de nuevo.
called-field = Nombre
called-say = Darle un nombre
called-other = Cambiar el nombre
