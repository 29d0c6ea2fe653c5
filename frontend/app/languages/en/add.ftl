add-lead = Files are checked and sealed on this device. Nobody else can read them, not even the store.
add-drop = Drop files here
add-types = PDF, pictures, DICOM, text, tables, FHIR
add-choose = Choose files
add-camera = Take a picture
add-write = Write a few lines
add-write-label = Your lines
add-write-help = Whatever you want to keep. For the emergency card: allergies, medicines, illnesses, whom to call.
add-write-name = Note
add-write-long = { $count ->
    [one] { $count } letter too many. Shorten it, or add it as a file.
   *[other] { $count } letters too many. Shorten it, or add it as a file.
}
add-write-take = Go on
add-write-taken = Your lines are below. Give them a title, then seal and add them.
add-looking = The file is looked at.
add-unfit = Not taken
add-added = Added
add-remove = Take { $name } out
add-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
add-pixels = { $width } by { $height } pixels
add-title = Title
add-title-help = As you will look for it. It is sealed with the file.
add-kind = Kind
add-day = Date on the document
add-day-help = Leave it empty if there is none.
add-read-title = Have them read
add-signs = { $count ->
    [one] Your wallet asks you once.
   *[other] Your wallet asks you once for each of the { $count } records. Keep this page open until all are added.
}
add-seal = { $count ->
    [0] Sealing
    [one] Seal and add
   *[other] Seal and add { $count } records
}
add-done = { $name } is added.
add-all-done = { $count ->
    [one] { $count } record is added.
   *[other] { $count } records are added.
}
add-to-records = To my records
add-open = Open it
add-not-read = It is added, but nobody could be asked to read it.

## Readings
reading-lead = A reading service opens this one record for a day and tells you what it read.
reading-note = Each service you tick gets a key to these records for one day. Several of them have to agree.
reading-awaited = The reading services are looked up.
reading-nobody = No reading service has been appointed yet.
reading-by = { $who }
reading-ask = Give the key and ask
reading-asked = It is asked for. You are told when it is read.
job-waits = { $who } was asked { $when }
job-queued = It waits for its turn.
job-reading = It is being read.
job-posting = It is read; the finding is on its way to the chain.
job-parked = It could not be read. Take it back, and ask anew.
job-done = It is read.
job-drop = Take it back

## Beside the original
compare-sure = Nothing is unsure. Look through it all the same, if you like.
compare-unsure = { $count ->
    [one] { $count } value is unsure. It comes first.
   *[other] { $count } values are unsure. They come first.
}
compare-original = The original
compare-read = What was read
compare-newer = The record has a newer version than the one that was read.
compare-another-name = The paper names { $paper }; this record is { $own }’s. Make sure it is the right paper.
compare-names = The paper names: { $names }
compare-look-up = Look them up in the directory
compare-listed = In the directory:
compare-not-listed = The directory does not list “{ $name }”. Many doctors and hospitals are not in it.
compare-none = No values were read
compare-none-note = The finding says nothing that could be corrected value by value.
compare-back = Back to the record
compare-others = { $count ->
    [one] { $count } other value
   *[other] { $count } other values
}
compare-how-sure = The reader was { $percent } % sure.
compare-needed = A value is needed.
compare-changed = Changed by you
compare-seen = Looked at
compare-value = { $name }: value
compare-unit = { $name }: unit
compare-where = Show where
compare-right = It is right
compare-waiting = { $count ->
    [one] { $count } value waits for you.
   *[other] { $count } values wait for you.
}
compare-keep-right = You found everything as it was read.
compare-keep-changed = { $count ->
    [one] You changed { $count } value.
   *[other] You changed { $count } values.
}
compare-keep-note = The values are kept as a new version under your name. The original and the finding stay as they are.
compare-keep = Keep these values
compare-kept = Your values are kept.
compare-keys = Enter says that a line is right and goes to the next one; Escape leaves it.
compare-entry = { $name }: name
compare-more = { $name }: dose, or more of it
compare-where-page = Show where, on page { $page }
compare-strike = It is not on the page
compare-gone = Not on the page
compare-gone-note = The page has no such line. It is left out of what you keep.
compare-gone-not = It is on the page after all
teach-yes = I also want a file with what I corrected, to teach reading programs.
teach-note = The file holds the pieces of the page with values, medicines and diagnoses, what was read and what you say. Names and numbers of people are left out, but a piece may show what stands beside it. It is saved on this device, and nobody gets it unless you hand it on. Your yes is kept in the version you sign.
teach-not-saved = Your values are kept. The browser did not save the file.
teach-given = Its author made a file of it for teaching.

## Why a file is not taken
unfit-unreadable = The file could not be read. Choose it again.
unfit-empty = The file is empty. Look whether it was copied to the end.
unfit-too-large = The file is larger than the { $limit } taken of its kind. Split it, or save it smaller.
unfit-hidden-in-name = The file’s name holds invisible characters that can make it look like another. Rename it.
unfit-path-in-name = The file’s name points into folders. Rename it without / \ or :
unfit-no-name = The file has no name. Give it one.
unfit-name-too-long = The file’s name is too long. Shorten it.
unfit-reserved-name = The file is named like a part of the computer. Rename it.
unfit-program-name = The name ends like a program’s (.{ $ending }). Programs are not taken.
unfit-lying-name = The name ends in .{ $ending }, but the content is { $content }. Save it again from the program it came from.
unfit-archive = This is an archive. Unpack it, and add the files one by one.
unfit-program = This is a program. Programs are not taken.
unfit-web-page = This is a web page, which can act on its own. Print it to a PDF and add that.
unfit-office = This is an office document, which can act on its own. Save it as a PDF and add that.
unfit-not-taken = { $what } is not taken. Save it as PNG, JPEG or PDF and add that.
unfit-unknown = This kind of file is not known. Save it as PDF, PNG, JPEG or plain text and add that.
unfit-two-in-one = The file is two kinds at once, which hides one of them. Save it again from the program it came from.
unfit-trailing = Something follows after the file’s end. Open it and save a copy.
unfit-damaged = The file is damaged. Save it again from the program it came from.
unfit-too-many-pixels = The picture of { $width } by { $height } pixels is too large. Save it smaller.
unfit-too-many-pages = The file has more than { $limit } pages. Split it.
unfit-bomb = The file unpacks to far more than it should, as files do that are built to stop computers. It is not taken.
unfit-too-deep = The file is nested deeper than any record. Export it again.
unfit-entities = The file declares words of its own. Export it without them.
unfit-locked = The PDF is locked. Open it with its password, save a copy without one and add that.
unfit-active = The PDF would do something when it is opened. Print it to a new PDF and add that.
unfit-page-circle = The PDF’s pages form a circle. Print it to a new PDF and add that.
unfit-script = The text holds something a browser could run. Remove it and add the file again.
unfit-wrapped = The file wraps a document. Export that on its own and add it.
