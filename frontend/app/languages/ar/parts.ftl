## A record on its way
stage-sealing = يُختم على هذا الجهاز
stage-uploading = يُرسل ما خُتم
stage-opening = يُجلب ويُفتح
stage-telling = بانتظار توقيعك والسلسلة

## Values over time
trend-heard = { $count ->
    [zero] { $name }: { $value }.
    [one] { $name }: { $value }.
    [two] { $name }، قيمتان عبر الوقت. أحدثهما { $value }.
    [few] { $name }، { $count } قيم عبر الوقت. أحدثها { $value }.
    [many] { $name }، { $count } قيمة عبر الوقت. أحدثها { $value }.
   *[other] { $name }، { $count } قيمة عبر الوقت. أحدثها { $value }.
}
trend-below = أقل من المعتاد
trend-above = أعلى من المعتاد
trend-usual = المعتاد من { $low } إلى { $high }
trend-usual-from = المعتاد من { $low }
trend-usual-to = المعتاد حتى { $high }
trend-table = في جدول
trend-day = اليوم
trend-range = المعتاد
