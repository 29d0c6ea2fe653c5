"""Makes a net's probabilities honest, on validation pictures as they are and as other scanners might give them."""

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


def fit(said: np.ndarray, labels: np.ndarray) -> tuple[float, np.ndarray]:
    """The divisor of the logits and the shift of each class under which the labels are likeliest.

    Every class weighs the same, so that the shifts do not learn how often a class stands in the collection.
    """
    x, y = torch.from_numpy(said.astype(np.float64)), torch.from_numpy(labels)
    weights = 1 / torch.bincount(y, minlength=x.shape[1]).clamp(min=1).double()
    scale = torch.zeros((), dtype=torch.float64, requires_grad=True)
    shift = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([scale, shift], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        value = F.cross_entropy(x * scale.exp() + shift, y, weight=weights) + SHIFT_COST * shift.square().mean()
        value.backward()
        return value

    search.step(loss)
    return float((-scale).exp().detach()), (shift - shift.mean()).detach().numpy()


@torch.no_grad()
def fold(net: Net, warmth: float, shift: np.ndarray) -> None:
    """Puts divisor and shifts into the last layer, so that the logits need no further step."""
    net.linear.weight.div_(warmth)
    net.linear.bias.div_(warmth).add_(torch.from_numpy(shift).float())
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
