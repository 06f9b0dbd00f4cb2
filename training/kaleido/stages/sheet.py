"""The stage `sheet`: samples of a run's last checkpoint."""

from pathlib import Path

import torch

from kaleido.config import Config
from kaleido.models.schedule import Schedule
from kaleido.sampling.sheet import sample_sheet
from kaleido.stages.checkpoints import load
from kaleido.stages.run import averaged_model, read_tokenizer, read_vocabulary

COLUMNS = 4


@torch.no_grad()
def paint_sheet(config: Config, run: Path, device: str, prompts: tuple[str, ...]) -> Path:
    """Paints `COLUMNS` samples of each prompt (none: the sheet's own) into `run/sheets/sheet.png`, and returns that
    path."""
    path = run / "sheets" / "sheet.png"
    vocabulary, visual = read_vocabulary(config, run), read_tokenizer(config, run).to(device)
    model = averaged_model(config, load(run / "model.pt") or {}, vocabulary, visual).to(device)
    sample_sheet(path, model, visual, vocabulary, Schedule(config.joint.snr_power), prompts, columns=COLUMNS)
    return path
