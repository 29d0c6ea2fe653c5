# Lo que ve quien abre un enlace.
shared-lead = Se abre solo en este navegador. Quien lo transporta no puede leerlo.
shared-title = Alguien comparte documentos contigo
shared-paste = El enlace
shared-paste-note = Alguien te dio un enlace. Ábrelo tal como llegó o pégalo aquí.
shared-unreadable = Este enlace no se puede leer. Puede que se haya perdido una parte; pídelo otra vez.
shared-sealed = Está sellado hasta que lo abras.
shared-until = Abierto hasta { $when }
shared-name = Tu nombre
shared-name-help = El paciente puede reconocerlo en la lista de quién miró. Solo se guarda como huella.
shared-passcode = Código
shared-passcode-help = Quien te envió el enlace te lo dice por otro camino.
shared-wrong = { $count ->
    [one] El código no es correcto. Queda { $count } intento.
    [many] El código no es correcto. Quedan { $count } de intentos.
   *[other] El código no es correcto. Quedan { $count } intentos.
}
shared-open = Abrir
shared-note = La apertura se escribe para el paciente, en la cadena, antes de mostrar nada.
shared-counting = Tu vista se está escribiendo en la cadena. Tarda unos segundos.
shared-over = Este enlace ha terminado.
shared-over-note = Se acabó su tiempo, se cerró o ya se vio tantas veces como se podía. Pide uno nuevo.
shared-opened = { $count ->
    [one] { $count } documento
    [many] { $count } de documentos
   *[other] { $count } documentos
}.
shared-nothing = El enlace no contiene nada.
shared-untitled = Documento { $nth }
shared-closes = Cuando cierres esta página, no queda nada de ello en este navegador.
