## Signing
sign-title = Before you sign
sign-lead = { $wallet } will ask you next.
sign-in-title = Sign in
sign-in-what = Open a session on this page, for an hour
sign-in-cost = Nothing
sign-in-text = The whole text
sign-where = Where
sign-cost = Cost
sign-cost-awaited = Being worked out
sign-cost-fee = At most { $fee }
sign-cost-both = At most { $fee }, and { $held } kept until it is no longer needed
sign-times = { $count ->
    [one] once
   *[other] { $count } times
}
sign-nth-of = Signature { $nth } of { $of }
sign-nth = Signature { $nth }
sign-stand = { $count ->
    [one] The signature before this one stands. If you do not sign here, only what you see below is left out.
   *[other] The { $count } signatures before this one stand. If you do not sign here, only what you see below is left out.
}
sign-left-out = Left out. What you signed before stands.
sign-yes = Sign
sign-no = Not now
sign-give-up = Give up
sign-go-on = Go on meanwhile
sign-in-wallet = { $wallet } is asking you to sign. Nothing happens until you do.
sign-sent = Signed. Waiting for its place on the chain.
sign-included = It is on the chain. Waiting until nobody can undo it.
sign-sought = The connection broke after you signed. Looking whether it took place.
sign-final = It is final.
sign-unsigned = { $wallet } did not sign. Nothing happened.
sign-unsigned-rest = { $wallet } did not sign. What you signed before stands.
step-wrapped = Keys wrapped
step-wallet = Sign in wallet
step-chain = On the chain
step-final = Final
heard-asked = Something waits for your signature.
heard-wallet = Your wallet asks you to sign.
heard-sent = Signed, waiting for the chain.
heard-included = On the chain, not final yet.
heard-unsigned = The wallet did not sign.

## What is said
act-introduce = Introduce the contracts to each other
act-register = Enter you in the registry, as: { $role }
act-leave = Leave Chartkey
act-rotate-keys = Publish your new keys
act-revise = Change your entry in the directory
act-attest-licence = Attest the licence of { $name }
act-vote = Vote to { $motion }
act-unvote = Take back your vote to { $motion }
act-assign = Propose { $doctor } to { $patient }
act-unassign = Take back the doctor proposed to { $patient }
act-appoint-guardian = Make { $name } your guardian
act-dismiss-guardian = End the guardianship of { $name }
act-affiliate = Take { $name } into your house
act-part = End the affiliation with { $name }
motion-approve = approve { $name }
motion-reject = turn { $name } down: { $reason }
motion-suspend = suspend { $name }: { $reason }
motion-reinstate = reinstate { $name }
motion-appoint = appoint { $name }: { $office }
motion-dismiss = dismiss { $name }
motion-quorum = let { $count ->
    [one] { $count } admin
   *[other] { $count } admins
} decide from now on
motion-upgrade = renew a contract
act-request = Ask { $name } for a key to { $scope }
act-drop-request = Take back your request to { $name }
act-answer-yes = Say yes to { $name }
act-answer-no = Say no to { $name }
act-grant = Give { $name } a key to { $scope }
act-revoke = Withdraw the key of { $name }
act-narrow = Make the key of { $name } smaller
act-renew-mine = Seal all your records anew from now on, without taking a key back
act-renew = Seal all records of { $name } anew from now on, without taking a key back
act-keep-card = Keep this as your emergency card
act-drop-card = Keep no emergency card any more
act-break-glass = Open the emergency card of { $name }; they and their guardians are told
act-mend-glass = Close your emergency card to { $name }
act-open-link = Open a share link
act-open-link-counted = Open a share link for { $count ->
    [one] { $count } view
   *[other] { $count } views
}
act-close-link = Close a share link
act-view-link = Count a view of a share link
scope-everything = all records, also those to come
scope-kinds = records of these kinds: { $kinds }
scope-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
scope-written = records written from { $from } until { $until }
scope-by-reader = the records they wrote themselves
scope-except = { $scope }; { $count ->
    [one] { $count } exception
   *[other] { $count } exceptions
}
terms-openings = { $count ->
    [one] { $count } opening
   *[other] { $count } openings
}
terms-may-write = may add records
act-add-mine = Add to your records: { $kind }
act-add = Add to the records of { $name }: { $kind }
act-amend = Add a new version of a record
act-rekey = Seal a record anew
act-withdraw = Withdraw a record
act-announce = Announce that you open a record
act-attest = Report what a machine found
act-sign-off-agree = Sign a finding: you agree
act-sign-off-disagree = Sign a finding: you disagree
act-sign-off-amended = Sign a finding with your corrections
act-retract-finding = Take your signature under a finding back
act-anchor-log = Anchor the access log at { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
act-ask-visit = Ask { $name } for a time: { $when }
act-propose-visit = Propose another time: { $when }
act-accept-visit = Accept a visit
act-decline-visit = Decline a visit
act-cancel-visit = Cancel a visit
act-complete-visit = Mark a visit as done
act-release = End what visits allow { $name } to add
act-prescribe = Prescribe, to be handed out { $count ->
    [one] once
   *[other] { $count } times
}
act-dispense = Hand a prescription out
act-void = Take a prescription back
