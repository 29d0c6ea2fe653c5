## Prescriptions, as patient, doctor and pharmacy see them
awaited-prescriptions = Fetching the prescriptions
prescriptions-lead = Show the code at the pharmacy, and give the pharmacy a key.
prescriptions-good = Can be handed out
prescriptions-none-good = No prescription can be handed out now.
prescriptions-past = Used up, ended or taken back
prescriptions-empty = No prescriptions yet
prescriptions-empty-note = A doctor you gave a key, or who saw you, writes them here.

prescription-times-left = { $count ->
    [0] None left
    [one] { $count } time left
   *[other] { $count } times left
}
prescription-used-up = Used up
prescription-over = Ended
prescription-void = Taken back
prescription-for = For { $name }
prescription-until = Until { $day }
prescription-by-until = { $name } · until { $day }
prescription-unknown = There is no such prescription
prescription-unknown-note = It may have been taken back, or it is somebody else’s.
prescription-title = Prescription
prescription-patient = For
prescription-doctor = By
prescription-fills = Refills
prescription-says = What it says
prescription-awaited = Opening the prescription
prescription-open = Open the whole record
prescription-void-says = It was taken back; nobody hands it out any more.
prescription-filled = Handed out
prescription-never-filled = Not yet.
prescription-code = For the pharmacy
prescription-code-note = Let the pharmacy scan this. It names the prescription and says nothing of you.
prescription-code-key = To read it, the pharmacy needs a key for handing out prescriptions.
prescription-copy = Copy the code’s text
prescription-give = Give a pharmacy a key
prescription-take-back = Take it back
prescription-take-back-title = Take this prescription back?
prescription-take-back-note = No pharmacy can hand it out after that. This cannot be undone; a doctor can write a new one.

## Writing one
prescribe-fills = How many times it may be handed out
prescribe-fills-help = The pharmacy cannot hand it out more often.
prescribe-times = { $count ->
    [one] once
   *[other] { $count } times
}
prescribe-lasts = Good for
prescribe-two-signatures = Your wallet asks twice: for the sealed words, and for how often they may be handed out.
prescribe-do = Prescribe
prescribe-done = The prescription stands.
prescribe-preview = What the pharmacy reads
paper-medicine-label = Medicine
paper-medicine-help = Substance, strength and form, such as “Amoxicillin 500 mg, tablets”.
paper-amount-label = Amount
paper-amount-help = Such as “20 tablets (N2)”.
paper-how-label = How to take it
paper-how-help = Such as “1 in the morning, half an hour before breakfast”.
paper-note-label = A note for the pharmacy
paper-medicine = Rp. { $medicine }
paper-for = For: { $name }
paper-issued = Issued: { $day } by { $name }

prescribed-lead = What you prescribed, and how much of it was handed out.
prescribed-empty = Nothing prescribed yet
prescribed-empty-note = Open a patient’s chart and choose “Prescribe”.
