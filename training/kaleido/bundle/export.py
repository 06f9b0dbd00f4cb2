"""Writes a bundle: six ONNX graphs with int8 rows, `tokenizer.json`, the memory with its parts, and `kaleido.json`
(docs/bundle.md)."""

import json
import shutil
from pathlib import Path

from kaleido.bundle.files import GRAPHS, MANIFEST, record
from kaleido.bundle.golden import golden_content
from kaleido.bundle.golden_drafts import drafts_content
from kaleido.bundle.graphs import graphs
from kaleido.bundle.int8 import round_to_rows
from kaleido.bundle.likeness import replace_likeness
from kaleido.bundle.manifest import manifest
from kaleido.bundle.measured import read_code_colours
from kaleido.bundle.parts import replace_parts
from kaleido.bundle.write_graph import check, write_graph
from kaleido.config import Config
from kaleido.data.bank_file import MEMORY_FILES
from kaleido.data.canvases import Canvases
from kaleido.data.scene import SceneSource
from kaleido.data.scenes import Scenes
from kaleido.models.kaleido import Kaleido
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.stages.run import open_bank, read_run


def export_bundle(
    config: Config,
    run: Path,
    bank_folder: Path,
    scenes: SceneSource,
    out: Path,
    command: str,
    golden: Path | None = None,
) -> None:
    """Exports the averaged weights of `run` and the memory in `bank_folder`, which `scenes` are of, into the folder
    `out`, and the fixture of the engine's tests into the file `golden` where one is named, that of drafts beside it
    (`golden-drafts.json` of `golden.json`). Raises Problem where the run has no checkpoint."""
    # The averaged networks, rounded to what is stored of them.
    bank, trained = open_bank(run, bank_folder), read_run(config, run)
    model, tokenizer, vocabulary = trained.model, trained.tokenizer, trained.vocabulary
    for_shipping(model, tokenizer)

    # The graphs.
    out.mkdir(parents=True, exist_ok=True)
    write_graphs(model, tokenizer, run, out)

    # Text tokenizer, memory, parts and likeness.
    shutil.copyfile(run / "tokenizer.json", out / "tokenizer.json")
    for name in MEMORY_FILES:
        if (bank_folder / name).resolve() != (out / name).resolve():
            shutil.copyfile(bank_folder / name, out / name)
    measured = replace_parts(bank, out) | replace_likeness(bank, out)

    # The manifest, which records all other files.
    canvases = Canvases(bank, "cpu")
    colours = read_code_colours(run, tokenizer, scenes, canvases)
    content = manifest(config, bank, scenes, vocabulary, colours, command, trained.state)
    files = [*GRAPHS, "tokenizer.json", *MEMORY_FILES]
    content["files"] = {name: record((out / name).read_bytes()) for name in files} | measured
    (out / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n")

    # What the engine's tests compare with.
    if golden:
        fixture = golden_content(config, model, tokenizer, vocabulary, scenes, canvases, list(bank.palette))
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(json.dumps(fixture) + "\n")
        # Scenes of one's own pictures have places of their own.
        if isinstance(scenes, Scenes):
            drafts = golden.with_name(golden.name.replace("golden", "golden-drafts", 1))
            drafts.write_text(json.dumps(drafts_content(bank, canvases)) + "\n")


def for_shipping(model: Kaleido, tokenizer: VisualTokenizer) -> None:
    """Folds and rounds the networks, in place, to what a bundle stores of them."""
    model.prior.fold()
    for module in (model, tokenizer):
        round_to_rows(module.eval())


def write_graphs(model: Kaleido, tokenizer: VisualTokenizer, run: Path, out: Path) -> None:
    """Writes each graph into `out` and prints how far it is from PyTorch."""
    kept = run / "visual_decoder.onnx"
    for name, graph in graphs(model, tokenizer).items():
        path = out / name
        if name == kept.name and kept.exists():
            # The very file of the bundle that the run goes on from: by its digest, stored visual tokens are known to
            # mean the same.
            shutil.copyfile(kept, path)
        else:
            write_graph(path, graph)
        apart = check(path, graph.module, graph.inputs)
        print(f"{name}: {path.stat().st_size / 1e6:.1f} MB, differs from PyTorch by at most {apart:.1e}", flush=True)
