# Pages of a pharmacy.
counter-lead = Read it, check it, hand it out. You see prescriptions and nothing else of a patient.
counter-shown = The patient shows it
counter-scan = Scan the prescription
counter-strange = This code holds no prescription.
counter-number = Or type its number
counter-number-help = 0x and 32 letters and digits, or the whole link the patient sends.
counter-unknown = This is no prescription’s number.
counter-look = Look it up
counter-permitted = Patients who gave you a key
counter-awaited = Prescriptions are being fetched.
counter-none = No prescriptions here yet
counter-none-note = When a patient gives you a key, or shows you a code, it stands here.
counter-by = By { $doctor } · until { $until }
counter-back = Another prescription
prescription-voided = Voided
prescription-empty = Nothing left
prescription-ended = Ended
prescription-left = { $count ->
    [one] { $count } time left
   *[other] { $count } times left
}
check-title = Check it
check-awaited = The prescription is being read from the chain.
check-void = No such prescription stands
check-void-note = It was taken back by the doctor, or its number was never given out. Do not hand anything out for it; the patient can ask the doctor.
check-by = Prescribed by { $doctor }
check-doctor = Doctor
check-doctor-active = Approved, and may act
check-doctor-gone = No longer registered
check-fills = May be handed out
check-open-awaited = What it says is being opened.
check-image = The prescription, as a picture
check-same = This is word for word what the doctor prescribed.
check-no-key = You have no key to this prescription
check-no-key-note = Ask the patient. They see your name and this one prescription, and answer in a moment.
check-ask = Ask for a key
check-asked = Waiting for { $name }
check-asked-note = They are told now. Once they agree, look again.
check-look-again = Look again
check-hand-out = Hand it out
check-sure = Hand it out once?
check-sure-note = It is counted on the chain and told to { $name }. It cannot be taken back.
check-hand-out-yes = Yes, handed out
check-handed-out = Handed out. { $count ->
    [0] Nothing is left.
    [one] { $count } time is left.
   *[other] { $count } times are left.
}
dispensed-lead = All that was handed out here, newest first, each with its proof.
dispensed-awaited = What was handed out is being fetched.
dispensed-none = Nothing was handed out yet
dispensed-none-note = Each time you hand something out, it stands here.
dispensed-count = { $count ->
    [one] { $count } time so far
   *[other] { $count } times so far
}
