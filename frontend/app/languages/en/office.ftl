# Words that pages of hospitals, pharmacies, admins and everybody share.
scan-not-here = This browser lends pages no camera. Type it instead.
scan-refused = The camera is not allowed here. Allow it for this page, or type instead.
scan-no-camera = No camera could be opened. Type instead.
scan-hold = Hold the code into the picture.
scan-view = What the camera sees
scan-stop = Stop

person-help = An account that was passed on to you: 0x and 40 letters and digits, or a wallet’s address.
person-unknown = This is no account.
person-is = This is { $name }.

list-older = Show more
proof = Proof
proof-block = Block
proof-place = Place in it
proof-book = Book
proof-when = When
proof-hash = Name of the block
proof-transaction = Transaction { $number } of the block
proof-asked = The chain itself is asked.
proof-agrees = Held against the chain
proof-agrees-yes = It says the same
may-not-act-pending = The council has not decided about you yet. Until then you cannot act.
may-not-act-rejected = The council has not let you in. You can apply again.
may-not-act-suspended = The council has taken your right to act away for now. Ask one of the admins.
may-not-act-apply = See how your application stands
may-not-act-licence = Your licence is not confirmed yet. After that the council decides; until then you cannot act.
may-not-act-confirm = Confirm your licence
may-not-act-whom = See whom to ask
