# Lo que pasó en la cadena, en frases.
contract-registry = Personas
contract-consent = Llaves
contract-records = Documentos
contract-care = Citas y recetas

event-registered = { $name } se registró. Papel: { $role }.
event-left = { $name } dejó Chartkey.
event-keys-rotated = { $name } publicó llaves nuevas.
event-profile-revised = { $name } cambió su ficha del directorio.
event-profile-pending = { $name } indicó especialidades nuevas y espera al consejo.
event-licence-attested = { $by } encontró la licencia de { $name } en el registro, y su titular respondió.
event-voted = { $by } votó por { $motion }.
event-unvoted = { $by } retiró su voto por { $motion }.
event-carried = El consejo decidió { $motion }.
event-guardian-appointed = { $guardian } es ahora persona de confianza de { $patient }.
event-guardian-dismissed = { $guardian } ya no es persona de confianza de { $patient }.
event-assigned = { $by } propuso { $doctor } a { $patient }.
event-unassigned = Se retiró el médico propuesto a { $patient }.
event-affiliated = { $doctor } pertenece ahora a { $house }.
event-parted = { $doctor } ya no pertenece a { $house }.
event-introduced = Los cuatro libros de Chartkey se unieron.

event-requested = { $reader } pidió una llave a { $patient }. Para qué: { $purpose }.
event-request-dropped = { $reader } retiró su petición a { $patient }.
event-refused = { $by } no dio llave a { $reader }.
event-granted = { $by } dio a { $reader } una llave hasta { $until }. Para qué: { $purpose }.
event-narrowed = { $by } redujo la llave de { $reader }.
event-revoked = { $by } retiró la llave de { $reader }.
event-given-back = { $reader } devolvió la llave a { $patient }.
event-renewed = { $by } empezó a sellar de nuevo todos los documentos de { $patient }.
event-announced = { $reader } anunció que abre un documento de { $patient }; { $count ->
    [0] no queda ninguna apertura
    [one] queda { $count } apertura
    [many] quedan { $count } de aperturas
   *[other] quedan { $count } aperturas
}.
event-card-kept = { $patient } tiene lista una tarjeta de emergencia.
event-card-dropped = { $patient } ya no tiene tarjeta de emergencia.
event-glass-broken = { $by } rompió el cristal de { $patient } hasta { $until }. Por qué: { $reason }.
event-glass-mended = { $by } terminó la emergencia de { $patient } en la que { $reader } rompió el cristal.
event-link-opened = { $owner } abrió un enlace hasta { $until }.
event-link-closed = { $owner } cerró un enlace.
event-link-viewed = Alguien vio un enlace de { $owner }.

event-added = { $by } añadió un documento al historial de { $owner }: { $kind }.
event-added-own = { $owner } añadió un documento: { $kind }.
event-amended = { $by } escribió la versión { $version } de un documento de { $owner }.
event-rekeyed = Un documento de { $owner } se selló de nuevo.
event-withdrawn = { $by } retiró un documento de { $owner }.
event-attested = { $worker } leyó un documento de { $owner }; { $count ->
    [one] { $count } servicio de lectura halló esto
    [many] { $count } de servicios de lectura hallaron lo mismo
   *[other] { $count } servicios de lectura hallaron lo mismo
}.
event-signed-off = { $doctor } firmó un hallazgo sobre { $owner }: { $verdict }.
event-signature-retracted = { $doctor } retiró su firma de un hallazgo sobre { $owner }.
event-anchored = Se anotó la lista de quién miró, con { $count ->
    [one] { $count } línea
    [many] { $count } de líneas
   *[other] { $count } líneas
}.

event-visit-proposed = Se propuso una cita de { $patient } con { $doctor }: { $when }.
event-visit-accepted = { $patient } y { $doctor } acordaron una cita: { $when }.
event-visit-declined = { $by } rechazó una cita con { $other }.
event-visit-cancelled = { $by } anuló una cita con { $other }.
event-visit-completed = { $patient } tuvo su cita con { $doctor }.
event-released = { $patient } y { $doctor } terminaron lo que permiten las citas.
event-prescribed = { $doctor } recetó algo a { $patient }, para entregarlo { $count ->
    [one] una vez
    [many] { $count } de veces
   *[other] { $count } veces
}.
event-dispensed = { $pharmacy } entregó una receta de { $patient }; { $count ->
    [0] no queda nada
    [one] queda { $count } vez
    [many] quedan { $count } de veces
   *[other] quedan { $count } veces
}.
event-voided = { $by } anuló una receta de { $patient }.
