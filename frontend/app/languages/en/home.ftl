# A patient's first page.
home-morning = Good morning
home-day = Good day
home-evening = Good evening
home-greeting = { $greeting }, { $name }
home-lead = { $count ->
    [0] Nothing waits for you. Everything is sealed.
    [one] One thing waits for you. Everything else is sealed.
   *[other] { $count } things wait for you. Everything else is sealed.
}
home-add = Add a record
home-needs = Needs you
home-awaited = Looking for what waits for you.
home-nothing = Nothing waits for you.
home-nothing-note = Requests, visits and readings to check will stand here.
home-visit = { $when }: { $name }
home-visit-asks = This time is proposed to you.
home-visit-agreed = You agreed on this visit.
home-visit-answer = Answer
home-visit-see = See visit
home-reading = { $title } was read by a machine
home-reading-note = No doctor has signed it yet. Look over what it read.
home-reading-check = Check it
home-reading-later = Not now
home-news = { $count ->
    [one] { $count } new notice
   *[other] { $count } new notices
}
home-news-note = What happened since you last looked.
home-news-read = Read
home-keys = Who holds a key
home-no-keys = Nobody holds a key to your records.
home-manage-keys = Manage keys
home-latest = Latest records
latest-by-me = { $day } · added by you
latest-by = { $day } · { $name }
latest-machine = Read by machine
latest-signed = Signed by { $name }
latest-all = All { $count }
latest-none = You have no records yet.
latest-none-note = Add a report, a picture or a paper; it is sealed on this device before it leaves.
own-name-title = How shall we call you?
own-name-note = Your name stays in your vault. It is printed on your emergency card.
own-name-field = Your name
own-name-say = Say it
own-name-keep = Keep it
