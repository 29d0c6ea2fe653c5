# Who looked.
log-lead = Every opening is written down before anything leaves. Here is the whole list, and its proof.
log-awaited = Fetching the list and comparing it with the chain.
log-filter = Show
log-others = Others
log-everybody = Others and me
log-person = Person
log-anybody = Anybody
log-none = Nobody else has looked.
log-none-note = Whenever somebody opens one of your records, it stands here.
log-more = Show more
log-a-record = a record
log-somebody = Somebody
log-opened = { $name } opened { $title }
log-you-opened = You opened { $title }
log-finding = { $name } read what a machine found in { $title }
log-you-finding = You read what a machine found in { $title }
log-card = { $name } opened your emergency card
log-you-card = You opened the emergency card
log-custodian = { $name } took up their part of your emergency key
log-link = Somebody viewed a share link of yours
log-lookup = { $name } found you by your number
log-when = { $when } · { $ground }
log-as-guardian = as your guardian
log-in-emergency = in an emergency
log-with-key = with a key: { $purpose }
log-newer = { $when } · not noted on the chain yet
log-proof-title = Is it complete?
log-proof-whole = This list is complete. It agrees with the chain.
log-proof-newer = { $count ->
    [one] This list is complete as far as the chain has noted it. { $count } line is newer and is noted soon.
   *[other] This list is complete as far as the chain has noted it. { $count } lines are newer and are noted soon.
}
log-proof-unanchored = This list hangs together. The chain has noted none of it yet.
log-proof-when = Compared { $when }.
log-proof-numbered = { $count ->
    [0] There is no line about you yet.
    [one] Your { $count } line is numbered, and none is missing.
   *[other] Your { $count } lines are numbered without a gap.
}
log-proof-linked = Each line is linked to all before it. A change of one would show in all that follow.
log-proof-anchored = The chain last noted the list { $when }; it agrees.
log-proof-no-anchor = The chain has not noted the list so far.
log-proof-remembered = It continues what this device saw the last time.
log-proof-lines = Lines of everybody
log-proof-under = Noted on the chain
log-proof-head = Fingerprint of all lines
log-proof-limits = The list tells who was handed a record by this service. What somebody does with what they saw, no list can tell.
