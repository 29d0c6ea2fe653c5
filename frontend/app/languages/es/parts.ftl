## Un documento en camino
stage-sealing = Sellando en este dispositivo
stage-uploading = Enviando lo sellado
stage-opening = Trayendo y abriendo
stage-telling = Esperando tu firma y la cadena

## Valores con el tiempo
trend-heard = { $count ->
    [one] { $name }: { $value }.
    [many] { $name }, { $count } de valores con el tiempo. El más nuevo es { $value }.
   *[other] { $name }, { $count } valores con el tiempo. El más nuevo es { $value }.
}
trend-below = Por debajo de lo habitual
trend-above = Por encima de lo habitual
trend-usual = habitual de { $low } a { $high }
trend-usual-from = habitual desde { $low }
trend-usual-to = habitual hasta { $high }
trend-table = Como tabla
trend-day = Día
trend-range = Habitual
