"""Figures of merit, each with a bootstrap interval."""

import numpy as np
import torch

from . import augment


def predict(net, pixels: np.ndarray, side: int) -> np.ndarray:
    """Logits of byte pictures, without random changes."""
    net.eval()
    with torch.inference_mode():
        parts = [net(augment.plain(pixels[i:i + 50], side)).float() for i in range(0, len(pixels), 50)]
    return torch.cat(parts).numpy()


def softmax(logits: np.ndarray) -> np.ndarray:
    scaled = logits.astype(np.float64)
    raised = np.exp(scaled - scaled.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def auc(scores: np.ndarray, positive: np.ndarray) -> float:
    """Area under the curve: the share of (positive, negative) pairs in the right order, ties counted half."""
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    rank = (np.cumsum(counts) - (counts - 1) / 2)[place]
    pos = int(positive.sum())
    return float((rank[positive].sum() - pos * (pos + 1) / 2) / (pos * (len(positive) - pos)))


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 15) -> float:
    """Expected calibration error: how far stated confidence lies from the share that is right."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(right[place == b].sum() - confidence[place == b].sum()) for b in range(bins)]
    return float(sum(gaps) / len(right))


def f1(guess: np.ndarray, truth: np.ndarray, classes: int) -> float:
    """Mean over the classes of the balance between finding all and finding only."""
    scores = []
    for label in range(classes):
        hit = ((guess == label) & (truth == label)).sum()
        wrong = ((guess == label) != (truth == label)).sum()
        scores.append(2 * hit / (2 * hit + wrong) if hit + wrong else 1.0)
    return float(np.mean(scores))


def classes_figures(p: np.ndarray, truth: np.ndarray, groups: list[str]) -> dict:
    """Accuracy, F1 and calibration of a choice among all classes."""
    guess = p.argmax(1)
    return with_intervals({
        "accuracy": lambda i: (guess[i] == truth[i]).mean(),
        "f1": lambda i: f1(guess[i], truth[i], p.shape[1]),
        "ece": lambda i: calibration_error(p[i].max(1), guess[i] == truth[i]),
    }, groups)


def binary_figures(score: np.ndarray, positive: np.ndarray, cut: float, groups: list[str]) -> dict:
    """Accuracy, AUC, sensitivity, specificity, F1 and calibration of a yes-or-no question."""
    yes = score >= cut
    return with_intervals({
        "accuracy": lambda i: (yes[i] == positive[i]).mean(),
        "auc": lambda i: auc(score[i], positive[i]),
        "sensitivity": lambda i: yes[i][positive[i]].mean(),
        "specificity": lambda i: (~yes[i][~positive[i]]).mean(),
        "f1": lambda i: 2 * (yes & positive)[i].sum() / (yes[i].sum() + positive[i].sum()),
        "ece": lambda i: calibration_error(score[i], positive[i]),
    }, groups)


def with_intervals(figures: dict, groups: list[str], draws: int = 1000) -> dict:
    """Each figure with its 95 % interval; whole groups are drawn, since pictures of one person are alike."""
    random = np.random.default_rng(7)
    names, member = np.unique(np.array(groups), return_inverse=True)
    members = [np.flatnonzero(member == g) for g in range(len(names))]
    everything = np.arange(len(groups))
    found: dict[str, list[float]] = {name: [] for name in figures}
    for _ in range(draws):
        drawn = np.concatenate([members[g] for g in random.integers(0, len(names), len(names))])
        for name, figure in figures.items():
            with np.errstate(all="ignore"):
                found[name].append(float(figure(drawn)))
    return {
        name: [round(float(v), 4) for v in (figure(everything), *np.nanpercentile(found[name], [2.5, 97.5]))]
        for name, figure in figures.items()
    }
