"""What it takes to add a kind of latent: one file and one line. Tried on a copy of the package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from kaleido.checkout import ROOT
from kaleido.data.scenes import Scenes
from kaleido.latents.ids import SPECIAL_PIECES
from kaleido.latents.kinds import KINDS, SPECS, STARTS, Latents
from kaleido.latents.text_tokenizer import SPECIALS

COUNT_KIND = '''
"""The kind `count`: how many things there are."""

from kaleido.data.units import OBJECTS
from kaleido.latents.ids import END, Ids
from kaleido.latents.kind import Kind


def allowed(ids: Ids, content: list[int], _: int | None) -> list[int]:
    return [END] if content else ids.all("count")


COUNT = Kind(
    name="count",
    of=lambda scene, _: len(scene.boxes),
    write=lambda ids, count: [ids.first("count") + count - 1],
    allowed=allowed,
    engine=lambda count, _: count,
    numbers=lambda _: {"count": OBJECTS},
)
'''

# What lists kinds, asked in the copy.
ASKED = """
import numpy as np, torch
from conftest import NAMES, TEXTS
from synthetic import synthetic_bank
from kaleido.bundle.manifest import manifest
from kaleido.config import Config, ModelConfig, RowConfig, TokenizerConfig
from kaleido.data.scenes import Scenes
from kaleido.latents.grammar import Grammar
from kaleido.latents.kinds import KINDS, Latents
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import new_model
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.sampling.prior import sample_latents
from kaleido.stages.batches import Rows

assert KINDS == ("description", "boxes", "blobs", "palette", "count", "tokens")
vocabulary = Vocabulary(TextTokenizer.train(TEXTS, 100), 128, 64, 12)
assert vocabulary.text.vocabulary["<count>"] == 8 and vocabulary.text.vocabulary["<tokens>"] == 9
first, last = vocabulary.ranges["count"]
assert last - first == 3 and list(vocabulary.ranges)[-1] == "code"
assert Grammar(vocabulary).allowed("count", []) == [first, first + 1, first + 2]

bank = synthetic_bank(NAMES)
scenes, rng = Scenes(bank), np.random.default_rng(0)
scene = scenes.make(rng)
assert Latents.of(scene).engine(bank.palette)["count"] == len(scene.boxes)

rows = Rows(vocabulary, RowConfig(), 24, fixed=False)
batch = rows.batch([rows.row(scene, ["count"])])
assert batch.tokens[0].tolist() == [2, 8, first + len(scene.boxes) - 1, 3]

torch.manual_seed(0)
sizes = ModelConfig(32, 2, 1, 1, 32, (8, 8, 8, 16), 1, 2)
small = Config(model=sizes, tokenizer=TokenizerConfig(codes=64, code_width=8, encoder=(8, 8, 8), decoder=(8, 8, 8)))
model = new_model(small, vocabulary, VisualTokenizer(small.tokenizer)).eval()
[plan] = sample_latents(model, vocabulary, [[10]], [{}], ["count", "palette"], rng.random((60, 1)), 1.0, 0.9)
assert first <= plan["count"][0] < last and len(plan["count"]) == 1

told = manifest(small, bank, scenes, vocabulary, [], "", {"step": 0, "images": 0})
assert told["kinds"] == list(KINDS) and told["vocabulary"]["starts"]["count"] == 8
assert told["vocabulary"]["ranges"]["count"] == [first, last]
print("picked up")
"""


def test_a_new_kind_takes_one_file_and_one_line(tmp_path: Path):
    package = Path(shutil.copytree(ROOT / "kaleido", tmp_path / "kaleido"))
    (package / "latents" / "count.py").write_text(COUNT_KIND)
    registry = package / "latents" / "kinds.py"
    line = "    PALETTE,\n"
    assert registry.read_text().count(line) == 1
    added = registry.read_text().replace(line, f"{line}    COUNT,\n")
    registry.write_text(
        added.replace(
            "from kaleido.latents.palette", "from kaleido.latents.count import COUNT\nfrom kaleido.latents.palette"
        )
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT / "tests")])}
    asked = [sys.executable, "-c", ASKED]
    done = subprocess.run(asked, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "picked up\n"), done.stderr


def test_names_and_start_tokens_follow_from_the_list():
    assert tuple(spec.name for spec in SPECS) == KINDS
    assert [SPECIALS[STARTS[kind]] for kind in KINDS] == [f"<{kind}>" for kind in KINDS]
    assert list(STARTS.values()) == list(range(len(SPECIAL_PIECES), len(SPECIALS)))


def test_latents_are_those_of_a_scene_and_have_no_others(scenes: Scenes):
    scene = scenes.make(np.random.default_rng(0))
    latents = Latents.of(scene)
    assert (latents.description, latents.boxes, latents.tokens) == (scene.description, scene.boxes, None)
    assert "tokens" not in latents.engine(scenes.bank.palette)
    with pytest.raises(TypeError, match="no latents hue"):
        Latents(hue=1)
