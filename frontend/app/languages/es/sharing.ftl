# Llaves: quién las tiene, cómo se dan, se cambian y se retiran.
sharing-lead = Quién puede abrir qué, hasta cuándo y para qué. Todo lo demás está sellado.
sharing-new-link = Enlace nuevo
sharing-asks = Te lo piden
sharing-keys = Quién tiene una llave
sharing-awaited = Comparando la lista de llaves con la cadena.
sharing-none = Nadie tiene una llave.
sharing-none-note = Quien necesite tus documentos puede pedirla, o tú mismo das una llave.
sharing-others = Otras maneras
sharing-links = { $count ->
    [0] Ninguno abierto
    [one] { $count } abierto
    [many] { $count } abiertos
   *[other] { $count } abiertos
}
sharing-emergency = Lo que ve quien te ayuda cuando no puedes responder
sharing-log = Cada apertura, y la prueba de que no falta ninguna
standing-title = Sin llave
standing-guardian = Persona de confianza: puede abrirlo todo y actuar por ti
standing-none = Nadie abre nada sin una llave.
standing-emergency = Emergencia
key-standing = Siempre
key-note = { $scope } · { $purpose }
role-and-note = { $role } · { $note }
past-title = Llaves anteriores
past-none = Todavía no hay ninguna.
past-withdrawn = Retirada el { $day }
past-ended = Terminó el { $day }
past-tag-withdrawn = Retirada
acting-for = Actúas por { $name }.
acting-back = Volver a lo mío
awaited-records = Comparando la lista de documentos con la cadena.

## Lo que abre una llave
which-legend = ¿Qué documentos?
which-everything = Todo
which-everything-note = Todos los documentos, también los que vengan.
which-kinds = Algunos tipos
which-records = Algunos documentos
which-written = De un tiempo
which-from = Escritos desde
which-to = Hasta este día, incluido
which-by-reader = Lo que escribió
which-by-reader-note = Solo los documentos que escribió quien tiene la llave.
pick-kinds = ¿Qué tipos?
pick-records = ¿Qué documentos?
pick-search = Buscar en tus documentos
pick-none = Aún no hay documentos.
pick-count = { $count } elegidos, { $most } como mucho
kind-and-day = { $kind } · { $day }
terms-keep-back = Guardarte algo
keep-back-kinds = Ninguno de estos tipos
keep-back-records = Ninguno de estos documentos
terms-kept-back = Excepto
terms-how-often = Cuántas veces
terms-openings-left = { $count ->
    [one] Queda { $count } apertura
    [many] Quedan { $count } de aperturas
   *[other] Quedan { $count } aperturas
}
terms-also = Además
terms-may-add = Puede añadir documentos
terms-a-record = Un documento
terms-more = Más opciones
terms-count-openings = Contar las aperturas
terms-count-openings-help = La llave abre ese número de veces, y cada apertura se anuncia en la cadena.
terms-openings-field = Cuántas aperturas
terms-write = Puede añadir documentos
terms-write-help = Los informes y notas que escriba llegan a tus documentos.
terms-no-kind = Elige al menos un tipo.
terms-no-record = Elige al menos un documento.
terms-no-time = El primer día es posterior al último.
terms-no-openings = Di cuántas aperturas, al menos una.
terms-nothing-left = No queda nada: te guardas todo lo que elegiste.
until-legend = ¿Por cuánto tiempo?
until-own = Hasta un día
until-day = Último día
until-or-withdrawn = { $day }, o cuando la retires
until-no-day = Elige un día.
until-past = Ese día ya pasó.
until-too-long = Una llave dura dos años como mucho.

## A quién
whom-search = Buscar en el directorio por nombre
whom-known = Personas que conoces
whom-proposed = Propuesta de un administrador
whom-found = En el directorio
whom-awaited = Buscando personas.
whom-nobody = Nadie todavía. Busca arriba por nombre.
whom-none-found = Nadie con este nombre está en el directorio.
whom-by-account = Por cuenta, escrita o escaneada
whom-account = Cuenta
whom-account-help = Empieza por 0x, o es la dirección de una cartera.
whom-scan = Escanear un código
whom-no-account = Esto no es una cuenta.
whom-unknown-account = Nadie se registró con esta cuenta.

