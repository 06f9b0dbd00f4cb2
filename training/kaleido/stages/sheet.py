"""The stage `sheet`: samples of a run's last checkpoint."""

from pathlib import Path

import torch

from kaleido.config import Config
from kaleido.models.schedule import Schedule
from kaleido.sampling.sheet import sample_sheet
from kaleido.stages.run import read_run

COLUMNS = 4


@torch.no_grad()
def paint_sheet(config: Config, run: Path, device: str, prompts: tuple[str, ...]) -> Path:
    """Paints `COLUMNS` samples of each prompt (none: the sheet's own) into `run/sheets/sheet.png`, and returns that
    path. Raises Problem where the run has no checkpoint."""
    path = run / "sheets" / "sheet.png"
    trained = read_run(config, run)
    model, visual = trained.model.to(device), trained.tokenizer.to(device)
    sample_sheet(path, model, visual, trained.vocabulary, Schedule(config.joint.snr_power), prompts, columns=COLUMNS)
    return path
