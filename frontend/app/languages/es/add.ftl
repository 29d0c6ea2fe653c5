add-lead = Los archivos se revisan y se sellan en este dispositivo. Nadie más puede leerlos, ni siquiera quien los guarda.
add-drop = Suelta aquí los archivos
add-types = PDF, imágenes, DICOM, textos, tablas, FHIR
add-choose = Elegir archivos
add-camera = Hacer una foto
add-write = Escribir unas líneas
add-write-label = Tus líneas
add-write-help = Lo que quieras guardar. Para la tarjeta de emergencia: alergias, medicamentos, enfermedades, a quién llamar.
add-write-name = Nota
add-write-long = { $count ->
    [one] Sobra { $count } letra. Acórtalo o añádelo como archivo.
    [many] Sobran { $count } de letras. Acórtalo o añádelo como archivo.
   *[other] Sobran { $count } letras. Acórtalo o añádelo como archivo.
}
add-write-take = Seguir
add-write-taken = Tus líneas están debajo. Ponles un título; después séllalas y añádelas.
add-looking = Mirando el archivo.
add-unfit = No aceptado
add-added = Añadido
add-remove = Quitar { $name }
add-pages = { $count ->
    [one] { $count } página
    [many] { $count } de páginas
   *[other] { $count } páginas
}
add-pixels = { $width } por { $height } píxeles
add-title = Título
add-title-help = Como lo vas a buscar. Se sella con el archivo.
add-kind = Tipo
add-day = Fecha del documento
add-day-help = Déjalo vacío si no tiene.
add-read-title = Que los lean
add-signs = { $count ->
    [one] Tu cartera te pregunta una vez.
    [many] Tu cartera te pregunta una vez por cada uno de los { $count } de documentos. Deja esta página abierta hasta que todos estén añadidos.
   *[other] Tu cartera te pregunta una vez por cada uno de los { $count } documentos. Deja esta página abierta hasta que todos estén añadidos.
}
add-seal = { $count ->
    [0] Sellando
    [one] Sellar y añadir
    [many] Sellar y añadir { $count } de documentos
   *[other] Sellar y añadir { $count } documentos
}
add-done = { $name } está añadido.
add-all-done = { $count ->
    [one] { $count } documento está añadido.
    [many] { $count } de documentos están añadidos.
   *[other] { $count } documentos están añadidos.
}
add-to-records = Ir a mis documentos
add-open = Abrirlo
add-not-read = Está añadido, pero no se pudo pedir a nadie que lo leyera.

## Lecturas
reading-lead = Un servicio de lectura abre este único documento durante un día y te dice lo que leyó.
reading-note = Cada servicio que marques recibe una llave de estos documentos durante un día. Varios tienen que coincidir.
reading-awaited = Buscando los servicios de lectura.
reading-nobody = Todavía no se ha nombrado ningún servicio de lectura.
reading-by = { $who }
reading-ask = Dar la llave y pedirlo
reading-asked = Está pedido. Te avisamos cuando esté leído.
job-waits = Se pidió a { $who } { $when }
job-queued = Espera su turno.
job-reading = Se está leyendo.
job-posting = Está leído; el hallazgo va camino de la cadena.
job-parked = No se pudo leer. Retíralo y pídelo de nuevo.
job-done = Está leído.
job-drop = Retirarlo

