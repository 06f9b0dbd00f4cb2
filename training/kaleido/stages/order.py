"""Which stage may run when: what each needs of those before it, and whether it has had its minutes. Each complaint is a
Problem that names the command to run first."""

import json
from dataclasses import asdict
from pathlib import Path

from kaleido.config import Config
from kaleido.data.bank_file import is_bank
from kaleido.problem import Problem
from kaleido.stages.checkpoints import load
from kaleido.stages.run import SIZES

TOKENIZER = "tokenizer"
# Settings that fix shapes and what ids mean, by section; all others may change while a run goes on. Decoder layers may
# grow by `begin`.
SHAPING = SIZES | {"latents": ("text_pieces", *SIZES["latents"])}


def keep_settings(config: Config, run: Path) -> None:
    """Raises Problem where `run` was begun with other sizes; otherwise notes them in `run/settings.json`."""
    path, sections = run / "settings.json", asdict(config)
    now = json.loads(json.dumps({f"{s}.{k}": sections[s][k] for s, keys in SHAPING.items() for k in keys}))
    before = json.loads(path.read_text()) if path.exists() else {}
    changed = [f"{k} was {before[k]}, is {v}" for k, v in now.items() if before.get(k, v) != v]
    if changed:
        raise Problem(
            f"{run} was begun with other settings ({'; '.join(changed)}): name another --run, or delete that folder"
        )
    run.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(now, indent=1) + "\n")


def is_done(config: Config, run: Path, stage: str) -> bool:
    """Whether `tokenizer`, `prior` or `joint` has had its minutes, which is then printed."""
    wanted: float = getattr(config, stage).minutes
    if minutes_trained(run, stage) < wanted:
        return False
    named = stage if stage == TOKENIZER else f"{stage} stage"
    print(f"the {named} has had its {wanted:g} minutes; raise {stage}.minutes to train it on")
    return True


def minutes_trained(run: Path, stage: str) -> float:
    """Minutes that a stage has been trained for; 0 where it has no checkpoint."""
    state = load(run / ("tokenizer.pt" if stage == TOKENIZER else "model.pt"))
    if state is None:
        return 0.0
    minutes: float = state["minutes"] if stage == TOKENIZER else state["minutes"][stage]
    return minutes


def need_bank(folder: Path) -> None:
    """For whatever shows things."""
    if not is_bank(folder):
        raise Problem(f"{folder} holds no bank: run `kaleido-train bank` first, or name a bank or bundle with --bank")


def need_no_model(run: Path) -> None:
    """For training the visual tokenizer, whose codes the prior learns as they are."""
    if (run / "model.pt").exists():
        raise Problem(
            f"{run}/model.pt has learned the visual tokens as they are: name another --run, or delete it to start anew"
        )


def need_tokenizer(config: Config, run: Path) -> None:
    """For training the networks: a visual tokenizer that has had its minutes."""
    done, wanted = minutes_trained(run, TOKENIZER), config.tokenizer.minutes
    if done < wanted:
        state = f"has trained {done:.1f} of {wanted:g} minutes" if done else "is not trained yet"
        raise Problem(
            f"the visual tokenizer of {run} {state}: run `kaleido-train tokenizer` with the same options first"
        )
