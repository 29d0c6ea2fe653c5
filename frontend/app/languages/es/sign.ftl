## Signing
sign-title = Antes de firmar
sign-lead = Después te preguntará { $wallet }.
sign-in-title = Entrar
sign-in-what = Abrir una sesión en esta página, por una hora
sign-in-cost = Nada
sign-in-text = El texto completo
sign-where = Dónde
sign-cost = Coste
sign-cost-awaited = Calculando
sign-cost-fee = Como mucho { $fee }
sign-cost-both = Como mucho { $fee }, y { $held } retenidos hasta que ya no hagan falta
sign-times = { $count ->
    [one] una vez
    [many] { $count } de veces
   *[other] { $count } veces
}
sign-nth-of = Firma { $nth } de { $of }
sign-nth = Firma { $nth }
sign-stand = { $count ->
    [one] La firma anterior vale. Si no firmas aquí, solo queda fuera lo que ves abajo.
    [many] Las { $count } de firmas anteriores valen. Si no firmas aquí, solo queda fuera lo que ves abajo.
   *[other] Las { $count } firmas anteriores valen. Si no firmas aquí, solo queda fuera lo que ves abajo.
}
sign-left-out = Queda fuera. Lo que firmaste antes vale.
sign-yes = Firmar
sign-no = Ahora no
sign-give-up = Dejarlo
sign-go-on = Seguir mientras tanto
sign-in-wallet = { $wallet } te pide que firmes. No ocurre nada hasta que lo hagas.
sign-sent = Firmado. Esperando su lugar en la cadena.
sign-included = Está en la cadena. Esperando a que nadie pueda deshacerlo.
sign-sought = La conexión se cortó después de que firmaras. Se mira si ha tenido lugar.
sign-final = Es definitivo.
sign-unsigned = { $wallet } no firmó. No ha ocurrido nada.
sign-unsigned-rest = { $wallet } no firmó. Lo que firmaste antes vale.
step-wrapped = Llaves envueltas
step-wallet = Firmar en la cartera
step-chain = En la cadena
step-final = Definitivo
heard-asked = Algo espera tu firma.
heard-wallet = Tu cartera te pide que firmes.
heard-sent = Firmado, esperando a la cadena.
heard-included = En la cadena, aún no definitivo.
heard-unsigned = La cartera no firmó.

## What is said
act-introduce = Presentar los contratos entre sí
act-register = Registrarte como: { $role }
act-leave = Dejar Chartkey
act-rotate-keys = Publicar tus llaves nuevas
act-revise = Cambiar tu ficha del directorio
act-attest-licence = Dar fe de la licencia de { $name }
act-vote = Votar por { $motion }
act-unvote = Retirar tu voto por { $motion }
act-assign = Proponer { $doctor } a { $patient }
act-unassign = Retirar el médico propuesto a { $patient }
act-appoint-guardian = Hacer de { $name } tu persona de confianza
act-dismiss-guardian = Terminar: { $name } deja de ser persona de confianza
act-affiliate = Incorporar a { $name } a tu centro
act-part = Terminar la pertenencia al centro: { $name }
motion-approve = aprobar a { $name }
motion-reject = rechazar a { $name }: { $reason }
motion-suspend = suspender a { $name }: { $reason }
motion-reinstate = restituir a { $name }
motion-appoint = nombrar a { $name }: { $office }
motion-dismiss = destituir a { $name }
motion-quorum = que decidan { $count ->
    [one] { $count } administrador
    [many] { $count } de administradores
   *[other] { $count } administradores
} desde ahora
motion-upgrade = renovar un contrato
act-request = Pedir a { $name } una llave para { $scope }
act-drop-request = Retirar tu petición a { $name }
act-answer-yes = Decir que sí a { $name }
act-answer-no = Decir que no a { $name }
act-grant = Dar a { $name } una llave para { $scope }
act-revoke = Retirar la llave de { $name }
act-narrow = Reducir la llave de { $name }
act-renew-mine = Sellar de nuevo todos tus documentos desde ahora, sin retirar ninguna llave
act-renew = Sellar de nuevo todos los documentos de { $name } desde ahora, sin retirar ninguna llave
act-keep-card = Guardar esto como tu tarjeta de emergencia
act-drop-card = Dejar de tener tarjeta de emergencia
act-break-glass = Romper el cristal y abrir la tarjeta de emergencia de { $name }; se le avisa, y también a sus personas de confianza
act-mend-glass = Cerrar tu tarjeta de emergencia a { $name }
act-open-link = Abrir un enlace
act-open-link-counted = Abrir un enlace para { $count ->
    [one] { $count } vista
    [many] { $count } de vistas
   *[other] { $count } vistas
}
act-close-link = Cerrar un enlace
act-view-link = Contar una vista de un enlace
scope-everything = todos los documentos, también los que vengan
scope-kinds = documentos de estos tipos: { $kinds }
scope-records = { $count ->
    [one] { $count } documento
    [many] { $count } de documentos
   *[other] { $count } documentos
}
scope-written = documentos escritos desde { $from } hasta { $until }
scope-by-reader = los documentos que ha escrito esa persona
scope-except = { $scope }; { $count ->
    [one] { $count } excepción
    [many] { $count } de excepciones
   *[other] { $count } excepciones
}
terms-openings = { $count ->
    [one] { $count } apertura
    [many] { $count } de aperturas
   *[other] { $count } aperturas
}
terms-may-write = puede añadir documentos
act-add-mine = Añadir a tus documentos: { $kind }
act-add = Añadir a los documentos de { $name }: { $kind }
act-amend = Añadir una versión nueva de un documento
act-rekey = Sellar de nuevo un documento
act-withdraw = Retirar un documento
act-announce = Anunciar que abres un documento
act-attest = Comunicar lo que halló una máquina
act-sign-off-agree = Firmar un hallazgo: estás de acuerdo
act-sign-off-disagree = Firmar un hallazgo: no estás de acuerdo
act-sign-off-amended = Firmar un hallazgo con tus correcciones
act-retract-finding = Retirar tu firma de un hallazgo
act-anchor-log = Anotar en la cadena la lista de quién miró, con { $count ->
    [one] { $count } línea
    [many] { $count } de líneas
   *[other] { $count } líneas
}
act-ask-visit = Pedir una hora a { $name }: { $when }
act-propose-visit = Proponer otra hora: { $when }
act-accept-visit = Aceptar una cita
act-decline-visit = Rechazar una cita
act-cancel-visit = Anular una cita
act-complete-visit = Marcar una cita como realizada
act-release = Terminar lo que permiten las citas con { $name }
act-prescribe = Recetar, para entregar { $count ->
    [one] una vez
    [many] { $count } de veces
   *[other] { $count } veces
}
act-dispense = Entregar una receta
act-void = Anular una receta
