"""Proves the whole path without data: draws forty phantoms, learns one epoch, exports, and compares the outputs."""

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
import torch.nn.functional as F

from . import augment, calibrate, data, export, gate, measure, strangers
from .depthwise import Depthwise
from .tasks import TASKS, Task
from .train import Best, train

TASK = Task(
    name="phantom", classes=["clear", "spot"], made_of={}, grey=True, epochs=1, draws=64, most={}, sides=(96, 96, 96),
    healthy="clear",
)


def phantoms(count: int) -> data.Pictures:
    """Grey ovals like a skull; every other one holds a bright spot."""
    random = np.random.default_rng(5)
    y, x = np.mgrid[-1:1:data.KEPT * 1j, -1:1:data.KEPT * 1j]
    pixels = []
    for i in range(count):
        picture = 90.0 * (np.hypot(x / random.uniform(0.6, 0.8), y / random.uniform(0.7, 0.9)) < 1)
        if i % 2:
            picture += 120 * (np.hypot(x - random.uniform(-0.3, 0.3), y - random.uniform(-0.3, 0.3)) < 0.2)
        noisy = (picture + random.normal(20, 8, picture.shape)).clip(0, 255).astype(np.uint8)
        pixels.append(data.reencode(noisy[..., None], data.QUALITY))
    return data.Pictures(np.stack(pixels), np.arange(count) % 2, [str(i) for i in range(count)], [])


def depthwise_agrees() -> None:
    """The quick backward pass gives the library's gradients."""
    torch.manual_seed(0)
    for kernel, stride, side in [(3, 1, 8), (3, 2, 8), (5, 1, 8), (5, 2, 8), (5, 1, 40), (5, 2, 40)]:
        x = torch.randn(2, 6, side, side).contiguous(memory_format=torch.channels_last).requires_grad_()
        weight = torch.randn(6, 1, kernel, kernel, requires_grad=True)
        before, after = (kernel - stride) // 2, (kernel - stride + 1) // 2
        theirs = F.conv2d(F.pad(x, (before, after, before, after)), weight, None, stride, 0, 1, 6)
        ours = Depthwise.apply(x, weight, stride)
        grad = torch.randn_like(theirs)
        pairs = zip(torch.autograd.grad(theirs, (x, weight), grad), torch.autograd.grad(ours, (x, weight), grad))
        for expected, found in pairs:
            torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-4)


def calibration_is_folded() -> None:
    """What is put into the last layer says what the calibration says, and comes nearer to the truth."""
    random = np.random.default_rng(3)
    task = replace(TASK, classes=["clear", "spot", "stain"], answers_sick=True)
    labels = random.integers(0, 3, 600)
    features = np.eye(3)[labels] * [3, 1, 1] + random.normal(size=(600, 3))
    last = torch.nn.Linear(3, 3)
    said = last(torch.from_numpy(features).float()).detach().numpy()
    honest = calibrate.fit(task, said, labels)
    calibrate.fold(SimpleNamespace(linear=last), honest)
    folded = last(torch.from_numpy(features).float()).detach().numpy()
    np.testing.assert_allclose(folded, honest.logits(said), atol=0.02)
    sick = labels != 0
    before, after = (measure.calibration_error(1 - measure.softmax(z)[:, 0], sick) for z in (said, folded))
    if after > min(before, 0.06):
        raise SystemExit(f"the calibration made probabilities no better: {before:.3f}, {after:.3f}")


def the_best_is_kept() -> None:
    """Training keeps what the validation pictures like best, and stops when they like nothing better."""
    net, best = torch.nn.Linear(1, 1), Best()
    kept = []
    for likes in (0.5, 0.7, 0.7, 0.6, 0.65):
        torch.nn.init.constant_(net.weight, likes + len(kept) / 100)
        kept.append(best.hears(likes, net))
    if kept != [True, True, True, False, False] or not best.tired or abs(best.weights["weight"].item() - 0.72) > 1e-6:
        raise SystemExit(f"the best weights are not those that were kept: {kept}, {best.weights}")


def whole_groups_are_set_aside() -> None:
    """What is set aside and what is learned from share nobody, and nothing is lost between them."""
    groups = [f"person{i // 3}" for i in range(900)]
    learned, aside = data.apart(data.Pictures(np.arange(900), np.zeros(900, int), groups, groups))
    together = sorted([*learned.pixels, *aside.pixels])
    if set(learned.groups) & set(aside.groups) or together != list(range(900)) or not 45 < len(aside.labels) < 180:
        raise SystemExit(f"{len(learned.labels)} and {len(aside.labels)} of 900 pictures were not parted by groups")


def main() -> None:
    began = time.time()
    torch.set_num_threads(2)
    depthwise_agrees()
    calibration_is_folded()
    the_best_is_kept()
    whole_groups_are_set_aside()
    pictures = phantoms(40)
    net = export.folded(train(TASK, pictures, None, None))
    x = augment.plain(pictures.pixels, 96)
    with torch.inference_mode():
        features = ((net.explain(x)[2] + net.explain(x.flip(3))[2]) / 2).numpy()
    bell = gate.fit(features.astype(np.float64))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "phantom.onnx"
        export.write(net, 96, path, [bell], features=True)
        difference = export.check(net, path, x)
        away = export.run(path, x, ["distance"])[0][:, 0]
        drawn = np.stack([picture.mean(2, keepdims=True).astype(np.uint8) for picture in strangers.draw(8, "test", 224)])
        far = export.run(path, augment.plain(drawn, 96), ["distance"])[0][:, 0]
        size = path.stat().st_size
    np.testing.assert_allclose(away, bell.distance(features), rtol=0.05)
    if np.median(far) < 2 * np.median(away):
        raise SystemExit("pages and noise lie as near as the phantoms")
    if measure.auc(np.array([0.1, 0.4, 0.4, 0.9]), np.array([False, False, True, True])) != 0.875:
        raise SystemExit("the area under the curve is miscounted")
    if len(TASKS["atlas"].classes) != 16 or size > 16_000_000:
        raise SystemExit("the atlas lost a class or the file grew too large")
    print(f"agrees within {difference:.1e}, {size / 1e6:.1f} MB, {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
