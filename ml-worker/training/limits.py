"""What a doctor must know before trusting a model; goes into the manifest as it stands."""

_ALL = "The answer is a suggestion for a doctor to confirm or reject; it is no diagnosis and no approved medical device."

LIMITS = {
    "chest": [
        _ALL,
        "It learned from one hospital's front-view X-rays of children of one to five years; adults, other machines and "
        "side views were never seen.",
        "It knows three answers only. Tuberculosis, effusion, pneumothorax, a tumour, heart failure or a foreign body "
        "will be called one of the three.",
        "Of the test split's normal chests it called one in twelve pneumonia, of its pneumonias it missed one in "
        "thirty-nine: neither a yes nor a no stands without a second look.",
        "The test split was opened three times. The first opening showed that normal chests were called sick, and the cut and "
        "the calibration were chosen anew on changed validation pictures; the third was for new weights, which learned for "
        "longer from pictures varied more widely, and for a calibration of sick or not by itself. On other pictures they "
        "bear more; on the test split they are as good as those before.",
        "Bacterial and viral pneumonia are told apart much less well, and the label came from readers, not from cultures: on "
        "the validation pictures at most six of seven were named rightly however sure it was, so it does not say which.",
        "Its probabilities were four points off on the test split, on average; on another hospital's pictures they may be "
        "further off.",
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
        "On 253 slices of another collection it missed 27 of 100 tumours at its own cut, and called 1 of 100 slices without "
        "a tumour sick; its probabilities there were twenty points off: on pictures of other scanners an answer of none "
        "is worth little.",
        "In the test split it missed 2 of 849 slices with a tumour, and called 6 of 100 slices without one sick.",
        "The test slices were opened five times. The first opening showed that the cut was useless on other scanners, and "
        "calibration and cut were chosen anew; the third was for new weights, which learned for longer from pictures varied "
        "more widely, to depend less on the scanner. On the other collection that helped little, and they were surer there of "
        "what was wrong; so the sureness from which it answers was raised twice, by rules for the validation pictures.",
        "Where it was sure enough to answer, it still called 24 of 155 tumours of the other collection none.",
        "A small or iso-intense tumour may be missed; an answer of none does not exclude one.",
        "Patients could not be told apart by name in this set; near-duplicates were kept together instead.",
    ],
    "atlas": [
        _ALL,
        "It sorts pictures by kind so that the right model reads them; its disease classes are for sorting, not for "
        "reporting.",
        "Kinds it never saw (an X-ray of a hand or a belly, a spine MRI, a mammogram) may resemble a known kind; the "
        "distance limit refuses many of them, not all.",
        "Of 42 head CT slices in the test split one passed as brain MRI by the limits; of every other known kind none passed.",
        "Of the test split's brain MRIs 9 in 1,000 were refused, of its chest X-rays 2 in 1,000.",
        "Healthy and diseased fundus are not told apart well enough to be shown to anyone: of the test split's healthy ones "
        "three in ten were not found, of the diseased three in ten.",
        "Of the test split's normal chests it sorted one in six as pneumonia; the chest model decides that question, not this.",
        "The test split was opened three times: twice for the first weights, the third time for new ones, which learned for "
        "longer and from more pictures of chests and brains.",
        "Most kinds come from one source each, so a kind photographed or scanned in another way may be refused.",
        "Lung histology comes from few patients, enlarged upstream by copies; its figure is only a sanity check.",
    ],
}
