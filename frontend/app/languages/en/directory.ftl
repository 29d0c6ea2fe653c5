# Finding professionals.
directory-lead = Everybody here was approved by the council. Asking for a visit gives nobody a key.
directory-name = Search by name
directory-who = Who
directory-all = All
directory-doctors = Doctors
directory-hospitals = Hospitals
directory-pharmacies = Pharmacies
directory-specialty = What for
directory-language = Speaks
directory-near = Near
directory-any = Any
directory-count = { $count ->
    [0] Nobody found
    [one] { $count } found
   *[other] { $count } found
}
directory-awaited = The directory is being searched.
directory-none = Nobody fits all of this
directory-none-note = Leave one of the wishes out, or search for part of a name.
directory-free = Next free time: { $when }
professional-awaited = The entry is being read and checked against the chain.
professional-none = No such entry
professional-none-note = This account lists nothing in the directory.
professional-attested = Licence found in the register
professional-trade = What for
professional-languages = Speaks
professional-place = Where
professional-since = Here since
professional-not-active = They may not act at present, so nobody can give them a key.
professional-visit = Ask for a visit
professional-key = Give a key
professional-house = Doctors of the house
professional-sign-in = Open with your wallet to ask for a visit
professional-proof = The entry is on the chain under this account, and the card is the one the chain names.
professional-copy = Copy the account
