"""Changes a picture as a camera, a scanner or a technician might, never as medicine forbids.

Chests are never turned upside down. Left and right are exchanged everywhere, because none of the labels names a side:
pneumonia in either lung, or a tumour in either half of the brain, has the same label.
"""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

from . import head
from .data import reencode

MEAN, STD = 0.5, 0.5


@dataclass(frozen=True)
class Changes:
    """How far a picture may be changed; shares are probabilities, angles are degrees."""

    turn: float = 10.0
    # Smallest and largest share of the picture's side that is seen.
    view: tuple[float, float] = (0.78, 1.06)
    shift: float = 0.06
    stretch: float = 0.10
    gamma: float = 0.40
    contrast: float = 0.30
    brightness: float = 0.15
    noise: float = 0.03
    blur_share: float = 0.3
    coarse_share: float = 0.35
    patch_share: float = 0.25
    jpeg_share: float = 0.0
    tint: float = 0.0
    # Brightness through a random bent curve, as another sequence or scanner would give it.
    curve_share: float = 0.0
    # Share of brain slices that lose their border.
    tight_share: float = 0.0


def changed(pixels: np.ndarray, side: int, how: Changes, any_way_up: torch.Tensor, random: torch.Generator) -> torch.Tensor:
    """A batch of byte pictures, changed at random and normalized: (n, 3, side, side)."""
    def uniform(low: float, high: float, *shape: int) -> torch.Tensor:
        return torch.rand(shape, generator=random) * (high - low) + low

    if how.jpeg_share:
        pick = uniform(0, 1, len(pixels)).tolist()
        quality = uniform(25, 95, len(pixels)).int().tolist()
        pixels = np.stack([reencode(p, q) if u < how.jpeg_share else p for p, u, q in zip(pixels, pick, quality)])
    x = torch.from_numpy(np.array(pixels)).permute(0, 3, 1, 2).float() / 255
    n = len(x)
    x = F.interpolate(x, size=(int(side * 1.25),) * 2, mode="bilinear", antialias=True) if side * 1.25 < x.shape[-1] else x
    rows = _view(n, how, any_way_up, uniform)
    if how.tight_share:
        tight = (uniform(0, 1, n) < how.tight_share)[:, None]
        rows = head.inside(rows, torch.where(tight, head.boxes(x[:, 0]), torch.tensor([0.0, 0.0, 1.0, 1.0])))
    grid = F.affine_grid(rows, (n, 1, side, side), align_corners=False)
    x = F.grid_sample(x, grid, mode="bilinear", padding_mode="border", align_corners=False)
    x = _coarsened(x, how, uniform)
    x = _blurred(x, how, uniform)
    x = _curved(x, how, uniform) if how.curve_share else x
    x = x.clamp(1e-4, 1) ** torch.exp(uniform(-how.gamma, how.gamma, n, 1, 1, 1))
    middle = x.mean((1, 2, 3), keepdim=True)
    x = (x - middle) * (1 + uniform(-how.contrast, how.contrast, n, 1, 1, 1)) + middle
    x = x + uniform(-how.brightness, how.brightness, n, 1, 1, 1)
    if how.tint:
        x = x * (1 + uniform(-how.tint, how.tint, n, x.shape[1], 1, 1))
    x = x + torch.randn(x.shape, generator=random) * uniform(0, how.noise, n, 1, 1, 1)
    return normalized(_patched(x.clamp(0, 1), how, uniform))


def plain(pixels: np.ndarray, side: int) -> torch.Tensor:
    """A batch of byte pictures as the model's file meets them in use."""
    x = torch.from_numpy(np.array(pixels)).permute(0, 3, 1, 2).float() / 255
    if x.shape[-1] != side:
        x = F.interpolate(x, size=(side, side), mode="bilinear", antialias=True, align_corners=False)
    return normalized(x)


def normalized(x: torch.Tensor) -> torch.Tensor:
    """Zero to one becomes minus one to one; one channel is repeated three times."""
    return ((x - MEAN) / STD).expand(-1, 3, -1, -1).contiguous(memory_format=torch.channels_last)


def _view(n, how, any_way_up, uniform):
    angle = uniform(-how.turn, how.turn, n)
    angle = torch.deg2rad(torch.where(any_way_up, uniform(-180, 180, n), angle))
    size = uniform(*how.view, n)
    wide, high = size * (1 + uniform(-how.stretch, how.stretch, n)), size * (1 + uniform(-how.stretch, how.stretch, n))
    mirror = torch.where(uniform(0, 1, n) < 0.5, -1.0, 1.0)
    room = (1 - size).clamp(min=0) + how.shift
    across, down = uniform(-1, 1, n) * room, uniform(-1, 1, n) * room
    return torch.stack([
        torch.stack([torch.cos(angle) * wide * mirror, -torch.sin(angle) * high, across], 1),
        torch.stack([torch.sin(angle) * wide * mirror, torch.cos(angle) * high, down], 1),
    ], 1)


def _curved(x, how, uniform):
    """Maps brightness through a curve of five random steps that keeps black; it may fall as well as rise."""
    for i in (uniform(0, 1, len(x)) < how.curve_share).nonzero()[:, 0].tolist():
        knots = torch.linspace(0, 1, 6) + uniform(-0.28, 0.28, 6)
        knots[0] = 0
        place = x[i].clamp(0, 1) * 5
        low = place.floor().clamp(max=4).long()
        x[i] = (knots[low] + (knots[low + 1] - knots[low]) * (place - low)).clamp(0, 1)
    return x


def _coarsened(x, how, uniform):
    side, chosen = x.shape[-1], uniform(0, 1, len(x)) < how.coarse_share
    for half in chosen.nonzero()[:, 0].chunk(3):
        if len(half):
            small = int(side * uniform(0.35, 0.9, 1))
            shrunk = F.interpolate(x[half], size=(small, small), mode="bilinear", antialias=True)
            x[half] = F.interpolate(shrunk, size=(side, side), mode="bilinear", align_corners=False)
    return x


def _blurred(x, how, uniform):
    chosen = (uniform(0, 1, len(x)) < how.blur_share).nonzero()[:, 0]
    for part in chosen.chunk(2):
        if len(part):
            sigma = float(uniform(0.4, 1.4, 1))
            taps = torch.exp(-torch.arange(-3, 4).float() ** 2 / (2 * sigma * sigma))
            taps, channels = taps / taps.sum(), x.shape[1]
            y = F.pad(x[part], (3, 3, 3, 3), mode="reflect")
            y = F.conv2d(y, taps.view(1, 1, 1, 7).expand(channels, 1, 1, 7), groups=channels)
            x[part] = F.conv2d(y, taps.view(1, 1, 7, 1).expand(channels, 1, 7, 1), groups=channels)
    return x


def _patched(x, how, uniform):
    """Covers one patch with its mean, so that no single corner, letter or wire decides."""
    n, _, side, _ = x.shape
    for i in (uniform(0, 1, n) < how.patch_share).nonzero()[:, 0].tolist():
        high, wide = (int(v) for v in uniform(0.08, 0.3, 2) * side)
        top, left = int(uniform(0, side - high, 1)), int(uniform(0, side - wide, 1))
        x[i, :, top:top + high, left:left + wide] = x[i, :, top:top + high, left:left + wide].mean()
    return x