## Dar
give-lead = A quién, qué, para qué y hasta cuándo.
give-key = Dar una llave
give-whom = A quién
give-what = Qué
give-why = Para qué y hasta cuándo
give-other = Otra persona
give-next = Seguir
give-back = Atrás
give-why-legend = ¿Para qué?
give-pharmacy = Una farmacia solo ve recetas, elijas lo que elijas.
give-no-key = { $name } no puede tener una llave. Las llaves son para médicos, hospitales, farmacias y servicios de lectura.
give-to-guardians = Nombrar a alguien de confianza
give-wrapping = Se están haciendo las llaves. Puedes salir de esta página; esto sigue.
give-done = { $name } ya tiene una llave.
request-title = { $name } pide una llave
asked-title = { $name } pide una llave
asked-awaited = Preguntando a la cadena qué se pidió.
asked-when = Pedido { $when }
asked-change = Cambiar
asked-later = Ahora no
asked-no = No
asked-note = Una llave se puede reducir o retirar en cualquier momento.
asked-change-title = Otras condiciones
asked-longer = Es más tiempo del que se pidió.
asked-give-changed = Dar esta llave
asked-put-off = Te espera en Compartir.
asked-no-title = ¿Decir que no a { $name }?
asked-no-lead = Se le avisa, y puede volver a pedirla.
asked-no-yes = Decir que no
asked-refused = Has dicho que no.
asked-gone = Esta petición ya no está abierta.
asked-gone-note = Ya se respondió, se retiró o caducó al cabo de un mes.
asked-to-sharing = Ir a Compartir

## Una llave que diste
held-title = La llave de { $name }
held-awaited = Preguntando a la cadena por esta llave.
held-gone = Esta llave no existe.
held-gone-note = Se retiró, o nunca se dio.
held-what = Lo que abre
held-over = Esta llave ha terminado y no abre nada. Puedes quitarla de la lista.
held-by-me = La diste tú el { $day }
held-by = La dio { $name } el { $day }
held-used = Lo que se abrió
held-unused = Con esta llave no se ha abierto nada.
held-whole-log = Todas las aperturas
narrow-title = Reducirla
narrow-earlier = Terminarla antes
narrow-fewer = Menos aperturas
narrow-read-only = Que ya no añada documentos
narrow-seals = Lo que te guardas se sella de nuevo, para que esta llave ya no lo abra. Lo que ya se abrió se sigue sabiendo.
narrow-do = Reducirla
narrow-nothing = Elige qué se reduce.
narrow-not-earlier = La llave ya termina antes de ese momento.
narrow-not-fewer = No es menos de lo que queda.
narrowed = { $count ->
    [0] La llave se ha reducido.
    [one] La llave se ha reducido; { $count } versión se selló de nuevo.
    [many] La llave se ha reducido; { $count } de versiones se sellaron de nuevo.
   *[other] La llave se ha reducido; { $count } versiones se sellaron de nuevo.
}
withdraw = Retirar
withdraw-note = Retirar esta llave para siempre.
withdraw-title = ¿Retirar la llave de { $name }?
withdraw-lead = La llave deja de abrir al instante. Después tus documentos se sellan de nuevo en este dispositivo; puede tardar un poco.
withdraw-honest = Lo que se abrió antes lo sigue sabiendo quien lo abrió. Ninguna cerradura lo borra.
withdraw-yes = Retirar la llave
withdrawn-title = { $name } ya no tiene ninguna llave
withdrawing-note = Tus documentos se están sellando de nuevo. Deja esta página abierta hasta que termine.
withdrawn-note = { $count ->
    [0] No hubo que sellar nada de nuevo.
    [one] { $count } versión se selló de nuevo.
    [many] { $count } de versiones se sellaron de nuevo.
   *[other] { $count } versiones se sellaron de nuevo.
}
withdrawn-half = La llave ya no sirve. Algunos documentos aún no se han podido sellar de nuevo.
seal-waiting = Esperando a la cadena
seal-opening = Abriendo
seal-sealing = Sellando de nuevo
seal-uploading = Entregando
seal-telling = Avisando a la cadena
seal-count = { $count ->
    [0] Todavía ninguna sellada de nuevo
    [one] { $count } versión sellada de nuevo hasta ahora
    [many] { $count } de versiones selladas de nuevo hasta ahora
   *[other] { $count } versiones selladas de nuevo hasta ahora
}
seal-done = { $count ->
    [one] { $count } versión se selló de nuevo.
    [many] { $count } de versiones se sellaron de nuevo.
   *[other] { $count } versiones se sellaron de nuevo.
}
behind-title = { $count ->
    [one] { $count } versión espera a que se selle de nuevo
    [many] { $count } de versiones esperan a que se sellen de nuevo
   *[other] { $count } versiones esperan a que se sellen de nuevo
}
behind-note = Se retiró o se redujo una llave, o alguien dejó de ser tu persona de confianza. Hasta que se sellen de nuevo, una copia antigua de sus llaves todavía serviría.
behind-do = Sellar de nuevo
