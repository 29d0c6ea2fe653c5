"""Reads the table of pictures and keeps them, resized once, as one array per model and split."""

import csv
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from . import strangers
from .tasks import NONE_OF_THESE, Task

# Every picture is kept at this side, stretched to a square as the chest set came.
KEPT = 224
# Every picture passes through this one JPEG quality, whatever its source used.
QUALITY = 90
# One in so many of those that could be learned from is set aside.
SET_ASIDE = 10


@dataclass
class Pictures:
    """Pictures (n, side, side, channels) as bytes, their class, group and path in the data."""

    pixels: np.ndarray
    labels: np.ndarray
    groups: list[str]
    paths: list[str]


def rows(data: Path) -> list[dict[str, str]]:
    """The table's rows that have a file and whose group stands in one split alone.

    Where a group crosses splits, the later split (train, val, test) keeps its pictures and the earlier loses them:
    the chest set's file names use some person numbers both in its training and in its test folder.
    """
    with open(data / "splits.csv", newline="") as table:
        found = [row for row in csv.DictReader(table) if row["split"] != "excluded"]
    order = ["train", "val", "test"]
    last: dict[tuple[str, str], int] = {}
    for row in found:
        last[_group(row)] = max(last.get(_group(row), 0), order.index(row["split"]))
    return [row for row in found if order.index(row["split"]) == last[_group(row)]]


def _group(row: dict[str, str]) -> tuple[str, str]:
    # Both brain sets number their groups together.
    return ("brain" if row["task"].startswith("brain") else row["task"], row["group"])


def load(task: Task, split: str, data: Path, cache: Path) -> Pictures:
    """The pictures of one split, in an order that depends only on their names."""
    listed = []
    table = rows(data)
    for index, name in enumerate(task.classes):
        if name == NONE_OF_THESE:
            continue
        source, labels = task.made_of[name]
        mine = [r for r in table if r["task"] == source and r["label"] in labels and r["split"] == split]
        mine.sort(key=lambda r: hashlib.sha256(r["path"].encode()).hexdigest())
        listed += [(r["path"], index, r["group"]) for r in mine[: task.most.get(split)]]
    pixels = _kept(task, split, [path for path, _, _ in listed], data, cache)
    pictures = Pictures(pixels, np.array([i for _, i, _ in listed]), [g for _, _, g in listed], [p for p, _, _ in listed])
    if NONE_OF_THESE in task.classes:
        _append_strangers(pictures, split, task.classes.index(NONE_OF_THESE), cache)
    return pictures


def apart(pictures: Pictures) -> tuple[Pictures, Pictures]:
    """What is learned from, and what is set aside to be looked at once, at the very end: whole groups, by their name alone."""
    digests = [hashlib.sha256(f"set aside {group}".encode()).digest() for group in pictures.groups]
    aside = np.array([int.from_bytes(digest[:8], "big") % SET_ASIDE == 0 for digest in digests])
    return _those(pictures, ~aside), _those(pictures, aside)


def _those(pictures: Pictures, mask: np.ndarray) -> Pictures:
    chosen = mask.nonzero()[0]
    return Pictures(
        pictures.pixels[chosen], pictures.labels[chosen],
        [pictures.groups[i] for i in chosen], [pictures.paths[i] for i in chosen])


def read_all(paths: list[Path], grey: bool) -> np.ndarray:
    """Pictures from files, prepared as in training."""
    return np.stack([prepare(Image.open(path), grey) for path in paths])


def prepare(image: Image.Image, grey: bool, side: int = KEPT) -> np.ndarray:
    """Stretches a picture to a square and passes it through the one JPEG quality."""
    image = image.convert("L" if grey else "RGB").resize((side, side), Image.Resampling.BILINEAR)
    return reencode(np.asarray(image), QUALITY)


def reencode(pixels: np.ndarray, quality: int) -> np.ndarray:
    """The pixels after one trip through JPEG."""
    flat = pixels[..., 0] if pixels.ndim == 3 and pixels.shape[2] == 1 else pixels
    store = io.BytesIO()
    Image.fromarray(flat).save(store, "JPEG", quality=quality)
    back = np.asarray(Image.open(store))
    return back[..., None] if back.ndim == 2 else back


def _kept(task: Task, split: str, paths: list[str], data: Path, cache: Path) -> np.ndarray:
    key = hashlib.sha256("\n".join([str(KEPT), str(QUALITY), str(task.grey), *paths]).encode()).hexdigest()[:16]
    file = cache / f"{task.name}-{split}-{key}.npy"
    if not file.exists():
        cache.mkdir(parents=True, exist_ok=True)
        np.save(file, read_all([data / path for path in paths], task.grey))
    return np.load(file, mmap_mode="r")


def _append_strangers(pictures: Pictures, split: str, label: int, cache: Path) -> None:
    count = {"train": 900, "val": 150, "test": 150}[split]
    file = cache / f"strangers-{split}-{count}.npy"
    if not file.exists():
        drawn = strangers.draw(count, split, KEPT)
        np.save(file, np.stack([reencode(picture, QUALITY) for picture in drawn]))
    drawn = np.load(file)
    pictures.pixels = np.concatenate([pictures.pixels, drawn])
    pictures.labels = np.concatenate([pictures.labels, np.full(len(drawn), label)])
    pictures.groups += [f"stranger{i}" for i in range(len(drawn))]
    pictures.paths += [f"drawn/{split}/{i}" for i in range(len(drawn))]
