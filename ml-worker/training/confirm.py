"""Measures the way a model is made on pictures that nothing was ever chosen by: `python -m training.confirm chest --data DIR`.

The test splits were opened more than once while the models grew, so what they say of them may flatter. Here a tenth of
the people, or groups of alike pictures, that so far were only learned from is set aside; the same training, calibration
and choosing run on the others; then the tenth is opened, once: a second look at it is refused. The model that comes of
it is not shipped.
"""

import argparse
import hashlib
from pathlib import Path

import numpy as np
import torch

from . import data, manifest
from .release import DATE, MODELS, figures, gate_figures, make
from .tasks import TASKS, Task
from .train import train

NOTES = MODELS / "confirmed.toml"
SET_ASIDE = 10


def apart(pictures: data.Pictures) -> tuple[data.Pictures, data.Pictures]:
    """What may be learned from, and what is set aside: whole groups, by their name alone."""
    digests = [hashlib.sha256(f"set aside {group}".encode()).digest() for group in pictures.groups]
    aside = np.array([int.from_bytes(digest[:8], "big") % SET_ASIDE == 0 for digest in digests])
    return _those(pictures, ~aside), _those(pictures, aside)


def _those(pictures: data.Pictures, mask: np.ndarray) -> data.Pictures:
    chosen = mask.nonzero()[0]
    return data.Pictures(
        pictures.pixels[chosen], pictures.labels[chosen],
        [pictures.groups[i] for i in chosen], [pictures.paths[i] for i in chosen])


def confirm(task: Task, source: Path, work: Path) -> dict:
    """Trains without the pictures set aside, then opens them."""
    if task.name in manifest.read(NOTES):
        raise SystemExit(f"{task.name}: what was set aside has been opened, see {NOTES.name}; it can be opened once only")
    everything, val = (data.load(task, split, source, work) for split in ("train", "val"))
    learned, aside = apart(everything)
    print(f"{task.name}: {len(learned.labels)} to learn from, {len(aside.labels)} set aside", flush=True)
    folder = work / "confirm"
    folder.mkdir(parents=True, exist_ok=True)
    weights = folder / f"{task.name}.pt"
    train(task, learned, val, weights)
    made = make(task, weights, folder, learned, val)
    manifest.update(folder / "manifest.toml", task.name, made.entry, "confirm")
    (folder / f"{task.name}-aside.txt").write_text("".join(f"{path}\n" for path in aside.paths))
    p, distance = made.read(task, aside.pixels)
    found = {"val": made.entry["figures"]["val"], "set_aside": figures(task, p, aside, made.chosen)}
    if distance is not None:
        found["gate"] = gate_figures(task, made.chosen, p, distance, aside, {})
    entry = {"date": DATE, "learned_from": len(learned.labels), "thresholds": made.chosen, "figures": found}
    manifest.update(NOTES, task.name, entry, "confirm")
    return entry


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("task", choices=list(TASKS))
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds splits.csv")
    parser.add_argument("--work", type=Path, default=Path("/tmp/train-cache"), help="where resized pictures and weights go")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    print(confirm(TASKS[args.task], args.data, args.work)["figures"]["set_aside"])


if __name__ == "__main__":
    main()
