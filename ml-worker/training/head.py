"""Finds the head's box in a slice, so that a slice can lose its border as in collections that were cut tightly.

A row belongs to the head when more than `SHARE` of its pixels are brighter than `LIT` times the picture's mean; columns
likewise. The box runs from the first such row and column to the last, grown by `GROWN` about its middle.
"""

import torch

LIT = 0.5
SHARE = 0.06
GROWN = 1.04
# No box is narrower than this share of the picture.
LEAST = 0.3


def boxes(brightness: torch.Tensor) -> torch.Tensor:
    """Middle (across, down) and half size (across, down) of each (n, side, side) picture, from -1 to 1 over its side."""
    lit = (brightness > brightness.mean((1, 2), keepdim=True) * LIT).float()
    across, down = _span(lit.mean(1)), _span(lit.mean(2))
    return torch.stack([across[0], down[0], across[1], down[1]], 1)


def _span(profile: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    side = profile.shape[1]
    inside = (profile > SHARE).float()
    steps = torch.arange(side, dtype=torch.float32)
    first = side - (inside * (side - steps)).amax(1)
    last = (inside * (steps + 1)).amax(1)
    half = ((last - first) / side * GROWN).clamp(min=LEAST)
    return (first + last) / side - 1, half


def inside(rows: torch.Tensor, box: torch.Tensor) -> torch.Tensor:
    """The views `rows` (n, 2, 3) taken within the boxes instead of the whole picture."""
    middle, half = box[:, :2, None], box[:, 2:, None]
    return torch.cat([rows[:, :, :2] * half, rows[:, :, 2:] * half + middle], 2)

