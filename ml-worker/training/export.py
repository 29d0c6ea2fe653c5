"""Writes a net as ONNX from plain operations: fixed shapes, batch normalization folded, half-precision weights on disk."""

import copy
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

from .gate import Familiarity
from .net import Conv, Net

OPSET = 13
# onnxruntime may differ from torch by this much in any output, relative to the output's largest value or to one.
TOLERANCE = 1e-3


def folded(net: Net) -> Net:
    """A copy whose batch normalizations do nothing and whose weights are exact in half precision."""
    net = copy.deepcopy(net).eval()
    with torch.no_grad():
        for part in net.modules():
            if isinstance(part, Conv):
                weight, bias = part.folded()
                part.conv.weight.copy_(weight.half().float())
                part.bn.weight.fill_(1)
                part.bn.bias.copy_(bias.half().float())
                part.bn.running_mean.zero_()
                part.bn.running_var.fill_(1 - part.bn.eps)
        for weights in (net.linear.weight, net.linear.bias):
            weights.copy_(weights.half().float())
    return net


class _Graph:
    """Collects nodes; every weight is kept as half precision and widened by a Cast."""

    def __init__(self) -> None:
        self.nodes, self.weights, self.count, self.kept = [], [], 0, {}

    def add(self, kind: str, inputs: list[str], name: str | None = None, **attributes) -> str:
        self.count += 1
        out = name or f"{kind.lower()}{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [out], **attributes))
        return out

    def weight(self, values) -> str:
        values = values.detach().numpy() if isinstance(values, torch.Tensor) else np.asarray(values)
        self.count += 1
        name = f"weight{self.count}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values.astype(np.float16)), name))
        return self.add("Cast", [name], to=TensorProto.FLOAT)

    def number(self, name: str, value: float) -> str:
        self.weights.append(numpy_helper.from_array(np.array(value, np.float32), name))
        return name

    def array(self, values, kind=np.float32) -> str:
        self.count += 1
        name = f"array{self.count}"
        self.weights.append(numpy_helper.from_array(np.asarray(values, kind), name))
        return name

    def mirrored(self, x: str, side: int) -> str:
        return self.add("Gather", [x, self.array(np.arange(side)[::-1], np.int64)], axis=3)

    def conv(self, part: Conv, x: str, limits: tuple[str, str]) -> str:
        if part not in self.kept:
            self.kept[part] = [self.weight(values) for values in part.folded()]
        before, after = part.pads
        x = self.add(
            "Conv", [x, *self.kept[part]], group=part.conv.groups,
            kernel_shape=list(part.conv.kernel_size), strides=list(part.conv.stride), pads=[before, before, after, after],
        )
        return self.add("Clip", [x, *limits]) if part.act else x


def write(
    net: Net, side: int, path: Path, familiarity: list[Familiarity] | None = None, features: bool = False,
    mirrored: bool = True,
) -> None:
    """Writes the folded `net` with the outputs logits and cam, and features and distance where asked.

    Where `mirrored`, the picture is read as it is and as in a mirror, and the two readings are averaged.
    """
    graph, classes = _Graph(), net.linear.out_features
    limits = (graph.number("zero", 0.0), graph.number("six", 6.0))
    cells, weight = side // 32, graph.weight(net.linear.weight[:, :, None, None])
    # Two readings of one picture; as one reading of two pictures tract would take half as long again.
    views = ["image", *([graph.mirrored("image", side)] if mirrored else [])]
    maps = [_maps(graph, net, x, limits) for x in views]
    if mirrored:
        one, two = (graph.add("Conv", [x, weight], kernel_shape=[1, 1]) for x in maps)
        cam = graph.add("Mul", [graph.add("Add", [one, graph.mirrored(two, cells)]), graph.array([0.5])], "cam")
    else:
        cam = graph.add("Conv", [maps[0], weight], "cam", kernel_shape=[1, 1])
    evidence = graph.add("Flatten", [graph.add("GlobalAveragePool", [cam])], axis=1)
    graph.add("Add", [evidence, graph.weight(net.linear.bias)], "logits")
    outputs = [("logits", [1, classes]), ("cam", [1, classes, cells, cells])]
    if features:
        means = [graph.add("GlobalAveragePool", [x]) for x in maps]
        if mirrored:
            means = [graph.add("Mul", [graph.add("Add", means), graph.array([0.5])])]
        pooled = graph.add("Flatten", means, "features", axis=1)
        outputs.append(("features", [1, net.linear.in_features]))
        if familiarity:
            _write_distance(graph, pooled, familiarity)
            outputs.append(("distance", [1, len(familiarity)]))
    body = helper.make_graph(
        graph.nodes, path.stem,
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3, side, side])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs],
        graph.weights,
    )
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="chartkey-training")
    model.ir_version = 8
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)


def _maps(graph: _Graph, net: Net, x: str, limits: tuple[str, str]) -> str:
    x = graph.conv(net.stem, x, limits)
    for block in net.blocks:
        y = graph.conv(block.expand, x, limits) if block.expand is not None else x
        y = graph.conv(block.project, graph.conv(block.filter, y, limits), limits)
        x = graph.add("Add", [x, y]) if block.residual else y
    return graph.conv(net.head, x, limits)


def _write_distance(graph: _Graph, pooled: str, familiarity: list[Familiarity]) -> None:
    found = []
    for known in familiarity:
        away = graph.add("Sub", [pooled, graph.weight(known.mean[None])])
        along = graph.add("MatMul", [away, graph.weight(known.directions)])
        near = graph.add("MatMul", [graph.add("Mul", [along, along]), graph.weight(known.scales[:, None])])
        far = graph.add("MatMul", [graph.add("Mul", [away, away]), graph.weight(np.full((len(known.mean), 1), known.rest))])
        found.append(graph.add("Add", [near, far]))
    graph.add("Concat", found, "distance", axis=1)


def opened(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """The file as onnxruntime runs it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def run(path: Path, x: torch.Tensor, wanted: list[str]) -> list[np.ndarray]:
    """The wanted outputs of normalized pictures, one after another."""
    session = opened(path)
    parts = [session.run(wanted, {"image": np.ascontiguousarray(picture[None].numpy())}) for picture in x]
    return [np.concatenate(column) for column in zip(*parts)]


def expected(net: Net, x: torch.Tensor, mirrored: bool = True) -> tuple[torch.Tensor, torch.Tensor]:
    """What the file must give for normalized pictures: logits and map, averaged with those of the mirror's picture."""
    with torch.inference_mode():
        logits, cam, _ = net.explain(x)
        if not mirrored:
            return logits, cam
        turned = net.explain(x.flip(3))
        return (logits + turned[0]) / 2, (cam + turned[1].flip(3)) / 2


def check(net: Net, path: Path, x: torch.Tensor, mirrored: bool = True) -> float:
    """The largest relative difference between torch and the file; refuses more than `TOLERANCE`.

    Also refuses a class activation map whose mean plus the bias is not the logits.
    """
    logits, cam = run(path, x, ["logits", "cam"])
    wanted = expected(net, x, mirrored)
    worst = max(_difference(logits, wanted[0].numpy()), _difference(cam, wanted[1].numpy()))
    from_map = cam.mean((2, 3)) + net.linear.bias.detach().numpy()
    worst = max(worst, _difference(from_map, wanted[0].numpy()))
    if worst > TOLERANCE:
        raise ValueError(f"{path.name} differs from the trained net by {worst:.2e}")
    return worst


def _difference(found: np.ndarray, expected: np.ndarray) -> float:
    return float(np.abs(found - expected).max() / max(1.0, np.abs(expected).max()))
