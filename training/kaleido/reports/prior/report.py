"""Runs every section of the report and writes `prior.json` and, from it alone, `prior.md`."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kaleido.config import Config
from kaleido.data.canvases import Canvases
from kaleido.data.scenes import Scenes
from kaleido.reports.prior.asked import asked
from kaleido.reports.prior.colours import kept_colours
from kaleido.reports.prior.grammar_failures import grammar_failures
from kaleido.reports.prior.modes import modes
from kaleido.reports.prior.page import page
from kaleido.reports.prior.perplexity import perplexity
from kaleido.reports.prior.pins import pins
from kaleido.reports.prior.sizes import Sizes
from kaleido.reports.prior.source import TEMPERATURE, TOP_P, read_source
from kaleido.reports.prior.unique import unique_plans


def write_report(
    config: Config, scenes: Scenes, canvases: Canvases, run: Path, folder: Path, sizes: Sizes, command: str
) -> None:
    """Measures the averaged model of a run on scenes of its artwork. `command` is what the page says to type for
    making it again."""
    source = read_source(config, scenes, canvases, run, sizes.held)
    found: dict[str, Any] = {
        "bundle": f"{config.name} {config.version}",
        "command": command,
        "steps": source.step,
        "settings": {"temperature": TEMPERATURE, "top_p": TOP_P},
        "perplexity": timed("perplexity", lambda: perplexity(source, sizes.orders)),
        "pins": timed("pins", lambda: pins(source, sizes.pin_samples)),
        "modes": timed("modes", lambda: modes(source, sizes.concepts, sizes.plans, sizes.shown, sizes.temperatures)),
        "unique": timed("unique plans", lambda: unique_plans(source, sizes.unique_prompts, sizes.unique)),
        "asked": timed("asked and planned", lambda: asked(source, sizes.asked, sizes.asked_plans)),
        "colours": timed("colours kept", lambda: kept_colours(source, sizes.asked, sizes.asked_plans)),
        "grammar": timed("grammar", lambda: grammar_failures(source, sizes.grammar)),
    }
    found = rounded(found)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "prior.json").write_text(json.dumps(found, indent=1) + "\n")
    (folder / "prior.md").write_text(page(found))


def timed(name: str, section: Callable[[], Any]) -> Any:
    """A section's numbers; says how long they took, as the whole takes minutes."""
    start = time.monotonic()
    made = section()
    print(f"{name}: {time.monotonic() - start:.0f} s", flush=True)
    return made


def rounded(value: Any, digits: int = 4) -> Any:
    """Numbers as JSON keeps them: plain and no more exact than measured."""
    if isinstance(value, dict):
        return {k: rounded(v, digits) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(v, digits) for v in value]
    return value if isinstance(value, bool | int | str) or value is None else round(float(value), digits)
