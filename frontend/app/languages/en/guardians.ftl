# Guardians.
guardians-lead = Who helps when you cannot.
guardians-awaited = Asking the chain who stands by you.
guardians-act = They act for you
guardians-act-note = A guardian opens all your records and acts in your name: gives keys, agrees to visits, takes keys back. Choose somebody you would trust with all of it.
guardians-none = Nobody acts for you.
guardians-none-note = Parents act for children; grown-ups may choose somebody for hard days.
guardians-full = { $count ->
    [one] There is room for { $count } guardian.
   *[other] There is room for { $count } guardians.
}
guardians-vault = They help you back into your vault
guardians-vault-note = Three people can each keep a part of your vault’s key. Two of them together let you in when all else is lost. They see nothing of yours.
guardians-vault-go = To vault and devices
guardian-appoint = Make somebody a guardian
guardian-appoint-note = They will see everything, also what is to come, until you end it.
guardian-who-can = A guardian has an account of their own, as a patient. Doctors and houses cannot be guardians.
guardian-known = Somebody you know
guardian-choose = Choose
guardian-known-none = Of the people you have a name for nobody can be a guardian yet. Ask them for their account, or scan their code.
guardian-no-patient = Nobody is registered as a patient with this account.
guardian-account = Their account
guardian-name = What you call them
guardian-name-help = Kept in your vault, seen by you alone. May stay empty.
guardian-yourself = This is your own account.
guardian-appoint-yes = Make them a guardian
guardian-appointed = { $name } is your guardian now.
guardian-dismiss = End
guardian-dismiss-title = End the guardianship of { $name }?
guardian-dismiss-note = They open nothing of yours from then on, and your records are sealed anew. What they saw stays known to them.
guardian-dismiss-yes = End it
guardian-dismissed = The guardianship has ended.
wards-title = You act for them
ward-note = You are their guardian
ward-act = Act for them
ward-leave = Leave
ward-leave-title = Leave { $name }?
ward-leave-note = You will not open their records or act for them any more.
ward-leave-yes = Leave
ward-left = You are not their guardian any more.
