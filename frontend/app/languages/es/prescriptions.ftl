## Las recetas, como las ven el paciente, el médico y la farmacia
awaited-prescriptions = Trayendo las recetas
prescriptions-lead = Muestra el código en la farmacia y da una llave a la farmacia.
prescriptions-good = Se pueden entregar
prescriptions-none-good = Ahora no se puede entregar ninguna receta.
prescriptions-past = Gastadas, terminadas o anuladas
prescriptions-empty = Aún no hay recetas
prescriptions-empty-note = Aquí las escribe un médico al que diste una llave o que te atendió.

prescription-times-left = { $count ->
    [0] No queda ninguna
    [one] Queda { $count } vez
    [many] Quedan { $count } de veces
   *[other] Quedan { $count } veces
}
prescription-used-up = Gastada
prescription-over = Terminada
prescription-void = Anulada
prescription-for = Para { $name }
prescription-until = Hasta el { $day }
prescription-by-until = { $name } · hasta el { $day }
prescription-unknown = Esta receta no existe
prescription-unknown-note = Puede que se haya anulado o que sea de otra persona.
prescription-title = Receta
prescription-patient = Para
prescription-doctor = Recetada por
prescription-fills = Entregas
prescription-says = Lo que dice
prescription-awaited = Abriendo la receta
prescription-open = Abrir el documento entero
prescription-void-says = Se anuló; ya nadie la entrega.
prescription-filled = Entregada
prescription-never-filled = Todavía no.
prescription-code = Para la farmacia
prescription-code-note = Deja que la farmacia escanee esto. Nombra la receta y no dice nada de ti.
prescription-code-key = Para leerla, la farmacia necesita una llave para entregar recetas.
prescription-copy = Copiar el texto del código
prescription-give = Dar llave a una farmacia
prescription-take-back = Anularla
prescription-take-back-title = ¿Anular esta receta?
prescription-take-back-note = Después ninguna farmacia puede entregarla. No se puede deshacer; un médico puede escribir otra.

## Escribir una
prescribe-fills = Cuántas veces se puede entregar
prescribe-fills-help = La farmacia no puede entregarla más veces.
prescribe-times = { $count ->
    [one] una vez
    [many] { $count } de veces
   *[other] { $count } veces
}
prescribe-lasts = Vale durante
prescribe-two-signatures = Tu cartera pregunta dos veces: por el texto sellado y por cuántas veces se puede entregar.
prescribe-do = Recetar
prescribe-done = La receta está hecha.
prescribe-preview = Lo que lee la farmacia
paper-medicine-label = Medicamento
paper-medicine-help = Sustancia, dosis y forma, como «Amoxicilina 500 mg, comprimidos».
paper-amount-label = Cantidad
paper-amount-help = Como «20 comprimidos (N2)».
paper-how-label = Cómo tomarlo
paper-how-help = Como «1 por la mañana, media hora antes del desayuno».
paper-note-label = Una nota para la farmacia
paper-medicine = Rp. { $medicine }
paper-for = Para: { $name }
paper-issued = Emitida el { $day } por { $name }

prescribed-lead = Lo que recetaste y cuánto se ha entregado.
prescribed-empty = Aún no has recetado nada
prescribed-empty-note = Abre el historial de un paciente y elige «Recetar».
