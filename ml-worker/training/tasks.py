"""What each model learns: its labels, its picture, and the course of its training."""

from dataclasses import dataclass, field

ATLAS = {
    "chest-xray-normal": ("chest", ["normal"]),
    "chest-xray-pneumonia": ("chest", ["pneumonia-bacterial", "pneumonia-viral"]),
    "brain-mri-no-tumour": ("brain", ["none"]),
    "brain-mri-glioma": ("brain", ["glioma"]),
    "brain-mri-meningioma": ("brain", ["meningioma"]),
    "brain-mri-pituitary": ("brain", ["pituitary"]),
    "chest-ct": ("atlas", ["chest-ct-covid", "chest-ct-other"]),
    "head-ct": ("atlas", ["head-ct"]),
    "breast-ultrasound": (
        "atlas", ["breast-ultrasound-normal", "breast-ultrasound-benign", "breast-ultrasound-malignant"]),
    "dermoscopy": ("atlas", ["dermoscopy"]),
    "fundus-healthy": ("atlas", ["fundus-healthy"]),
    "fundus-retinopathy": ("atlas", ["fundus-retinopathy"]),
    "lung-histology": (
        "atlas", ["lung-histology-normal", "lung-histology-adenocarcinoma", "lung-histology-squamous"]),
    "blood-smear": ("atlas", ["blood-smear"]),
    "knee-xray": ("atlas", ["knee-xray-healthy", "knee-xray-arthrosis"]),
}
NONE_OF_THESE = "none-of-these"
# Turned any way up they are the same picture to a reader.
ANY_WAY_UP = {"dermoscopy", "lung-histology", "blood-smear", NONE_OF_THESE}


@dataclass(frozen=True)
class Task:
    """One model."""

    name: str
    classes: list[str]
    # From a class to the (task, labels) of the data's table it is made of.
    made_of: dict[str, tuple[str, list[str]]]
    # Grey pictures are read as brightness and repeated in three channels.
    grey: bool
    epochs: int
    # Pictures drawn an epoch, equally often from every class but those in `drawn_thrice`.
    draws: int
    # Most pictures of one class and split that are used, so that large classes cannot crowd out small ones.
    most: dict[str, int]
    # Side in pixels: while learning, for the last third of the epochs, and in use.
    sides: tuple[int, int, int]
    # Colour and re-encoding are varied, so that a class is not known by its file.
    vary_file: bool = False
    # The file reads each picture a second time, as in a mirror, and averages: twice the time, where it pays.
    mirrored: bool = True
    # The first layers, down to this block, keep their ImageNet weights: a third less work.
    frozen_blocks: int = 0
    # Classes that are hard to tell from one another, drawn three times as often as the others.
    drawn_thrice: frozenset[str] = frozenset()
    # Blocks after which pictures lend each other their channels' mean and spread while learning.
    styles_lent_after: tuple[int, ...] = ()
    seed: int = 20261121
    # How another scanner might give the picture, as fields of `augment.Changes`; for calibration.
    elsewhere: dict[str, float | tuple[float, float]] = field(default_factory=dict)
    # The binary question: the class that means "nothing found".
    healthy: str | None = None
    # That question is what the model answers first; which sickness it is comes after.
    answers_sick: bool = False
    # The cut of that question calls this share of the healthy validation pictures healthy and is no higher than that
    # takes; without it, the cut is where sensitivity and specificity together are largest.
    specificity: float | None = None
    data: dict[str, str] = field(default_factory=dict)


TASKS = {
    "chest": Task(
        name="chest",
        classes=["normal", "pneumonia-bacterial", "pneumonia-viral"],
        made_of={name: ("chest", [name]) for name in ("normal", "pneumonia-bacterial", "pneumonia-viral")},
        grey=True, epochs=18, draws=4200, most={}, sides=(160, 192, 192), healthy="normal", frozen_blocks=2,
        styles_lent_after=(2, 4), answers_sick=True,
        # The files' shape and sharpness go with the label (normal chests were taken larger), so both are varied widely.
        elsewhere={
            "view": (0.70, 1.06), "stretch": 0.24, "gamma": 0.6, "contrast": 0.45, "brightness": 0.2, "noise": 0.05,
            "blur_share": 0.35, "coarse_share": 0.5, "jpeg_share": 0.3},
        data={
            "what": "5,840 chest X-rays of children of one hospital in Guangzhou, front view, original test split",
            "source": "Kermany et al., Labeled Optical Coherence Tomography and Chest X-Ray Images",
            "licence": "CC BY 4.0",
        },
    ),
    "brain": Task(
        name="brain",
        classes=["none", "glioma", "meningioma", "pituitary"],
        made_of={name: ("brain", [name]) for name in ("none", "glioma", "meningioma", "pituitary")},
        grey=True, epochs=18, draws=4096, most={}, sides=(160, 192, 192), healthy="none", frozen_blocks=3,
        styles_lent_after=(2, 4), mirrored=False, specificity=0.95,
        # Slices without a tumour came from many scanners, those with one from few, so the scanner's look is varied widely.
        elsewhere={
            "view": (0.78, 1.10), "stretch": 0.18, "turn": 15.0, "gamma": 0.6, "contrast": 0.4, "brightness": 0.15,
            "noise": 0.05, "coarse_share": 0.5, "jpeg_share": 0.2, "curve_share": 0.4, "tight_share": 0.5},
        data={
            "what": "5,749 slices of brain MRI, a public 7,023-image collection regrouped by near-duplicates",
            "source": "brain tumour MRI collection of M. Nickparvar; 253 yes-or-no slices of N. Chakrabarty for testing",
            "licence": "CC0 as known",
        },
    ),
    "atlas": Task(
        name="atlas",
        classes=[*ATLAS, NONE_OF_THESE],
        made_of=ATLAS,
        grey=False, epochs=11, draws=4480, most={"train": 1100, "val": 100}, sides=(144, 176, 192), vary_file=True,
        frozen_blocks=3,
        drawn_thrice=frozenset(name for name in ATLAS if name.startswith(("chest-xray", "brain-mri", "fundus"))),
        elsewhere={"view": (0.75, 1.06), "stretch": 0.18, "coarse_share": 0.25, "jpeg_share": 0.35, "tint": 0.12},
        data={
            "what": "8,880 pictures of fifteen kinds to learn from, and drawn pages, noise and textures for none of these",
            "source": "the chest and brain sets above, BCCD, BUSI, COVID-CT, HAM10000, a public retinopathy set, "
                      "a head CT set, OAI knees, LC25000",
            "licence": "MIT, CC BY 4.0, CC BY-NC (HAM10000), academic use with attribution (fundus), cite (BUSI); "
                       "none stated for COVID-CT and the head CT set",
        },
    ),
}
