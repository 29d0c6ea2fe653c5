# What happened on the chain, in sentences.
contract-registry = People
contract-consent = Keys
contract-records = Records
contract-care = Visits and prescriptions

event-registered = { $name } joined. Role: { $role }.
event-left = { $name } left.
event-keys-rotated = { $name } published new keys.
event-profile-revised = { $name } changed their entry in the directory.
event-profile-pending = { $name } listed new specialties and waits for the council.
event-licence-attested = { $by } found the licence of { $name } in the register, and its holder answered.
event-voted = { $by } voted to { $motion }.
event-unvoted = { $by } took a vote back: to { $motion }.
event-carried = The council decided to { $motion }.
event-guardian-appointed = { $guardian } became a guardian of { $patient }.
event-guardian-dismissed = { $guardian } is no longer a guardian of { $patient }.
event-assigned = { $by } proposed { $doctor } to { $patient }.
event-unassigned = The doctor proposed to { $patient } was taken back.
event-affiliated = { $doctor } now belongs to { $house }.
event-parted = { $doctor } no longer belongs to { $house }.
event-introduced = Chartkey’s four books were bound together.

event-requested = { $reader } asked { $patient } for a key. Why: { $purpose }.
event-request-dropped = { $reader } took back the request to { $patient }.
event-refused = { $by } gave { $reader } no key.
event-granted = { $by } gave { $reader } a key until { $until }. Why: { $purpose }.
event-narrowed = { $by } made the key of { $reader } smaller.
event-revoked = { $by } withdrew the key of { $reader }.
event-given-back = { $reader } gave the key back to { $patient }.
event-renewed = { $by } began to seal all records of { $patient } anew.
event-announced = { $reader } announced opening a record of { $patient }; { $count ->
    [0] no opening is left
    [one] { $count } opening is left
   *[other] { $count } openings are left
}.
event-card-kept = { $patient } keeps an emergency card ready.
event-card-dropped = { $patient } keeps no emergency card any more.
event-glass-broken = { $by } broke the glass of { $patient } until { $until }. Why: { $reason }.
event-glass-mended = { $by } ended the emergency of { $patient } in which { $reader } broke the glass.
event-link-opened = { $owner } opened a share link until { $until }.
event-link-closed = { $owner } closed a share link.
event-link-viewed = A share link of { $owner } was viewed.

event-added = { $by } added a record to the chart of { $owner }: { $kind }.
event-added-own = { $owner } added a record: { $kind }.
event-amended = { $by } wrote version { $version } of a record of { $owner }.
event-rekeyed = A record of { $owner } was sealed anew.
event-withdrawn = { $by } withdrew a record of { $owner }.
event-attested = { $worker } read a record of { $owner }; { $count ->
    [one] { $count } reader found this
   *[other] { $count } readers found the same
}.
event-signed-off = { $doctor } signed a finding about { $owner }: { $verdict }.
event-signature-retracted = { $doctor } took the signature under a finding about { $owner } back.
event-anchored = The list of who looked was noted, with { $count ->
    [one] { $count } line
   *[other] { $count } lines
}.

event-visit-proposed = A visit of { $patient } to { $doctor } was proposed for { $when }.
event-visit-accepted = { $patient } and { $doctor } agreed on a visit: { $when }.
event-visit-declined = { $by } declined a visit with { $other }.
event-visit-cancelled = { $by } called off a visit with { $other }.
event-visit-completed = { $patient } visited { $doctor }.
event-released = { $patient } and { $doctor } ended what visits allow.
event-prescribed = { $doctor } prescribed something to { $patient }, to be handed out { $count ->
    [one] once
   *[other] { $count } times
}.
event-dispensed = { $pharmacy } handed out a prescription of { $patient }; { $count ->
    [0] nothing is left
    [one] { $count } time is left
   *[other] { $count } times are left
}.
event-voided = { $by } voided a prescription of { $patient }.
