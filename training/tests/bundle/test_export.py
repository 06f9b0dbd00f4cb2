import base64
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from kaleido.bundle.export import for_shipping
from kaleido.bundle.files import GRAPHS
from kaleido.bundle.graphs import graphs
from kaleido.bundle.int8 import is_stored_in_rows
from kaleido.bundle.measured import caption_words, code_colours
from kaleido.bundle.write_graph import check, open_session, session_options
from kaleido.config import Config
from kaleido.data.bank import Bank
from kaleido.data.bank_file import MEMORY_FILES
from kaleido.data.canvases import Canvases
from kaleido.data.scenes import Scenes
from kaleido.latents.kinds import KINDS
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.stages.checkpoints import load
from kaleido.stages.run import averaged_model, read_tokenizer, read_vocabulary

GOLDEN = {
    *(
        "prompt",
        "input_ids",
        "encoder_states",
        "encoder_mask",
        "latents",
        "hidden_states",
        "logits_last",
        "draws",
        "sampling",
    ),
    *("guess", "context_keys_mean", "context_values_mean", "noise_32", "noise_64", "noise_128"),
    *("original_32", "original_64", "original_128", "drafted", "traces"),
}


@pytest.fixture(scope="module")
def exported(config: Config, run: Path, bundle: Path) -> dict:
    """The modules that the graphs were made of."""
    tokenizer = read_tokenizer(config, run)
    model = averaged_model(config, load(run / "model.pt"), read_vocabulary(config, run), tokenizer)
    for_shipping(model, tokenizer)
    return graphs(model, tokenizer)


@pytest.fixture(scope="module")
def manifest(bundle: Path) -> dict:
    return json.loads((bundle / "kaleido.json").read_text())


@pytest.fixture(scope="module")
def golden(bundle: Path) -> dict:
    return json.loads(bundle.with_name("golden.json").read_text())


def array(stored: dict) -> np.ndarray:
    return np.frombuffer(base64.b64decode(stored["data"]), stored["dtype"]).reshape(stored["shape"])


def resized(inputs: dict[str, torch.Tensor], axes: dict, sizes: dict[str, int]) -> dict[str, torch.Tensor]:
    """Example inputs with other lengths along their free axes; logits are asked for behind the first token."""
    shapes = {k: [sizes.get(axes.get(k, {}).get(d), n) for d, n in enumerate(v.shape)] for k, v in inputs.items()}
    return {k: torch.full(shapes[k], 0 if k.endswith("_rows") else 1, dtype=v.dtype) for k, v in inputs.items()}


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize(
    "sizes", [{}, {"B": 1, "T": 1, "N": 1, "S": 12, "W": 0}, {"B": 3, "T": 9, "N": 40, "S": 4, "C": 0}], ids=str
)
def test_every_graph_agrees_with_pytorch_at_any_size(exported: dict, bundle: Path, name, sizes):
    module, inputs, _, axes = exported[name]
    assert check(bundle / name, module.eval(), resized(inputs, axes, sizes)) < 1e-4


def test_the_prior_runs_without_a_past(exported: dict, bundle: Path):
    module, inputs, _, axes = exported["prior.onnx"]
    assert check(bundle / "prior.onnx", module, resized(inputs, axes, {"S": 0, "N": 6})) < 1e-4


def test_folding_leaves_the_prior_as_it_was(config: Config, run: Path):
    tokenizer, vocabulary = read_tokenizer(config, run), read_vocabulary(config, run)
    plain, folded = (averaged_model(config, load(run / "model.pt"), vocabulary, tokenizer) for _ in range(2))
    folded.prior.fold()
    tokens = torch.arange(vocabulary.size)[None]
    place = torch.ones_like(tokens)
    torch.testing.assert_close(
        plain.prior.embed(tokens, place, place, place),
        folded.prior.embed(tokens, place, place, place),
        atol=1e-6,
        rtol=0,
    )
    hidden = torch.randn(3, config.model.width)
    torch.testing.assert_close(plain.prior.logits(hidden), folded.prior.logits(hidden), atol=1e-5, rtol=0)


@pytest.mark.parametrize("name", GRAPHS)
def test_large_weights_are_stored_as_int8_rows(bundle: Path, name):
    weights = onnx.load(bundle / name).graph.initializer
    assert not [w.name for w in weights if w.data_type == onnx.TensorProto.FLOAT and is_stored_in_rows(tuple(w.dims))]
    assert all(len(w.dims) >= 2 for w in weights if w.data_type == onnx.TensorProto.INT8)


@pytest.mark.parametrize("name", ["prior.onnx", "denoiser.onnx"])
def test_a_session_computes_in_float32_alone(bundle: Path, tmp_path: Path, name):
    assert "DequantizeLinear" in {node.op_type for node in onnx.load(bundle / name).graph.node}
    options = session_options()
    options.optimized_model_filepath = str(tmp_path / "optimised.onnx")
    options.log_severity_level = 3
    onnxruntime.InferenceSession(bundle / name, options, providers=["CPUExecutionProvider"])
    kinds = {node.op_type for node in onnx.load(tmp_path / "optimised.onnx").graph.node}
    assert not kinds & {"DequantizeLinear", "MatMulNBits"}


