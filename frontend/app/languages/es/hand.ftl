## At the door
door-arriving = Conectando con Chartkey y su cadena.
door-away = Ahora no se puede llegar a Chartkey.
door-away-next = No se ha perdido nada. Revise su conexión e inténtelo de nuevo; esta página vuelve por sí sola.
door-elsewhere = Este no es el Chartkey que conoce este dispositivo.
door-elsewhere-note = No se firmó ni se abrió nada. Mire bien la dirección de esta página. Si Chartkey se ha mudado de verdad, sus responsables lo habrán dicho.
door-believe = Se ha mudado de verdad
door-believe-note = Desde ahora este dispositivo creerá a quien responda en esta dirección. Hágalo solo si alguien de confianza le ha dicho que Chartkey empezó de nuevo.
door-believe-yes = Creerlo de nuevo
door-newcomer = Aún no tiene una caja fuerte aquí.
door-newcomer-note = La caja fuerte guarda las llaves de sus documentos. Solo usted puede abrirla.
door-join = Crear mi caja fuerte
door-apply = Trabajo en la sanidad
session-ended = Su sesión ha terminado; su caja fuerte sigue abierta. Entre otra vez para continuar.
session-renew = Entrar otra vez
lock-soon = Su caja fuerte se cierra en { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}.
lock-stay = Sigo aquí

## Wallet and account
wallet-choose = Elija su monedero
wallet-choose-note = Su monedero es su firma. Le pregunta cada vez, y sus claves nunca llegan aquí.
wallet-here = En este navegador
wallet-open = Abrir { $name }
wallet-other = Otro monedero
wallet-development = No es un monedero real
wallet-development-note = Personas cuyas claves conoce todo el mundo, para echar un vistazo
wallet-development-warning = Todo el mundo conoce estas claves. No guarde aquí nada real.
wallet-gone = { $name } ya no está en esta página. Vuelva a cargarla o elija otro monedero.
wallet-refused = Se le dijo a { $name } que no compartiera sus cuentas. Ábralo de nuevo y acepte, o permita esta página en sus ajustes.
wallet-locked = { $name } está bloqueado. Desbloquéelo y ábralo aquí otra vez.
wallet-no-accounts = { $name } no mostró ninguna cuenta. Cree una en él o comparta una con esta página.
wallet-not-here = { $name } solo funciona en la cadena de desarrollo.
wallet-failed = No se pudo abrir { $name }.
account-title = Elija su cuenta
account-note = { $wallet } le pedirá que entre. Eso no mueve dinero ni da ninguna llave.
account-choose = Entrar como { $name }
account-last = La última vez
sent-left = Ha salido.
sent-left-elsewhere = Ha salido en otra pestaña.
sent-account-gone = Su monedero ya no comparte esta cuenta, así que se cerró la sesión.
no-wallet = No hay ningún monedero en este navegador.
no-wallet-note = Un monedero es un pequeño programa que firma por usted. Sirve cualquiera de estos; se tarda dos minutos.
no-wallet-watching = Esta página nota por sí sola cuando hay un monedero.
no-wallet-where = Dónde conseguir uno
no-wallet-careful = Escriba la dirección usted mismo. Un monedero nunca necesita sus palabras secretas en una página web, y Chartkey tampoco.

## Passphrase
passphrase = Frase de acceso
passphrase-new = Nueva frase de acceso
passphrase-again = La misma otra vez
passphrase-help = Al menos { $count } caracteres. Seis palabras que no van juntas se recuerdan bien y se adivinan mal.
passphrase-differs = Las dos no coinciden.
passphrase-show = Mostrarla
passphrase-suggest = Sugerir una
passphrase-suggested = Anote estas palabras antes de seguir y escríbalas otra vez abajo.
passphrase-nobody = Nadie puede darle otra: ni su médico, ni Chartkey.
passphrase-too-short = Todavía demasiado corta
passphrase-weak = Débil: quien tenga el archivo sellado la adivina
passphrase-fair = Buena: resiste durante años
passphrase-strong = Fuerte: resiste más de lo que importa
passphrase-set = Fijar la frase
passphrase-changed = La frase de acceso ha cambiado.

## Joining
join-lead = Un monedero, una frase y una hoja de papel. Y ya es suya.
join-title = Cree su caja fuerte
join-note = La frase abre su caja fuerte en cualquier dispositivo. Nunca sale de este.
join = Crear mi caja fuerte
join-under-way = Se crean sus claves, se sella su caja fuerte y se le inscribe. Tarda cerca de un minuto.

## Opening
unlock-title = Abra su caja fuerte
unlock-note = Ha entrado como { $name }.
unlock = Abrir
unlock-passkey = Usar mi llave de acceso
unlock-recover = No puedo abrirla
sign-out = Salir

