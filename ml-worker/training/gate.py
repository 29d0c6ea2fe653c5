"""Says whether a picture is of a kind that a model knows, from the atlas model's outputs.

A picture passes when the atlas gives the kind's classes enough probability, and when its features lie no further from
those of the training pictures than theirs do. The first refuses other known kinds, the second what nobody foresaw.
"""

from dataclasses import dataclass

import numpy as np

from . import measure

# Directions of the training pictures' spread that are kept apart; the rest counts as one.
DIRECTIONS = 48
# Share of right-kind validation pictures that each of the two thresholds lets pass.
KEPT = 0.995
KINDS = {"chest": "chest-xray", "brain": "brain-mri"}


@dataclass
class Familiarity:
    """The training pictures' features as a bell: its middle, its main directions, and its width along each."""

    mean: np.ndarray
    directions: np.ndarray
    # What is added per squared step along a direction, beyond `rest`.
    scales: np.ndarray
    # What is added per squared step in any direction.
    rest: float

    def distance(self, features: np.ndarray) -> np.ndarray:
        away = features - self.mean
        along = away @ self.directions
        return (along ** 2) @ self.scales + (away ** 2).sum(1) * self.rest


def fit(features: np.ndarray) -> Familiarity:
    """The bell around these features, scaled so that their own mean distance is about one."""
    mean = features.mean(0)
    away = features - mean
    _, strengths, rows = np.linalg.svd(away, full_matrices=False)
    spread = strengths ** 2 / len(features)
    size, kept = features.shape[1], min(DIRECTIONS, len(features) // 4)
    rest = spread[kept:].sum() / (size - kept)
    return Familiarity(mean, rows[:kept].T.copy(), (1 / spread[:kept] - 1 / rest) / size, float(1 / rest / size))


def kind_probability(p: np.ndarray, classes: list[str], model: str) -> np.ndarray:
    """The probability that a picture is of `model`'s kind, whatever it shows."""
    return p[:, [i for i, name in enumerate(classes) if name.startswith(KINDS[model])]].sum(1)


def thresholds(probability: np.ndarray, distance: np.ndarray) -> dict[str, float]:
    """The least probability and the most distance, from right-kind validation pictures."""
    return {
        "min_probability": round(float(min(np.quantile(probability, 1 - KEPT), 0.9)), 4),
        "max_distance": round(float(np.quantile(distance, KEPT)), 4),
    }


def passes(probability: np.ndarray, distance: np.ndarray, limits: dict[str, float]) -> np.ndarray:
    return (probability >= limits["min_probability"]) & (distance <= limits["max_distance"])


def figures(passed: np.ndarray, right: np.ndarray, groups: list[str]) -> dict:
    """The share of right-kind pictures kept and of other pictures refused."""
    return measure.with_intervals({
        "kept": lambda i: passed[i][right[i]].mean(),
        "refused": lambda i: (~passed[i][~right[i]]).mean(),
    }, groups)
