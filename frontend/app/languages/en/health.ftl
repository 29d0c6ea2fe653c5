health-lead = Put together on this device from the records you can open.
health-awaited = { $done } of { $count } records are opened.
health-none = Nothing to sum up yet
health-none-note = Once your records hold results, medicines or diagnoses in a form that can be read, they are shown here.
health-machine = Some of this was read by a machine, and no doctor has signed it yet.
health-twins = Two records say the same. If it is one paper twice, one of them can be withdrawn.
health-note = This page shows what your records say. It is no diagnosis; talk to your doctor.
health-kept = The lists above are not all there is. Records hold entries that were not understood:
health-closed = { $count ->
    [one] { $count } record did not open and is not part of this.
   *[other] { $count } records did not open and are not part of this.
}
health-results = Results over time
health-search = Search results
health-all = { $count ->
    [one] Show { $count } result
   *[other] Show all { $count } results
}

export-lead = Take your records with you.
export-what = Everything in one file
export-note = Every record is opened on this device and put into one ZIP file: a folder for each record, and a table of contents any spreadsheet opens.
export-older = With all older versions
export-findings = With what machines found
export-open = The file is not sealed. Whoever has it can read it; keep it where you keep your passport.
export-make = Make the file
export-packing = { $done } of { $count } records are packed
export-done = The file is saved ({ $size }).
export-closed = { $count ->
    [one] { $count } thing did not open and is not in it.
   *[other] { $count } things did not open and are not in it.
}
