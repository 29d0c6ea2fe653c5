"""Changes pictures so as to mislead a model that is known: `python -m training.adversarial chest --data DIR`.

Every pixel moves by so many of 255 grey levels in the direction that makes the right class less likely (one step along the
sign of the gradient). Prints the share of right answers before and after, and the same for noise of that strength.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from . import augment, data
from .net import Net
from .tasks import TASKS

STRENGTHS = (1, 2, 4, 8)
SEED = 3


def share_right(net: Net, x: torch.Tensor, y: torch.Tensor, healthy: int) -> tuple[float, float]:
    """Of the classes, and of sick or not."""
    with torch.inference_mode():
        guess = torch.cat([net(part).argmax(1) for part in x.split(50)])
    return float((guess == y).float().mean()), float(((guess == healthy) == (y == healthy)).float().mean())


def gradient_sign(net: Net, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Which way each pixel makes the right class less likely; the same for all three channels of a grey picture."""
    signs = []
    for part, labels in zip(x.split(50), y.split(50)):
        part = part.clone().requires_grad_(True)
        F.cross_entropy(net(part), labels).backward()
        signs.append(part.grad.sum(1, keepdim=True).sign())
    return torch.cat(signs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=[name for name, task in TASKS.items() if task.healthy])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("/tmp/train-cache"))
    parser.add_argument("--most", type=int, default=200, help="so many pictures, evenly spread")
    args = parser.parse_args()
    torch.set_num_threads(1)
    task = TASKS[args.task]
    net = Net(len(task.classes)).eval()
    net.load_state_dict(torch.load(args.work / f"{task.name}.pt", weights_only=True))
    test = data.load(task, "test", args.data, args.work)
    pick = np.linspace(0, len(test.labels) - 1, min(args.most, len(test.labels))).astype(int)
    x, y = augment.plain(test.pixels[pick], task.sides[2]), torch.from_numpy(test.labels[pick])
    healthy = task.classes.index(task.healthy)
    said = [f"{len(pick)} pictures", "classes {:.3f}, sick or not {:.3f}".format(*share_right(net, x, y, healthy))]
    sign, random = gradient_sign(net, x, y), torch.Generator().manual_seed(SEED)
    for strength in STRENGTHS:
        step = strength / 255 / augment.STD
        low, high = (0 - augment.MEAN) / augment.STD, (1 - augment.MEAN) / augment.STD
        noise = torch.randint(0, 2, sign.shape, generator=random) * 2.0 - 1
        for name, direction in (("misled", sign), ("noise", noise)):
            shares = share_right(net, (x + step * direction).clamp(low, high), y, healthy)
            said.append("{} by {}: classes {:.3f}, sick or not {:.3f}".format(name, strength, *shares))
    print(f"{task.name}: " + "; ".join(said))


if __name__ == "__main__":
    main()
