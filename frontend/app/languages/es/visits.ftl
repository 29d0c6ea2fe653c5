## Las citas, como las ven el paciente y el médico
awaited-visits = Trayendo las citas
visits-find = Buscar médico
visits-mine = Esperan tu respuesta
visits-coming = Próximas
visits-none-coming = No hay ninguna cita acordada.
visits-theirs = Esperan a la otra parte
visits-past = Anteriores
visits-all = Ver las { $count }
visits-empty = Aún no hay citas
visits-empty-note = Busca un médico, elige una hora libre y pídela. El médico responde aquí.
visits-empty-doctor = Aún no hay citas
visits-empty-doctor-note = Los pacientes encuentran tus horas libres en el directorio y piden una.

visit-mine = Te toca a ti
visit-theirs = Pedida
visit-agreed = Acordada
visit-begun = Ahora
visit-missed = Sin respuesta
visit-completed = Realizada
visit-cancelled = Anulada
visit-declined = Rechazada
visit-hours = { $from }–{ $until }
visit-when = { $day }, { $hours }
visit-minutes = { $count ->
    [one] { $count } minuto
    [many] { $count } de minutos
   *[other] { $count } minutos
}
visit-with = Cita con { $name }
visit-unknown = Esta cita no existe
visit-unknown-note = Puede que el enlace sea antiguo o que la cita sea de otra persona.
visit-day = Día
visit-time = Hora
visit-length = Duración
visit-changed = Último cambio
visit-about-doctor = Sobre el médico
visit-ask-again = Pedir otra cita
visit-chart = Abrir el historial

visit-your-turn = { $name } espera tu respuesta
visit-accept = Aceptar
visit-accepted = La cita está acordada.
visit-propose = Otra hora
visit-propose-this = Proponer esta hora
visit-proposed = La otra hora está propuesta.
visit-chosen = Elegida: { $when }
visit-waiting = Esperando a { $name }, desde { $since }
visit-waiting-note = Te avisaremos en cuanto haya respuesta. Hasta entonces la hora no está reservada.
visit-agreed-note = Las dos partes están de acuerdo. La hora está reservada.
visit-missed-note = La hora pasó antes de que se acordara. Retírala y pide otra.
visit-did-it = Ha llegado la hora. ¿Tuvo lugar la cita?
visit-complete = Sí, tuvo lugar
visit-done = Marcada como realizada.
visit-decline = Rechazar
visit-decline-title = ¿Rechazar esta cita?
visit-decline-note = Se avisa a la otra parte. También puedes proponer otra hora.
visit-take-back = Retirarla
visit-take-back-title = ¿Retirar esta petición?
visit-take-back-note = No se había reservado nada. Puedes volver a pedirla cuando quieras.
visit-cancel = Anularla
visit-cancel-title = ¿Anular esta cita?
visit-cancel-note = Se avisa a la otra parte, y la hora queda libre para otros.

visit-how-long = Cuánto dura
visit-awaited-slots = Trayendo las horas libres
visit-free = Horas libres
visit-no-slots = En las próximas tres semanas no hay ninguna hora libre de esta duración.
visit-day-before = Antes
visit-day-after = Después
visit-other = Otro día u otra hora
visit-other-label = Día y hora
visit-other-help = Se ajusta al siguiente cuarto de hora. La respuesta dirá si le va bien.
visit-other-wrong = Elige un momento desde ahora y dentro de un año.

ask-visit-title = Pedir una cita a { $name }
ask-visit-lead = Elige una hora. No se reserva nada hasta que el médico acepte.
ask-visit-lead-for = Para { $name }. No se reserva nada hasta que el médico acepte.
ask-visit-when = Cuándo
ask-visit-note = Aquí no se pregunta el motivo de la cita, porque la hora queda en una cadena pública. Hasta una semana después de la cita, este médico puede añadir documentos a tu historial; no le permite leer nada.
ask-visit-do = Pedir esta hora

bond-title = Puede añadir documentos
bond-note = Por las citas, { $name } puede añadir documentos hasta el { $day }. No le permite leer nada.
bond-end = Terminar esto
bond-end-title = ¿Que { $name } no pueda añadir nada más?
bond-end-note = Lo añadido se queda. Una cita que se acuerde más adelante lo permite de nuevo.
