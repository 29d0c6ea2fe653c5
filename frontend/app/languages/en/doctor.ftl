## The day
today-lead = { $weekday }, { $day }
today-visits = Visits today
today-all-visits = All visits
today-no-visits = No visits today
today-next = Next after that
today-findings = To sign off
today-all-findings = All findings
today-answers = Answers to your requests
today-no-answers = No answers in the last two weeks
awaited-answers = Fetching the answers
answer-yes = Gave a key
answer-no = Said no
answer-withdrawn = Withdrew it
answer-when = { $when }

## Patients, and asking for keys
patients-lead = Who gave you a key, until when and why.
patients-keys = Keys you hold
patients-search = Search by name
patients-not-found = Nobody of that name gave you a key.
patients-none = You hold no key
patients-none-note = Ask a patient for one. They see who asks, for what and for how long, and decide.
patients-key-note = { $purpose } · { $scope }
awaited-keys = Fetching the keys you hold
waits-title = Asked, not answered
waits-for = Waiting for { $name }, asked { $since }
waits-note = { $purpose } · { $scope } · until { $day }
waits-remind = Remind
waits-reminded = The patient is told once more.
waits-remind-later = You can remind them a day after you asked.
waits-take-back = Take it back

ask-key-lead = The patient sees who asks, for what and until when. Nothing opens until they say yes.
ask-key-whom = Whom
ask-key-known = Patients of your visits
ask-key-choose = Choose
ask-key-account = The patient’s account
ask-key-scan = Scan their code
ask-key-health-id = By health ID
ask-key-health-id-note = The number never leaves this page: it is looked up blind, and the look-up is written down for the patient.
ask-key-nobody-note = Check country and number, or ask the patient for their account.
ask-key-what = What, why, until when
ask-key-say = What the patient will read
ask-key-by = Who asks
ask-key-often = How often
ask-key-also = Also
ask-key-note = Ask for no more than you need: people say yes to little sooner than to much.
ask-key-do = Ask
wish-purpose = What for
wish-which = Which records
wish-everything = All of them
wish-kinds = Some kinds
wish-by-reader = Those you wrote
wish-no-kind = Choose at least one kind.
wish-how-long = For how long
wish-how-often = How many openings
wish-uncounted = Not counted
wish-write = May also add records

## A chart
chart-awaited = Fetching what is known of this patient
chart-summary = Summary
chart-no-key = You hold no key to this chart
chart-no-key-note = Ask the patient for one. What you wrote and prescribed stays with them.
chart-next-visit = Next visit
chart-records = { $count ->
    [0] None that your key opens
    [one] { $count } record
   *[other] { $count } records
}
chart-kind-count = { $kind } { $count }
chart-newest = Newest
chart-prescriptions = { $count ->
    [one] { $count } of yours can be handed out
   *[other] { $count } of yours can be handed out
}
chart-writing = Adding
chart-may-write = You may add records
chart-may-not-write = Not with this key
chart-findings = Findings
chart-no-findings = No findings in what your key opens
chart-waiting = { $count ->
    [one] { $count } waits for a doctor
   *[other] { $count } wait for a doctor
}
chart-no-records = No records that your key opens
chart-no-records-note = There may be others, which the patient keeps to themselves.
chart-filter = Kinds
chart-all = Show all { $count }
chart-by-patient = added by the patient
chart-record-note = { $kind } · { $day } · { $by }
chart-record-untitled = { $day } · { $by }
chart-version = Version { $number }
chart-found = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
chart-lists-title = Allergies, conditions, medicines and results
chart-lists-offer = { $count ->
    [one] { $count } record may name some. Read it, and they stand here.
   *[other] { $count } records may name some. Read them, and they stand here.
}
chart-lists-nowhere = None of the records that your key opens can be read for these. That is no proof that there are none. Ask the patient.
chart-lists-none = Nothing named in the records that were opened. That is no proof that there is none.
chart-lists-unopened = { $count ->
    [one] { $count } record that your key opens was left closed. What it says is missing here.
   *[other] { $count } records that your key opens were left closed. What they say is missing here.
}
chart-lists-foreign = Some medicines stand on prescriptions that others wrote. Whether those are over is not known here.
chart-lists-note = This shows what the opened records list. Free text and pictures are not read here, and the patient may keep records to themselves. Ask the patient too.
chart-trends-title = Results over time
chart-trends-logged = The patient sees that you opened them.
chart-trends-counted = Your key counts openings: each record takes one.
chart-trends-read = Read the records
chart-trends-reading = { $done } of { $count } read
chart-trends-awaited = Opening the records
chart-trends-shut = { $count ->
    [one] { $count } record did not open. What it says is missing here.
   *[other] { $count } records did not open. What they say is missing here.
}
chart-trends-none = No values to draw
chart-trends-none-note = The reports are pictures or documents. Open them one by one.

