"""Trains one model: `python -m training.train chest --data DIR`, then measures and releases it."""

import argparse
import copy
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from . import augment, data, measure
from .net import Net, pretrained
from .tasks import ANY_WAY_UP, TASKS, Task

BATCH = 32
PEAK_RATE = 1.2e-3
# The pretrained layers learn more slowly than the fresh head.
BACKBONE_SHARE = 0.5
DECAY = 0.03
SMOOTHING = 0.05
# The weights in use are a running mean over about this many steps.
AVERAGED_STEPS = 150
# The validation pictures are asked every so many epochs and at the end; the best weights are kept.
ASKED_EVERY = 4
# Asked so many times in a row without getting better, it stops.
PATIENCE = 2


def changes_for(task: Task) -> augment.Changes:
    """What may happen to this model's pictures."""
    if task.vary_file:
        return augment.Changes(
            view=(0.74, 1.06), gamma=0.5, contrast=0.4, brightness=0.2, jpeg_share=0.6, tint=0.12, coarse_share=0.5)
    if task.name == "chest":
        return augment.Changes(
            view=(0.70, 1.06), stretch=0.2, gamma=0.6, contrast=0.45, brightness=0.2, noise=0.04, blur_share=0.35,
            coarse_share=0.5, jpeg_share=0.2, curve_share=0.2)
    # Healthy slices came from many scanners, those with a tumour from few: the scanner's look must not tell.
    return augment.Changes(
        turn=15.0, view=(0.74, 1.10), shift=0.08, stretch=0.16, gamma=0.6, contrast=0.45, brightness=0.2, noise=0.05,
        coarse_share=0.5, jpeg_share=0.2, curve_share=0.5, tight_share=0.4)


class Best:
    """The weights that the validation pictures like best."""

    def __init__(self) -> None:
        self.weights, self.liked, self.tired, self._in_vain = None, -1.0, False, 0

    def hears(self, likes: float, net: Net) -> bool:
        """Keeps the net's weights if they are as good as any before: of equals the later, whose rate was lower."""
        better = likes >= self.liked
        self._in_vain = 0 if better else self._in_vain + 1
        self.tired = self._in_vain == PATIENCE
        if better:
            self.weights, self.liked = copy.deepcopy(net.state_dict()), likes
        return better


def train(
    task: Task, train_set: data.Pictures, val_set: data.Pictures | None, save: Path | None, start: Net | None = None,
) -> Net:
    """Returns the averaged net that the validation pictures like best, begun from `start` or the backbone.

    `save` holds the best so far, should it be cut short.
    """
    torch.manual_seed(task.seed)
    random = torch.Generator().manual_seed(task.seed)
    net = (start or pretrained(len(task.classes))).to(memory_format=torch.channels_last)
    net.styles_lent_after = task.styles_lent_after
    averaged = copy.deepcopy(net).eval()
    frozen = [net.stem, *net.blocks[:task.frozen_blocks]] if task.frozen_blocks else []
    for part in frozen:
        part.requires_grad_(False)
    head = list(net.linear.parameters())
    body = [p for name, p in net.named_parameters() if p.requires_grad and not name.startswith("linear.")]
    optimizer = torch.optim.AdamW([{"params": body}, {"params": head}], weight_decay=DECAY)
    steps_an_epoch = task.draws // BATCH
    total, step, began = steps_an_epoch * task.epochs, 0, time.time()
    best = Best()
    turned = torch.tensor([task.classes[i] in ANY_WAY_UP for i in train_set.labels])
    for epoch in range(task.epochs):
        side = task.sides[0] if epoch < task.epochs * 2 // 3 else task.sides[1]
        net.train()
        for part in frozen:
            part.eval()
        losses = []
        for chosen in _draws(task, train_set.labels, steps_an_epoch * BATCH, random).split(BATCH):
            picked = np.sort(chosen.numpy())
            x = augment.changed(train_set.pixels[picked], side, changes_for(task), turned[picked], random)
            y = torch.from_numpy(train_set.labels[picked])
            _set_rates(optimizer, step / total)
            with torch.autocast("cpu", torch.bfloat16):
                logits = net(x)
            loss = F.cross_entropy(logits.float(), y, label_smoothing=SMOOTHING)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            step += 1
            _average(averaged, net, step)
            losses.append(loss.item())
        note = f"{task.name} epoch {epoch + 1}/{task.epochs} side {side} loss {np.mean(losses):.4f}"
        if val_set is not None and (epoch % ASKED_EVERY == ASKED_EVERY - 1 or epoch == task.epochs - 1):
            logits = measure.predict(averaged, val_set.pixels, task.sides[2])
            likes = float((logits.argmax(1) == val_set.labels).mean())
            note += f" val {likes:.4f}"
            if best.hears(likes, averaged) and save is not None:
                torch.save(best.weights, save)
        print(f"{note} {time.time() - began:.0f} s, processor {time.process_time():.0f} s", flush=True)
        if best.tired:
            break
    averaged.load_state_dict(best.weights or averaged.state_dict())
    return averaged


def _draws(task: Task, labels: np.ndarray, count: int, random: torch.Generator) -> torch.Tensor:
    """Indices such that every class comes as often as the task says, and no picture again before the others of its class."""
    shares = [3 if name in task.drawn_thrice else 1 for name in task.classes]
    chosen = []
    for label, share in enumerate(shares):
        mine = torch.from_numpy((labels == label).nonzero()[0])
        wanted = -(-count * share // sum(shares))
        rounds = [mine[torch.randperm(len(mine), generator=random)] for _ in range(-(-wanted // len(mine)))]
        chosen.append(torch.cat(rounds)[:wanted])
    pool = torch.cat(chosen)
    return pool[torch.randperm(len(pool), generator=random)][:count]


def _set_rates(optimizer: torch.optim.Optimizer, done: float) -> None:
    """One cycle: up over the first fifth, then down along a cosine."""
    rise = 0.2
    share = done / rise if done < rise else 0.5 * (1 + math.cos(math.pi * (done - rise) / (1 - rise)))
    body, head = optimizer.param_groups
    body["lr"] = PEAK_RATE * BACKBONE_SHARE * max(share, 0.01)
    head["lr"] = PEAK_RATE * max(share, 0.01)


@torch.no_grad()
def _average(averaged: Net, net: Net, step: int) -> None:
    keep = min(1 - 1 / AVERAGED_STEPS, step / (step + 10))
    for old, new in zip(averaged.state_dict().values(), net.state_dict().values()):
        if old.dtype.is_floating_point:
            old.lerp_(new, 1 - keep)
        else:
            old.copy_(new)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=list(TASKS))
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds splits.csv")
    parser.add_argument("--work", type=Path, default=Path("/tmp/train-cache"), help="where resized pictures and weights go")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--no-release", action="store_true", help="stop before what was set aside and the test split are opened")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    task = TASKS[args.task]
    args.work.mkdir(parents=True, exist_ok=True)
    train_set, aside = data.apart(data.load(task, "train", args.data, args.work))
    val_set = data.load(task, "val", args.data, args.work)
    print(
        f"{task.name}: {len(train_set.labels)} to learn from, {len(val_set.labels)} to choose by, "
        f"{len(aside.labels)} set aside", flush=True)
    train(task, train_set, val_set, args.work / f"{task.name}.pt")
    if not args.no_release:
        from . import release
        release.release(task, args.data, args.work)


if __name__ == "__main__":
    main()
