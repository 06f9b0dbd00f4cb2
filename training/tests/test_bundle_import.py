import dataclasses
import json
import shutil
from pathlib import Path

import onnx
import pytest
import torch

from kaleido import cli
from kaleido.bundle_import import GRAPHS, Imported, begin_run, import_bundle
from kaleido.config import Config
from kaleido.export import check
from kaleido.graphs import graphs
from kaleido.problem import Problem
from kaleido.train.dataset import read_vocabulary
from kaleido.train.common import load
from kaleido.train.joint import averaged_model
from kaleido.train.tokenizer import read_tokenizer


@pytest.fixture(scope="module")
def imported(bundle: Path) -> Imported:
    return import_bundle(bundle)


@pytest.fixture
def copy(bundle: Path, tmp_path: Path) -> Path:
    """A bundle that a test may spoil."""
    return Path(shutil.copytree(bundle, tmp_path / "bundle"))


@pytest.mark.parametrize("name", GRAPHS)
def test_the_imported_model_computes_what_the_graphs_do(imported: Imported, bundle: Path, name):
    module, inputs, _, _ = graphs(imported.model, imported.tokenizer)[name]
    assert check(bundle / name, module, inputs) < 1e-4


def test_weights_are_those_of_the_run_as_float16_holds_them(imported: Imported, config: Config, run: Path):
    trained = averaged_model(config, load(run / "joint.pt"), read_vocabulary(config, run), read_tokenizer(config, run))
    for name in ("encoder.embedding.weight", "prior.attention.1.qkv.weight", "prior.cross.0.kv.weight", "denoiser.conditioner.null", "denoiser.down32.norm2.bias"):
        torch.testing.assert_close(imported.model.get_parameter(name), trained.get_parameter(name), atol=1e-3, rtol=1e-3)


def test_sizes_and_settings_are_those_that_were_exported(imported: Imported, config: Config):
    assert imported.config.model == config.model
    assert imported.config.name == config.name
    assert (imported.config.tokenizer.codes, imported.config.tokenizer.code_width) == (config.tokenizer.codes, config.tokenizer.code_width)
    assert imported.config.tokenizer.decoder == config.tokenizer.decoder
    assert imported.config.tokenizer.encoder == config.tokenizer.encoder
    assert imported.config.joint.snr_power == config.joint.snr_power
    assert imported.vocabulary.size == imported.manifest["vocabulary"]["size"]
    assert {k: list(v) for k, v in imported.vocabulary.ranges.items()} == imported.manifest["vocabulary"]["ranges"]


def test_the_model_can_be_trained_on(imported: Imported):
    tokens = torch.tensor([[2, 4, 12, 3]])
    states = imported.model.encoder(tokens, torch.ones(1, 4))
    imported.model.prior.hidden(tokens, torch.zeros_like(tokens), torch.zeros_like(tokens), torch.zeros_like(tokens), states, torch.ones(1, 4)).sum().backward()
    assert imported.model.prior.embedding.weight.grad.abs().max() > 0
    imported.model.zero_grad()


def test_a_missing_file_is_a_problem_that_names_it(copy: Path):
    (copy / "denoiser.onnx").unlink()
    with pytest.raises(Problem, match="denoiser.onnx"):
        import_bundle(copy)


@pytest.mark.parametrize("weight", ["tokenizer.codebook.vectors.half", "tokenizer.decoder.13.bias"])
def test_graphs_that_name_no_weights_are_a_problem(copy: Path, weight):
    for name in ("visual_decoder.onnx", "visual_encoder.onnx"):
        graph = onnx.load(copy / name)
        for stored in graph.graph.initializer:
            if stored.name == weight:
                stored.name = "onnx::Conv_1"
        onnx.save(graph, copy / name)
    with pytest.raises(Problem, match=weight.removesuffix(".half")):
        import_bundle(copy)


def test_a_manifest_of_another_vocabulary_is_a_problem(copy: Path):
    manifest = json.loads((copy / "kaleido.json").read_text())
    manifest["palette"]["colours"] = manifest["palette"]["colours"][1:]
    (copy / "kaleido.json").write_text(json.dumps(manifest))
    with pytest.raises(Problem, match="vocabulary"):
        import_bundle(copy)


def test_training_goes_on_from_a_bundle(config: Config, bundle: Path, data: Path, config_file: Path, quick_sheets: None, tmp_path: Path):
    run, out = tmp_path / "run", tmp_path / "bundle"
    places = ["--config", str(config_file), "--data", str(data), "--run", str(run), "--out", str(out), "--threads", "1"]
    assert cli.main(["begin", *places, str(bundle)]) == 0
    before = import_bundle(bundle).manifest
    assert cli.main(["all", *places]) == 0
    after = json.loads((out / "kaleido.json").read_text())
    assert after["training"]["images"] > before["training"]["images"]
    for kept in ("palette", "vocabulary"):
        assert after[kept] == before[kept]
    assert (out / "tokenizer.json").read_bytes() == (bundle / "tokenizer.json").read_bytes()
    assert cli.main(["begin", *places, str(bundle)]) == 1


def test_a_bundle_of_other_sizes_is_a_problem(config: Config, bundle: Path, tmp_path: Path):
    wider = dataclasses.replace(config, model=dataclasses.replace(config.model, width=64))
    with pytest.raises(Problem, match="model.width"):
        begin_run(bundle, wider, tmp_path / "run")
