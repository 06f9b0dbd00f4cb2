import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from kaleido.bundle.int8 import SMALLEST, is_stored_in_rows, quantised, restored, round_to_rows, store_rows


def test_each_row_keeps_its_largest_number_and_is_right_to_half_a_step():
    values = np.random.default_rng(0).standard_normal((5, 3, 7)).astype(np.float32) * np.array([1, 10, 0.1, 1e-4, 0])[
        :, None, None
    ].astype(np.float32)
    integers, scales = quantised(values)
    assert integers.dtype == np.int8 and scales.dtype == np.float32 and scales.shape == (5,)
    assert (np.abs(integers).reshape(5, -1).max(1)[:4] == 127).all()
    assert (np.abs(restored(integers, scales) - values).reshape(5, -1).max(1) <= scales / 2 * 1.001).all()


def test_quantising_what_was_restored_changes_nothing():
    values = np.random.default_rng(1).standard_normal((64, 40)).astype(np.float32)
    integers, scales = quantised(values)
    halves = scales.astype(np.float16).astype(np.float32)
    again, same = quantised(restored(integers, halves))
    assert (again == integers).all() and (same == halves).all()


@pytest.mark.parametrize(
    ("shape", "wanted"), [((SMALLEST + 1,), False), ((64, 64), False), ((65, 64), True), ((64, 64, 3, 3), True)]
)
def test_only_large_matrices_and_kernels_are_stored_in_rows(shape, wanted):
    assert is_stored_in_rows(shape) is wanted


def test_a_module_is_rounded_to_what_is_stored():
    module = torch.nn.Sequential(torch.nn.Linear(80, 70), torch.nn.Linear(4, 4))
    before = [p.detach().clone() for p in module.parameters()]
    round_to_rows(module)
    after = list(module.parameters())
    torch.testing.assert_close(
        after[0].detach(), torch.from_numpy(restored(*quantised(before[0].numpy()))), atol=0, rtol=0
    )
    assert all(torch.equal(a, b) for a, b in zip(after[1:], before[1:], strict=True))


def test_a_graph_holds_int8_rows_behind_dequantising_nodes():
    weight = np.random.default_rng(2).standard_normal((80, 60)).astype(np.float32)
    value = {n: helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in (("x", [1, 80]), ("y", [1, 60]))}
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["h"]), helper.make_node("Add", ["h", "b"], ["y"])],
        "g",
        [value["x"]],
        [value["y"]],
        [numpy_helper.from_array(weight, "w"), numpy_helper.from_array(weight[0], "b")],
    )
    model = helper.make_model(graph)
    store_rows(model)
    onnx.checker.check_model(model)
    stored = {w.name: numpy_helper.to_array(w) for w in model.graph.initializer}
    assert set(stored) == {"w.int8", "w.scales", "b"}
    np.testing.assert_array_equal(restored(stored["w.int8"], stored["w.scales"]), restored(*quantised(weight)))
    assert model.graph.node[0].op_type == "DequantizeLinear" and list(model.graph.node[0].output) == ["w"]
