# Un profesional solicita entrar.
apply-lead = Cuatro pasos. Nadie puede pedir una llave a un paciente antes de que el consejo esté de acuerdo.
apply-step-entry = Tu ficha
apply-step-code = Código en papel
apply-step-licence = Licencia
apply-step-council = Consejo
apply-entry = Lo que leerán los pacientes
apply-entry-note = Será público cuando el consejo te apruebe. Puedes cambiarlo después.
apply-send = Solicitar
apply-approved = El consejo te ha aprobado.
apply-approved-note = Los pacientes te encuentran en el directorio, y puedes pedirles llaves.
apply-begin = Empezar
apply-suspended = El consejo te ha suspendido. Nada se abre para ti hasta que te restituya.
apply-suspended-whom = A quién preguntar
apply-suspended-whom-note = Cualquiera de estos administradores puede votar para restituirte. Aquí ves quién lo ha hecho.
apply-rejected = El consejo rechazó tu solicitud.
apply-rejected-why = Por qué: { $reason }.
apply-again = Solicitar una vez más
apply-again-send = Volver a solicitar
apply-other = Esta cuenta está registrada. Papel: { $role }.
apply-other-note = Una cuenta tiene un solo papel, para que nadie se siente en dos sillas. Solicítalo con otra cuenta de tu cartera.
apply-other-home = Ir a mis páginas

form-role = ¿Qué eres?
form-certificate = Certificado
form-certificate-choose = Elegir tu certificado
form-certificate-kinds = Una foto o un PDF corto
form-certificate-public = Se publica con tu ficha, para que todos los administradores vean el mismo archivo. Tapa lo que nadie necesita saber. Cuando el consejo haya decidido, desaparece la próxima vez que cambies tu ficha.
form-certificate-busy = Leyendo el archivo.
form-certificate-remove = Quitarlo
form-certificate-unfit = Este archivo no se acepta. Elige una foto o un PDF.
form-certificate-large = Este archivo es demasiado grande. Si le haces una foto, se hace pequeña por sí sola.

licence-title = Tu licencia
licence-note = El servicio de licencias busca el número en el registro y envía un código al teléfono que figura allí.
licence-number = Número de licencia
licence-number-help = Tal como está en tu licencia; de 3 a 32 letras y cifras.
licence-send = Envíame el código
licence-work = Este dispositivo trabaja un poco
licence-percent = { $share } %
licence-work-note = En lugar de una imagen que descifrar. Tarda unos segundos, y a un robot le cuesta tanto como a ti.
licence-never-told = Nunca se dice si un número existe. Si no llega ningún código, repasa el número y pregunta en tu registro qué teléfono tienen.
licence-code-title = El código
licence-code-sent = Si el registro tiene este número, el código va camino de { $phone }.
licence-code-minutes = { $minutes ->
    [0] Ya no vale
    [one] Vale durante { $minutes } minuto
    [many] Vale durante { $minutes } de minutos
   *[other] Vale durante { $minutes } minutos
}
licence-code-tries = { $count ->
    [0] No queda ningún intento
    [one] Queda { $count } intento
    [many] Quedan { $count } de intentos
   *[other] Quedan { $count } intentos
}
licence-code = Seis cifras
licence-code-wrong = El código o el número no es correcto.
licence-code-over = Este código ya no sirve. Pide que te envíen otro.
licence-code-again = Otro código
licence-code-hand-in = Entregarlo
licence-code-wait = La licencia se está anotando en la cadena. Tarda unos segundos.

council-title = Ahora le toca al consejo
council-licence-note = Queda anotado en la cadena.
council-waiting = Lo solicitaste { $when }
council-waiting-note = Los administradores están avisados. Esta página muestra por sí sola quién ha dicho que sí; puedes cerrarla.
council-awaited = Leyendo los votos en la cadena.
council-certificate = Añadir o cambiar el certificado
council-agreed = De acuerdo
council-not-yet = Todavía no
council-count = { $count } de { $quorum } están de acuerdo.
