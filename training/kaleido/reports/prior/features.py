"""What of a sampled segment is compared with the true one: one vector a kind, whose Euclidean distance means
something."""

import numpy as np

from kaleido.data.units import BINS
from kaleido.latents.vocabulary import Vocabulary
from kaleido.reports.prior.parse import split_boxes

# What one unit of each kind's distance is.
UNITS = {
    "description": "√words that differ",
    "boxes": "RMS over the canvas of being inside a box",
    "blobs": "RMS over the canvas of being inside an ellipse",
    "palette": "OKLab, mean and largest colour together",
}


class Features:
    """`codebook`: the palette's colours in OKLab [n, 3]."""

    def __init__(self, vocabulary: Vocabulary, codebook: np.ndarray):
        self.vocabulary, self.codebook = vocabulary, codebook

    def of(self, kind: str, segments: list[list[int]]) -> np.ndarray:
        """One row a segment, [n, d]; rows of one call can be compared with each other."""
        if kind == "description":
            return self._bags([self.vocabulary.text.decode(s) for s in segments])
        one = {"boxes": self._boxes, "blobs": self._blobs, "palette": self._palette}[kind]
        return np.stack([one(s) for s in segments])

    def _bags(self, texts: list[str]) -> np.ndarray:
        """Which words occur: colours, sizes, places, styles and things alike."""
        split = [set(t.replace(",", " ").split()) for t in texts]
        column = {word: n for n, word in enumerate(sorted(set().union(*split)))}
        found = np.zeros((len(texts), len(column)), np.float32)
        for row, words in zip(found, split, strict=True):
            row[[column[w] for w in words]] = 1
        return found

    def _boxes(self, ids: list[int]) -> np.ndarray:
        """Occupancy of the 32 × 32 grid by all boxes, scaled so that the distance is a root mean square."""
        inside = np.zeros((BINS, BINS), np.float32)
        for _, (x0, y0, x1, y1) in split_boxes(self.vocabulary, ids) or []:
            inside[y0:y1, x0:x1] = 1
        return inside.ravel() / BINS

    def _blobs(self, ids: list[int]) -> np.ndarray:
        """Occupancy by all ellipses; centres in 1/32 of the canvas, radii in 1/64, angles of 7.5°."""
        ys, xs = np.mgrid[0:BINS, 0:BINS] + 0.5
        inside = np.zeros((BINS, BINS), np.float32)
        location, angle = self.vocabulary.ranges["location"][0], self.vocabulary.ranges["angle"][0]
        for start in range(0, len(ids), 5):
            x, y, major, minor = (i - location for i in ids[start : start + 4])
            turn = np.radians((ids[start + 4] - angle) * 7.5)
            along = (xs - x) * np.cos(turn) + (ys - y) * np.sin(turn)
            across = (ys - y) * np.cos(turn) - (xs - x) * np.sin(turn)
            inside[(along / (major / 2)) ** 2 + (across / (minor / 2)) ** 2 <= 1] = 1
        return inside.ravel() / BINS

    def _palette(self, ids: list[int]) -> np.ndarray:
        """OKLab of the mean colour, weighted by share, and of the largest."""
        colours = self.codebook[[i - self.vocabulary.ranges["colour"][0] for i in ids[::2]]]
        shares = np.array([i - self.vocabulary.ranges["share"][0] + 1 for i in ids[1::2]], np.float32)
        return np.concatenate([shares @ colours / shares.sum(), colours[0]])


def energy_score(samples: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """E‖X − y‖ − ½ E‖X − X'‖ of samples [n, s, d] against truths [n, d], as [n]: a proper score, lower is better.
    Needs s ≥ 2."""
    count = samples.shape[1]
    off = np.linalg.norm(samples - truth[:, None], axis=-1).mean(1)
    apart = np.linalg.norm(samples[:, :, None] - samples[:, None], axis=-1).sum((1, 2)) / (count * (count - 1))
    return off - apart / 2
