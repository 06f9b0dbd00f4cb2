import dataclasses
import json
import shutil
from pathlib import Path

import onnx
import pytest
import torch

from kaleido import cli
from kaleido.bundle.begin import begin_run, with_layers
from kaleido.bundle.files import GRAPHS
from kaleido.bundle.graphs import graphs
from kaleido.bundle.import_bundle import Imported, import_bundle
from kaleido.bundle.write_graph import check
from kaleido.config import Config
from kaleido.data.bank_file import MEMORY_FILES
from kaleido.models.kaleido import Kaleido, new_model
from kaleido.problem import Problem
from kaleido.stages.checkpoints import load
from kaleido.stages.run import averaged_model, read_tokenizer, read_vocabulary


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


def test_weights_are_those_of_the_run_as_int8_rows_hold_them(imported: Imported, config: Config, run: Path):
    trained = averaged_model(config, load(run / "model.pt"), read_vocabulary(config, run), read_tokenizer(config, run))
    for name in (
        "encoder.embedding.weight",
        "prior.attention.1.qkv.weight",
        "prior.cross.0.kv.weight",
        "denoiser.conditioner.null",
        "denoiser.down32.norm2.bias",
    ):
        wanted = trained.get_parameter(name)
        step = wanted.flatten(1).abs().amax(1).max() / 127 if wanted.ndim > 1 else 0
        torch.testing.assert_close(
            imported.model.get_parameter(name).detach(), wanted, atol=float(step) / 2 + 1e-6, rtol=0
        )


def test_sizes_and_settings_are_those_that_were_exported(imported: Imported, config: Config):
    assert imported.config.model == config.model
    assert imported.config.name == config.name
    for size in ("codes", "code_width", "encoder", "decoder"):
        assert getattr(imported.config.tokenizer, size) == getattr(config.tokenizer, size)
    assert imported.config.joint.snr_power == config.joint.snr_power
    assert imported.vocabulary.size == imported.manifest["vocabulary"]["size"]
    assert {k: list(v) for k, v in imported.vocabulary.ranges.items()} == imported.manifest["vocabulary"]["ranges"]


def test_the_model_can_be_trained_on(imported: Imported):
    tokens = torch.tensor([[2, 4, 12, 3]])
    states = imported.model.encoder(tokens, torch.ones(1, 4))
    imported.model.prior.hidden(
        tokens, torch.zeros_like(tokens), torch.zeros_like(tokens), torch.zeros_like(tokens), states, torch.ones(1, 4)
    ).sum().backward()
    assert imported.model.prior.embedding.weight.grad.abs().max() > 0
    imported.model.zero_grad()


def test_a_missing_file_is_a_problem_that_names_it(copy: Path):
    (copy / "denoiser.onnx").unlink()
    with pytest.raises(Problem, match=r"denoiser\.onnx"):
        import_bundle(copy)


def test_a_bundle_of_another_format_is_refused(copy: Path):
    manifest = json.loads((copy / "kaleido.json").read_text())
    (copy / "kaleido.json").write_text(json.dumps(manifest | {"format": 5}))
    with pytest.raises(Problem, match="of format 5, and this version reads 6"):
        import_bundle(copy)


@pytest.mark.parametrize("weight", ["tokenizer.codebook.vectors", "tokenizer.decoder.14.bias"])
def test_graphs_that_name_no_weights_are_a_problem(copy: Path, weight):
    for name in ("visual_decoder.onnx", "visual_encoder.onnx"):
        graph = onnx.load(copy / name)
        for stored in graph.graph.initializer:
            if stored.name == weight:
                stored.name = "onnx::Conv_1"
        onnx.save(graph, copy / name)
    with pytest.raises(Problem, match=weight):
        import_bundle(copy)


def test_a_manifest_of_another_vocabulary_is_a_problem(copy: Path):
    manifest = json.loads((copy / "kaleido.json").read_text())
    manifest["palette"]["colours"] = manifest["palette"]["colours"][1:]
    (copy / "kaleido.json").write_text(json.dumps(manifest))
    with pytest.raises(Problem, match="vocabulary"):
        import_bundle(copy)


def test_nothing_but_the_bundle_is_needed_to_train_on(bundle: Path, config_file: Path, quick: None, tmp_path: Path):
    run, out = tmp_path / "run", tmp_path / "bundle"
    places = [
        "--config",
        str(config_file),
        "--data",
        str(tmp_path / "none"),
        "--run",
        str(run),
        "--out",
        str(out),
        "--device",
        "cpu",
        "--threads",
        "1",
    ]
    assert cli.main(["begin", *places, str(bundle)]) == 0
    before = import_bundle(bundle).manifest
    for stage in ("prior", "export"):
        assert cli.main([stage, *places]) == 0
    after = json.loads((out / "kaleido.json").read_text())
    assert after["training"]["images"] > before["training"]["images"]
    for kept in ("palette", "vocabulary", "tables", "memory", "codebook", "concepts"):
        assert after[kept] == before[kept]
    for name in ("tokenizer.json", "visual_decoder.onnx", *MEMORY_FILES):
        assert (out / name).read_bytes() == (bundle / name).read_bytes()
    assert (out / "prior.onnx").read_bytes() != (bundle / "prior.onnx").read_bytes()
    assert cli.main(["begin", *places, str(bundle)]) == 1


def test_a_bundle_of_other_sizes_is_a_problem(config: Config, bundle: Path, tmp_path: Path):
    wider = dataclasses.replace(config, model=dataclasses.replace(config.model, width=64, decoder_layers=3))
    with pytest.raises(Problem, match=r"model\.width"):
        begin_run(bundle, wider, tmp_path / "run")


def test_added_layers_begin_as_identities(config: Config, imported: Imported):
    deeper = dataclasses.replace(
        config, model=dataclasses.replace(config.model, decoder_layers=config.model.decoder_layers + 2)
    )
    grown: Kaleido = with_layers(imported.model, new_model(deeper, imported.vocabulary, imported.tokenizer)).eval()
    assert len(grown.prior.attention) == config.model.decoder_layers + 2
    tokens, mask = torch.randint(9, 60, (2, 6)), torch.ones(2, 3)
    zeros = torch.zeros_like(tokens)
    with torch.no_grad():
        states = imported.model.encoder(tokens[:, :3], mask)
        one, two = (m.prior.hidden(tokens, zeros, zeros, zeros, states, mask) for m in (imported.model, grown))
    torch.testing.assert_close(one, two, atol=1e-5, rtol=0)


def test_a_bundle_may_be_begun_with_more_layers(config: Config, bundle: Path, tmp_path: Path):
    deeper = dataclasses.replace(
        config, model=dataclasses.replace(config.model, decoder_layers=config.model.decoder_layers + 1)
    )
    begin_run(bundle, deeper, tmp_path / "run")
    assert f"prior.attention.{config.model.decoder_layers}.out.weight" in load(tmp_path / "run" / "model.pt")["model"]
