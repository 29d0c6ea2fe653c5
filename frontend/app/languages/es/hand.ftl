## At the door
door-arriving = Conectando con Chartkey y su cadena.
door-away = Ahora no se puede llegar a Chartkey.
door-away-next = No se ha perdido nada. Revisa tu conexión e inténtalo de nuevo; esta página vuelve por sí sola.
door-elsewhere = Este no es el Chartkey que conoce este dispositivo.
door-elsewhere-note = No se firmó ni se abrió nada. Mira bien la dirección de esta página. Si Chartkey se ha mudado de verdad, sus responsables lo habrán dicho.
door-believe = Se ha mudado de verdad
door-believe-note = Desde ahora este dispositivo creerá a quien responda en esta dirección. Hazlo solo si alguien de confianza te ha dicho que Chartkey empezó de nuevo.
door-believe-yes = Creerlo de nuevo
door-newcomer = Aún no tienes una caja fuerte aquí.
door-newcomer-note = La caja fuerte guarda las llaves de tus documentos. Solo tú puedes abrirla.
door-join = Crear mi caja fuerte
door-apply = Trabajo en la sanidad
session-ended = Tu sesión ha terminado; tu caja fuerte sigue abierta. Entra otra vez para continuar.
session-renew = Entrar otra vez
lock-soon = Tu caja fuerte se cierra en { $seconds ->
    [one] { $seconds } segundo
    [many] { $seconds } de segundos
   *[other] { $seconds } segundos
}.
lock-stay = Sigo aquí

## Wallet and account
wallet-choose = Elige tu cartera
wallet-choose-note = Tu cartera es tu firma. Te pregunta cada vez, y sus llaves nunca llegan aquí.
wallet-here = En este navegador
wallet-open = Abrir { $name }
wallet-other = Otra cartera
wallet-development = No es una cartera real
wallet-development-note = Personas cuyas llaves conoce todo el mundo, para echar un vistazo
wallet-development-warning = Todo el mundo conoce estas llaves. No guardes aquí nada real.
wallet-gone = { $name } ya no está en esta página. Vuelve a cargarla o elige otra cartera.
wallet-refused = Se le dijo a { $name } que no compartiera sus cuentas. Ábrela de nuevo y acepta, o permite esta página en sus ajustes.
wallet-locked = { $name } está bloqueada. Desbloquéala y ábrela aquí otra vez.
wallet-no-accounts = { $name } no mostró ninguna cuenta. Crea una en ella o comparte una con esta página.
wallet-not-here = { $name } solo funciona en la cadena de desarrollo.
wallet-failed = No se pudo abrir { $name }.
account-title = Elige tu cuenta
account-note = { $wallet } te pedirá que entres. Eso no mueve dinero ni da ninguna llave.
account-choose = Entrar como { $name }
account-last = La última vez
sent-left = Has salido.
sent-left-elsewhere = Has salido en otra pestaña.
sent-account-gone = Tu cartera ya no comparte esta cuenta, así que se cerró la sesión.
no-wallet = No hay ninguna cartera en este navegador.
no-wallet-note = Una cartera es un pequeño programa que firma por ti. Sirve cualquiera de estas; se tarda dos minutos.
no-wallet-watching = Esta página nota por sí sola cuando hay una cartera.
no-wallet-where = Dónde conseguir una
no-wallet-careful = Escribe la dirección tú mismo. Una cartera nunca necesita sus palabras secretas en una página web, y Chartkey tampoco.

## Passphrase
passphrase = Frase de acceso
passphrase-new = Nueva frase de acceso
passphrase-again = La misma otra vez
passphrase-help = Al menos { $count } caracteres. Seis palabras que no van juntas se recuerdan bien y se adivinan mal.
passphrase-differs = Las dos no coinciden.
passphrase-show = Mostrarla
passphrase-suggest = Sugerir una
passphrase-suggested = Anota estas palabras antes de seguir y escríbelas otra vez abajo.
passphrase-nobody = Nadie puede darte otra: ni tu médico, ni Chartkey.
passphrase-too-short = Todavía demasiado corta
passphrase-weak = Débil: quien tenga el archivo sellado la adivina
passphrase-fair = Buena: resiste durante años
passphrase-strong = Fuerte: resiste más de lo que importa
passphrase-set = Fijar la frase de acceso
passphrase-changed = La frase de acceso ha cambiado.

## Joining
join-lead = Una cartera, una frase de acceso y una hoja de papel. Y ya es tuya.
join-title = Crea tu caja fuerte
join-note = La frase de acceso abre tu caja fuerte en cualquier dispositivo. Nunca sale de este.
join = Crear mi caja fuerte
join-under-way = Se están creando tus llaves, se sella tu caja fuerte y se te registra. Tarda cerca de un minuto.

## Opening
unlock-title = Abre tu caja fuerte
unlock-note = Has entrado como { $name }.
unlock = Abrir
unlock-passkey = Usar mi llave de acceso
unlock-recover = No puedo abrirla
sign-out = Salir