def test_the_manifest_lists_every_file_with_its_size_and_digest(bundle: Path, manifest: dict):
    assert {p.name for p in bundle.iterdir()} == {*manifest["files"], "kaleido.json"}
    assert set(MEMORY_FILES) <= set(manifest["files"])
    for name, entry in manifest["files"].items():
        content = (bundle / name).read_bytes()
        assert entry == {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


def test_the_manifest_tells_sizes_and_how_the_bundle_was_made(config: Config, run: Path, bank: Bank, manifest: dict):
    vocabulary = read_vocabulary(config, run)
    assert manifest["format"] == 6 and manifest["image"]["resolutions"] == [32, 64, 128]
    assert (
        manifest["vocabulary"]["size"]
        == vocabulary.size
        == max(last for _, last in manifest["vocabulary"]["ranges"].values())
    )
    assert (
        manifest["kinds"] == list(KINDS)
        and manifest["name"] == config.name
        and manifest["description"] == config.description
    )
    assert manifest["training"]["command"] == "kaleido-train all --config quick.yaml"
    assert manifest["memory"] == {"pictures": len(bank), "things": len(bank.things)}
    assert manifest["concepts"] == sorted(thing.name for thing in bank.things) and manifest["styles"] == [
        "flat",
        "shaded",
    ]
    assert manifest["tables"] == bank.tables.to_json() and manifest["palette"]["colours"] == bank.palette
    assert manifest["attribution"] == bank.attribution
    assert manifest["names"]["en"]["things"]["kitten"] == "cat" and manifest["names"]["de"]["things"]["katze"] == "cat"


def test_a_bundle_is_a_bank(bundle: Path, bank: Bank):
    opened = Bank.open(bundle)
    assert [thing.name for thing in opened.things] == [thing.name for thing in bank.things]
    np.testing.assert_array_equal(opened.box, bank.box)


def test_the_golden_fixture_has_its_keys_and_shapes(config: Config, golden: dict):
    assert set(golden) == GOLDEN
    assert array(golden["noise_32"]).shape == array(golden["original_32"]).shape == (2, 4, 32, 32)
    assert [(t["sampler"], t["steps"]) for t in golden["traces"]] == [
        ("ddim", 4),
        ("ddpm", 2),
        ("dpm-solver++", 4),
        ("dpm-solver++", 4),
    ]
    assert all(
        array(t["result"]).shape == (2, 4, 128, 128) and np.isfinite(array(t["result"])).all() for t in golden["traces"]
    )
    drafted = golden["drafted"]
    assert 0 < drafted["start"] < 1 and array(drafted["squares"]).shape == (2, 4, 16, 16)
    assert array(golden["encoder_states"]).shape == (*array(golden["encoder_mask"]).shape, config.model.width)
    assert len(golden["latents"][0]["boxes"]) == 1 and len(golden["latents"][1]["boxes"]) == 2


def test_the_golden_drafts_lie_beside_the_golden_fixture(bundle: Path):
    drafts = json.loads(bundle.with_name("golden-drafts.json").read_text())
    assert {"single", "wearing"} <= {d["draft"]["kind"] for d in drafts}


def test_the_golden_numbers_are_what_the_graphs_give(bundle: Path, golden: dict):
    mask = array(golden["encoder_mask"]).astype(np.int64)
    ids = np.zeros_like(mask)
    for row, given in enumerate(golden["input_ids"]):
        ids[row, : len(given)] = given
    states = open_session(bundle / "text_encoder.onnx").run(
        ["encoder_states"], {"input_ids": ids, "attention_mask": mask}
    )[0]
    np.testing.assert_allclose(states[mask == 1], array(golden["encoder_states"])[mask == 1], atol=1e-4)
    codes = np.array([z["tokens"] for z in golden["latents"]], np.int64)
    np.testing.assert_allclose(
        open_session(bundle / "visual_decoder.onnx").run(None, {"codes": codes})[0], array(golden["guess"]), atol=1e-3
    )


def test_prior_sorts_codes_and_weighs_all_of_them(exported: dict, bundle: Path):
    module, inputs, outputs, _ = exported["prior.onnx"]
    session = open_session(bundle / "prior.onnx")
    feeds = {k: v.numpy() for k, v in inputs.items()}

    def run(count: int, rows: list[int]) -> dict[str, np.ndarray]:
        asked = {
            "code_count": np.array(count),
            "code_rows": np.array(rows, np.int64),
            "code_temperature": np.array(0.6, np.float32),
        }
        return dict(zip(outputs, session.run(None, feeds | asked), strict=True))

    codes = module.prior.code_last - module.prior.code_first
    every, few, none = run(codes, [0, 4]), run(3, [0, 4]), run(3, [])
    logits = every["code_logits"].astype(np.float64)
    assert (np.diff(logits) <= 0).all()
    assert (np.sort(every["code_ids"]) == np.arange(codes)).all()
    np.testing.assert_allclose(few["code_logits"], logits[:, :3], atol=1e-6)
    for row, heat in ((0, 1.0), (1, 0.6)):
        peaks = 1 / np.exp((logits - logits[:, :1]) / heat).sum(-1)
        np.testing.assert_allclose(few["code_peaks"][row], peaks, rtol=1e-4)
    assert none["code_logits"].shape == (0, 3)
    assert none["code_peaks"].shape == (2, 0)


def test_codes_have_the_colours_of_what_they_stand_for(
    visual_tokenizer: VisualTokenizer, scenes: Scenes, canvases: Canvases
):
    found = code_colours(visual_tokenizer, scenes, canvases)
    assert len(found) == len(visual_tokenizer.codebook.vectors) and all(len(c) == 9 for c in found)
    # Empty patches are the commonest, and the code that stands for them is hardly opaque.
    assert min(int(c[7:], 16) for c in found) < 64


def test_words_are_those_of_prompts_and_of_all_names(scenes: Scenes, bank: Bank):
    words = caption_words(scenes, bank)
    assert {"cat", "kitten", "pizza", "style", "sleepy", "teal"} <= set(words) and words == sorted(words)
