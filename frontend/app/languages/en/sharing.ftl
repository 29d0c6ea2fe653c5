# Keys: who holds them, giving, changing and taking back.
sharing-lead = Who can open what, until when, and why. Everything else is sealed.
sharing-new-link = New share link
sharing-asks = Asked of you
sharing-keys = Who holds a key
sharing-awaited = Comparing the list of keys with the chain.
sharing-none = Nobody holds a key.
sharing-none-note = Whoever needs your records can ask, or you give a key yourself.
sharing-others = Other ways
sharing-links = { $count ->
    [0] None is open
    [one] { $count } is open
   *[other] { $count } are open
}
sharing-emergency = What helpers see when you cannot answer
sharing-log = Every opening, and the proof that none is missing
standing-title = Without a key
standing-guardian = Guardian: can open everything and act for you
standing-none = Nobody opens anything without a key.
standing-emergency = Emergency
key-standing = Standing
key-note = { $scope } · { $purpose }
role-and-note = { $role } · { $note }
past-title = Past keys
past-none = There are none yet.
past-withdrawn = Taken back { $day }
past-ended = Ended { $day }
past-tag-withdrawn = Taken back
acting-for = You act for { $name }.
acting-back = Back to myself
awaited-records = Comparing the list of records with the chain.

## What a key opens
which-legend = Which records?
which-everything = Everything
which-everything-note = All records, also those to come.
which-kinds = Some kinds
which-records = Some records
which-written = A time
which-from = Written from
which-to = Up to and including
which-by-reader = What they wrote
which-by-reader-note = Only records the holder of the key wrote.
pick-kinds = Which kinds?
pick-records = Which records?
pick-search = Search your records
pick-none = There are no records yet.
pick-count = { $count } of at most { $most } chosen
kind-and-day = { $kind } · { $day }
terms-keep-back = Keep something back
keep-back-kinds = None of these kinds
keep-back-records = None of these records
terms-kept-back = Not
terms-how-often = How often
terms-openings-left = { $count ->
    [one] { $count } more opening
   *[other] { $count } more openings
}
terms-also = Also
terms-may-add = May add records
terms-a-record = A record
terms-more = More choices
terms-count-openings = Count openings
terms-count-openings-help = The key opens so many times, and each opening is announced on the chain.
terms-openings-field = How many openings
terms-write = May add records
terms-write-help = Reports and notes they write come into your records.
terms-no-kind = Choose at least one kind.
terms-no-record = Choose at least one record.
terms-no-time = The first day lies after the last.
terms-no-openings = Say how many openings, at least one.
terms-nothing-left = Nothing is left: all that was chosen is kept back.
until-legend = For how long?
until-own = Until a day
until-day = Last day
until-or-withdrawn = { $day }, or when you withdraw
until-no-day = Choose a day.
until-past = This day is over.
until-too-long = A key lasts two years at most.

## Whom
whom-search = Search the directory by name
whom-known = People you know
whom-proposed = Proposed by an admin
whom-found = In the directory
whom-awaited = Looking for people.
whom-nobody = Nobody yet. Search by name above.
whom-none-found = Nobody of this name is in the directory.
whom-by-account = By account, typed or scanned
whom-account = Account
whom-account-help = It begins with 0x, or is a wallet’s address.
whom-scan = Scan a code
whom-no-account = This is no account.
whom-unknown-account = Nobody registered with this account.

## Giving
give-lead = Whom, what, why, and until when.
give-key = Give a key
give-whom = Whom
give-what = What
give-why = Why and until
give-other = Somebody else
give-next = Go on
give-back = Back
give-why-legend = What for?
give-pharmacy = A pharmacy sees prescriptions only, whatever you choose.
give-no-key = { $name } cannot hold a key. Keys are for doctors, hospitals, pharmacies and reading services.
give-to-guardians = Make somebody a guardian
give-wrapping = Making the keys. This page may be left; it goes on.
give-done = { $name } holds a key now.
request-title = { $name } asks for a key
asked-title = { $name } asks for a key
asked-awaited = Asking the chain what was asked for.
asked-when = Asked { $when }
asked-change = Change
asked-later = Not now
asked-no = No
asked-note = A key can be made smaller or taken back at any time.
asked-change-title = Other terms
asked-longer = This is longer than was asked for.
asked-give-changed = Give this key
asked-put-off = It waits under Sharing.
asked-no-title = Say no to { $name }?
asked-no-lead = They are told, and may ask again.
asked-no-yes = Say no
asked-refused = You said no.
asked-gone = This request is not open any more.
asked-gone-note = It was answered, taken back, or lapsed after a month.
asked-to-sharing = To Sharing

## A key you gave
held-title = The key of { $name }
held-awaited = Asking the chain about this key.
held-gone = There is no such key.
held-gone-note = It was taken back, or never given.
held-what = What it opens
held-over = This key has ended and opens nothing. You can take it off the list.
held-by-me = Given by you on { $day }
held-by = Given by { $name } on { $day }
held-used = What was opened
held-unused = Nothing was opened with this key.
held-whole-log = All openings
narrow-title = Make it smaller
narrow-earlier = End it earlier
narrow-fewer = Fewer openings
narrow-read-only = No more adding records
narrow-seals = What you keep back is sealed anew, so that this key no longer opens it. What was opened stays known.
narrow-do = Make it smaller
narrow-nothing = Choose what gets smaller.
narrow-not-earlier = This is not earlier than the key ends anyway.
narrow-not-fewer = This is not less than is left.
narrowed = { $count ->
    [0] The key is smaller.
    [one] The key is smaller; { $count } version was sealed anew.
   *[other] The key is smaller; { $count } versions were sealed anew.
}
withdraw = Withdraw
withdraw-note = Take this key back for good.
withdraw-title = Withdraw the key of { $name }?
withdraw-lead = The key stops opening anything at once. Then your records are sealed anew on this device; that can take a while.
withdraw-honest = What was opened before stays known to whoever opened it. No lock takes that back.
withdraw-yes = Withdraw the key
withdrawn-title = { $name } holds no key any more
withdrawing-note = Your records are being sealed anew. Keep this page open until it is done.
withdrawn-note = { $count ->
    [0] Nothing had to be sealed anew.
    [one] { $count } version was sealed anew.
   *[other] { $count } versions were sealed anew.
}
withdrawn-half = The key is gone. Some records could not be sealed anew yet.
seal-waiting = Waiting for the chain
seal-opening = Opening
seal-sealing = Sealing anew
seal-uploading = Handing it in
seal-telling = Telling the chain
seal-count = { $count ->
    [0] None sealed anew so far
    [one] { $count } version sealed anew so far
   *[other] { $count } versions sealed anew so far
}
seal-done = { $count ->
    [one] { $count } version was sealed anew.
   *[other] { $count } versions were sealed anew.
}
behind-title = { $count ->
    [one] { $count } version waits to be sealed anew
   *[other] { $count } versions wait to be sealed anew
}
behind-note = A key was taken back or made smaller, or a guardian left. Until these are sealed anew, an old copy of their keys would still fit.
behind-do = Seal them anew
