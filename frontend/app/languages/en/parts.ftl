## A record on its way
stage-sealing = Sealing on this device
stage-uploading = Sending what is sealed
stage-opening = Fetching and opening
stage-telling = Waiting for your signature and the chain

## Values over time
trend-heard = { $count ->
    [one] { $name }: { $value }.
   *[other] { $name }, { $count } values over time. The newest is { $value }.
}
trend-below = Below the usual
trend-above = Above the usual
trend-usual = usual { $low } to { $high }
trend-usual-from = usual from { $low }
trend-usual-to = usual up to { $high }
trend-table = As a table
trend-day = Day
trend-range = Usual
