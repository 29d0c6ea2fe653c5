# Personas de confianza.
guardians-lead = Quién te ayuda cuando tú no puedes.
guardians-awaited = Preguntando a la cadena quién está a tu lado.
guardians-act = Actúan por ti
guardians-act-note = Una persona de confianza abre todos tus documentos y actúa en tu nombre: da llaves, acepta citas, retira llaves. Elige a alguien a quien le confiarías todo.
guardians-none = Nadie actúa por ti.
guardians-none-note = Los padres actúan por sus hijos; un adulto puede elegir a alguien para los días difíciles.
guardians-full = { $count ->
    [one] Hay sitio para { $count } persona de confianza.
    [many] Hay sitio para { $count } de personas de confianza.
   *[other] Hay sitio para { $count } personas de confianza.
}
guardians-vault = Te ayudan a volver a tu caja fuerte
guardians-vault-note = Tres personas pueden guardar cada una una parte de la llave de tu caja fuerte. Dos de ellas juntas te dejan entrar cuando todo lo demás se ha perdido. No ven nada tuyo.
guardians-vault-go = Ir a Caja fuerte
guardian-appoint = Nombrar a alguien de confianza
guardian-appoint-note = Lo verá todo, también lo que venga, hasta que tú lo termines.
guardian-who-can = Quien actúa por ti tiene su propia cuenta, como paciente. Los médicos y los hospitales no pueden.
guardian-known = Alguien que conoces
guardian-choose = Elige
guardian-known-none = De las personas que tienes por su nombre, aún no hay ninguna que pueda actuar por ti. Pídele su cuenta o escanea su código.
guardian-no-patient = Nadie está registrado como paciente con esta cuenta.
guardian-account = Su cuenta
guardian-name = Cómo le llamas
guardian-name-help = Se guarda en tu caja fuerte y solo lo ves tú. Puede quedar vacío.
guardian-yourself = Esta es tu propia cuenta.
guardian-appoint-yes = Nombrar persona de confianza
guardian-appointed = { $name } es ahora tu persona de confianza.
guardian-dismiss = Terminar
guardian-dismiss-title = ¿Que { $name } deje de ser tu persona de confianza?
guardian-dismiss-note = Desde entonces no abre nada tuyo, y tus documentos se sellan de nuevo. Lo que ya vio, lo sigue sabiendo.
guardian-dismiss-yes = Terminar
guardian-dismissed = Ya no es tu persona de confianza.
wards-title = Actúas por estas personas
ward-note = Eres su persona de confianza
ward-act = Actuar en su nombre
ward-leave = Dejarlo
ward-leave-title = ¿Dejar de ayudar a { $name }?
ward-leave-note = Ya no abrirás sus documentos ni actuarás en su nombre.
ward-leave-yes = Dejarlo
ward-left = Ya no eres su persona de confianza.
