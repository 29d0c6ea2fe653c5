"""What a doctor must know before trusting a model; goes into the manifest as it stands."""

_ALL = "The answer is a suggestion for a doctor to confirm or reject; it is no diagnosis and no approved medical device."

LIMITS = {
    "chest": [
        _ALL,
        "It learned from one hospital's front-view X-rays of children of one to five years; adults, other machines and "
        "side views were never seen.",
        "It knows three answers only. Tuberculosis, effusion, pneumothorax, a tumour, heart failure or a foreign body "
        "will be called one of the three.",
        "Of the test split's normal chests it called one in ten pneumonia, of its pneumonias it missed one in "
        "forty-nine: neither a yes nor a no stands without a second look.",
        "The test split was opened four times while the model grew, the last time for these weights. The first opening showed "
        "that normal chests were called sick, and the cut and the calibration were chosen anew on changed validation pictures; "
        "later ones were for longer learning from pictures varied more widely, and for a calibration of sick or not by itself. "
        "So a tenth of the children was set aside, and was looked at once, for these weights.",
        "Bacterial and viral pneumonia are told apart much less well, and the label came from readers, not from cultures: on "
        "the validation pictures fewer than nine of ten were named rightly however sure it was, so it does not say which.",
        "Its probabilities were four points off on average, on the test split and on the children set aside; on another "
        "hospital's pictures they may be further off.",
        "The coloured map shows where the evidence came from, in cells of 32 pixels; it does not outline a lesion.",
    ],
    "brain": [
        _ALL,
        "It reads single slices, of T1-weighted scans with contrast for the most part; it never sees the whole series, "
        "nor the patient's earlier scans.",
        "It knows glioma, meningioma, pituitary tumour and none of them. A metastasis, lymphoma, abscess, stroke or "
        "bleed will be called one of the four.",
        "Pictures without a tumour came from other sources than those with one, so part of its skill may be to know "
        "the source; the separate yes-or-no set is the more honest figure.",
        "On 253 slices of another collection it missed 28 of 100 tumours at its own cut, and called 5 of 100 slices without "
        "a tumour sick; its probabilities there were twenty-two points off: on pictures of other scanners an answer of none "
        "is worth little.",
        "In the test split it missed 1 of 849 slices with a tumour, and called 4 of 100 slices without one sick; of those set "
        "aside it missed none of 331, and called 13 of 87 sick.",
        "The test slices were opened six times while the model grew, the last time for these weights. The first opening showed "
        "that the cut was useless on other scanners, and calibration and cut were chosen anew; later ones were for longer "
        "learning from pictures varied more widely, which on the other collection helped little. So a tenth of the slices, "
        "with those that are nearly alike, was set aside, and was looked at once, for these weights.",
        "Where it was sure enough to answer, it still called 25 of 155 tumours of the other collection none.",
        "A small or iso-intense tumour may be missed; an answer of none does not exclude one.",
        "Patients could not be told apart by name in this set; near-duplicates were kept together instead.",
    ],
    "atlas": [
        _ALL,
        "It sorts pictures by kind so that the right model reads them; its disease classes are for sorting, not for "
        "reporting.",
        "Kinds it never saw (an X-ray of a hand or a belly, a spine MRI, a mammogram) may resemble a known kind; the "
        "distance limit refuses many of them, not all.",
        "Of 42 head CT slices in the test split two passed as brain MRI by the limits; of every other known kind none passed.",
        "Of the test split's brain MRIs 6 in 1,000 were refused, of its chest X-rays 5 in 1,000.",
        "Healthy and diseased fundus are not told apart well enough to be shown to anyone: of the test split's healthy ones "
        "four in ten were not found, of the diseased three in ten.",
        "Of the test split's normal chests it sorted one in ten as pneumonia; the chest model decides that question, not this.",
        "The test split was opened four times while the model grew, the last time for these weights; a tenth of what could be "
        "learned from was set aside, and was looked at once, for these weights.",
        "Most kinds come from one source each, so a kind photographed or scanned in another way may be refused.",
        "Lung histology comes from few patients, enlarged upstream by copies; its figure is only a sanity check.",
    ],
}
