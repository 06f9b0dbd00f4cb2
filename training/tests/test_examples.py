"""The example of a kind of latent (examples/latent-kind), put where it belongs in a copy of the package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kaleido.checkout import ROOT

EXAMPLE = ROOT.parent / "examples" / "latent-kind" / "focus.py"

# What a run asks of a kind, in the copy.
ASKED = """
import numpy as np
from conftest import NAMES, TEXTS
from synthetic import synthetic_bank
from kaleido.data.scenes import Scenes
from kaleido.latents.grammar import Grammar
from kaleido.latents.kinds import KINDS, Latents
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import Vocabulary

assert KINDS == ("description", "boxes", "blobs", "palette", "focus", "tokens")
vocabulary = Vocabulary(TextTokenizer.train(TEXTS, 100), 128, 64, 12)
first, last = vocabulary.ranges["location"]

bank = synthetic_bank(NAMES)
scene = Scenes(bank).make(np.random.default_rng(0))
point = Latents.of(scene).focus
_, x0, y0, x1, y1 = scene.boxes[-1]
assert x0 <= point[0] <= x1 and y0 <= point[1] <= y1
assert Latents.of(scene).engine(bank.palette)["focus"] == {"x": point[0] / 32, "y": point[1] / 32}

grammar, content = Grammar(vocabulary), []
for place in point:
    assert grammar.allowed("focus", content) == list(range(first, last))
    content.append(first + place)
assert grammar.allowed("focus", content) == [3]
print("learned")
"""


def test_the_example_of_a_kind_is_one_file_and_one_line(tmp_path: Path):
    package = Path(shutil.copytree(ROOT / "kaleido", tmp_path / "kaleido"))
    shutil.copy(EXAMPLE, package / "latents")
    registry = package / "latents" / "kinds.py"
    added = registry.read_text().replace("    PALETTE,\n", "    PALETTE,\n    FOCUS,\n")
    registry.write_text(
        added.replace(
            "\nfrom kaleido.latents.ids", "\nfrom kaleido.latents.focus import FOCUS\nfrom kaleido.latents.ids"
        )
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT / "tests")])}
    asked = [sys.executable, "-c", ASKED]
    done = subprocess.run(asked, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "learned\n"), done.stderr


def test_it_is_written_as_our_code_is():
    for words in (["format", "--check"], ["check"]):
        options = ["--config", str(ROOT / "pyproject.toml"), str(EXAMPLE)]
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *words, *options], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout
