"""Makes a net's probabilities honest, on validation pictures as they are and as other scanners might give them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from . import augment, data, export
from .net import Net
from .tasks import ANY_WAY_UP, Task

# Changed copies of each validation picture beside the picture itself.
COPIES = 2
SEED = 11
# Pulls the shift of each class towards none.
SHIFT_COST = 0.01


def readings(task: Task, path: Path, pictures: data.Pictures, wanted: str = "logits", copies: int = COPIES) -> np.ndarray:
    """An output of the file at `path`: (1 + copies, n, ...), first of the pictures as they are, then of changed copies."""
    turned = torch.tensor([task.classes[i] in ANY_WAY_UP for i in pictures.labels])
    how, side = augment.Changes(**task.elsewhere), task.sides[2]
    random = torch.Generator().manual_seed(SEED)
    rounds = [export.run(path, augment.plain(pictures.pixels, side), [wanted])[0]]
    for _ in range(copies):
        parts = []
        for start in range(0, len(pictures.labels), 50):
            part = pictures.pixels[start:start + 50]
            x = augment.changed(part, side, how, turned[start:start + 50], random)
            parts.append(export.run(path, x, [wanted])[0])
        rounds.append(np.concatenate(parts))
    return np.stack(rounds)


@dataclass(frozen=True)
class Honest:
    """What is done to a net's logits so that its probabilities are honest."""

    # What distances between logits are divided by.
    divided: float
    # The same for the distance of the healthy class from the mean of the others, where sick or not is what is answered.
    divided_sick: float | None
    shift: np.ndarray
    mixed: np.ndarray

    def logits(self, said: np.ndarray) -> np.ndarray:
        return said @ self.mixed.T + self.shift


def fit(task: Task, said: np.ndarray, labels: np.ndarray) -> Honest:
    """The divisors of the logits and the shift of each class under which the labels are likeliest.

    Every class weighs the same, so that the shifts do not learn how often a class stands in the collection. A model that
    answers sick or not is fitted to that question too, and has a divisor for it: kinds of sickness that are hard to tell
    apart would otherwise make it doubt what is plain.
    """
    x, y = torch.from_numpy(said.astype(np.float64)), torch.from_numpy(labels)
    weights = 1 / torch.bincount(y, minlength=x.shape[1]).clamp(min=1).double()
    weights = weights / weights.mean()
    healthy = task.classes.index(task.healthy) if task.answers_sick else None
    scales = torch.zeros(1 if healthy is None else 2, dtype=torch.float64, requires_grad=True)
    shift = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([scales, shift], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        z = x @ _mixed(scales.exp(), x.shape[1], healthy).T + shift
        value = F.cross_entropy(z, y, weight=weights) + SHIFT_COST * shift.square().mean()
        if healthy is not None:
            rest = [i for i in range(x.shape[1]) if i != healthy]
            sick = torch.logsumexp(z[:, rest], 1) - z[:, healthy]
            value = value + F.binary_cross_entropy_with_logits(sick, (y != healthy).double(), weight=weights[y])
        value.backward()
        return value

    search.step(loss)
    with torch.no_grad():
        divided = [float(one) for one in (-scales).exp()]
        mixed = _mixed(scales.exp(), x.shape[1], healthy).numpy()
        return Honest(divided[0], divided[1] if healthy is not None else None, (shift - shift.mean()).numpy(), mixed)


def _mixed(scales: torch.Tensor, classes: int, healthy: int | None) -> torch.Tensor:
    """The matrix that scales the logits: the sick classes' distances from their mean, and that mean and the healthy one."""
    whole = torch.eye(classes, dtype=torch.float64)
    if healthy is None:
        return scales[0] * whole
    mean = torch.full((classes, classes), 1 / (classes - 1), dtype=torch.float64)
    mean[:, healthy], mean[healthy] = 0, whole[healthy]
    return scales[0] * (whole - mean) + scales[1] * mean


@torch.no_grad()
def fold(net: Net, honest: Honest) -> None:
    """Puts the calibration into the last layer, so that the logits need no further step."""
    mixed = torch.from_numpy(honest.mixed).float()
    net.linear.weight.copy_(mixed @ net.linear.weight)
    net.linear.bias.copy_(mixed @ net.linear.bias + torch.from_numpy(honest.shift).float())
    for weights in (net.linear.weight, net.linear.bias):
        weights.copy_(weights.half().float())


def cut(score: np.ndarray, positive: np.ndarray, specificity: float | None = None) -> float:
    """The lowest cut with this specificity, since what is missed costs more than what is looked at twice.

    Without a specificity, the cut with the most sensitivity and specificity together; the middle, where several do
    equally well.
    """
    levels = np.unique(np.round(score, 3))
    if specificity is not None:
        return round(float(next(level for level in levels if (score[~positive] < level).mean() >= specificity)), 4)
    gain = np.array([(score[positive] >= level).mean() + (score[~positive] < level).mean() for level in levels])
    best = levels[gain >= gain.max() - 1e-9]
    return round(float((best[0] + best[-1]) / 2), 4)
