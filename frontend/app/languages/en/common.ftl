# Words that stand everywhere.
document-title = { $page } · Chartkey
document-title-welcome = Chartkey: your records, your keys
skip = To the content
menu = Main
menu-less = More
menu-waiting = { $count ->
    [one] { $count } waits
   *[other] { $count } wait
}
bell = { $count ->
    [0] Notices
    [one] Notices, { $count } new
   *[other] Notices, { $count } new
}
offline = You are offline. What was opened before still opens; what you add waits here.
chain-away = The chain cannot be reached. Trying again.
vault-open = { $minutes ->
    [one] Vault open · locks in { $minutes } min
   *[other] Vault open · locks in { $minutes } min
}
vault-closed = Vault closed
gate-settings = Language and looks
gate-promise = Sealed on your device. Opened only with a key you gave.

copy = Copy
copied = Copied
close = Close
paper-save = Save as a file
again = Try again
cancel = Cancel
what = What
why = Why
until = Until
piece-awaited = The page is being fetched.
piece-missing = This part of the app could not be fetched.
piece-missing-next = Nothing was lost. Look at your connection and try again; if it stays, load the page anew, because the app may have a newer version.
broken-next = Nothing was lost. Try again; if it stays, copy the details and ask for help.
broken-details = Details
broken-copy = Copy the details

# Keys
key-ended = Ended
key-minutes-left = { $minutes ->
    [one] { $minutes } minute left
   *[other] { $minutes } minutes left
}
key-hours-left = { $hours ->
    [one] { $hours } hour left
   *[other] { $hours } hours left
}
key-days-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}

# Times and sizes
time-day-clock = { $day }, { $clock }
time-just-now = just now
time-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
size-of = { $done } of { $size }
money = { $amount } KEY