## Recovery code
code-title = Código de recuperación de Chartkey
code-of = Para { $domain }, impreso el { $day }
code-once = Estas palabras se muestran una sola vez. Quien las tenga junto con tu cartera abre tu caja fuerte.
code-how = Para usarlo: entra con tu cartera, elige «No puedo abrirla» y luego «Código impreso». Guarda esta hoja donde guardas tu pasaporte.
code-print = Imprimir
code-kept = Tengo estas palabras en papel, en un lugar seguro.
code-done = Continuar
code-note = 24 palabras que abren tu caja fuerte si pierdes la frase de acceso. Un código anterior vale hasta que quites su entrada.
code-make = Crear un código

## Ways back
recover-lead = Tres maneras de volver a entrar. Todas necesitan también tu cartera.
recover-by = ¿Qué tienes?
recover-code = Código impreso
recover-guardians = Dos personas de confianza
recover-device = Otro dispositivo
recover-code-words = Las 24 palabras
recover-code-count = { $count } de 24 palabras
recover-open = Abrir mi caja fuerte
recover-guardians-note = Envía la petición a dos de tus personas de confianza, luego llámalas y léeles estas seis palabras. Cada una te devuelve una parte.
recover-plea-make = Crear la petición
recover-plea-copy = Copiar la petición
recover-plea-save = Guardar la petición
recover-part-one = La parte de la primera persona
recover-part-other = La parte de la segunda persona
recover-device-note = En el dispositivo que aún abre tu caja fuerte, ve a «Caja fuerte y dispositivos», elige «Dejar entrar un dispositivo» y lleva esto allí.
recover-device-open = Me ha dejado entrar
recover-opened = Tu caja fuerte está abierta. Fija una frase de acceso nueva, porque la antigua se perdió.
recover-keep = Conservar la antigua

## Devices and guardians
device-words = Compara estas seis palabras
device-carry = Lleva este texto al otro dispositivo: escanéalo, cópialo o guárdalo como archivo.
device-copy = Copiar el texto
device-save = Guardar como archivo
device-qr = El texto como código QR
device-file = Tomarlo de un archivo
device-ten-minutes = Vale diez minutos, mientras esta página esté abierta.
let-in = Dejarlo entrar
let-in-note = El dispositivo nuevo muestra un texto y seis palabras. El texto puede llegar de cualquier modo; las palabras las lees tú de su pantalla.
let-in-text = El texto del dispositivo nuevo
let-in-words = Las seis palabras
let-in-words-help = Léelas en la otra pantalla u óyelas de alguien cuya voz conozcas.
let-in-name = Cómo llamarlo, por ejemplo «Tableta»
let-in-done = Ya puede entrar. Sigue allí.
guardians-note = Dos de ellas juntas pueden abrir tu caja fuerte, y solo junto con tu cartera. Elige personas que no dependan unas de otras.
guardian-nth = Persona de confianza { $nth }: su cuenta
guardians-set = Nombrar a estas tres
guardians-done = Ya tienen sus partes. Díselo.
help-voice = Llama por teléfono. Solo una voz que conoces te dice quién pregunta de verdad.
help-whose = Su cuenta
help-plea = Su petición
help-give = Crear mi parte
help-part = Devuelve esto. Solo sirve en su dispositivo nuevo.
help-part-copy = Copiar mi parte
help-part-save = Guardar mi parte

## The vault's page
vault-lead = Qué la abre y cuándo se cierra.
vault-doors = Entradas
vault-doors-note = Cada una abre tu caja fuerte, junto con tu cartera.
door-passphrase = Frase de acceso
door-passkey = Llave de acceso
door-code = Código impreso
door-guardians = Dos de tres personas de confianza
door-device = Otro dispositivo
door-remove = Quitar
door-remove-note = Dejará de abrir tu caja fuerte desde la próxima vez que se guarde. Las demás entradas quedan.
vault-ways = Añadir o cambiar
vault-new-passphrase = Nueva frase de acceso
vault-add-passkey = Añadir una llave de acceso
vault-print-code = Imprimir un código
vault-let-in = Dejar entrar un dispositivo
vault-guardians = Nombrar personas de confianza
passkey-added = Tu llave de acceso ya abre la caja fuerte.
passkey-unsupported = Este navegador no conoce las llaves de acceso.
passkey-no-secret = Esta llave de acceso no puede abrir una caja fuerte. Otra quizá sí: la del teléfono o una llave de seguridad más nueva.
passkey-refused = La llave de acceso no respondió. Inténtalo otra vez o usa tu frase de acceso.
lock-title = Cierre
lock-after = Se cierra por sí sola tras
lock-minutes = { $count ->
    [one] { $count } minuto
    [many] { $count } de minutos
   *[other] { $count } minutos
}
lock-now = Cerrar ahora
vault-rest = Rara vez hace falta
vault-rotate-note = Llaves nuevas, por si alguien pudo ver este dispositivo.
vault-rotate = Llaves nuevas
vault-rotate-more = Lo que se selle para ti desde ahora se sella para las llaves nuevas. Lo que tienes se puede seguir leyendo.
vault-rotated = Tienes llaves nuevas.
vault-help-note = Alguien de quien eres persona de confianza ya no puede entrar.
vault-help = Ayudar a alguien
