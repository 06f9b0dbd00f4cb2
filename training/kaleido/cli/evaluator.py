"""`kaleido-train evaluator`."""

from kaleido.bundle.export_evaluator import export_evaluator
from kaleido.cli.command import Command, Job, bundle_option
from kaleido.data.bank import Bank
from kaleido.data.bank_file import is_bank
from kaleido.data.canvases import Canvases
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.stages.bank import render_bank
from kaleido.stages.evaluator import train_evaluator

FOLDER = "evaluator"


def evaluator(job: Job) -> None:
    """Trains the network that `kaleido eval` judges with, in styles that the bundle was not trained on, and writes its
    folder."""
    if not is_bank(job.bank):
        render_bank(job.data / "held-out", job.bank, "judge_sets")
    learnt, real, text = Bank.open(job.bank), Canvases(Bank.open(job.bundle), job.device), job.bundle / "tokenizer.json"
    train_evaluator(job.config, learnt, real, TextTokenizer.load(text), job.run)
    export_evaluator(job.config, learnt, real, text, job.run, job.out, job.command)


COMMAND = Command(
    "evaluator",
    evaluator,
    bundle_option,
    minutes="evaluator",
    out=f"models/{FOLDER}",
    runs=FOLDER,
    remade_by="evaluator",
)
