"""`kaleido-train`: one command a stage of training, and `all`, which goes through them and resumes what is under
way."""

from kaleido.cli.main import main
from kaleido.cli.options import parse

__all__ = ["main", "parse"]
