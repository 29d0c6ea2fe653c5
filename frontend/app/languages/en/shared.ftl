# What somebody sees who opens a share link.
shared-lead = Opened in this browser only. Nobody who carries it can read it.
shared-title = Somebody shares records with you
shared-paste = The link
shared-paste-note = Somebody gave you a share link. Open it as it came, or paste it here.
shared-unreadable = This link cannot be read. A part of it may have been lost; ask for it once more.
shared-sealed = It is sealed until you open it.
shared-until = Open until { $when }
shared-name = Your name
shared-name-help = The patient can recognise it in the log of who looked. It is kept as a fingerprint only.
shared-passcode = Passcode
shared-passcode-help = Whoever sent you the link tells you by another way.
shared-wrong = { $count ->
    [one] The passcode is wrong. { $count } try is left.
   *[other] The passcode is wrong. { $count } tries are left.
}
shared-open = Open
shared-note = Opening is written down for the patient, on the chain, before anything is shown.
shared-counting = Your view is being written down on the chain. That takes some seconds.
shared-over = This link is over.
shared-over-note = It has ended, was closed, or was viewed as often as it may be. Ask for a new one.
shared-opened = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}.
shared-nothing = The link holds nothing.
shared-untitled = Document { $nth }
shared-closes = When you close this page, nothing of it stays in this browser.
