"""How often the evaluator finds real canvases under the prompts of a file: what pictures can reach at most in `kaleido eval --prompts`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnxruntime

from kaleido.config import CanvasConfig
from kaleido.data.artwork import Artwork
from kaleido.data.colour import NAMED
from kaleido.data.compose import Canvas, compose
from kaleido.data.plural import plural
from kaleido.latents.description import main_colours
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import pad_rows
from kaleido.problem import Problem
from kaleido.train.common import to_batch

NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
ATTEMPTS = 2000


@dataclass(frozen=True)
class Wish:
    """What a prompt asks for: how many of each concept, and the main colours of those that have one."""

    counts: Counter[str]
    colours: dict[str, str]

    def fits(self, canvas: Canvas) -> bool:
        """Whether a canvas shows just that."""
        if Counter(layer.concept for layer in canvas.layers) != self.counts:
            return False
        return all(main_colours(layer)[:1] == [self.colours[layer.concept]] for layer in canvas.layers if layer.concept in self.colours)


def read_wish(prompt: str, concepts: list[str]) -> Wish:
    """Reads `a red heart`, `two stars`, `a blue cat and a pizza`. Raises Problem on any other prompt."""
    names = {form: name for name in concepts for form in (plural(name), name)}
    counts: Counter[str] = Counter()
    colours: dict[str, str] = {}
    for part in prompt.split(" and "):
        number, *rest = part.split(" ")
        colour = rest.pop(0) if rest and rest[0] in NAMED else None
        name = names.get(" ".join(rest))
        if number not in NUMBERS or name is None:
            raise Problem(f"“{prompt}” is none of the prompts that can be drawn: write “a red heart”, “two stars” or “a blue cat and a pizza”, with things of the config")
        if name in counts:
            raise Problem(f"“{prompt}” names a thing twice: name each once, with how many of it there shall be")
        counts[name] = NUMBERS[number]
        if colour:
            colours[name] = colour
    if counts.total() > 3:
        raise Problem(f"“{prompt}” has more than three things: name at most three")
    return Wish(counts, colours)


def canvases_of(wish: Wish, art: Artwork, rng: np.random.Generator, settings: CanvasConfig) -> Iterator[Canvas]:
    """Endless canvases of a wish in the artwork's styles. Raises Problem where no attempt of many gives one."""
    total = wish.counts.total()
    # No canvas shows more things than there are concepts to choose from.
    known = sorted(wish.counts) + [name for name in art.concepts if name not in wish.counts][: max(0, total - len(wish.counts))]
    few = Artwork([sticker for sticker in art.stickers if sticker.concept in known])
    drawn = replace(
        settings,
        objects=tuple(float(total == n) for n in (1, 2, 3)),
        repeat=float(len(wish.counts) == 1),
        recolour=0.0,
        repaint=float(bool(wish.colours)),
    )
    while True:
        found = next((canvas for canvas in (compose(few, rng, drawn) for _ in range(ATTEMPTS)) if wish.fits(canvas)), None)
        if found is None:
            raise Problem(f"no canvas shows {wish}: ask for something else")
        yield found


def found_share(evaluator: Path, prompts: list[str], art: Artwork, settings: CanvasConfig, each: int = 40, seed: int = 0) -> float:
    """Share of real canvases, `each` of every prompt, that lie nearer to their own prompt than to all others."""
    text = TextTokenizer.load(evaluator / "tokenizer.json")
    ids, mask = pad_rows([text.encode(prompt) for prompt in prompts])
    [texts] = _run(evaluator / "text_encoder.onnx", {"input_ids": ids.numpy(), "attention_mask": mask.long().numpy()})
    rng, found = np.random.default_rng(seed), []
    for row, prompt in enumerate(prompts):
        drawn = canvases_of(read_wish(prompt, art.concepts), art, rng, settings)
        images = to_batch([next(drawn).pixels for _ in range(each)]).numpy()
        embeddings, _ = _run(evaluator / "image_encoder.onnx", {"images": images})
        found += ((embeddings @ texts.T).argmax(1) == row).tolist()
    return float(np.mean(found))


def _run(graph: Path, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
    return onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"]).run(None, inputs)
