# Páginas del consejo.
admin-no-records = Tú gestionas personas. No puedes ver los documentos de ningún paciente, y nadie puede cambiar eso.
account = Cuenta
you = Tú

vote-carried = Decidido. Vale desde ahora.
vote-waiting = Has votado. { $count ->
    [one] Falta que esté de acuerdo { $count } más.
    [many] Falta que estén de acuerdo { $count } más.
   *[other] Falta que estén de acuerdo { $count } más.
}
vote-back = Tu voto está retirado.
vote-until = Si no hay bastantes de acuerdo, caduca: { $when }.
vote-count = { $count } de { $quorum }
vote-own = Esto trata de ti, así que aquí no votas.
vote-retract = Retirar mi voto
vote-agree = De acuerdo
vote-nobody = Nadie ha dicho que sí todavía.
vote-by = De acuerdo: { $names }

why-reason = Por qué
why-public = El motivo se elige de una lista, porque queda para siempre en una cadena pública.
why-vote = Votar

applications-lead = { $count ->
    [one] Un administrador tiene que estar de acuerdo antes de que alguien pueda pedir una llave a un paciente.
    [many] { $count } de administradores tienen que estar de acuerdo antes de que alguien pueda pedir una llave a un paciente.
   *[other] { $count } administradores tienen que estar de acuerdo antes de que alguien pueda pedir una llave a un paciente.
}
applications-lead-general = El consejo tiene que estar de acuerdo antes de que alguien pueda pedir una llave a un paciente.
applications-waiting = Esperan una decisión
applications-awaited = Leyendo las solicitudes en la cadena.
applications-none = Nadie espera una decisión
applications-none-note = Te avisamos cuando se encuentre la licencia de alguien.
applications-applied = { $role } · { $trade } · lo pidió { $when }
applications-lately = Acordado últimamente
applications-lately-awaited = Trayendo lo que se decidió.
applications-lately-none = Todavía no se ha decidido nada.

application-lead = Lo que dijo el registro, lo que la persona dice de sí misma y lo que opina el consejo.
application-awaited = La solicitud se lee y se compara con la cadena.
application-none = No hay ninguna solicitud con esta cuenta.
application-attested = La licencia y el código coinciden
application-not-attested = Licencia aún sin comprobar
application-licence = Licencia
application-licence-good = Está en el registro, y su titular respondió.
application-licence-good-note = La licencia vale para este papel, y volvió el código enviado al teléfono que figura en el registro.
application-licence-none = Aún sin comprobar.
application-licence-none-note = Quien lo pide todavía no ha escrito el número de su licencia ni el código. Antes no se puede aprobar a nadie.
application-licence-proof = Lo que vio el servicio de licencias, como sello en la cadena. No dice el número a nadie.
application-said = Lo que dice de sí
application-no-card = No se puede leer su ficha.
application-since = Solicitado
application-decision = Decisión
application-question = ¿Puede { $name } actuar y pedir llaves a los pacientes?
application-missing = { $count ->
    [0] Ya hay bastantes de acuerdo.
    [one] Falta que esté de acuerdo { $count } administrador más.
    [many] Falta que estén de acuerdo { $count } de administradores más.
   *[other] Falta que estén de acuerdo { $count } administradores más.
}
application-not-yet = Antes hay que encontrar la licencia.
application-voted = Has dicho que sí
application-voted-note = Otros también tienen que decir que sí. Se les avisa.
application-approve = Aprobar
application-reject = Rechazar
application-reject-title = ¿Rechazar a { $name }?
application-reject-lead = Se le dice el motivo, y puede volver a solicitarlo.
application-votes = Votos hasta ahora
application-council = Quién está en el consejo
application-approved = Solicitud aprobada. Ya puede actuar y está en el directorio.
application-rejected = Solicitud rechazada. Puede volver a presentarla.
application-suspended = Cuenta suspendida. No puede actuar.

