"""What the prose says of this package is there."""

import re

import pytest

from kaleido.checkout import ROOT
from kaleido.cli.commands import COMMANDS

README = (ROOT / "README.md").read_text("utf-8")
PATHS = re.compile(r"`((?:kaleido|configs|render|tests)/[\w./-]+)`")
# Elsewhere in the checkout it is named from its root, and in links from beside it.
NAMED = re.compile(r"training/((?:kaleido|configs|render|tests)/[\w./-]*\w)")
# What stands for a file of the reader's own.
OWN = ("KIND", "mine.yaml")
PROSE = sorted([*ROOT.parent.glob("docs/*.md"), *ROOT.parent.glob("src/**/*.ts"), *ROOT.parent.glob("*.md")])


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def missing(paths: list[str]) -> list[str]:
    return [path for path in paths if not any(own in path for own in OWN) and not (ROOT / path).exists()]


def test_every_question_is_answered_by_a_path_that_exists():
    rows = section("Where is what").strip().splitlines()[2:]
    answers = [PATHS.findall(row.split("|")[2]) for row in rows]
    assert len(rows) >= 20 and all(answers)
    assert missing([path for found in answers for path in found]) == []


@pytest.mark.parametrize("page", ["README.md", "RUNS.md"])
def test_its_pages_name_no_path_that_is_gone(page: str):
    assert missing(PATHS.findall((ROOT / page).read_text("utf-8"))) == []


def test_pages_and_sources_name_no_file_of_training_that_is_gone():
    named = {(path.name, found) for path in PROSE for found in NAMED.findall(path.read_text("utf-8"))}
    assert named
    assert [pair for pair in sorted(named) if missing([pair[1]])] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_lists_every_command(name: str):
    assert re.search(rf"^\| `{name}\b", section("Stages"), re.MULTILINE)


def test_a_path_that_is_gone_would_be_seen():
    assert missing(["kaleido/cli/options.py", "kaleido/nothing.py"]) == ["kaleido/nothing.py"]
