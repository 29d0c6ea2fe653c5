## A record on its way
stage-sealing = इस उपकरण पर सील हो रहा है
stage-uploading = सील किया हुआ भेजा जा रहा है
stage-opening = लाकर खोला जा रहा है
stage-telling = आपके हस्ताक्षर और चेन की प्रतीक्षा है

## Values over time
trend-heard = { $count ->
    [one] { $name }: { $value }।
   *[other] { $name }, समय के साथ { $count } मान। सबसे नया { $value }।
}
trend-below = सामान्य से कम
trend-above = सामान्य से ज़्यादा
trend-usual = सामान्य: { $low } से { $high }
trend-usual-from = सामान्य: कम से कम { $low }
trend-usual-to = सामान्य: { $high } तक
trend-table = तालिका में
trend-day = दिन
trend-range = सामान्य
