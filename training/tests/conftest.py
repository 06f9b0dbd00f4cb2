"""Synthetic artwork (no npm, no download), and one run of every stage on the tiny config that the slower tests share."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
import yaml

from kaleido import cli
from kaleido.config import Config, load_config
from kaleido.data.artwork import Artwork, Sticker
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.train.joint import new_model

SIZE = 128
TEXTS = ["a big yellow sun in the middle , flat style", "a small red pizza on the left and a big brown package", "ring, bold style"] * 3
# Every stage for a second or two; `fitted` and `canvases` small, no phase of the prior alone.
QUICK = {
    "tokenizer": {"minutes": 0.02, "warmup": 0.3, "batch": 4},
    "latents": {"canvases": 30, "fitted": 30, "text_pieces": 120},
    "joint": {"minutes": 0.03, "prior_minutes": 0.0, "checkpoint_minutes": 1},
}


def shapes() -> dict[str, np.ndarray]:
    """Masks [128, 128] of what the synthetic concepts look like."""
    y, x = (np.mgrid[0:SIZE, 0:SIZE] + 0.5 - SIZE / 2) / (SIZE / 2)
    radius = np.hypot(x, y)
    return {
        "sun": radius < 0.95,
        "package": np.maximum(abs(x), abs(y)) < 0.9,
        "pizza": (abs(x) < (y + 0.95) / 2) & (y < 0.95),
        "ring": (radius < 0.95) & (radius > 0.5),
    }


def draw(mask: np.ndarray, colour: tuple[int, int, int], outlined: bool) -> np.ndarray:
    """A sticker's pixels: the mask filled, with a dark outline where asked."""
    pixels = np.zeros((SIZE, SIZE, 4), np.uint8)
    pixels[mask] = (*colour, 255)
    if outlined:
        inner = mask.copy()
        for axis in (0, 1):
            for shift in (-8, 8):
                inner &= np.roll(mask, shift, axis)
        pixels[mask & ~inner] = (20, 20, 30, 255)
    return pixels


@pytest.fixture(autouse=True, scope="session")
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def artwork() -> Artwork:
    """Four concepts in two styles, eight stickers."""
    colours = {"sun": (250, 200, 40), "package": (150, 90, 50), "pizza": (210, 50, 40), "ring": (60, 110, 220)}
    return Artwork([Sticker(c, s, f"{s}:{c}", draw(m, colours[c], s == "bold")) for s in ("flat", "bold") for c, m in shapes().items()])


@pytest.fixture(scope="session")
def data(artwork: Artwork, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The artwork as `render.js` writes it."""
    folder = tmp_path_factory.mktemp("data")
    np.stack([s.pixels for s in artwork.stickers]).tofile(folder / "stickers.bin")
    listed = [{"concept": s.concept, "style": s.style, "slug": s.slug} for s in artwork.stickers]
    (folder / "stickers.json").write_text(json.dumps({"size": SIZE, "stickers": listed}))
    return folder


@pytest.fixture(scope="session")
def config_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """configs/tiny.yaml, quicker still."""
    settings = yaml.safe_load((cli.ROOT / "configs" / "tiny.yaml").read_text())
    path = tmp_path_factory.mktemp("configs") / "quick.yaml"
    path.write_text(yaml.safe_dump(settings | {k: settings[k] | v for k, v in QUICK.items()}))
    return path


@pytest.fixture(scope="session")
def config(config_file: Path) -> Config:
    return load_config(config_file)


@pytest.fixture(scope="session")
def options(config_file: Path, data: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Command-line options of the shared run."""
    made, written = tmp_path_factory.mktemp("runs") / "quick", tmp_path_factory.mktemp("models") / "quick"
    places = {"--config": config_file, "--data": data, "--run": made, "--out": written}
    return [str(part) for pair in places.items() for part in pair] + ["--threads", "1"]


@pytest.fixture(scope="session")
def quick_sheets():
    """Sheets of one prompt, which are the slowest part of a tiny run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kaleido.sample.PROMPTS", ["sun"])
        yield


@pytest.fixture(scope="session")
def bundle(options: list[str], quick_sheets: None) -> Path:
    """The bundle that `kaleido-train all` makes."""
    assert cli.main(["all", *options]) == 0
    return Path(options[options.index("--out") + 1])


@pytest.fixture(scope="session")
def run(options: list[str], bundle: Path) -> Path:
    """The run that made the bundle; tests that change it work on a copy."""
    return Path(options[options.index("--run") + 1])


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """Of 32 colours and 64 codes, with a text tokenizer trained on three lines."""
    return Vocabulary(TextTokenizer.train(TEXTS, 100), 32, 64, 40)


@pytest.fixture(scope="session")
def visual_tokenizer(config: Config) -> VisualTokenizer:
    """Untrained, with a random codebook."""
    torch.manual_seed(0)
    tokenizer = VisualTokenizer(config.tokenizer).eval().requires_grad_(False)
    tokenizer.codebook.fit(torch.randn(256, config.tokenizer.code_width), torch.Generator().manual_seed(0), rounds=2)
    return tokenizer


@pytest.fixture(scope="session")
def model(config: Config, vocabulary: Vocabulary, visual_tokenizer: VisualTokenizer) -> Kaleido:
    """Untrained, without the zeros that training starts from, which would hide what flows through them."""
    torch.manual_seed(0)
    made = new_model(config, vocabulary, visual_tokenizer).eval().requires_grad_(False)
    for values in made.parameters():
        values += 0.1 * torch.randn(values.shape)
    return made
