"""Depthwise convolution with a backward pass that is quick in bfloat16 on a processor.

PyTorch's own is ten times slower there for 5x5 kernels and for stride two; the figures agree, see smoke.py.
"""

import torch
import torch.nn.functional as F

# Up to this many output pixels a side, one multiply-and-sum per kernel cell beats the library's kernel.
SMALL_SIDE = 12


class Depthwise(torch.autograd.Function):
    """`x` convolved channel by channel with `weight` (channels, 1, k, k) under TensorFlow's "same" padding."""

    @staticmethod
    def forward(ctx, x: torch.Tensor, weight: torch.Tensor, stride: int) -> torch.Tensor:
        kernel = weight.shape[-1]
        before, after = (kernel - stride) // 2, (kernel - stride + 1) // 2
        padded = x if before == after else F.pad(x, (before, after, before, after))
        ctx.save_for_backward(x, weight)
        ctx.stride, ctx.pads = stride, (before, after)
        return F.conv2d(padded, weight.to(x.dtype), None, stride, before if before == after else 0, 1, len(weight))

    @staticmethod
    def backward(ctx, grad: torch.Tensor):
        x, weight = ctx.saved_tensors
        grad = grad.contiguous(memory_format=torch.channels_last)
        to_input = _input_gradient(x, weight.to(grad.dtype), grad, ctx.stride, ctx.pads)
        return to_input, _weight_gradient(x, weight, grad, ctx.stride, ctx.pads).to(weight.dtype), None


def _input_gradient(x, weight, grad, stride, pads):
    kernel, channels = weight.shape[-1], len(weight)
    flipped = weight.flip(2, 3)
    if stride == 1:
        return F.conv2d(grad, flipped, None, 1, kernel // 2, 1, channels)
    side = (grad.shape[-1] - 1) * stride + 1
    spread = grad.new_zeros((grad.shape[0], side, side, channels)).permute(0, 3, 1, 2)
    spread[:, :, ::stride, ::stride] = grad
    whole = F.conv2d(spread, flipped, None, 1, kernel - 1, 1, channels)
    return whole[:, :, pads[0]:pads[0] + x.shape[2], pads[0]:pads[0] + x.shape[3]]


def _weight_gradient(x, weight, grad, stride, pads):
    kernel, side = weight.shape[-1], grad.shape[-1]
    padded = F.pad(x, (pads[0], pads[1], pads[0], pads[1]))
    if kernel == 5 and side <= SMALL_SIDE:
        reach = side * stride
        cells = [
            (padded[:, :, i:i + reach:stride, j:j + reach:stride] * grad).sum((0, 2, 3), dtype=torch.float32)
            for i in range(kernel) for j in range(kernel)
        ]
        return torch.stack(cells, 1).view_as(weight)
    if kernel == 5:
        padded, grad = padded.float(), grad.float()
    return torch.ops.aten.convolution_backward(
        grad, padded, weight.to(grad.dtype), None, [stride] * 2, [0, 0], [1, 1], False, [0, 0], len(weight),
        [False, True, False],
    )[1]
