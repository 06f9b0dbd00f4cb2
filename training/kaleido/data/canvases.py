"""Scenes' canvases, composed on the device that trains."""

from collections.abc import Sequence

import numpy as np
import torch

from kaleido.data.bank import Bank
from kaleido.data.compose import LAYERS, Compositor
from kaleido.data.scene import Scene

# Of a bank of no more pictures than this every paint is kept on a CPU too.
SMALL = 256


def placed(scenes: Sequence[Scene]) -> tuple[np.ndarray, np.ndarray]:
    """What the compositor reads of scenes' layers: int32 [B, LAYERS, 2] (picture or −1, paint) and float32 [B, LAYERS,
    4] (x, y, side, flip)."""
    ids, geometry = np.full((len(scenes), LAYERS, 2), -1, np.int32), np.zeros((len(scenes), LAYERS, 4), np.float32)
    for row, scene in enumerate(scenes):
        for k, layer in enumerate(scene.layers[:LAYERS]):
            ids[row, k] = layer.picture, layer.paint
            geometry[row, k] = layer.x, layer.y, layer.side, layer.flip
    return ids, geometry


class Canvases:
    """Composes scenes: [B, 4, 128, 128], premultiplied, 0 … 1, on `device`."""

    def __init__(self, bank: Bank, device: str):
        self.bank, self.device = bank, device
        held = device == "cuda" or len(bank) <= SMALL
        self._compositor = Compositor(bank.pictures(), bank.tables, device, held)

    def __call__(self, scenes: Sequence[Scene]) -> torch.Tensor:
        """The canvases of scenes."""
        return self.compose(*map(torch.from_numpy, placed(scenes)))

    def compose(self, ids: torch.Tensor, geometry: torch.Tensor) -> torch.Tensor:
        """The canvases of what `placed` gives, from any device."""
        composed: torch.Tensor = self._compositor(ids.to(self.device).long(), geometry.to(self.device))
        return composed
