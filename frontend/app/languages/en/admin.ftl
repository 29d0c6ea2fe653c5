# Pages of the council.
admin-no-records = You manage people. You cannot see any patient’s record, and nobody can change that.
account = Account
you = You

vote-carried = Decided. It holds from now on.
vote-waiting = You have voted. { $count ->
    [one] { $count } more must agree.
   *[other] { $count } more must agree.
}
vote-back = Your vote is taken back.
vote-until = Lapses { $when } unless enough agree.
vote-count = { $count } of { $quorum }
vote-own = This is about you, so you have no vote on it.
vote-retract = Take my vote back
vote-agree = Agree
vote-nobody = Nobody has agreed yet.
vote-by = Agreed: { $names }

why-reason = Why
why-public = The reason is chosen from a list, because it stands on a public chain for good.
why-vote = Vote

applications-lead = { $count ->
    [one] One admin must agree before anyone may ask a patient for a key.
   *[other] { $count } admins must agree before anyone may ask a patient for a key.
}
applications-lead-general = The council must agree before anyone may ask a patient for a key.
applications-waiting = Waiting for a decision
applications-awaited = Applications are being read from the chain.
applications-none = Nobody waits for a decision
applications-none-note = You will be told when somebody’s licence was found.
applications-applied = { $role } · { $trade } · applied { $when }
applications-lately = Agreed lately
applications-lately-awaited = What was decided is being fetched.
applications-lately-none = Nothing was decided yet.

application-lead = What the register said, what they say of themselves, and what the council makes of it.
application-awaited = The application is being read and checked against the chain.
application-none = There is no application under this account.
application-attested = Licence and code match
application-not-attested = Licence not checked yet
application-licence = Licence
application-licence-good = Found in the register, and its holder answered.
application-licence-good-note = The licence is valid for this role, and the code sent to the telephone in the register came back.
application-licence-none = Not checked yet.
application-licence-none-note = The applicant has not entered the licence’s number and the code so far. Nobody can be approved before.
application-licence-proof = What the licence service saw, as a seal on the chain. It tells nobody the number.
application-said = What they say of themselves
application-no-card = Their card cannot be read.
application-since = Applied
application-decision = Decision
application-question = May { $name } act, and ask patients for keys?
application-missing = { $count ->
    [0] Enough have agreed.
    [one] { $count } more admin must agree.
   *[other] { $count } more admins must agree.
}
application-not-yet = The licence has to be found first.
application-voted = You have agreed
application-voted-note = Others must agree, too. They are told.
application-approve = Approve
application-reject = Turn down
application-reject-title = Turn { $name } down?
application-reject-lead = They are told the reason and may apply again.
application-votes = Votes so far
application-council = Who is on the council
application-approved = Approved. They may act and are in the directory.
application-rejected = Turned down. They may apply again.
application-suspended = Suspended. They may not act.

certificate = Certificate
certificate-none = No certificate was handed in.
certificate-none-note = The applicant can still add one. Wait for it, or turn the application down as incomplete.
certificate-image = The certificate, as a picture
certificate-save = Save
certificate-public = The applicant published it with the entry. Compare name and number with the register.

professionals-lead = Those on whom the council decided. Whoever is suspended opens nothing from that moment on.
professionals-awaited = Professionals are being fetched.
professionals-vote = Under vote
professionals-all = Everybody
professionals-standing = Standing
professionals-none = Nobody fits.
professionals-since = { $trade } · since { $day }
professionals-look = Look at
professionals-suspend = Suspend
professionals-reinstate = Reinstate
professionals-suspend-title = Suspend { $name }?
professionals-suspend-lead = Once enough admins agree, no key of theirs opens anything until they are reinstated.

admins-lead = The council decides together. Nobody decides on themselves.
admins-awaited = The council is being read from the chain.
admins-open = Under vote
admins-open-none = Nothing is under vote.
admins-members = On the council
admins-dismiss = Dismiss
admins-dismiss-title = Dismiss { $name }?
admins-dismiss-lead = Once enough admins agree, the office is gone.
admins-dismiss-vote = Vote to dismiss
admins-quorum-title = How many must agree
admins-quorum-now = { $count } of { $admins } must agree now.
admins-quorum-new = From now on
admins-quorum = { $count ->
    [one] { $count } admin
   *[other] { $count } admins
}
admins-quorum-one = Then one admin alone decides on everything.
admins-quorum-vote = Vote to change it
admins-appoint = Appoint an admin
admins-appoint-note = The account must not be registered as anything else: nobody sits on two chairs.
admins-appoint-whom = Whose account
admins-appoint-vote = Vote to appoint

workers-lead = Machines with an office. They read only what patients let them read.
workers-awaited = Services are being fetched.
workers-reading = Reading services
workers-reading-note = They read records a patient gave them a key to, and hand back findings that a doctor must sign.
workers-licence = Licence services
workers-licence-note = They look licences up in the register and note the list of who looked on the chain.
workers-none = None has this office.
workers-since = { $role } · since { $day }
workers-no-keys = Has no keys yet
workers-appoint = Appoint a service
workers-appoint-note = Enter the account of the machine. It is active once enough admins agree.
workers-office = As what
workers-account = Its account

assignments-lead = You may propose a doctor to a patient. It opens nothing; the patient decides.
assignments-propose = Propose a doctor
assignments-note = A proposal is a name on the patient’s page, no more. Only the patient can give a key.
assignments-patient = Patient’s account
assignments-patient-help = The patient tells you: 0x and 40 letters and digits.
assignments-now = Proposed now: { $name }
assignments-take = Take it back
assignments-take-title = Take the proposal back?
assignments-take-lead = It goes from the patient’s page.
assignments-taken = The proposal is taken back.
assignments-doctor = Doctor
assignments-choose = Choose a doctor
assignments-do = Propose
assignments-done = Proposed. The patient and the doctor are told.
assignments-history = What you proposed
assignments-awaited = What you proposed is being fetched.
assignments-none = No proposals yet
assignments-none-note = What you propose stands here with its proof.

entry-house = Works at
entry-address = Address
entry-phone = Telephone
entry-about = In their words
