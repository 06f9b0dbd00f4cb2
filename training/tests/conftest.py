"""Synthetic artwork (no npm, no download), and one run of every stage on the tiny config that the slower tests
share."""

from pathlib import Path

import pytest
import torch
import yaml
from synthetic import synthetic_bank

from kaleido import cli
from kaleido.checkout import ROOT
from kaleido.config import Config, load_config
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.scenes import Scenes
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido, new_model
from kaleido.models.visual_tokenizer import VisualTokenizer

TEXTS = [
    "a big yellow sun in the middle , flat style",
    "a small red pizza on the left and a big brown package",
    "ring, bold style",
] * 3
# What is worn and what marks are made of must be there; of the rest a few things do.
NAMES = (
    "cat",
    "pizza",
    "sun",
    "package",
    "ring",
    "heart",
    "water drop",
    "zzz",
    "sparkles",
    "crown",
    "top hat",
    "glasses",
)
# Every stage for about a second.
QUICK = {
    "tokenizer": {"minutes": 0.02, "warmup": 0.3, "batch": 4},
    "latents": {"fitted": 60, "text_pieces": 120},
    "prior": {"minutes": 0.015, "batch": 4},
    "joint": {"minutes": 0.02, "batch": 4},
}


@pytest.fixture(autouse=True, scope="session")
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def bank() -> Bank:
    """Twelve things and three moods in two styles."""
    return synthetic_bank(NAMES)


@pytest.fixture(scope="session")
def scenes(bank: Bank) -> Scenes:
    return Scenes(bank)


@pytest.fixture(scope="session")
def canvases(bank: Bank) -> Canvases:
    return Canvases(bank, "cpu")


@pytest.fixture(scope="session")
def bank_folder(bank: Bank, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bank as `kaleido-train bank` writes it."""
    folder = tmp_path_factory.mktemp("bank")
    bank.save(folder)
    return folder


@pytest.fixture(scope="session")
def config_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """configs/tiny.yaml, quicker still."""
    settings = yaml.safe_load((ROOT / "configs" / "tiny.yaml").read_text())
    path = tmp_path_factory.mktemp("configs") / "quick.yaml"
    path.write_text(yaml.safe_dump(settings | {k: settings[k] | v for k, v in QUICK.items()}))
    return path


@pytest.fixture(scope="session")
def config(config_file: Path) -> Config:
    return load_config(config_file)


@pytest.fixture(scope="session")
def options(config_file: Path, bank_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Command-line options of the shared run."""
    made, written = tmp_path_factory.mktemp("runs") / "quick", tmp_path_factory.mktemp("models") / "quick"
    places = {"--config": config_file, "--bank": bank_folder, "--run": made, "--out": written}
    return [str(part) for pair in places.items() for part in pair] + ["--device", "cpu", "--threads", "1"]


@pytest.fixture(scope="session")
def quick():
    """Sheets of one prompt and validation on two scenes of a kind, which are the slowest parts of a tiny run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kaleido.sampling.sheet.PROMPTS", ("sun",))
        patch.setattr("kaleido.reports.rounding.PROMPTS", ("sun",))
        patch.setattr("kaleido.stages.validation.HELD", 2)
        patch.setattr("kaleido.bundle.measured.WORD_SCENES", 300)
        patch.setattr("kaleido.bundle.measured.COLOUR_SCENES", 128)
        yield


@pytest.fixture(scope="session")
def bundle(options: list[str], quick: None) -> Path:
    """The bundle that `kaleido-train all` makes, its golden fixture beside it."""
    out = Path(options[options.index("--out") + 1])
    assert cli.main(["all", *options, "--golden", str(out.with_name("golden.json"))]) == 0
    return out


@pytest.fixture(scope="session")
def run(options: list[str], bundle: Path) -> Path:
    """The run that made the bundle; tests that change it work on a copy."""
    assert bundle.is_dir()
    return Path(options[options.index("--run") + 1])


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """Of 128 colours and 64 codes, with a text tokenizer trained on three lines."""
    return Vocabulary(TextTokenizer.train(TEXTS, 100), 128, 64, 44)


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
        values.add_(0.1 * torch.randn(values.shape))
    return made
