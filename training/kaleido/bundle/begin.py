"""Begins a run from an exported bundle, so that training goes on from what was shipped."""

import json
import re
import shutil
from pathlib import Path

import torch

from kaleido.bundle.files import MANIFEST
from kaleido.bundle.import_bundle import Imported, import_bundle
from kaleido.config import Config
from kaleido.data.bank_file import MEMORY_FILES
from kaleido.models.kaleido import Kaleido, new_model
from kaleido.problem import Problem
from kaleido.stages.checkpoints import save
from kaleido.stages.run import JOINT, PRIOR, SIZES

# What each branch of a decoder layer ends with: where that is zero, the layer changes nothing.
LAST = re.compile(r"prior\.(attention|cross|feed_forward)\.(?P<layer>\d+)\.(out|3)\.")


def begin_run(bundle: Path, config: Config, run: Path) -> None:
    """Begins a run of `config` from an exported bundle, so that training goes on from its weights: writes what the
    stages up to `joint` would have left, without optimiser states. The bundle's memory becomes the run's bank.
    `model.decoder_layers` may be more than the bundle has; the new layers begin as identities.

    Raises Problem where other sizes of bundle and config differ, or the run has begun already.
    """
    if (run / "model.pt").exists() or (run / "tokenizer.pt").exists():
        raise Problem(f"{run} has begun already: name another --run")
    found = import_bundle(bundle)
    _check_sizes(bundle, found, config)

    # The bank, and what gives ids and codes their meaning.
    (run / "bank").mkdir(parents=True, exist_ok=True)
    for name in (MANIFEST, *MEMORY_FILES):
        shutil.copyfile(bundle / name, run / "bank" / name)
    for name in ("tokenizer.json", "visual_decoder.onnx"):
        shutil.copyfile(bundle / name, run / name)
    (run / "palette.json").write_text(json.dumps(found.manifest["palette"]["colours"]))
    (run / "codes.json").write_text(json.dumps(found.manifest["codebook"]["colours"]))

    # Checkpoints: a visual tokenizer that has had its minutes, and networks that have had none.
    trained, weights = found.manifest["training"], found.tokenizer.state_dict()
    save(
        run / "tokenizer.pt",
        {"model": weights, "average": weights, "step": 0, "images": 0, "minutes": config.tokenizer.minutes},
    )
    weights = with_layers(found.model, new_model(config, found.vocabulary, found.tokenizer)).state_dict()
    counts = {"step": trained["steps"], "images": trained["images"], "minutes": {PRIOR: 0.0, JOINT: 0.0}}
    save(run / "model.pt", {"model": weights, "average": weights, "stage": "begun", "stage_steps": 0, **counts})


def _check_sizes(bundle: Path, found: Imported, config: Config) -> None:
    """Raises Problem unless the config's sizes are the bundle's; it may have more decoder layers."""
    for section, names in SIZES.items():
        own, wanted = getattr(found.config, section), getattr(config, section)
        differing = [name for name in names if getattr(own, name) != getattr(wanted, name)]
        if differing == ["decoder_layers"] and wanted.decoder_layers > own.decoder_layers:
            continue
        if differing:
            raise Problem(
                f"{bundle} and the config differ in {section}.{', '.join(differing)}: set those to what the bundle has"
            )


def with_layers(model: Kaleido, deeper: Kaleido) -> Kaleido:
    """`deeper` with the weights of `model`, and its further decoder layers as identities."""
    deeper.load_state_dict(model.state_dict(), strict=False)
    for name, values in deeper.named_parameters():
        found = LAST.match(name)
        if found and int(found["layer"]) >= len(model.prior.attention):
            torch.nn.init.zeros_(values)
    return deeper
