# Páginas de una farmacia.
counter-lead = Léela, compruébala, entrégala. De un paciente ves las recetas y nada más.
counter-shown = El paciente la enseña
counter-scan = Escanear la receta
counter-strange = Este código no contiene ninguna receta.
counter-number = O escribe su número
counter-number-help = 0x y 32 letras y cifras, o el enlace entero que envía el paciente.
counter-unknown = Este no es el número de ninguna receta.
counter-look = Buscarla
counter-permitted = Pacientes que te dieron una llave
counter-awaited = Trayendo las recetas.
counter-none = Aún no hay recetas aquí
counter-none-note = Cuando un paciente te dé una llave o te enseñe un código, la verás aquí.
counter-by = De { $doctor } · hasta el { $until }
counter-back = Otra receta
prescription-voided = Anulada
prescription-empty = No queda nada
prescription-ended = Terminada
prescription-left = { $count ->
    [one] Queda { $count } vez
    [many] Quedan { $count } de veces
   *[other] Quedan { $count } veces
}
check-title = Compruébala
check-awaited = Leyendo la receta en la cadena.
check-void = No hay ninguna receta vigente con este número
check-void-note = El médico la anuló, o el número nunca se emitió. No dispense nada por ella; el paciente puede preguntar al médico.
check-by = La recetó { $doctor }
check-doctor = Médico
check-doctor-active = Aprobado por el consejo, puede actuar
check-doctor-gone = Ya no está en el registro
check-fills = Se puede entregar
check-open-awaited = Abriendo lo que dice.
check-image = La receta, como imagen
check-same = Esto es, palabra por palabra, lo que recetó el médico.
check-no-key = No tienes llave de esta receta
check-no-key-note = Pídela al paciente. Ve tu nombre y solo esta receta, y responde en un momento.
check-ask = Pedir una llave
check-asked = Esperando a { $name }
check-asked-note = Se le avisa ahora. Cuando diga que sí, mira de nuevo.
check-look-again = Mirar de nuevo
check-hand-out = Entregarla
check-sure = ¿Entregarla una vez?
check-sure-note = Se cuenta en la cadena, y se avisa a { $name }. No se puede deshacer.
check-hand-out-yes = Sí, entregada
check-handed-out = Entregada. { $count ->
    [0] No queda nada.
    [one] Queda { $count } vez.
    [many] Quedan { $count } de veces.
   *[other] Quedan { $count } veces.
}
dispensed-lead = Todo lo que se entregó aquí, lo más nuevo primero, cada cosa con su prueba.
dispensed-awaited = Trayendo lo que se entregó.
dispensed-none = Todavía no se ha entregado nada
dispensed-none-note = Cada vez que entregues algo, aparece aquí.
dispensed-count = { $count ->
    [one] { $count } vez hasta ahora
    [many] { $count } de veces hasta ahora
   *[other] { $count } veces hasta ahora
}
