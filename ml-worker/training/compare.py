"""Measures another backbone on the same pictures: `python -m training.compare chest vgg16 --data DIR`.

Frozen, as the earlier design had it: the backbone's weights stay, each training picture and its mirror's image give one
row of features each, and one linear layer learns from the rows. With `--tune EPOCHS` all of the backbone learns, by the
recipe of our own model. Splits, calibration, cut and figures are those of our models. Frozen features hardly bear the
changed validation pictures that our calibration uses, so the figures after a calibration without these stand beside.
"""

import argparse
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from . import augment, backbones, calibrate, data, export, manifest, measure
from .release import DATE, MODELS
from .tasks import TASKS, Task
from .train import train

# Side in pixels of the frozen backbones' pictures; VGG-16 takes thirteen times our model's work a picture.
SIDE = 128
# Side at which the time a picture is measured: the one in use.
TIMED_AT = 192
# A frozen backbone sees every second training picture, to keep VGG-16 to minutes; the others likewise.
EVERY = 2
# Weight decays tried for the linear layer; the validation pictures choose.
DECAYS = (0.1, 1.0, 10.0)
ROUNDS = 40

CLAIMS = {
    "chest": "90.15 % accuracy on one page and 77 % on another, for pneumonia or none; split unknown or leaked",
    "brain": "85.23 % accuracy, for tumour or none; split unknown or leaked",
    "atlas": "89.88 % accuracy among fifteen categories; split unknown or leaked",
}


def frozen(task: Task, backbone: str, source: Path, work: Path) -> tuple[list, np.ndarray, np.ndarray, torch.nn.Module]:
    """The pictures of validation and test, and what the frozen backbone with a linear layer says of them."""
    net = backbones.opened(backbone, len(task.classes)).eval().to(memory_format=torch.channels_last)
    sets = {split: data.load(task, split, source, work) for split in ("train", "val", "test")}

    train_set = sets["train"]
    sets["train"] = data.Pictures(train_set.pixels[::EVERY], train_set.labels[::EVERY], [], [])

    def rows(batches) -> torch.Tensor:
        return torch.cat([backbones.cells(net, x) for x in batches])

    def plain(split: str, mirrored: bool = False):
        for start in range(0, len(sets[split].labels), 50):
            x = augment.plain(sets[split].pixels[start:start + 50], SIDE)
            yield x.flip(3) if mirrored else x

    learned = torch.cat([rows(plain("train")), rows(plain("train", mirrored=True))])
    labels = torch.from_numpy(np.tile(sets["train"].labels, 2))
    val = [rows(plain("val"))]
    random, how = torch.Generator().manual_seed(calibrate.SEED), augment.Changes(**task.elsewhere)
    upright = torch.zeros(50, dtype=torch.bool)
    for _ in range(calibrate.COPIES):
        pixels = [sets["val"].pixels[i:i + 50] for i in range(0, len(sets["val"].labels), 50)]
        val.append(rows(augment.changed(p, SIDE, how, upright[:len(p)], random) for p in pixels))
    test = rows(plain("test"))
    mean, spread = learned.mean(0), learned.std(0) + 1e-3
    learned, val, test = (learned - mean) / spread, [(v - mean) / spread for v in val], (test - mean) / spread
    layers = [_linear(learned, labels, len(task.classes), decay) for decay in DECAYS]
    truth = torch.from_numpy(sets["val"].labels)
    losses = [sum(F.cross_entropy(layer(v), truth).item() for v in val) for layer in layers]
    best = layers[int(np.argmin(losses))]
    with torch.inference_mode():
        return [sets["val"], sets["test"]], torch.stack([best(v) for v in val]).numpy(), best(test).numpy(), net


def _linear(x: torch.Tensor, y: torch.Tensor, classes: int, decay: float) -> torch.nn.Linear:
    """One linear layer, every class weighing the same."""
    torch.manual_seed(calibrate.SEED)
    layer = torch.nn.Linear(x.shape[1], classes)
    weights = len(y) / torch.bincount(y).float() / classes
    optimizer = torch.optim.AdamW(layer.parameters(), lr=5e-4, weight_decay=decay)
    for _ in range(ROUNDS):
        for chosen in torch.randperm(len(y)).split(256):
            loss = F.cross_entropy(layer(x[chosen]), y[chosen], weight=weights)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return layer.eval().requires_grad_(False)


