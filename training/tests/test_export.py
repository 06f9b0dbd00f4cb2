import base64
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from kaleido.config import Config
from kaleido.data.words import load_words
from kaleido.export import check, fold, round_to_half, spoken_names
from kaleido.graphs import graphs
from kaleido.latents.vocabulary import KINDS
from kaleido.train.dataset import Canvases
from kaleido.train.common import load
from kaleido.train.joint import averaged_model
from kaleido.train.tokenizer import read_tokenizer

FILES = ["text_encoder.onnx", "prior.onnx", "visual_decoder.onnx", "visual_encoder.onnx", "conditioner.onnx", "denoiser.onnx"]
GOLDEN = {
    *("prompt", "input_ids", "encoder_states", "encoder_mask", "latents", "hidden_states", "logits_last", "draws", "sampling"),
    *("guess", "context_keys_mean", "context_values_mean", "noise_16", "noise_32", "noise_64"),
    *("original_16", "original_32", "original_64", "traces"),
}


@pytest.fixture(scope="module")
def exported(config: Config, run: Path, bundle: Path) -> dict:
    """The modules that the graphs were made of."""
    tokenizer = read_tokenizer(config, run)
    model = averaged_model(config, load(run / "joint.pt"), Canvases(config, run).vocabulary, tokenizer)
    fold(model)
    for module in (model, tokenizer):
        round_to_half(module)
    return graphs(model, tokenizer)


@pytest.fixture(scope="module")
def manifest(bundle: Path) -> dict:
    return json.loads((bundle / "kaleido.json").read_text())


@pytest.fixture(scope="module")
def golden(bundle: Path) -> dict:
    return json.loads((bundle / "golden.json").read_text())


def array(stored: dict) -> np.ndarray:
    return np.frombuffer(base64.b64decode(stored["data"]), stored["dtype"]).reshape(stored["shape"])


def resized(inputs: dict[str, torch.Tensor], axes: dict, sizes: dict[str, int]) -> dict[str, torch.Tensor]:
    """Example inputs with other lengths along their free axes; logits are asked for behind the first token."""
    shapes = {k: [sizes.get(axes.get(k, {}).get(d), n) for d, n in enumerate(v.shape)] for k, v in inputs.items()}
    return {k: torch.full(shapes[k], 0 if k.endswith("_rows") else 1, dtype=v.dtype) for k, v in inputs.items()}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("sizes", [{}, {"B": 1, "T": 1, "N": 1, "S": 12, "W": 0}, {"B": 3, "T": 9, "N": 40, "S": 4, "C": 0}], ids=str)
def test_every_graph_agrees_with_pytorch_at_any_size(exported: dict, bundle: Path, name, sizes):
    module, inputs, _, axes = exported[name]
    assert check(bundle / name, module.eval(), resized(inputs, axes, sizes)) < 1e-4


def test_the_prior_runs_without_a_past(exported: dict, bundle: Path):
    module, inputs, _, axes = exported["prior.onnx"]
    assert check(bundle / "prior.onnx", module, resized(inputs, axes, {"S": 0, "N": 6})) < 1e-4


def test_folding_leaves_the_prior_as_it_was(config: Config, run: Path):
    tokenizer, vocabulary = read_tokenizer(config, run), Canvases(config, run).vocabulary
    plain, folded = (averaged_model(config, load(run / "joint.pt"), vocabulary, tokenizer) for _ in range(2))
    fold(folded)
    tokens = torch.arange(vocabulary.size)[None]
    place = torch.ones_like(tokens)
    torch.testing.assert_close(plain.prior.embed(tokens, place, place, place), folded.prior.embed(tokens, place, place, place), atol=1e-6, rtol=0)
    hidden = torch.randn(3, config.model.width)
    torch.testing.assert_close(plain.prior.logits(hidden), folded.prior.logits(hidden), atol=1e-5, rtol=0)


