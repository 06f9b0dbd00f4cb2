"""Weights as int8 rows with a float32 scale each: how a bundle stores whatever is large (docs/bundle.md)."""

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

# Weights of no more numbers than this stay float32: they weigh little, and the first layers among them are where
# rounding would show.
SMALLEST = 4096
LEVELS = 127


def is_stored_in_rows(shape: tuple[int, ...]) -> bool:
    """Whether a weight of this shape is stored as int8 rows: matrices and kernels, never biases and norms."""
    return len(shape) >= 2 and int(np.prod(shape)) > SMALLEST


def quantised(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Float32 [R, …] to int8 of the same shape and scales [R]; the largest number of each row becomes ±127. Quantising
    what `restored` made gives the very same integers and scales, as long as the scales have no more than 17 bits."""
    flat = values.reshape(len(values), -1).astype(np.float32)
    scales = np.maximum(np.abs(flat).max(1), 1e-8) / np.float32(LEVELS)
    return np.rint(flat / scales[:, None]).astype(np.int8).reshape(values.shape), scales.astype(np.float32)


def restored(integers: np.ndarray, scales: np.ndarray) -> np.ndarray:
    """int8 [R, …] and scales [R] to float32, as DequantizeLinear computes it."""
    return integers.astype(np.float32) * scales.reshape(-1, *[1] * (integers.ndim - 1))


def round_to_rows(module: nn.Module) -> None:
    """Rounds a module's weights and buffers as a bundle stores them, so that PyTorch computes with the very numbers
    that are shipped."""
    for values in (*module.parameters(), *module.buffers()):
        if values.is_floating_point() and is_stored_in_rows(tuple(values.shape)):
            values.data = torch.from_numpy(restored(*quantised(values.data.numpy())))


def store_rows(model: onnx.ModelProto) -> None:
    """Stores a graph's large float32 weights as int8 rows, with a DequantizeLinear behind each."""
    restoring, kept = [], []
    for weight in model.graph.initializer:
        if weight.data_type != TensorProto.FLOAT or not is_stored_in_rows(tuple(weight.dims)):
            kept.append(weight)
            continue
        integers, scales = quantised(numpy_helper.to_array(weight))
        names = [f"{weight.name}.int8", f"{weight.name}.scales"]
        kept += [numpy_helper.from_array(integers, names[0]), numpy_helper.from_array(scales, names[1])]
        restoring.append(helper.make_node("DequantizeLinear", names, [weight.name], axis=0))
    nodes = [*restoring, *model.graph.node]
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend(kept)
    model.graph.node.extend(nodes)
