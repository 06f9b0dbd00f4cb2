import json
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from kaleido.checkout import ROOT
from kaleido.diffusers.layouts import LAYOUTS, networks_of, write_folder
from kaleido.diffusers.pictures import PICTURES, golden_pictures
from kaleido.diffusers.safety import RED, look, plain, waves
from kaleido.diffusers.tokenizer import BEGIN, END, PAD, TinyTokenizer

FIXTURES = ROOT.parent / "test" / "fixtures" / "diffusers"


@pytest.mark.parametrize("name", ["lcm", "sdxl-turbo"])
def test_a_folder_s_graphs_can_be_opened_and_take_what_exports_take(tmp_path: Path, name: str):
    layout = LAYOUTS[name]
    write_folder(tmp_path, layout, networks_of(layout, 0))
    session = onnxruntime.InferenceSession(tmp_path / "unet" / "model.onnx", providers=["CPUExecutionProvider"])
    taken = [one.name for one in session.get_inputs()]
    assert taken == ["sample", "timestep", "encoder_hidden_states", *layout.more]
    assert (tmp_path / "unet" / (layout.weights or "model.onnx")).exists()


def test_what_the_fixture_says_is_painted_here_too():
    stored = json.loads((FIXTURES / "pictures.json").read_text())
    seed, name = list(LAYOUTS).index("sd-1.5"), "sd-1.5"
    made = golden_pictures(LAYOUTS[name], networks_of(LAYOUTS[name], seed), PICTURES[name][:1])
    assert made["pictures"][0]["ids"] == stored[name]["pictures"][0]["ids"]
    assert len(made["pictures"][0]["squares"]) == len(stored[name]["pictures"][0]["squares"])


def test_the_tokenizer_makes_words_of_pairs_and_fills_up():
    tiny = TinyTokenizer()
    ids, known = tiny.ids("A  CAT's", PAD), tiny.vocabulary
    assert ids[:4] == [known[BEGIN], known["a</w>"], known["cat</w>"], known["'"]]
    assert ids[5:7] == [known[END], 0]
    assert len(ids) == 77


def test_a_checker_takes_what_exports_take_and_objects_to_what_it_knows(tmp_path: Path):
    layout = LAYOUTS["sd-1.5"]
    write_folder(tmp_path, layout, networks_of(layout, 3))
    session = onnxruntime.InferenceSession(
        tmp_path / "safety_checker" / "model.onnx", providers=["CPUExecutionProvider"]
    )
    assert [one.name for one in session.get_inputs()] == ["clip_input", "images"]
    assert [one.name for one in session.get_outputs()] == ["out_images", "has_nsfw_concepts"]
    for picture, objected in [(plain(64, 96, RED), True), (waves(320, 192), False)]:
        images = (picture / 255).astype(np.float32)[None]
        shown, found = session.run(None, {"clip_input": look(picture).numpy(), "images": images})
        assert found.tolist() == [objected]
        assert (shown.max() == 0) == objected