def tuned(task: Task, backbone: str, source: Path, work: Path) -> tuple[list, np.ndarray, np.ndarray, torch.nn.Module]:
    """The same, after all of the backbone has learned as ours does."""
    sets = [data.load(task, split, source, work) for split in ("train", "val", "test")]
    net = export.folded(train(task, sets[0], sets[1], None, backbones.opened(backbone, len(task.classes))))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "compared.onnx"
        export.write(net, task.sides[2], path, mirrored=task.mirrored)
        said = calibrate.readings(task, path, sets[1])
        on_test = export.run(path, augment.plain(sets[2].pixels, task.sides[2]), ["logits"])[0]
    return sets[1:], said, on_test, net


def milliseconds(net: torch.nn.Module) -> float:
    """The median time of one reading of one picture, on one thread, in torch."""
    torch.set_num_threads(1)
    x, taken = torch.zeros(1, 3, TIMED_AT, TIMED_AT).contiguous(memory_format=torch.channels_last), []
    with torch.inference_mode():
        for _ in range(15):
            began = time.process_time()
            net.feature_map(x)
            taken.append(time.process_time() - began)
    return round(float(np.median(taken)) * 1000, 1)


def _figures(task: Task, rounds: np.ndarray, labels: np.ndarray, logits: np.ndarray, pictures: data.Pictures) -> dict:
    """Figures of `logits` after a calibration and a cut on these rounds of validation pictures."""
    often, healthy = np.tile(labels, len(rounds)), task.classes.index(task.healthy)
    honest = calibrate.fit(task, np.concatenate(rounds), often)
    score = 1 - measure.softmax(honest.logits(np.concatenate(rounds)))[:, healthy]
    cut = calibrate.cut(score, often != healthy, task.specificity)
    p, sick = measure.softmax(honest.logits(logits)), pictures.labels != healthy
    return {
        "pictures": len(sick), "sick_from": cut,
        "classes": measure.classes_figures(p, pictures.labels, pictures.groups),
        "sick": measure.binary_figures(1 - p[:, healthy], sick, cut, pictures.groups),
    }


def compare(task: Task, backbone: str, epochs: int, source: Path, work: Path) -> dict:
    began = time.process_time()
    task = replace(task, epochs=epochs) if epochs else task
    (val, test), said, on_test, net = (tuned if epochs else frozen)(task, backbone, source, work)
    minutes = (time.process_time() - began) / 60
    figures = {}
    for after, rounds in (("", said), ("_calibrated_on_unchanged", said[:1])):
        for name, logits, pictures in (("val", said[0], val), ("val_changed", said[1], val), ("test", on_test, test)):
            figures[name + after] = _figures(task, rounds, val.labels, logits, pictures)
    about, licence = backbones.ABOUT[backbone]
    kept = sum(v.numel() for name, v in net.state_dict().items() if not name.startswith("linear."))
    return {
        "date": DATE, "backbone": about, "licence": licence,
        "learned": f"all of it, {epochs} epochs" if epochs else f"a linear layer on frozen features of 2 x 2 parts; 1 in {EVERY} training pictures",
        "side": task.sides[2] if epochs else SIDE, "weights_megabytes_fp32": round(kept * 4 / 1e6, 1),
        "milliseconds_a_reading_in_torch_at_192": milliseconds(net), "processor_minutes": round(minutes, 1),
        "test_openings": 1, "figures": figures,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["chest", "brain"])
    parser.add_argument("backbone", choices=list(backbones.ABOUT))
    parser.add_argument("--tune", type=int, default=0, metavar="EPOCHS")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("/tmp/train-cache"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    file = MODELS / "comparisons.toml"
    name = f"{args.task}_{args.backbone}_{'tuned' if args.tune else 'frozen'}"
    entry = compare(TASKS[args.task], args.backbone, args.tune, args.data, args.work)
    entry["test_openings"] += manifest.read(file).get(name, {}).get("test_openings", 0)
    manifest.update(file, "claims_of_earlier_designs", CLAIMS, "compare")
    manifest.update(file, name, entry, "compare")
    print(name, entry, flush=True)


if __name__ == "__main__":
    main()
