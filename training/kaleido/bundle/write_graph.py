"""ONNX graphs of PyTorch modules: written with int8 rows, opened, and compared with what they were made of."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn

from kaleido.bundle.int8 import store_rows
from kaleido.bundle.simplify import simplify

Axes = dict[str, dict[int, str]]


class Graph(NamedTuple):
    """A graph to be: the module, examples of its inputs by name, the names of its outputs, and the free axes of inputs
    and outputs by name."""

    module: nn.Module
    inputs: dict[str, torch.Tensor]
    outputs: list[str]
    axes: Axes


def write_graph(path: Path, graph: Graph) -> None:
    """Exports one graph, without what only computes shapes and with int8 rows."""
    torch.onnx.export(
        graph.module.eval(),
        tuple(graph.inputs.values()),
        str(path),
        input_names=list(graph.inputs),
        output_names=graph.outputs,
        dynamic_axes=graph.axes,
        opset_version=18,
        dynamo=False,
        do_constant_folding=False,
    )
    model = onnx.load(path)
    simplify(model)
    store_rows(model)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def session_options() -> onnxruntime.SessionOptions:
    """What every session over a bundle's graphs must be opened with, so that int8 rows become float32 once, at load."""
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return options


def open_session(path: Path) -> onnxruntime.InferenceSession:
    """A session over one graph of a bundle, on the CPU."""
    return onnxruntime.InferenceSession(path, session_options(), providers=["CPUExecutionProvider"])


def check(path: Path, module: nn.Module, inputs: dict[str, torch.Tensor]) -> float:
    """Largest difference between ONNX Runtime and PyTorch on random inputs of the example's shapes."""
    generator = torch.Generator().manual_seed(0)
    drawn = {
        k: torch.randn(v.shape, generator=generator) if v.is_floating_point() and v.dim() and "mask" not in k else v
        for k, v in inputs.items()
    }
    made = open_session(path).run(None, {k: v.numpy() for k, v in drawn.items()})
    with torch.no_grad():
        wanted = module(*drawn.values())
    wanted = wanted if isinstance(wanted, tuple) else (wanted,)
    return max(float(np.abs(a - b.numpy()).max(initial=0)) for a, b in zip(made, wanted, strict=True))
