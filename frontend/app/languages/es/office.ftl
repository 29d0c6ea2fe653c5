# Palabras que comparten las páginas de hospitales, farmacias, administradores y todos.
scan-not-here = Este navegador no presta ninguna cámara a las páginas. Escríbelo.
scan-refused = Aquí no está permitida la cámara. Permítela para esta página o escríbelo.
scan-no-camera = No se pudo abrir ninguna cámara. Escríbelo.
scan-hold = Pon el código dentro de la imagen.
scan-view = Lo que ve la cámara
scan-stop = Parar

person-help = Una cuenta que te dieron: 0x y 40 letras y cifras, o la dirección de una cartera.
person-unknown = Esto no es una cuenta.
person-is = Es { $name }.

list-older = Mostrar más
proof = Prueba
proof-block = Bloque
proof-place = Lugar en él
proof-book = Libro
proof-when = Cuándo
proof-hash = Nombre del bloque
proof-transaction = Transacción { $number } del bloque
proof-asked = Se pregunta a la propia cadena.
proof-agrees = Comparado con la cadena
proof-agrees-yes = Dice lo mismo
may-not-act-pending = El consejo aún no ha decidido sobre ti. Hasta entonces no puedes actuar.
may-not-act-rejected = El consejo no te ha admitido. Puedes solicitarlo de nuevo.
may-not-act-suspended = El consejo te ha retirado por ahora el derecho a actuar. Pregunta a uno de los administradores.
may-not-act-apply = Ver cómo va tu solicitud
may-not-act-licence = Tu licencia aún no está confirmada. Después decide el consejo; hasta entonces no puedes actuar.
may-not-act-confirm = Confirmar tu licencia
may-not-act-whom = Ver a quién preguntar
