# Words that stand everywhere.
document-title = { $page } · Chartkey
document-title-welcome = Chartkey: आपके रिकॉर्ड, आपकी चाबियाँ
skip = सामग्री पर जाएँ
menu = मुख्य
menu-less = और
menu-waiting = { $count ->
    [one] { $count } प्रतीक्षा में
   *[other] { $count } प्रतीक्षा में
}
bell = { $count ->
    [0] सूचनाएँ
    [one] सूचनाएँ, { $count } नई
   *[other] सूचनाएँ, { $count } नई
}
offline = इंटरनेट नहीं है। पहले खोला हुआ अब भी खुलता है; जो जोड़ेंगे वह यहीं रुका रहेगा।
chain-away = चेन तक नहीं पहुँचा जा सकता। फिर कोशिश हो रही है।
vault-open = { $minutes ->
    [one] तिजोरी खुली · { $minutes } मिनट में बंद होगी
   *[other] तिजोरी खुली · { $minutes } मिनट में बंद होगी
}
vault-closed = तिजोरी बंद
gate-settings = भाषा और रूप
gate-promise = आपके उपकरण पर सील। केवल आपकी दी हुई चाबी से खुलता है।

copy = कॉपी करें
copied = कॉपी हो गया
close = बंद करें
paper-save = फ़ाइल में सहेजें
again = फिर कोशिश करें
cancel = रहने दें
what = क्या
why = क्यों
until = कब तक
piece-awaited = पन्ना लाया जा रहा है।
piece-missing = ऐप का यह हिस्सा नहीं लाया जा सका।
piece-missing-next = कुछ नहीं खोया। अपना इंटरनेट देखें और फिर कोशिश करें; न हो तो पेज दोबारा लोड करें, शायद ऐप का नया संस्करण आ गया है।
broken-next = कुछ नहीं खोया। फिर कोशिश करें; न हो तो विवरण कॉपी करके मदद माँगें।
broken-details = विवरण
broken-copy = विवरण कॉपी करें

key-ended = समाप्त
key-minutes-left = { $minutes ->
    [one] { $minutes } मिनट बाकी
   *[other] { $minutes } मिनट बाकी
}
key-hours-left = { $hours ->
    [one] { $hours } घंटा बाकी
   *[other] { $hours } घंटे बाकी
}
key-days-left = { $days ->
    [one] { $days } दिन बाकी
   *[other] { $days } दिन बाकी
}

time-day-clock = { $day }, { $clock }
time-just-now = अभी-अभी
time-days = { $days ->
    [one] { $days } दिन
   *[other] { $days } दिन
}
size-of = { $size } में से { $done }
money = { $amount } KEY
