"""Palette: the canvas's colour clusters as entries of a fixed OKLab codebook, with shares of the opaque area."""

import numpy as np

from kaleido.data.colour import oklab_to_srgb, rgb_to_hex, srgb_to_oklab

MERGE_DISTANCE = 0.09
MIN_SHARE = 0.06
MAX_COLOURS = 4
SHARE_LEVELS = 8


def opaque_oklab(pixels: np.ndarray) -> np.ndarray:
    """OKLab [n, 3] of the pixels of a premultiplied canvas whose alpha is above one half."""
    solid = pixels[pixels[..., 3] > 0.5]
    return srgb_to_oklab(np.clip(solid[:, :3] / solid[:, 3:], 0, 1))


def fit_codebook(samples: np.ndarray, size: int, rng: np.random.Generator, rounds: int = 20) -> np.ndarray:
    """k-means in OKLab over samples [n, 3]; returns centroids [size, 3] rounded to 8-bit sRGB."""
    centres = samples[rng.choice(len(samples), size, replace=False)]
    for _ in range(rounds):
        nearest = assign(samples, centres)
        for k in range(size):
            members = samples[nearest == k]
            if len(members):
                centres[k] = members.mean(0)
    return srgb_to_oklab(np.round(oklab_to_srgb(centres) * 255) / 255)


def assign(samples: np.ndarray, codebook: np.ndarray) -> np.ndarray:
    """Index [n] of the nearest codebook entry to each OKLab sample."""
    return np.argmax(samples @ codebook.T - 0.5 * (codebook**2).sum(1), axis=1)


def extract(pixels: np.ndarray, codebook: np.ndarray) -> list[tuple[int, int]]:
    """(codebook index, share level 0–7) of the canvas's clusters, largest first; nearby clusters are merged."""
    lab = opaque_oklab(pixels)
    if not len(lab):
        return [(0, 0)]
    counts = np.bincount(assign(lab, codebook), minlength=len(codebook)).astype(np.float64)
    clusters: list[list[float]] = []
    for k in np.argsort(-counts):
        if counts[k] == 0:
            break
        for cluster in clusters:
            if np.linalg.norm(codebook[int(cluster[0])] - codebook[k]) < MERGE_DISTANCE:
                cluster[1] += counts[k]
                break
        else:
            clusters.append([int(k), counts[k]])
    clusters.sort(key=lambda c: -c[1])
    total = counts.sum()
    kept = [c for c in clusters[:MAX_COLOURS] if c[1] / total >= MIN_SHARE] or clusters[:1]
    return [(int(k), int(np.clip(round(n / total * SHARE_LEVELS), 1, SHARE_LEVELS)) - 1) for k, n in kept]


def to_hex(codebook: np.ndarray) -> list[str]:
    """The codebook as `#rrggbb` strings."""
    return [rgb_to_hex(c) for c in oklab_to_srgb(codebook)]
