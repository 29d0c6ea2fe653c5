## The list
records-lead = What you add, and what doctors add for you.
records-count = { $count ->
    [one] { $count } record, sealed. Only this device, while it is open, can read the title.
   *[other] { $count } records, sealed. Only this device, while it is open, can read their titles.
}
records-add = Add records
records-search = Search your records
records-kinds = Kinds of records
records-awaited = Your records are fetched and held against the chain.
records-none = No records yet
records-none-note = Photograph a paper, or choose a file. It is sealed on this device before it leaves it.
records-no-fit = Nothing fits
records-no-fit-note = Try fewer words, or take a kind away.
records-found = { $count ->
    [one] { $count } record found
   *[other] { $count } records found
}
records-line = { $kind } · { $day } · { $who }
records-line-own = { $kind } · { $day } · added by you
records-read = Read by a machine
records-signed = Signed
records-closed = Does not open
records-versions = { $count ->
    [one] { $count } version
   *[other] { $count } versions
}

## One record
record-lead = { $kind }, added { $day } by { $who }
record-lead-own = { $kind }, added { $day }
record-sides = Sides of this record
record-awaited = The chain is asked for this record.
record-content = What it says
record-about = About it
record-kind = Kind
record-by = Added by
record-added = Added
record-dated = Dated
record-share = Give a key
record-have-read = Have it read
record-amend = Add a version
record-amend-note = Choose a file. The version before stays readable.
record-amend-yes = Seal and add
record-amended = The new version is added.
record-withdraw = Withdraw
record-withdraw-title = Withdraw this record?
record-withdraw-note = All its versions are deleted from the stores, and no key opens it any more. This cannot be undone.
record-withdraw-known = Whoever opened it before may still know what it says.
record-withdraw-save = Save a copy first
record-withdraw-older = Save older versions
record-withdraw-saved = The newest version is saved as a file.
record-withdrawn = The record is withdrawn.
record-corrected = A person has looked through these values.
record-original = The original is version { $version }

gone-by-you = You withdrew this record
gone-by = { $by } withdrew this record of yours
gone-by-you-of = You withdrew this record of { $owner }
gone-by-of = { $by } withdrew this record of { $owner }
gone-mine = This record of yours was withdrawn
gone-of = This record of { $owner } was withdrawn
gone-unknown = There is no record here
gone-unknown-note = It was withdrawn, or there never was one at this address. A withdrawn record cannot be opened any more, whatever key somebody holds.
gone-means = It cannot be opened any more: all its versions are deleted from the stores, and no key opens it.
gone-when = Withdrawn: { $when }
gone-stays = What stays: that it was there and was withdrawn, the list of who looked, and what people know who opened it before.
gone-stays-reader = What you learned from it stays known to you. That you opened it stays in the patient’s list of who looked.

holders-title = Who can open it
holders-awaited = The keys are fetched and held against the chain.
holders-none = Only you, your guardians, and whoever wrote it.

## Content
viewer-awaited = The record is fetched, opened and held against the chain.
viewer-opened = The record is open.
viewer-save = Save
viewer-not-shown = This kind of file cannot be shown here. Save it, and open it in a program you trust.
viewer-cut = It goes on; save it to see the rest.
viewer-pdf = The document
viewer-pdf-save = This browser shows no PDF inside a page. Save it to read it.
viewer-picture = Picture: { $title }
viewer-picture-frame = Picture, to be moved with the arrow keys when it is larger than its frame
viewer-larger = Larger
viewer-smaller = Smaller
viewer-turn = Turn
slide-header = From the file’s header
slide-patient = Name
slide-modality = Method
slide-body-part = Body part
slide-study = Study
slide-series = Series
slide-day = Day
slide-house = Taken at
slide-machine = Machine
slide-size = Size
slide-pixels = { $width } by { $height } pixels
slide-picture = Picture { $number } of the file
slide-number = Picture, of { $count }
slide-compressed = The pictures in this file are packed in a way that cannot be shown here. Save it for a program for such files.
slide-level = Level
slide-window = Window

