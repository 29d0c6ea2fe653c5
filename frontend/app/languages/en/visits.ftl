## Visits, as patient and doctor see them
awaited-visits = Fetching the visits
visits-find = Find a doctor
visits-mine = Waits for your answer
visits-coming = Coming
visits-none-coming = No visit is agreed on.
visits-theirs = Waits for the other side
visits-past = Before
visits-all = Show all { $count }
visits-empty = No visits yet
visits-empty-note = Find a doctor, choose a free time, and ask. The doctor answers here.
visits-empty-doctor = No visits yet
visits-empty-doctor-note = Patients find your free times in the directory and ask for one.

visit-mine = Your turn
visit-theirs = Asked
visit-agreed = Agreed
visit-begun = Now
visit-missed = Not answered
visit-completed = Took place
visit-cancelled = Called off
visit-declined = Declined
visit-hours = { $from }–{ $until }
visit-when = { $day }, { $hours }
visit-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
visit-with = Visit with { $name }
visit-unknown = There is no such visit
visit-unknown-note = The link may be old, or the visit is somebody else’s.
visit-day = Day
visit-time = Time
visit-length = Length
visit-changed = Last word
visit-about-doctor = About the doctor
visit-ask-again = Ask for another visit
visit-chart = Open the chart

visit-your-turn = { $name } waits for your answer
visit-accept = Agree
visit-accepted = The visit is agreed on.
visit-propose = Another time
visit-propose-this = Propose this time
visit-proposed = The other time is proposed.
visit-chosen = Chosen: { $when }
visit-waiting = Waiting for { $name }, since { $since }
visit-waiting-note = You will be told as soon as there is an answer. Until then the time is not booked.
visit-agreed-note = Both sides agreed. The time is booked.
visit-missed-note = The time passed before anybody agreed. Take it back, and ask for another.
visit-did-it = The time has come. Did the visit take place?
visit-complete = It took place
visit-done = Marked as done.
visit-decline = Decline
visit-decline-title = Decline this visit?
visit-decline-note = The other side is told. You can propose another time instead.
visit-take-back = Take it back
visit-take-back-title = Take this back?
visit-take-back-note = Nothing was booked. You can ask again at any time.
visit-cancel = Call it off
visit-cancel-title = Call this visit off?
visit-cancel-note = The other side is told, and the time is free for others.

visit-how-long = How long
visit-awaited-slots = Fetching the free times
visit-free = Free times
visit-no-slots = No time of this length is free in the next three weeks.
visit-day-before = Earlier
visit-day-after = Later
visit-other = Another day or hour
visit-other-label = Day and time
visit-other-help = It is brought to the next quarter of an hour. Whether it suits, the answer says.
visit-other-wrong = Choose a time from now on, within a year.

ask-visit-title = Ask { $name } for a visit
ask-visit-lead = Choose a time. Nothing is booked until the doctor agrees.
ask-visit-lead-for = For { $name }. Nothing is booked until the doctor agrees.
ask-visit-when = When
ask-visit-note = What the visit is about is not asked here: the time stands on a public chain. Until a week after the visit this doctor may add records to the chart; it lets them read nothing.
ask-visit-do = Ask for this time

bond-title = May add records
bond-note = Because of visits, { $name } may add records until { $day }. It lets them read nothing.
bond-end = End this
bond-end-title = Let { $name } add nothing more?
bond-end-note = What was added stays. A visit that is agreed on later allows it again.