## Adding to a chart
write-lead = For { $name }, who is told at once.
write-until = { $name } lets you add records until { $day }.
write-may-not = You may not add to the chart of { $name } now. A visit that is agreed on allows it, or a key that says so.
write-sealed = It is sealed here, for the patient and those who hold a key. Nobody else can read it.
write-add = Seal and add
note-title = Title
note-title-first = Note of { $day }
note-text = Your note
note-added = The note is in the chart.
report-kind = What it is
report-title = Title
report-day = Day of the report
report-day-help = The day on the paper, not today’s.
report-note = A note for whoever reads it
report-added = The report is in the chart.
file-drop = Drop a file here, or choose one
file-kinds = PDF, images, DICOM, tables, text, FHIR
file-looking = Looking into the file
file-fit = Checked
file-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}

## Signing off
awaited-findings = Fetching the findings
awaited-finding = Opening the finding
findings-none = Nothing waits for your signature
finding-of = { $kind } of { $name }
finding-written = Added { $day }
finding-signed-by = Signed by { $name }
sign-off-lead = What machines found in charts you hold a key to.
sign-off-waiting = Waits for a doctor
sign-off-note = A machine’s word is a suggestion. It counts once a doctor has put a name under it.
sign-off-none-note = Findings appear here when a patient has a record read and you hold a key to it.
sign-off-signed = Signed
sign-lead-of = { $name } · added { $day }
sign-off-waits = Read by machine, waits for you
sign-off-is-signed = Signed
sign-off-original = The original
sign-off-heat-note = Where the model looked. It says nothing of what is there.
sign-off-machine = What the machine says
sign-off-no-words = It says this in a form this app does not know. Save the record and look at it elsewhere.
sign-off-of-hundred = Of 100 images that looked like this to the model, { $count } were so: { $what } ({ $low } to { $high }).
sign-off-of-hundred-only = Of 100 images that looked like this to the model, { $count } were so: { $what }. How sure this number is, it does not say.
sign-off-readers = Read by
sign-off-values = { $count ->
    [one] { $count } value, beside the original
   *[other] { $count } values, beside the original
}
sign-off-unsure = { $count ->
    [one] { $count } value is unsure. Look at it before you sign.
   *[other] { $count } values are unsure. Look at them before you sign.
}
sign-off-model = About the model
sign-off-model-bare = Its makers say nothing of where it is good and where not.
sign-off-word = Your word
sign-off-words = In your words
sign-off-no-writing = To add words of your own you need a key that lets you add records.
sign-off-one-signature = Your wallet asks once.
sign-off-two-signatures = Your words become a note in the chart. Your wallet asks twice: for the note, and for your name under the finding.
sign-off-agree = I agree, sign
sign-off-amend = Sign with corrections
sign-off-disagree = Disagree
sign-off-final = Your name and your answer stand on the chain for everybody. What was found does not.
sign-off-done = Your name is under the finding.
sign-off-note-title = On a finding, { $day }
sign-off-names = Signed
sign-off-mine = You signed on { $day }: { $verdict }.
sign-off-full = Three doctors have signed; there is no room for a fourth.
sign-off-take-back = Take my name back
sign-off-take-back-title = Take your name back?
sign-off-take-back-note = The finding waits for a doctor again. That you had signed stays visible on the chain.
sign-off-opinion = Ask for a second opinion
sign-off-before = Before this one
sign-off-before-note = { $day } · { $name }

## A second opinion
opinion-lead = Another doctor looks at one record. Only the patient gives the key.
opinion-awaited = Asking the chain about this record
opinion-record = { $name } · added { $day }
opinion-open = Open it
opinion-colleague = Ask a colleague
opinion-step-find = Find a colleague in the directory.
opinion-step-send = Send them the link, or let them scan it.
opinion-step-patient = They ask the patient for a key to this one record, and the patient decides.
opinion-find = Find a colleague
opinion-nothing-given = The link opens nothing by itself. You cannot pass your own key on.
opinion-link = Link for your colleague
opinion-copy = Copy the link
opinion-ask = Ask the patient for a key
opinion-to-requests = To my requests
called-title = What do you call this patient?
called-note = Chartkey tells nobody's name. What you write stays in your own vault, so that you find them again.
called-field = Name
called-say = Give a name
called-other = Change the name
