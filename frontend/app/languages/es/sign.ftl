## Signing
sign-title = Antes de firmar
sign-lead = Después le preguntará { $wallet }.
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
   *[other] { $count } veces
}
sign-yes = Firmar
sign-no = Ahora no
sign-give-up = Desistir
sign-go-on = Seguir mientras tanto
sign-in-wallet = { $wallet } le pide que firme. No ocurre nada hasta que lo haga.
sign-sent = Firmado. Esperando su lugar en la cadena.
sign-included = Está en la cadena. Esperando a que nadie pueda deshacerlo.
sign-final = Es definitivo.
sign-unsigned = { $wallet } no firmó. No ha ocurrido nada.
step-wrapped = Claves envueltas
step-wallet = Firmar en el monedero
step-chain = En la cadena
step-final = Definitivo
heard-asked = Algo espera su firma.
heard-wallet = Su monedero le pide que firme.
heard-sent = Firmado, esperando a la cadena.
heard-included = En la cadena, aún no definitivo.
heard-unsigned = El monedero no firmó.

## What is said
act-introduce = Presentar los contratos entre sí
act-register = Inscribirle en el registro como: { $role }
act-leave = Dejar Chartkey
act-rotate-keys = Publicar sus claves nuevas
act-revise = Cambiar su entrada en el directorio
act-attest-licence = Atestiguar la licencia de { $name }
act-vote = Votar por { $motion }
act-unvote = Retirar su voto por { $motion }
act-assign = Proponer { $doctor } a { $patient }
act-unassign = Retirar el médico propuesto a { $patient }
act-appoint-guardian = Hacer de { $name } su guardián
act-dismiss-guardian = Terminar la tutela de { $name }
act-affiliate = Acoger a { $name } en su casa
act-part = Terminar la afiliación con { $name }
motion-approve = aprobar a { $name }
motion-reject = rechazar a { $name }: { $reason }
motion-suspend = suspender a { $name }: { $reason }
motion-reinstate = restituir a { $name }
motion-appoint = nombrar a { $name }: { $office }
motion-dismiss = destituir a { $name }
motion-quorum = que decidan { $count ->
    [one] { $count } administrador
   *[other] { $count } administradores
} desde ahora
motion-upgrade = renovar un contrato
act-request = Pedir a { $name } una llave para { $scope }
act-drop-request = Retirar su petición a { $name }
act-answer-yes = Decir sí a { $name }
act-answer-no = Decir no a { $name }
act-grant = Dar a { $name } una llave para { $scope }
act-revoke = Retirar la llave de { $name }
act-narrow = Reducir la llave de { $name }
act-keep-card = Guardar esto como su tarjeta de emergencia
act-drop-card = Dejar de tener tarjeta de emergencia
act-break-glass = Abrir la tarjeta de emergencia de { $name }; se avisa a la persona y a sus guardianes
act-mend-glass = Cerrar su tarjeta de emergencia a { $name }
act-open-link = Abrir un enlace compartido
act-open-link-counted = Abrir un enlace compartido para { $count ->
    [one] { $count } vista
   *[other] { $count } vistas
}
act-close-link = Cerrar un enlace compartido
act-view-link = Contar una vista de un enlace compartido
scope-everything = todos los documentos, también los que vengan
scope-kinds = documentos de estos tipos: { $kinds }
scope-records = { $count ->
    [one] { $count } documento
   *[other] { $count } documentos
}
scope-written = documentos escritos desde { $from } hasta { $until }
scope-by-reader = los documentos que ha escrito esa persona
scope-except = { $scope }; { $count ->
    [one] { $count } excepción
   *[other] { $count } excepciones
}
terms-openings = { $count ->
    [one] { $count } apertura
   *[other] { $count } aperturas
}
terms-may-write = puede añadir documentos
act-add-mine = Añadir a sus documentos: { $kind }
act-add = Añadir a los documentos de { $name }: { $kind }
act-amend = Añadir una versión nueva de un documento
act-rekey = Sellar de nuevo un documento
act-withdraw = Retirar un documento
act-announce = Anunciar que abre un documento
act-attest = Comunicar lo que halló una máquina
act-sign-off-agree = Firmar un hallazgo: está de acuerdo
act-sign-off-disagree = Firmar un hallazgo: no está de acuerdo
act-sign-off-amended = Firmar un hallazgo con sus correcciones
act-retract-finding = Retirar un hallazgo
act-anchor-log = Anclar el registro de accesos en { $count ->
    [one] { $count } línea
   *[other] { $count } líneas
}
act-ask-visit = Pedir una hora a { $name }: { $when }
act-propose-visit = Proponer otra hora: { $when }
act-accept-visit = Aceptar una cita
act-decline-visit = Rechazar una cita
act-cancel-visit = Cancelar una cita
act-complete-visit = Marcar una cita como realizada
act-release = Liberar las horas reservadas con { $name }
act-prescribe = Recetar, para entregar { $count ->
    [one] una vez
   *[other] { $count } veces
}
act-dispense = Entregar una receta
act-void = Retirar una receta
