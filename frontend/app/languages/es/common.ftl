# Words that stand everywhere.
document-title = { $page } · Chartkey
document-title-welcome = Chartkey: tu historial, tus llaves
skip = Ir al contenido
menu = Principal
menu-less = Más
menu-waiting = { $count ->
    [one] { $count } en espera
    [many] { $count } en espera
   *[other] { $count } en espera
}
bell = { $count ->
    [0] Avisos
    [one] Avisos, { $count } nuevo
    [many] Avisos, { $count } nuevos
   *[other] Avisos, { $count } nuevos
}
offline = Sin conexión. Lo que ya abriste se sigue abriendo; lo que añadas espera aquí.
chain-away = No se puede llegar a la cadena. Se intenta de nuevo.
vault-open = { $minutes ->
    [one] Caja fuerte abierta · se cierra en { $minutes } min
    [many] Caja fuerte abierta · se cierra en { $minutes } min
   *[other] Caja fuerte abierta · se cierra en { $minutes } min
}
vault-closed = Caja fuerte cerrada
gate-settings = Idioma y aspecto
gate-promise = Sellado en tu dispositivo. Solo se abre con una llave que tú diste.

copy = Copiar
copied = Copiado
close = Cerrar
paper-save = Guardar como archivo
again = Intentar de nuevo
cancel = Volver
what = Qué
why = Para qué
until = Hasta
piece-awaited = Se está cargando la página.
piece-missing = No se ha podido cargar esta parte de la aplicación.
piece-missing-next = No se ha perdido nada. Mira tu conexión e inténtalo de nuevo; si sigue igual, vuelve a cargar la página, porque puede haber una versión más nueva de la aplicación.
broken-next = No se ha perdido nada. Inténtalo de nuevo; si sigue igual, copia los detalles y pide ayuda.
broken-details = Detalles
broken-copy = Copiar los detalles

key-ended = Terminada
key-minutes-left = { $minutes ->
    [one] Queda { $minutes } minuto
    [many] Quedan { $minutes } de minutos
   *[other] Quedan { $minutes } minutos
}
key-hours-left = { $hours ->
    [one] Queda { $hours } hora
    [many] Quedan { $hours } de horas
   *[other] Quedan { $hours } horas
}
key-days-left = { $days ->
    [one] Queda { $days } día
    [many] Quedan { $days } de días
   *[other] Quedan { $days } días
}

time-day-clock = { $day }, { $clock }
time-just-now = ahora mismo
time-days = { $days ->
    [one] { $days } día
    [many] { $days } de días
   *[other] { $days } días
}
size-of = { $done } de { $size }
money = { $amount } KEY
