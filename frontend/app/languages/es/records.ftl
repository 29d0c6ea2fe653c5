## La lista
records-lead = Lo que añades tú, y lo que los médicos añaden para ti.
records-count = { $count ->
    [one] { $count } documento, sellado. Solo este dispositivo, mientras esté abierto, puede leer su título.
    [many] { $count } de documentos, sellados. Solo este dispositivo, mientras esté abierto, puede leer sus títulos.
   *[other] { $count } documentos, sellados. Solo este dispositivo, mientras esté abierto, puede leer sus títulos.
}
records-add = Añadir documentos
records-search = Buscar en tus documentos
records-kinds = Tipos de documentos
records-awaited = Tus documentos se traen y se comparan con la cadena.
records-none = Aún no hay documentos
records-none-note = Haz una foto de un papel o elige un archivo. Se sella en este dispositivo antes de salir de él.
records-no-fit = Nada coincide
records-no-fit-note = Prueba con menos palabras o quita un tipo.
records-found = { $count ->
    [one] { $count } documento encontrado
    [many] { $count } de documentos encontrados
   *[other] { $count } documentos encontrados
}
records-line = { $kind } · { $day } · { $who }
records-line-own = { $kind } · { $day } · añadido por ti
records-read = Leído por una máquina
records-signed = Firmado
records-closed = No se abre
records-versions = { $count ->
    [one] { $count } versión
    [many] { $count } de versiones
   *[other] { $count } versiones
}

## Un documento
record-lead = { $kind }, añadido el { $day } por { $who }
record-lead-own = { $kind }, añadido el { $day }
record-sides = Partes de este documento
record-awaited = Preguntando a la cadena por este documento.
record-content = Lo que dice
record-about = Sobre él
record-kind = Tipo
record-by = Añadido por
record-added = Añadido
record-dated = Fecha
record-share = Dar una llave
record-have-read = Que lo lean
record-amend = Añadir una versión
record-amend-note = Elige un archivo. La versión anterior se puede seguir leyendo.
record-amend-yes = Sellar y añadir
record-amended = La versión nueva está añadida.
record-withdraw = Retirar
record-withdraw-title = ¿Retirar este documento?
record-withdraw-note = Todas sus versiones se borran de los almacenes, y ninguna llave lo abre ya. No se puede deshacer.
record-withdraw-known = Quien lo abrió antes puede seguir sabiendo lo que dice.
record-withdraw-save = Guardar antes una copia
record-withdraw-older = Guardar versiones anteriores
record-withdraw-saved = La versión más reciente está guardada como archivo.
record-withdrawn = El documento está retirado.
record-corrected = Una persona ha revisado estos valores.
record-original = El original es la versión { $version }

gone-by-you = Retiraste este documento
gone-by = { $by } retiró este documento tuyo
gone-by-you-of = Retiraste este documento de { $owner }
gone-by-of = { $by } retiró este documento de { $owner }
gone-mine = Este documento tuyo fue retirado
gone-of = Este documento de { $owner } fue retirado
gone-unknown = Aquí no hay ningún documento
gone-unknown-note = Fue retirado, o nunca hubo ninguno en esta dirección. Un documento retirado ya no se puede abrir, con ninguna llave.
gone-means = Ya no se puede abrir: todas sus versiones se han borrado de los almacenes y ninguna llave lo abre.
gone-when = Retirado: { $when }
gone-stays = Lo que queda: que existió y fue retirado, la lista de quién miró, y lo que saben quienes lo abrieron antes.
gone-stays-reader = Lo que supiste por él lo sigues sabiendo. Que lo abriste queda en la lista del paciente de quién miró.

holders-title = Quién puede abrirlo
holders-awaited = Las llaves se traen y se comparan con la cadena.
holders-none = Solo tú, tus personas de confianza y quien lo escribió.