## Tables and lists
facts-conditions = Conditions
facts-medicines = Medicines
facts-allergies = Allergies
facts-vaccinations = Vaccinations
facts-over = Over
facts-none = None listed. Free text is not read here
facts-as-it-came = As it came
facts-procedures = Procedures
facts-from = from { $house }
brought-title = Health records of { $name }
brought-about = About { $name }
brought-from = Brought in from { $houses }
brought-understood = { $count ->
    [one] { $count } entry is in the lists of your health.
   *[other] { $count } entries are in the lists of your health.
}
brought-kept = { $count ->
    [one] Kept, not understood: { $count } entry
   *[other] Kept, not understood: { $count } entries
}
brought-kept-note = They stay in the record as they came, and are in no list.
brought-kind = { $kind }: { $count }
brought-several = This file is about several people, so nothing in it is put down to one of them. It is kept as it came.
brought-too-much = This file holds more than can be looked into here. It is kept as it came.
brought-care-plans = Care plans
brought-claims = Bills and insurance
brought-devices = Devices
brought-reports = Reports without values
brought-visits = Visits
brought-goals = Goals
brought-images = Image studies
brought-people = Who treated
brought-origins = Where entries come from
lab-table = Values
lab-all-usual = { $count ->
    [one] The value lies where it usually does.
   *[other] All { $count } values lie where they usually do, or have no range.
}
lab-outside = { $outside ->
    [one] { $outside } of { $count } values lies outside its usual range.
   *[other] { $outside } of { $count } values lie outside their usual range.
}
lab-test = Test
lab-value = Value
lab-usual = Usual
lab-where = Drawn
lab-lies = How it lies
lab-low = Low
lab-high = High
lab-unsure = Unsure
lab-between = { $low } to { $high }
lab-from = from { $low }
lab-under = up to { $high }

## Findings
finding-title = What a machine found
finding-awaited = The finding is fetched, opened and held against the chain.
finding-unsigned = Not signed yet
finding-no-words = The finding says nothing in words.
finding-of-hundred = Of 100 images that looked like this, { $count } were { $what } ({ $low } to { $high }).
finding-of-hundred-bare = Of 100 images that looked like this, { $count } were { $what }.
finding-agree = Agreement
finding-workers = { $count ->
    [one] One reading service
   *[other] { $count } reading services found the same
}
finding-unsure = { $count ->
    [one] { $count } value is unsure. Look at it beside the original.
   *[other] { $count } values are unsure. Look at them beside the original.
}
finding-compare = Compare with the original
finding-save-table = Save “{ $title }” (CSV)
finding-save-all = Save all of it (FHIR)
finding-sign = Sign off
finding-signed = { $verdict }: { $who }, { $day }
finding-suggestion = A machine’s word is a suggestion until a doctor has signed it.
finding-heat = Heat map
finding-heat-show = Show on the image where this model looked
finding-percent = { $percent } %

## Versions, who looked, proof
versions-title = Versions
versions-note = Nothing is ever edited. A correction is a new version, and the ones before stay.
versions-awaited = The chain is asked for the versions.
versions-nth = Version { $number }
versions-newest = Newest
versions-by = { $who }, { $when }
versions-show = Show
versions-hide = Hide
looked-title = Who opened it
looked-awaited = The whole log is fetched and verified.
looked-verified = The log was verified: no line about you is changed or left out.
looked-nobody = Nobody else has opened it
looked-nobody-note = Each opening is written down before it happens.
looked-not-yours = Only the patient and guardians see who looked.
looked-own = { $count ->
    [one] Its owner opened it once.
   *[other] Its owner opened it { $count } times, titles in lists included.
}
looked-link = Somebody with a share link
looked-record = Opened the record
looked-finding = Opened a finding
looked-card = Opened it as emergency card
looked-by-link = Opened it by link
looked-what-why = { $what } · { $why }
proof-title = What the chain says
proof-note = What is shown as opened here was held against these values on your device. Anybody can ask the chain for the same.
proof-awaited = The chain is asked.
proof-record = The record
proof-id = Name
proof-owner = Owner
proof-author = Author
proof-height = As of block
proof-commitment = Commitment
proof-blob = Sealed file
proof-written = Written
proof-sealed = Sealing
proof-sealed-now = Sealed since the last withdrawal of a key
proof-behind = Waits to be sealed anew after a withdrawal
proof-checked = Checked
proof-checked-yes = You opened it, and it is what its author signed for
proof-checked-no = Not opened since your vault was
proof-finding = Finding about version { $version }
proof-seen = What was read
proof-model = Model
proof-code = Program
proof-output = Finding

trends-title = Over time
trends-awaited = Your records are fetched and held against the chain.
trends-none = No values to follow
trends-none-note = This record holds no numbers that could be followed over time.
views-title = As the machine saw it
views-note = Made upright, flat and small before it was read. What counts is the original.
views-which = Which page
views-page = Page { $page }
views-picture = Page { $page } as it was read
