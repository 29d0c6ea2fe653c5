# A professional applies.
apply-lead = Four steps. Nobody can ask a patient for a key before the council has agreed.
apply-step-entry = Your entry
apply-step-code = Code on paper
apply-step-licence = Licence
apply-step-council = Council
apply-entry = What patients will read
apply-entry-note = This is public once you are approved. You can change it later.
apply-send = Apply
apply-approved = You are approved.
apply-approved-note = Patients find you in the directory, and you may ask them for keys.
apply-begin = Begin
apply-suspended = The council has suspended you. Nothing opens to you until you are reinstated.
apply-suspended-whom = Whom to ask
apply-suspended-whom-note = Any of these admins can vote to reinstate you. Here you see who has.
apply-rejected = The council turned your application down.
apply-rejected-why = Why: { $reason }.
apply-again = Apply once more
apply-again-send = Apply again
apply-other = This account is registered. Role: { $role }.
apply-other-note = An account has one role, so that nobody sits on two chairs. Apply with another account of your wallet.
apply-other-home = To my pages

form-role = What are you?
form-certificate = Certificate
form-certificate-choose = Choose your certificate
form-certificate-kinds = A photograph, or a short PDF
form-certificate-public = It is published with your entry, so that every admin sees the same file. Cover what nobody needs to know. Once the council has decided, it is gone with the next change of your entry.
form-certificate-busy = The file is being read.
form-certificate-remove = Take it out
form-certificate-unfit = This file cannot be taken. Choose a photograph or a PDF.
form-certificate-large = This file is too large. A photograph of it is made small by itself.

licence-title = Your licence
licence-note = The licence service looks the number up in the register and sends a code to the telephone that stands there.
licence-number = Licence number
licence-number-help = As it stands on your licence; 3 to 32 letters and digits.
licence-send = Send me the code
licence-work = This device works a little
licence-percent = { $share } %
licence-work-note = Instead of a picture to read. It takes some seconds, and a robot as long as you.
licence-never-told = Whether a number exists is never told. If no code comes, compare the number and ask your register which telephone it has.
licence-code-title = The code
licence-code-sent = If the register has this number, a code is on its way to { $phone }.
licence-code-minutes = { $minutes ->
    [0] No longer good
    [one] Good for { $minutes } minute
   *[other] Good for { $minutes } minutes
}
licence-code-tries = { $count ->
    [0] No try left
    [one] { $count } try left
   *[other] { $count } tries left
}
licence-code = Six digits
licence-code-wrong = The code or the number is wrong.
licence-code-over = This code is used up. Have another one sent.
licence-code-again = Another code
licence-code-hand-in = Hand it in
licence-code-wait = The licence is being noted on the chain. This takes some seconds.

council-title = The council’s turn
council-licence-note = It is noted on the chain.
council-waiting = You applied { $when }
council-waiting-note = The admins were told. This page shows by itself who has agreed; you may close it.
council-awaited = The votes are being read from the chain.
council-certificate = Add or change the certificate
council-agreed = Agreed
council-not-yet = Not yet
council-count = { $count } of { $quorum } have agreed.
