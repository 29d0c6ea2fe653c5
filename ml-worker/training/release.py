"""Turns trained weights into a released model: file, calibration, thresholds, figures, manifest.

Everything is chosen on the validation split, as it is and changed as other scanners might. At the end, through the released
file, two things are opened: what was set aside, which may happen for one released file only, and the test split, whose
openings, for this file and those before it, the manifest counts.
"""

import argparse
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from . import augment, calibrate, data, export, gate, manifest, measure
from .limits import LIMITS
from .net import BACKBONE, BACKBONE_LICENCE, Net
from .tasks import NONE_OF_THESE, TASKS, Task

MODELS = Path(__file__).resolve().parent.parent / "models"
DATE = "2026-11-23"
# Answers surer than the refusal threshold are right this often on the validation split, as it is and changed.
RIGHT_WHEN_SURE = 0.995
MOST_REFUSED = 0.10


@dataclass
class Made:
    """A model's file and what was chosen for it. Nothing of this has seen what was set aside, or a test split."""

    path: Path
    chosen: dict
    entry: dict
    wanted: list[str]

    def read(self, task: Task, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
        """The probabilities of these pictures, and for the atlas how far they lie from what it knows."""
        said = export.run(self.path, augment.plain(pixels, task.sides[2]), self.wanted)
        return measure.softmax(said[0]), said[1] if len(said) > 1 else None


def make(task: Task, weights: Path, models: Path, learned: data.Pictures, val: data.Pictures) -> Made:
    """Exports, calibrates and chooses on the validation pictures."""
    net = Net(len(task.classes))
    net.load_state_dict(torch.load(weights, weights_only=True))
    net, side = export.folded(net), task.sides[2]
    models.mkdir(parents=True, exist_ok=True)
    path = models / f"{task.name}.onnx"
    export.write(net, side, path, features=True, mirrored=task.mirrored)
    known = _known(task, path, learned) if task.name == "atlas" else None
    said = calibrate.readings(task, path, val)
    twice = np.concatenate([val.labels] * len(said))
    honest = calibrate.fit(task, np.concatenate(said), twice)
    calibrate.fold(net, honest)
    export.write(net, side, path, known, features=task.name == "atlas", mirrored=task.mirrored)
    difference = export.check(net, path, augment.plain(val.pixels[:24], side), task.mirrored)
    made = Made(path, {}, {}, ["logits", "distance"] if known else ["logits"])
    p_val, distance = made.read(task, val.pixels)
    as_elsewhere = [measure.softmax(honest.logits(one)) for one in said[1:]]
    made.chosen["unsure_below"] = _unsure_below(task, p_val, as_elsewhere, val.labels)
    if task.healthy:
        healthy = task.classes.index(task.healthy)
        p_all = measure.softmax(honest.logits(np.concatenate(said)))
        made.chosen["sick_from"] = calibrate.cut(1 - p_all[:, healthy], twice != healthy, task.specificity)
    if known:
        made.chosen |= _gates(task, p_val, distance, val)
    blob = path.read_bytes()
    made.entry = {
        "file": path.name, "sha256": hashlib.sha256(blob).hexdigest(), "bytes": len(blob), "date": DATE,
        "backbone": BACKBONE, "backbone_licence": BACKBONE_LICENCE,
        "input": [1, 3, side, side],
        "prepare": "stretch to the square, " + ("one brightness channel repeated three times" if task.grey else "RGB"),
        "mean": [augment.MEAN] * 3, "std": [augment.STD] * 3,
        "outputs": ["logits", "cam", *(["features", "distance"] if known else [])],
        "classes": task.classes, "temperature": 1.0, "reads_mirrored_too": task.mirrored,
        "seed": task.seed, "epochs": task.epochs,
        "differs_from_training_by": float(f"{difference:.1e}"),
        "divided_inside_by": round(honest.divided, 4),
        **({"sick_divided_inside_by": round(honest.divided_sick, 4)} if honest.divided_sick else {}),
        "shifted_inside_by": [round(float(v), 4) for v in honest.shift],
        "test_openings": 0, "limits": LIMITS[task.name], "data": task.data, "thresholds": made.chosen,
        "figures": {
            "val": figures(task, p_val, val, made.chosen),
            "val_changed": figures(task, measure.softmax(honest.logits(said[1])), val, made.chosen),
        },
    }
    return made


def release(task: Task, source: Path, work: Path, models: Path = MODELS) -> dict:
    """Makes the model, opens what was set aside and the test split, and writes the manifest's entry; returns it."""
    learned, aside = data.apart(data.load(task, "train", source, work))
    val = data.load(task, "val", source, work)
    made = make(task, work / f"{task.name}.pt", models, learned, val)
    earlier = manifest.read(models / "manifest.toml").get(task.name, {})
    _refuse_a_second_look(task, earlier, made)
    found = made.entry["figures"]
    print(found, flush=True)
    # From here on nothing is chosen any more.
    p_aside, distance = made.read(task, aside.pixels)
    found["aside"] = figures(task, p_aside, aside, made.chosen)
    if task.name == "atlas":
        found["gate_aside"] = gate_figures(task, made.chosen, p_aside, distance, aside, {})
    test = data.load(task, "test", source, work)
    p_test, distance = made.read(task, test.pixels)
    found["test"] = figures(task, p_test, test, made.chosen)
    if task.name == "atlas":
        outside = _outside(task, made, source)
        found["gate"] = gate_figures(task, made.chosen, p_test, distance, test, outside)
    if task.name == "brain":
        found |= _yes_or_no(task, made.path, made.chosen, source)
    made.entry["test_openings"] = _openings(earlier, made, found)
    manifest.update(models / "manifest.toml", task.name, made.entry)
    return made.entry


def _refuse_a_second_look(task: Task, earlier: dict, made: Made) -> None:
    """What was set aside says something of one file: of the next, which was made by what the first one said, no more."""
    if "aside" in earlier.get("figures", {}) and earlier["sha256"] != made.entry["sha256"]:
        raise SystemExit(
            f"{task.name}: what was set aside has been opened for other weights, {earlier['sha256']}; give `data.apart` "
            "another text to hash, and learn anew from the others")


def _openings(earlier: dict, made: Made, figures: dict) -> int:
    """How often the test split has now been opened while this model grew; puts the first opening's figures beside the new."""
    if not earlier:
        return 1
    before = earlier["figures"]
    figures["first_opening"] = before.get("first_opening") or {
        name: before[name] for name in ("test", "yesno") if name in before}
    return earlier["test_openings"] + (earlier["sha256"] != made.entry["sha256"])


def _certainty(task: Task, p: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How sure the model is of its first answer, and that answer: sick or not where that is asked, else the class."""
    if task.answers_sick:
        sick = 1 - p[:, task.classes.index(task.healthy)]
        return np.maximum(sick, 1 - sick), sick > 0.5
    return p.max(1), p.argmax(1)


def _truth(task: Task, labels: np.ndarray) -> np.ndarray:
    return labels != task.classes.index(task.healthy) if task.answers_sick else labels


def _unsure_below(task: Task, p: np.ndarray, elsewhere: list[np.ndarray], labels: np.ndarray) -> float:
    """The least sureness from which answers are right often enough, on the pictures as they are and as other scanners
    might give them; where that would refuse too many of the first, the most that may be refused."""
    sure, answer = _certainty(task, p)
    others = [_certainty(task, one) for one in elsewhere]
    readings = [(sure, answer == _truth(task, labels)), *((s, a == _truth(task, labels)) for s, a in others)]
    for level in np.sort(sure)[: int(len(sure) * MOST_REFUSED)]:
        if all(right[s >= level].mean() >= RIGHT_WHEN_SURE for s, right in readings):
            break
    return round(float(level), 4)


def figures(task: Task, p: np.ndarray, pictures: data.Pictures, chosen: dict) -> dict:
    labels, groups = pictures.labels, pictures.groups
    found = {"pictures": len(labels), "classes": measure.classes_figures(p, labels, groups)}
    if task.healthy:
        healthy = task.classes.index(task.healthy)
        score = 1 - p[:, healthy]
        found["sick"] = measure.binary_figures(score, labels != healthy, chosen["sick_from"], groups)
        found["sick_from_half"] = measure.binary_figures(score, labels != healthy, 0.5, groups)
    if task.name == "atlas":
        kinds = np.array([_kind(name) for name in task.classes])
        found["kinds"] = measure.with_intervals(
            {"accuracy": lambda i: (kinds[p[i].argmax(1)] == kinds[labels[i]]).mean()}, groups)
    taken, right = answers(task, p, labels, chosen)
    found["when_sure"] = measure.with_intervals({
        "answered": lambda i: taken[i].mean(), "accuracy": lambda i: right[i][taken[i]].mean()}, groups)
    for index, name in enumerate(task.classes):
        found.setdefault("found_of_class", {})[name] = round(float((p.argmax(1) == index)[labels == index].mean()), 4)
    return found


def answers(task: Task, p: np.ndarray, labels: np.ndarray, chosen: dict) -> tuple[np.ndarray, np.ndarray]:
    """Which pictures the worker answers, and which of those answers are right: its rule (`said` in src/imaging/answer.rs, and
    `sorted` in kind.rs), which adds up the probabilities of several sicknesses, or of the classes of one kind."""
    sure = chosen["unsure_below"]
    if not task.healthy:
        kinds = np.array([_kind(name) for name in task.classes])
        names = np.unique(kinds)
        shares = np.stack([p[:, kinds == name].sum(1) for name in names], 1)
        kind = names[shares.argmax(1)]
        return (shares.max(1) >= sure) | (kind == NONE_OF_THESE), kind == kinds[labels]
    healthy = task.classes.index(task.healthy)
    well, sick = p[:, healthy] >= sure, 1 - p[:, healthy] >= max(sure, chosen["sick_from"])
    return well | sick, sick == (labels != healthy)


def _kind(name: str) -> str:
    """The kind of picture that a class shows, without what is wrong in it."""
    return next((kind for kind in ("chest-xray", "brain-mri", "fundus") if name.startswith(kind)), name)


def _known(task: Task, path: Path, train: data.Pictures) -> list[gate.Familiarity]:
    bells = []
    for kind in gate.KINDS.values():
        mine = np.isin(train.labels, [i for i, name in enumerate(task.classes) if name.startswith(kind)])
        features = export.run(path, augment.plain(train.pixels[mine], task.sides[2]), ["features"])[0]
        bells.append(gate.fit(features.astype(np.float64)))
    return bells


def _right_kind(task: Task, model: str, labels: np.ndarray) -> np.ndarray:
    return np.isin(labels, [i for i, name in enumerate(task.classes) if name.startswith(gate.KINDS[model])])


def _gates(task: Task, p: np.ndarray, distance: np.ndarray, val: data.Pictures) -> dict:
    chosen = {}
    for column, model in enumerate(gate.KINDS):
        right = _right_kind(task, model, val.labels)
        chosen[f"gate_{model}"] = gate.thresholds(
            gate.kind_probability(p, task.classes, model)[right], distance[right, column])
    return chosen


def _outside(task: Task, made: Made, source: Path) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """What the atlas makes of pictures that are in none of its splits."""
    files = {
        "yesno": sorted((source / "brain-yesno").rglob("*.jpg")),
        "scans": sorted((source.parent / "scans").rglob("*.[jp][pn]g")),
    }
    return {name: made.read(task, data.read_all(mine, task.grey)) for name, mine in files.items() if mine}


def gate_figures(
    task: Task, chosen: dict, p: np.ndarray, distance: np.ndarray, pictures: data.Pictures,
    outside: dict[str, tuple[np.ndarray, np.ndarray]],
) -> dict:
    """For each gate: what it keeps and refuses, and how much of every class it lets in."""
    found = {}
    for column, model in enumerate(gate.KINDS):
        limits = chosen[f"gate_{model}"]

        def let_in(p, distance):
            return gate.passes(gate.kind_probability(p, task.classes, model), distance[:, column], limits)

        passed, right = let_in(p, distance), _right_kind(task, model, pictures.labels)
        entry = gate.figures(passed, right, pictures.groups)
        for index, name in enumerate(task.classes):
            entry.setdefault("let_in_of_class", {})[name] = round(float(passed[pictures.labels == index].mean()), 4)
        for name, (others, away) in outside.items():
            entry["let_in_of_class"][name] = round(float(let_in(others, away).mean()), 4)
        found[model] = entry
    return found


def _yes_or_no(task: Task, path: Path, chosen: dict, source: Path) -> dict:
    """The separate yes-or-no set, whole and without pictures that are there twice."""
    listed = [row for row in data.rows(source) if row["task"] == "brain-yesno"]
    x = data.read_all([source / row["path"] for row in listed], task.grey)
    p = measure.softmax(export.run(path, augment.plain(x, task.sides[2]), ["logits"])[0])
    score = 1 - p[:, task.classes.index(task.healthy)]
    truth = np.array([row["label"] == "tumour" for row in listed])
    groups = [row["group"] for row in listed]
    seen, first = set(), []
    for index, row in enumerate(listed):
        digest = hashlib.sha256((source / row["path"]).read_bytes()).hexdigest()
        if digest not in seen:
            seen.add(digest)
            first.append(index)
    found = {}
    for name, pick in (("yesno", np.arange(len(listed))), ("yesno_without_duplicates", np.array(first))):
        some = [groups[i] for i in pick]
        found[name] = {
            "pictures": len(pick),
            "sick": measure.binary_figures(score[pick], truth[pick], chosen["sick_from"], some),
            "sick_from_half": measure.binary_figures(score[pick], truth[pick], 0.5, some),
        }
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=list(TASKS))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("/tmp/train-cache"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    entry = release(TASKS[args.task], args.data, args.work)
    print({"bytes": entry["bytes"], **entry["thresholds"], **entry["figures"]})


if __name__ == "__main__":
    main()