## Contenido
viewer-awaited = El documento se trae, se abre y se compara con la cadena.
viewer-opened = El documento está abierto.
viewer-save = Guardar
viewer-not-shown = Este tipo de archivo no se puede mostrar aquí. Guárdalo y ábrelo en un programa de confianza.
viewer-cut = Hay más; guárdalo para ver el resto.
viewer-pdf = El documento
viewer-pdf-save = Este navegador no muestra PDF dentro de una página. Guárdalo para leerlo.
viewer-picture = Imagen: { $title }
viewer-picture-frame = Imagen; si es más grande que su marco, se mueve con las flechas
viewer-larger = Más grande
viewer-smaller = Más pequeño
viewer-turn = Girar
slide-header = De los datos del archivo
slide-patient = Nombre
slide-modality = Método
slide-body-part = Parte del cuerpo
slide-study = Estudio
slide-series = Serie
slide-day = Día
slide-house = Hecho en
slide-machine = Aparato
slide-size = Tamaño
slide-pixels = { $width } por { $height } píxeles
slide-picture = Imagen { $number } del archivo
slide-number = Imagen, de { $count }
slide-compressed = Las imágenes de este archivo están guardadas de una forma que aquí no se puede mostrar. Guárdalo para un programa de este tipo de archivos.
slide-level = Nivel
slide-window = Ventana

## Tablas y listas
facts-conditions = Enfermedades
facts-medicines = Medicamentos
facts-allergies = Alergias
facts-vaccinations = Vacunas
facts-over = Ya pasó
facts-none = Nada en la lista. El texto libre no se lee aquí
facts-as-it-came = Tal como llegó
facts-procedures = Procedimientos
facts-from = de { $house }
brought-title = Historial de { $name }
brought-about = Sobre { $name }
brought-from = Traído de { $houses }
brought-understood = { $count ->
    [one] { $count } entrada está en las listas de tu salud.
    [many] { $count } de entradas están en las listas de tu salud.
   *[other] { $count } entradas están en las listas de tu salud.
}
brought-kept = { $count ->
    [one] Guardada, no entendida: { $count } entrada
    [many] Guardadas, no entendidas: { $count } de entradas
   *[other] Guardadas, no entendidas: { $count } entradas
}
brought-kept-note = Siguen en el documento tal como llegaron, y no están en ninguna lista.
brought-kind = { $kind }: { $count }
brought-several = Este archivo trata de varias personas, así que nada de él se atribuye a una de ellas. Se guarda tal como llegó.
brought-too-much = Este archivo contiene más de lo que aquí se puede mirar. Se guarda tal como llegó.
brought-care-plans = Planes de cuidado
brought-claims = Facturas y seguro
brought-devices = Aparatos
brought-reports = Informes sin valores
brought-visits = Visitas
brought-goals = Metas
brought-images = Estudios de imagen
brought-people = Quién atendió
brought-origins = De dónde vienen las entradas
lab-table = Valores
lab-all-usual = { $count ->
    [one] El valor está donde suele estar.
    [many] Los { $count } de valores están donde suelen estar, o no tienen límites conocidos.
   *[other] Los { $count } valores están donde suelen estar, o no tienen límites conocidos.
}
lab-outside = { $outside ->
    [one] { $outside } de { $count } valores está fuera de lo habitual.
    [many] { $outside } de { $count } valores están fuera de lo habitual.
   *[other] { $outside } de { $count } valores están fuera de lo habitual.
}
lab-test = Prueba
lab-value = Valor
lab-usual = Habitual
lab-where = Dibujo
lab-lies = Bajo o alto
lab-low = Bajo
lab-high = Alto
lab-unsure = Dudoso
lab-between = de { $low } a { $high }
lab-from = desde { $low }
lab-under = hasta { $high }