certificate = Certificado
certificate-none = No se entregó ningún certificado.
certificate-none-note = Quien lo solicita aún puede añadirlo. Espera, o rechaza la solicitud porque le falta algo.
certificate-image = El certificado, como imagen
certificate-save = Guardar
certificate-public = Se publicó con la ficha. Compara el nombre y el número con el registro.

professionals-lead = Aquellos sobre los que decidió el consejo. Quien está suspendido no abre nada desde ese momento.
professionals-awaited = Trayendo a los profesionales.
professionals-vote = En votación
professionals-all = Todos
professionals-standing = Estado
professionals-none = Nadie coincide.
professionals-since = { $trade } · desde el { $day }
professionals-look = Ver
professionals-suspend = Suspender
professionals-reinstate = Restituir
professionals-suspend-title = ¿Suspender a { $name }?
professionals-suspend-lead = Cuando haya bastantes administradores de acuerdo, ninguna de sus llaves abre nada hasta que se le restituya.

admins-lead = El consejo decide en común. Nadie decide sobre sí mismo.
admins-awaited = Leyendo el consejo en la cadena.
admins-open = En votación
admins-open-none = No hay nada en votación.
admins-members = En el consejo
admins-dismiss = Destituir
admins-dismiss-title = ¿Destituir a { $name }?
admins-dismiss-lead = Cuando haya bastantes administradores de acuerdo, pierde el cargo.
admins-dismiss-vote = Votar para destituir
admins-quorum-title = Cuántos deben estar de acuerdo
admins-quorum-now = Ahora deben estar de acuerdo { $count } de { $admins }.
admins-quorum-new = Desde ahora
admins-quorum = { $count ->
    [one] { $count } administrador
    [many] { $count } de administradores
   *[other] { $count } administradores
}
admins-quorum-one = Entonces un solo administrador decide sobre todo.
admins-quorum-vote = Votar para cambiarlo
admins-appoint = Nombrar un administrador
admins-appoint-note = La cuenta no puede estar registrada como otra cosa: nadie se sienta en dos sillas.
admins-appoint-whom = Cuenta de quién
admins-appoint-vote = Votar para nombrar

workers-lead = Máquinas con un cargo. Leen solo lo que los pacientes les dejan leer.
workers-awaited = Trayendo los servicios.
workers-reading = Servicios de lectura
workers-reading-note = Leen los documentos de los que un paciente les dio una llave, y devuelven hallazgos que un médico tiene que firmar.
workers-licence = Servicios de licencias
workers-licence-note = Buscan las licencias en el registro y anotan en la cadena la lista de quién miró.
workers-none = Nadie tiene este cargo.
workers-since = { $role } · desde el { $day }
workers-no-keys = Aún no tiene llaves
workers-appoint = Nombrar un servicio
workers-appoint-note = Escribe la cuenta de la máquina. Empieza a actuar cuando haya bastantes administradores de acuerdo.
workers-office = Con qué cargo
workers-account = Su cuenta

assignments-lead = Puedes proponer un médico a un paciente. Eso no abre nada; decide el paciente.
assignments-propose = Proponer un médico
assignments-note = Una propuesta es un nombre en la página del paciente, nada más. Solo el paciente puede dar una llave.
assignments-patient = Cuenta del paciente
assignments-patient-help = Te la dice el paciente: 0x y 40 letras y cifras.
assignments-now = Propuesto ahora: { $name }
assignments-take = Retirarla
assignments-take-title = ¿Retirar la propuesta?
assignments-take-lead = Desaparece de la página del paciente.
assignments-taken = La propuesta está retirada.
assignments-doctor = Médico
assignments-choose = Elige un médico
assignments-do = Proponer
assignments-done = Propuesto. Se avisa al paciente y al médico.
assignments-history = Lo que propusiste
assignments-awaited = Trayendo lo que propusiste.
assignments-none = Aún no hay propuestas
assignments-none-note = Lo que propongas aparece aquí, con su prueba.

entry-house = Trabaja en
entry-address = Dirección
entry-phone = Teléfono
entry-about = En sus palabras