## Junto al original
compare-sure = Nada es dudoso. Repásalo de todos modos, si quieres.
compare-unsure = { $count ->
    [one] { $count } valor es dudoso. Va primero.
    [many] { $count } de valores son dudosos. Van primero.
   *[other] { $count } valores son dudosos. Van primero.
}
compare-original = El original
compare-read = Lo que se leyó
compare-newer = El documento tiene una versión más nueva que la que se leyó.
compare-another-name = El papel nombra a { $paper }; este documento es de { $own }. Comprueba que sea el papel correcto.
compare-names = El papel nombra: { $names }
compare-look-up = Buscarlos en el directorio
compare-listed = En el directorio:
compare-not-listed = El directorio no incluye «{ $name }». Muchos médicos y hospitales no están en él.
compare-none = No se leyó ningún valor
compare-none-note = El hallazgo no dice nada que se pueda corregir valor por valor.
compare-back = Volver al documento
compare-others = { $count ->
    [one] { $count } valor más
    [many] { $count } de valores más
   *[other] { $count } valores más
}
compare-how-sure = El lector estaba seguro al { $percent } %.
compare-needed = Hace falta un valor.
compare-changed = Cambiado por ti
compare-seen = Revisado
compare-value = { $name }: valor
compare-unit = { $name }: unidad
compare-where = Mostrar dónde
compare-right = Está bien
compare-waiting = { $count ->
    [one] { $count } valor te espera.
    [many] { $count } de valores te esperan.
   *[other] { $count } valores te esperan.
}
compare-keep-right = Lo encontraste todo tal como se leyó.
compare-keep-changed = { $count ->
    [one] Cambiaste { $count } valor.
    [many] Cambiaste { $count } de valores.
   *[other] Cambiaste { $count } valores.
}
compare-keep-note = Los valores se guardan como una versión nueva con tu nombre. El original y el hallazgo se quedan como están.
compare-keep = Guardar estos valores
compare-kept = Tus valores están guardados.
compare-keys = Intro da la línea por buena y pasa a la siguiente; Escape la deja.
compare-entry = { $name }: nombre
compare-more = { $name }: dosis, o algo más
compare-where-page = Mostrar dónde, en la página { $page }
compare-strike = No está en la página
compare-gone = No está en la página
compare-gone-note = La página no tiene esa línea. No estará en lo que guardes.
compare-gone-not = Sí está en la página
teach-yes = Quiero también un archivo con lo que corregí, para enseñar a programas de lectura.
teach-note = El archivo contiene los trozos de la página con valores, medicamentos y diagnósticos, lo que se leyó y lo que tú dices. Los nombres y números de personas se omiten, pero un trozo puede mostrar lo que está al lado. Se guarda en este dispositivo, y nadie lo recibe si tú no lo entregas. Tu sí queda en la versión que firmas.
teach-not-saved = Tus valores están guardados. El navegador no guardó el archivo.
teach-given = Su autor hizo con ello un archivo para enseñar.

## Por qué no se acepta un archivo
unfit-unreadable = No se pudo leer el archivo. Elígelo otra vez.
unfit-empty = El archivo está vacío. Mira si se copió hasta el final.
unfit-too-large = El archivo pasa de los { $limit } que se aceptan de su tipo. Divídelo o guárdalo más pequeño.
unfit-hidden-in-name = El nombre del archivo tiene signos invisibles que pueden hacerlo parecer otro. Cámbiale el nombre.
unfit-path-in-name = El nombre del archivo apunta a carpetas. Cámbialo sin / \ ni :
unfit-no-name = El archivo no tiene nombre. Ponle uno.
unfit-name-too-long = El nombre del archivo es demasiado largo. Acórtalo.
unfit-reserved-name = El archivo se llama como una parte del ordenador. Cámbiale el nombre.
unfit-program-name = El nombre termina como el de un programa (.{ $ending }). No se aceptan programas.
unfit-lying-name = El nombre termina en .{ $ending }, pero el contenido es { $content }. Guárdalo de nuevo desde el programa del que vino.
unfit-archive = Es un archivo comprimido. Descomprímelo y añade los archivos uno por uno.
unfit-program = Es un programa. No se aceptan programas.
unfit-web-page = Es una página web, que puede hacer cosas por su cuenta. Imprímela en un PDF y añade ese.
unfit-office = Es un documento de oficina, que puede hacer cosas por su cuenta. Guárdalo como PDF y añade ese.
unfit-not-taken = { $what } no se acepta. Guárdalo como PNG, JPEG o PDF y añade ese.
unfit-unknown = Este tipo de archivo no se conoce. Guárdalo como PDF, PNG, JPEG o texto sencillo y añade ese.
unfit-two-in-one = El archivo es de dos tipos a la vez, y uno oculta al otro. Guárdalo de nuevo desde el programa del que vino.
unfit-trailing = Hay algo detrás del final del archivo. Ábrelo y guarda una copia.
unfit-damaged = El archivo está dañado. Guárdalo de nuevo desde el programa del que vino.
unfit-too-many-pixels = La imagen de { $width } por { $height } píxeles es demasiado grande. Guárdala más pequeña.
unfit-too-many-pages = El archivo tiene más de { $limit } páginas. Divídelo.
unfit-bomb = Al abrirse, el archivo crece mucho más de lo debido, como los que se hacen para bloquear ordenadores. No se acepta.
unfit-too-deep = El archivo tiene más niveles por dentro que ningún documento. Expórtalo de nuevo.
unfit-entities = El archivo define palabras propias. Expórtalo sin ellas.
unfit-locked = El PDF está bloqueado. Ábrelo con su contraseña, guarda una copia sin ella y añade esa.
unfit-active = El PDF haría algo al abrirse. Imprímelo en un PDF nuevo y añade ese.
unfit-page-circle = Las páginas del PDF forman un círculo. Imprímelo en un PDF nuevo y añade ese.
unfit-script = El texto contiene algo que un navegador podría ejecutar. Quítalo y añade el archivo otra vez.
unfit-wrapped = El archivo envuelve un documento. Exporta solo ese documento y añádelo.
