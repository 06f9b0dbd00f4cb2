from pathlib import Path

import pytest

from kaleido import cli
from kaleido.config import Config
from kaleido.reports.rounding import compare_rounding


def test_rounded_weights_paint_nearly_the_same(config: Config, run: Path, bundle: Path):
    found = compare_rounding(config, run, bundle)
    assert 0 <= found["plans"] <= 1
    assert 0 < found["mean"] < 3 and found["mean"] <= found["largest"]
    assert found["visible"] < 0.2


def test_the_stage_tells_it_in_words(
    options: list[str], bundle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    found = {"plans": 0.5, "mean": 0.25, "largest": 7.0, "visible": 0.001}
    monkeypatch.setattr("kaleido.cli.rounding.compare_rounding", lambda *_: found)
    assert cli.main(["rounding", *options]) == 0
    said = capsys.readouterr().out
    assert "50.0% of plans are the same token for token" in said and "0.250 of 255 on average" in said
