"""The manifest of a bundle, `kaleido.json` (docs/bundle.md)."""

import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kaleido.bundle.files import FORMAT
from kaleido.bundle.measured import caption_words
from kaleido.config import Config
from kaleido.data.bank import Bank
from kaleido.data.names import spoken_names
from kaleido.data.scene import SceneSource
from kaleido.data.scenes import Scenes
from kaleido.data.units import COLOURS, GRID, LABEL, OBJECTS, SIZE
from kaleido.latents.ids import BOS, END, PAD, UNK
from kaleido.latents.kinds import KINDS, STARTS
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.schedule import MAX_BETA, RESOLUTIONS, TIMESTEPS

# How the engine samples where a request says nothing else.
DEFAULTS: dict[str, Any] = {
    "sampler": "ddim",
    "steps": 6,
    "guidance": 3,
    "guidance_rule": "apg",
    "guidance_interval": [0.5, 0.8],
    "temperature": 1.0,
    "top_p": 0.95,
    "tokens_temperature": 0.3,
    "tokens_top_p": 0.9,
}


def manifest(
    config: Config,
    bank: Bank,
    scenes: SceneSource,
    vocabulary: Vocabulary,
    colours: list[str],
    command: str,
    state: dict[str, Any],
) -> dict[str, Any]:
    """The content of `kaleido.json`, without `files`."""
    model = config.model
    return {
        "format": FORMAT,
        "name": config.name,
        "version": config.version,
        "licence": config.licence,
        "description": config.description,
        "kinds": list(KINDS),
        "model": {
            "width": model.width,
            "layers": model.decoder_layers,
            "heads": model.heads,
            "context_layers": model.context_layers,
            "context_heads": model.context_heads,
            "context_head_size": model.denoiser[-1] // model.context_heads,
        },
        "vocabulary": {
            "size": vocabulary.size,
            "specials": {"pad": PAD, "unk": UNK, "bos": BOS, "end": END},
            "starts": STARTS,
            "ranges": {k: list(v) for k, v in vocabulary.ranges.items()},
        },
        "limits": {
            "prompt": config.latents.prompt_limit,
            "description": config.latents.description_limit,
            "objects": OBJECTS,
            "label": LABEL,
            "colours": COLOURS,
        },
        "palette": {"colours": list(bank.palette)},
        "codebook": {"grid": GRID, "colours": colours},
        "image": {"size": SIZE, "channels": 4, "resolutions": list(RESOLUTIONS)},
        "schedule": {
            "type": "squaredcos_cap_v2",
            "timesteps": TIMESTEPS,
            "max_beta": MAX_BETA,
            "snr_power": config.joint.snr_power,
            "prediction": "sample",
        },
        "defaults": DEFAULTS,
        "concepts": sorted(thing.name for thing in bank.things),
        "styles": list(bank.styles),
        "words": caption_words(scenes, bank),
        # A user's own captions may call things whatever they like.
        "names": spoken_names(asdict(thing) for thing in bank.things) if isinstance(scenes, Scenes) else {},
        "memory": {"pictures": len(bank), "things": len(bank.things)},
        "tables": bank.tables.to_json(),
        "training": {"command": command, "steps": state["step"], "images": state["images"], "git": git_revision()},
        "attribution": bank.attribution,
    }


def git_revision() -> str:
    """Commit of the training code, or `unknown` outside a checkout."""
    found = subprocess.run(
        ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short", "HEAD"],
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.strip() or "unknown"