## Hallazgos
finding-title = Lo que halló una máquina
finding-awaited = El hallazgo se trae, se abre y se compara con la cadena.
finding-unsigned = Aún sin firmar
finding-no-words = El hallazgo no dice nada con palabras.
finding-of-hundred = De 100 imágenes parecidas a esta, { $count } eran { $what } (de { $low } a { $high }).
finding-of-hundred-bare = De 100 imágenes parecidas a esta, { $count } eran { $what }.
finding-agree = Acuerdo
finding-workers = { $count ->
    [one] Un servicio de lectura
    [many] { $count } de servicios de lectura hallaron lo mismo
   *[other] { $count } servicios de lectura hallaron lo mismo
}
finding-unsure = { $count ->
    [one] { $count } valor es dudoso. Míralo junto al original.
    [many] { $count } de valores son dudosos. Míralos junto al original.
   *[other] { $count } valores son dudosos. Míralos junto al original.
}
finding-compare = Comparar con el original
finding-save-table = Guardar «{ $title }» (CSV)
finding-save-all = Guardarlo todo (FHIR)
finding-sign = Firmar
finding-signed = { $verdict }: { $who }, { $day }
finding-suggestion = La palabra de una máquina es una sugerencia hasta que un médico la firma.
finding-heat = Mapa de calor
finding-heat-show = Mostrar en la imagen dónde miró esta máquina
finding-percent = { $percent } %

## Versiones, quién miró, prueba
versions-title = Versiones
versions-note = Nunca se modifica nada. Una corrección es una versión nueva, y las anteriores se quedan.
versions-awaited = Preguntando a la cadena por las versiones.
versions-nth = Versión { $number }
versions-newest = La más nueva
versions-by = { $who }, { $when }
versions-show = Mostrar
versions-hide = Ocultar
looked-title = Quién lo abrió
looked-awaited = La lista completa se trae y se comprueba.
looked-verified = La lista está comprobada: ninguna línea sobre ti se cambió ni falta.
looked-nobody = Nadie más lo ha abierto
looked-nobody-note = Cada apertura se escribe antes de que ocurra.
looked-not-yours = Solo el paciente y sus personas de confianza ven quién miró.
looked-own = { $count ->
    [one] Su dueño lo abrió una vez.
    [many] Su dueño lo abrió { $count } de veces, contando los títulos en las listas.
   *[other] Su dueño lo abrió { $count } veces, contando los títulos en las listas.
}
looked-link = Alguien con un enlace
looked-record = Abrió el documento
looked-finding = Abrió un hallazgo
looked-card = Lo abrió como tarjeta de emergencia
looked-by-link = Lo abrió con un enlace
looked-what-why = { $what } · { $why }
proof-title = Lo que dice la cadena
proof-note = Lo que aquí se muestra abierto se comparó con estos valores en tu dispositivo. Cualquiera puede preguntar lo mismo a la cadena.
proof-awaited = Preguntando a la cadena.
proof-record = El documento
proof-id = Nombre
proof-owner = Dueño
proof-author = Autor
proof-height = Hasta el bloque
proof-commitment = Huella del contenido
proof-blob = Archivo sellado
proof-written = Escrito
proof-sealed = Sellado
proof-sealed-now = Sellado desde la última retirada de una llave
proof-behind = Espera a que se selle de nuevo tras una retirada
proof-checked = Comprobado
proof-checked-yes = Lo abriste, y es lo que firmó su autor
proof-checked-no = No se ha abierto desde que abriste tu caja fuerte
proof-finding = Hallazgo sobre la versión { $version }
proof-seen = Lo que se leyó
proof-model = Modelo
proof-code = Programa
proof-output = Hallazgo

trends-title = Con el tiempo
trends-awaited = Tus documentos se traen y se comparan con la cadena.
trends-none = No hay valores que seguir
trends-none-note = Este documento no tiene números que se puedan seguir con el tiempo.
views-title = Como la vio la máquina
views-note = Enderezada, alisada y reducida antes de leerla. Lo que vale es el original.
views-which = Qué página
views-page = Página { $page }
views-picture = Página { $page } tal como se leyó