## Recovery code
code-title = Código de recuperación de Chartkey
code-of = Para { $domain }, impreso el { $day }
code-once = Estas palabras se muestran una sola vez. Quien las tenga junto con su monedero abre su caja fuerte.
code-how = Para usarlo: entre con su monedero, elija «No puedo abrirla» y luego «Código impreso». Guarde esta hoja donde guarda su pasaporte.
code-print = Imprimir
code-kept = Tengo estas palabras en papel, en un lugar seguro.
code-done = Continuar
code-note = 24 palabras que abren su caja fuerte si pierde la frase. Un código anterior vale hasta que quite su entrada.
code-make = Crear un código

## Ways back
recover-lead = Tres maneras de volver a entrar. Todas necesitan también su monedero.
recover-by = ¿Qué tiene?
recover-code = Código impreso
recover-guardians = Dos guardianes
recover-device = Otro dispositivo
recover-code-words = Las 24 palabras
recover-code-count = { $count } de 24 palabras
recover-open = Abrir mi caja fuerte
recover-guardians-note = Envíe la petición a dos de sus guardianes, luego llámelos y léales estas seis palabras. Cada uno le devuelve una parte.
recover-plea-make = Crear la petición
recover-plea-copy = Copiar la petición
recover-plea-save = Guardar la petición
recover-part-one = Parte del primer guardián
recover-part-other = Parte del segundo guardián
recover-device-note = En el dispositivo que aún abre su caja fuerte, vaya a Caja fuerte, «Dejar entrar un dispositivo», y lleve esto allí.
recover-device-open = Me ha dejado entrar
recover-opened = Su caja fuerte está abierta. Fije una frase nueva, porque la antigua se perdió.
recover-keep = Conservar la antigua

## Devices and guardians
device-words = Compare estas seis palabras
device-carry = Lleve este texto al otro dispositivo: escanéelo, cópielo o guárdelo como archivo.
device-copy = Copiar el texto
device-save = Guardar como archivo
device-qr = El texto como código QR
device-file = Tomarlo de un archivo
device-ten-minutes = Vale diez minutos, mientras esta página esté abierta.
let-in = Dejarlo entrar
let-in-note = El dispositivo nuevo muestra un texto y seis palabras. El texto puede llegar de cualquier modo; las palabras las lee usted de su pantalla.
let-in-text = El texto del dispositivo nuevo
let-in-words = Las seis palabras
let-in-words-help = Léalas en la otra pantalla u óigalas de alguien cuya voz conozca.
let-in-name = Cómo llamarlo, por ejemplo «Tableta»
let-in-done = Ya puede entrar. Siga allí.
guardians-note = Dos de ellos juntos pueden abrir su caja fuerte, y solo junto con su monedero. Elija personas que no dependan unas de otras.
guardian-nth = Guardián { $nth }: su cuenta
guardians-set = Nombrar a estos tres
guardians-done = Ya tienen sus partes. Dígaselo.
help-voice = Llame por teléfono. Solo una voz conocida le dice quién pregunta de verdad.
help-whose = Su cuenta
help-plea = Su petición
help-give = Crear mi parte
help-part = Devuelva esto. Solo sirve en su dispositivo nuevo.
help-part-copy = Copiar mi parte
help-part-save = Guardar mi parte

## The vault's page
vault-lead = Qué la abre y cuándo se cierra.
vault-doors = Entradas
vault-doors-note = Cada una abre su caja fuerte, junto con su monedero.
door-passphrase = Frase de acceso
door-passkey = Llave de acceso
door-code = Código impreso
door-guardians = Dos de tres guardianes
door-device = Otro dispositivo
door-remove = Quitar
door-remove-note = Dejará de abrir su caja fuerte desde la próxima vez que se guarde. Las demás entradas quedan.
vault-ways = Añadir o cambiar
vault-new-passphrase = Nueva frase de acceso
vault-add-passkey = Añadir una llave de acceso
vault-print-code = Imprimir un código de recuperación
vault-let-in = Dejar entrar un dispositivo
vault-guardians = Nombrar guardianes
passkey-added = Su llave de acceso ya abre la caja fuerte.
passkey-unsupported = Este navegador no conoce las llaves de acceso.
passkey-no-secret = Esta llave de acceso no puede abrir una caja fuerte. Otra quizá sí: la del teléfono o una llave de seguridad más nueva.
passkey-refused = La llave de acceso no respondió. Inténtelo otra vez o use su frase.
lock-title = Cierre
lock-after = Se cierra por sí sola tras
lock-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
lock-now = Cerrar ahora
vault-rest = Rara vez hace falta
vault-rotate-note = Claves nuevas, por si alguien pudo ver este dispositivo.
vault-rotate = Claves nuevas
vault-rotate-more = Lo que se selle para usted desde ahora se sella para las claves nuevas. Lo que tiene sigue siendo legible.
vault-rotated = Tiene claves nuevas.
vault-help-note = Alguien de quien usted es guardián ha perdido su entrada.
vault-help = Ayudar a alguien
