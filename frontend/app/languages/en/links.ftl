# Share links, for the one who opens them.
links-lead = For people without an account: a link that shows a few records, for a while.
links-awaited = Asking the chain which links are open.
links-none = You have opened no link yet.
links-none-note = A link suits a doctor abroad, a relative, or an office that wants one paper.
links-open = Open links
links-none-open = None is open.
links-over = Links that are over
links-note = A closed link shows nothing any more. What somebody saw or saved before stays with them.
link-unnamed = Link without a name
link-viewed = { $count ->
    [0] not viewed yet
    [one] viewed { $count } time
   *[other] viewed { $count } times
}
link-until = Until { $when }
link-over = Over
link-tag-over = Over
link-tag-open = Open
link-left = { $count ->
    [one] { $count } view left
   *[other] { $count } views left
}
link-show = Show
link-close = Close the link
link-close-title = Close this link?
link-close-note = It shows nothing from then on, and its files are deleted.
link-close-yes = Close it
link-closed = The link is closed.
link-qr = The share link, to be scanned
link-for-people = To open in any browser
link-for-apps = For other health apps
link-copy = Copy the link
link-copy-app = Copy the link for health apps
link-key-inside = The key is inside the link. Whoever has the link can open it, so send it to one person only.
new-link-lead = Which records, until when, how often.
new-link-records = Which records?
new-link-label = What it is called
new-link-label-help = Shown before anything is opened. Better no diagnosis.
new-link-passcode = Ask for a passcode
new-link-passcode-help = Six digits you tell them by phone. After five wrong ones the link is gone.
new-link-counted = Limit the views
new-link-counted-help = Each view is counted on the chain.
new-link-views = How many views
new-link-frozen = The link shows these records as they are now. Later versions are not in it.
new-link-open = Open the link
new-link-sealing = Sealing the records for this link.
new-link-no-record = Choose at least one record.
new-link-long-label = The name is longer than 80 letters.
new-link-no-views = Say how many views, at least one.
new-link-ready = The link is open
new-link-until = Until { $when }
new-link-until-counted = { $count ->
    [one] Until { $when }, for { $count } view
   *[other] Until { $when }, for { $count } views
}
new-link-passcode-title = Passcode
new-link-passcode-copy = Copy the passcode
new-link-passcode-apart = Tell it by another way than the link, such as by phone. It is shown only now.
new-link-done = To the links