@pytest.mark.parametrize("name", FILES)
def test_large_weights_are_stored_as_half_floats(bundle: Path, name):
    weights = onnx.load(bundle / name).graph.initializer
    assert any(w.data_type == onnx.TensorProto.FLOAT16 for w in weights)
    assert all(np.prod(w.dims) < 512 for w in weights if w.data_type == onnx.TensorProto.FLOAT)


def test_the_manifest_lists_every_file_with_its_size_and_digest(bundle: Path, manifest: dict):
    assert {p.name for p in bundle.iterdir()} == {*manifest["files"], "kaleido.json"}
    for name, entry in manifest["files"].items():
        content = (bundle / name).read_bytes()
        assert entry == {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


def test_the_manifest_tells_sizes_and_how_the_bundle_was_made(config: Config, run: Path, manifest: dict):
    vocabulary = Canvases(config, run).vocabulary
    assert manifest["vocabulary"]["size"] == vocabulary.size == max(last for _, last in manifest["vocabulary"]["ranges"].values())
    assert manifest["kinds"] == list(KINDS) and manifest["name"] == config.name and manifest["description"] == config.description
    assert len(manifest["palette"]["colours"]) == config.latents.colours
    assert manifest["training"]["command"] == "kaleido-train all --config quick.yaml"
    assert set(manifest["concepts"]) <= {"sun", "package", "pizza", "ring"} and set(manifest["styles"]) == {"flat", "bold"}
    assert {entry["name"] for entry in manifest["attribution"]} == {"Fluent Emoji Flat", "Firefox OS Emoji"}


def test_the_golden_fixture_has_its_keys_and_shapes(config: Config, golden: dict):
    assert set(golden) == GOLDEN
    assert array(golden["noise_32"]).shape == array(golden["original_32"]).shape == (2, 4, 32, 32)
    assert [(t["sampler"], t["steps"]) for t in golden["traces"]] == [("ddim", 4), ("ddpm", 4), ("dpm-solver++", 4), ("dpm-solver++", 4)]
    assert all(np.isfinite(array(t["result_64"])).all() for t in golden["traces"])
    assert array(golden["encoder_states"]).shape == (*array(golden["encoder_mask"]).shape, config.model.width)


def test_the_golden_numbers_are_what_the_graphs_give(bundle: Path, golden: dict):
    session = onnxruntime.InferenceSession(bundle / "text_encoder.onnx", providers=["CPUExecutionProvider"])
    mask = array(golden["encoder_mask"]).astype(np.int64)
    ids = np.zeros_like(mask)
    for row, given in enumerate(golden["input_ids"]):
        ids[row, : len(given)] = given
    states = session.run(["encoder_states"], {"input_ids": ids, "attention_mask": mask})[0]
    np.testing.assert_allclose(states[mask == 1], array(golden["encoder_states"])[mask == 1], atol=1e-4)
    session = onnxruntime.InferenceSession(bundle / "visual_decoder.onnx", providers=["CPUExecutionProvider"])
    codes = np.array([z["tokens"] for z in golden["latents"]], np.int64)
    np.testing.assert_allclose(session.run(None, {"codes": codes})[0], array(golden["guess"]), atol=1e-4)


def test_names_lead_from_what_people_type_to_english():
    table = spoken_names(load_words(), {"cat", "rose"})
    assert table["en"]["things"]["kitten"] == "cat"
    assert table["de"]["things"]["katze"] == "cat"
    assert table["fr"]["colours"]["rose"] == "pink"
    assert set(table) == {"en", "de", "fr", "es", "it", "pt", "nl"}
    assert not {"dog", "hund"} & {word for language in table.values() for word in language["things"]}


def test_prior_sorts_codes_and_weighs_all_of_them(exported: dict, bundle: Path):
    module, inputs, outputs, _ = exported["prior.onnx"]
    session = onnxruntime.InferenceSession(bundle / "prior.onnx", providers=["CPUExecutionProvider"])
    feeds = {k: v.numpy() for k, v in inputs.items()}

    def run(count: int, rows: list[int]) -> dict[str, np.ndarray]:
        asked = {"code_count": np.array(count), "code_rows": np.array(rows, np.int64), "code_temperature": np.array(0.6, np.float32)}
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
