"""How often the evaluator finds real canvases under the prompts of a file: what pictures can reach at most in `kaleido
eval --prompts`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from kaleido.bundle.write_graph import open_session
from kaleido.config import SceneSettings
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.plural import plural
from kaleido.data.real_canvases import UNNAMED_PAINT
from kaleido.data.scene import Scene
from kaleido.data.scenes import Scenes
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import pad_rows
from kaleido.problem import Problem

NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
ATTEMPTS = 5000
# How often things are painted where a prompt names colours, so that canvases with these are found soon.
PAINTED = 0.7


@dataclass(frozen=True)
class Wish:
    """What a prompt asks for: how many of each thing, and the main colours of those that have one."""

    counts: Counter[str]
    colours: dict[str, str]

    def fits(self, scene: Scene, bank: Bank) -> bool:
        """Whether a scene, of things alone, shows just that, side by side or one behind the other as it may be said
        with “and”."""
        names = [box[0] for box in scene.boxes]
        if Counter(names) != self.counts or "and" not in bank.tables.relations.get(scene.kind, ("and",)):
            return False
        objects = zip(names, scene.layers, strict=True)
        return all(
            [colour for colour, _ in bank.colour_names(layer.picture, layer.paint)[:1]] == [self.colours[name]]
            for name, layer in objects
            if name in self.colours
        )


def read_prompts(file: Path) -> list[str]:
    """The prompts of a text file, one a line. Raises Problem where it cannot be read."""
    try:
        return [line.strip() for line in file.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"{file} cannot be read: name a text file with a prompt a line") from error


def read_wish(prompt: str, bank: Bank) -> Wish:
    """Reads `a red heart`, `two stars`, `a blue cat and a pizza`. Raises Problem on any other prompt."""
    names = {form: thing.name for thing in bank.things for form in (plural(thing.name), thing.name)}
    counts: Counter[str] = Counter()
    colours: dict[str, str] = {}
    for part in prompt.split(" and "):
        number, *rest = part.split(" ")
        colour = rest.pop(0) if rest and rest[0] in bank.tables.paints and " ".join(rest) not in names else None
        name = names.get(" ".join(rest))
        if number not in NUMBERS or name is None:
            raise Problem(
                f"“{prompt}” is none of the prompts that can be drawn: write “a red heart”, “two stars” or “a blue cat "
                f"and a pizza”, with things of the bundle"
            )
        if name in counts:
            raise Problem(f"“{prompt}” names a thing twice: name each once, with how many of it there shall be")
        counts[name] = NUMBERS[number]
        if colour:
            colours[name] = colour
    if counts.total() > 3:
        raise Problem(f"“{prompt}” has more than three things: name at most three")
    return Wish(counts, colours)


def scenes_of(wish: Wish, bank: Bank, settings: SceneSettings, rng: np.random.Generator) -> Iterator[Scene]:
    """Endless scenes of a wish. Raises Problem where no attempt of many gives one."""
    total, kinds = wish.counts.total(), len(wish.counts)
    only = replace(bank, things=[replace(t, weight=float(t.name in wish.counts)) for t in bank.things])
    drawn = replace(
        settings,
        worn=0.0,
        pair=float(kinds == 2 and total == 2),
        count=float(kinds == 1 and total > 1),
        list=float(kinds > 1 and total == 3),
        paint=PAINTED if wish.colours else UNNAMED_PAINT,
        mood=0.0,
        mark=0.0,
        face_mark=0.0,
    )
    scenes = Scenes(only, drawn)
    while True:
        attempts = (scenes.make(rng) for _ in range(ATTEMPTS))
        found = next((scene for scene in attempts if wish.fits(scene, bank)), None)
        if found is None:
            raise Problem(f"no canvas shows {wish}: ask for something else")
        yield found


def found_share(
    evaluator: Path, prompts: list[str], canvases: Canvases, settings: SceneSettings, each: int = 40, seed: int = 0
) -> float:
    """Share of real canvases, `each` of every prompt, that lie nearer to their own prompt than to all others."""
    text = TextTokenizer.load(evaluator / "tokenizer.json")
    ids, mask = pad_rows([text.encode(prompt) for prompt in prompts])
    reads, sees = open_session(evaluator / "text_encoder.onnx"), open_session(evaluator / "image_encoder.onnx")
    [texts] = reads.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.long().numpy()})
    rng, found = np.random.default_rng(seed), []
    for row, prompt in enumerate(prompts):
        drawn = scenes_of(read_wish(prompt, canvases.bank), canvases.bank, settings, rng)
        images = canvases([next(drawn) for _ in range(each)]) * 2 - 1
        embeddings, _ = sees.run(None, {"images": images.cpu().numpy()})
        found += ((embeddings @ texts.T).argmax(1) == row).tolist()
    return float(np.mean(found))
