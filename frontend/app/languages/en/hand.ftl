## At the door
door-arriving = Reaching Chartkey and its chain.
door-away = Chartkey cannot be reached right now.
door-away-next = Nothing is lost. Look at your connection, then try again; this page comes back by itself.
door-elsewhere = This is not the Chartkey this device knows.
door-elsewhere-note = Nothing was signed and nothing was opened. Look closely at the address of this page. If Chartkey really moved, its makers will have said so.
door-believe = It really moved
door-believe-note = From now on this device believes whatever answers at this address. Do this only when somebody you trust has told you that Chartkey began anew.
door-believe-yes = Believe it anew
door-newcomer = You have no vault here yet.
door-newcomer-note = A vault holds the keys to your records. Only you can open it.
door-join = Make my vault
door-apply = I work in health care
session-ended = Your session has ended; your vault is still open. Sign in once more to go on.
session-renew = Sign in again
lock-soon = Your vault locks in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
lock-stay = I am still here

## Wallet and account
wallet-choose = Choose your wallet
wallet-choose-note = Your wallet is your signature. It asks you each time, and its keys never come here.
wallet-here = In this browser
wallet-open = Open { $name }
wallet-other = Another wallet
wallet-development = Not a real wallet
wallet-development-note = People whose keys everybody knows, for looking around
wallet-development-warning = Everybody knows these keys. Put nothing real here.
wallet-gone = { $name } is no longer in this page. Load the page again, or choose another wallet.
wallet-refused = { $name } was told not to share its accounts. Open it again and say yes, or allow this page in its settings.
wallet-locked = { $name } is locked. Unlock it, then open it here again.
wallet-no-accounts = { $name } showed no account. Make one in it, or share one with this page.
wallet-not-here = { $name } works on the development chain only.
wallet-failed = { $name } could not be opened.
account-title = Choose your account
account-note = { $wallet } will ask you to sign in. That moves no money and gives nobody a key.
account-choose = Sign in as { $name }
account-last = Last time
sent-left = You are signed out.
sent-left-elsewhere = You signed out in another tab.
sent-account-gone = Your wallet no longer shares this account, so you were signed out.
no-wallet = There is no wallet in this browser.
no-wallet-note = A wallet is a small program that signs for you. Any of these works; it takes two minutes.
no-wallet-watching = This page notices by itself when a wallet is there.
no-wallet-where = Where to get one
no-wallet-careful = Type the address yourself. A wallet never needs its secret words on a web page, and neither does Chartkey.

## Passphrase
passphrase = Passphrase
passphrase-new = New passphrase
passphrase-again = The same again
passphrase-help = At least { $count } characters. Six words that do not belong together are easy to keep and hard to guess.
passphrase-differs = The two differ.
passphrase-show = Show it
passphrase-suggest = Suggest one
passphrase-suggested = Write these words down before you go on, and type them once more below.
passphrase-nobody = Nobody can give you a new one: not your doctor, not Chartkey.
passphrase-too-short = Too short yet
passphrase-weak = Weak: whoever has the sealed file guesses it
passphrase-fair = Good: holds out for years
passphrase-strong = Strong: holds out longer than it matters
passphrase-set = Set the passphrase
passphrase-changed = The passphrase is changed.

## Joining
join-lead = A wallet, a passphrase, and a sheet of paper. Then it is yours.
join-title = Make your vault
join-note = The passphrase opens your vault on every device. It never leaves this one.
join = Make my vault
join-under-way = Your keys are made, your vault is sealed, and your place is entered. This takes about a minute.

## Opening
unlock-title = Open your vault
unlock-note = Signed in as { $name }.
unlock = Open
unlock-passkey = Use my passkey
unlock-recover = I cannot open it
sign-out = Sign out

## Recovery code
code-title = Chartkey recovery code
code-of = For { $domain }, printed on { $day }
code-once = These words are shown once. Whoever has them and your wallet opens your vault.
code-how = To use it: sign in with your wallet, choose "I cannot open it", then "Printed code". Keep this sheet where you keep your passport.
code-print = Print
code-kept = I have these words on paper, in a safe place.
code-done = Go on
code-note = 24 words that open your vault when the passphrase is lost. An older code stays good until you take its door out.
code-make = Make a code

## Ways back
recover-lead = Three ways back in. Each needs your wallet as well.
recover-by = What do you have?
recover-code = Printed code
recover-guardians = Two guardians
recover-device = Another device
recover-code-words = The 24 words
recover-code-count = { $count } of 24 words
recover-open = Open my vault
recover-guardians-note = Send the request to two of your guardians, then call them and read them these six words. Each sends you a part back.
recover-plea-make = Make the request
recover-plea-copy = Copy the request
recover-plea-save = Save the request
recover-part-one = First guardian's part
recover-part-other = Second guardian's part
recover-device-note = On the device that still opens your vault, go to Vault, "Let a device in", and carry this over.
recover-device-open = It let me in
recover-opened = Your vault is open. Set a new passphrase, because the old one is lost.
recover-keep = Keep the old one

## Devices and guardians
device-words = Compare these six words
device-carry = Carry this text to the other device: scan it, copy it, or save it as a file.
device-copy = Copy the text
device-save = Save as a file
device-qr = The text as a QR code
device-file = Take it from a file
device-ten-minutes = It stands for ten minutes, as long as this page is open.
let-in = Let it in
let-in-note = The new device shows a text and six words. The text may come any way; the words you read off its screen yourself.
let-in-text = The new device's text
let-in-words = The six words
let-in-words-help = Read them from the other screen, or hear them from somebody whose voice you know.
let-in-name = What to call it, such as "Tablet"
let-in-done = It is let in. Go on there.
guardians-note = Any two of them together can open your vault, and only together with your wallet. Choose people who do not need each other's help.
guardian-nth = Guardian { $nth }: their account
guardians-set = Appoint these three
guardians-done = They hold their parts now. Tell them.
help-voice = Call them. Only a voice you know tells you that it is really them who asks.
help-whose = Their account
help-plea = Their request
help-give = Make my part
help-part = Send this back. It is of use on their new device only.
help-part-copy = Copy my part
help-part-save = Save my part

## The vault's page
vault-lead = What opens it, and when it closes.
vault-doors = Ways in
vault-doors-note = Each of these opens your vault, together with your wallet.
door-passphrase = Passphrase
door-passkey = Passkey
door-code = Printed code
door-guardians = Two of three guardians
door-device = Another device
door-remove = Take out
door-remove-note = It opens your vault no more, from the next time it is saved. The other ways in stay.
vault-ways = Add or change
vault-new-passphrase = New passphrase
vault-add-passkey = Add a passkey
vault-print-code = Print a recovery code
vault-let-in = Let a device in
vault-guardians = Appoint guardians
passkey-added = Your passkey opens the vault now.
passkey-unsupported = This browser knows no passkeys.
passkey-no-secret = This passkey cannot open a vault. Another one may: the phone's own, or a newer security key.
passkey-refused = The passkey did not answer. Try again, or use your passphrase.
lock-title = Locking
lock-after = Locks by itself after
lock-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
lock-now = Lock now
vault-rest = Seldom needed
vault-rotate-note = New keys, when somebody may have seen this device.
vault-rotate = New keys
vault-rotate-more = Whatever is sealed for you from now on is sealed for the new keys. What you have stays readable.
vault-rotated = You have new keys.
vault-help-note = Somebody whose guardian you are has lost their way in.
vault-help = Help somebody
