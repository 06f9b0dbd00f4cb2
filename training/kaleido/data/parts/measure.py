"""The parts of all pictures of a bank."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from kaleido.data.bank import Bank
from kaleido.data.bank_file import THING
from kaleido.data.parts.eyes import eye_pair, iris, single_eye, spots
from kaleido.data.parts.people import Complexion, parts_of_person
from kaleido.data.parts.rules import EYES, PARTS, Rules
from kaleido.data.parts.segments import AROUND, SOLID, Segments, apart, grown, segments

# Colours further than this from skin are none.
_NOT_SKIN = 0.055
_SAME = 0.05
# Eyes of fewer pixels are too small for anybody to see their colour.
_FEWEST_EYES = 24
# A shaded drawing is the flat one's where their silhouettes overlap by as much (intersection over union).
_SAME_OUTLINE = 0.9
# Its borders may lie this many pixels off.
_OFF = 2
# Side of the square in which colours on both sides of a border are compared, in pixels.
_WINDOW = 11


@dataclass(frozen=True)
class Part:
    """A part of a picture: which of `PARTS`, and its mask bool [s, s]."""

    picture: int
    part: int
    mask: np.ndarray


def parts_of_bank(bank: Bank, pictures: np.ndarray, rules: Rules) -> list[Part]:
    """The sure parts of a bank's pictures uint8 [n, s, s, 4], by picture and then in the order of `PARTS`."""
    people, animals = rules.people(bank), rules.animals(bank)
    things = [i for i in range(len(bank)) if bank.kind[i] == THING]
    found: dict[int, dict[str, np.ndarray]] = {}
    for name in rules.drawn:
        own = [i for i in things if _set_of(bank, i) == name]
        colours = _complexion(bank, pictures, own, rules) if name in rules.flat else None
        for i in own:
            thing = bank.name(i)
            if thing in people and colours is not None:
                found[i] = parts_of_person(segments(pictures[i]), colours, rules.person(thing))
            elif thing in animals:
                found[i] = _eyes(segments(pictures[i]))
    for shaded, flat in rules.shaded.items():
        found |= _shaded(bank, pictures, [i for i in things if _set_of(bank, i) == shaded], flat, found)
    return [
        Part(i, k, found[i][part])
        for i in sorted(found)
        for k, part in enumerate(PARTS)
        if part in found[i] and rules.allows(part, bank.name(i), bank.slugs[i])
    ]


def is_seen(part: Part) -> bool:
    """Whether a part is large enough for anybody to see its colour."""
    return PARTS[part.part] != EYES or int(part.mask.sum()) >= _FEWEST_EYES


def _set_of(bank: Bank, picture: int) -> str:
    return bank.slugs[picture].split(":", 1)[0]


def _eyes(drawing: Segments) -> dict[str, np.ndarray]:
    found = spots(drawing)
    pair = eye_pair(found, drawing)
    eyes = single_eye(found, drawing) if pair is None else iris(pair, found, drawing)
    return {} if eyes is None else {EYES: eyes}


def _complexion(bank: Bank, pictures: np.ndarray, own: Iterable[int], rules: Rules) -> Complexion | None:
    """The colours of a set's people; None where it has none of those that they are measured of."""
    skins, heads = ([i for i in own if bank.name(i) in rules.samples(of)] for of in ("skin", "hair"))
    skin = _commonest(pictures[skins], None)
    hair = None if skin is None else _commonest(pictures[heads], skin)
    return None if skin is None or hair is None else Complexion(skin, hair)


def _commonest(pictures: np.ndarray, but: np.ndarray | None) -> np.ndarray | None:
    """The colour [3] with the largest share of drawings, but for one colour."""
    centres: list[np.ndarray] = []
    shares: list[float] = []
    for drawing in map(segments, pictures):
        for k, centre in enumerate(drawing.centres):
            if but is not None and apart(centre, but) < _NOT_SKIN:
                continue
            share = float((drawing.colour == k).sum() / drawing.solid.sum())
            same = [j for j, other in enumerate(centres) if np.linalg.norm(other - centre) < _SAME]
            if same:
                shares[same[0]] += share
            else:
                centres.append(centre)
                shares.append(share)
    return centres[int(np.argmax(shares))] if centres else None


def _shaded(
    bank: Bank, pictures: np.ndarray, own: list[int], flat: str, found: dict[int, dict[str, np.ndarray]]
) -> dict[int, dict[str, np.ndarray]]:
    """Parts of shaded drawings: those of the flat drawing of the same outline, their borders moved to where the shaded
    one's colours change."""
    originals: dict[str, list[int]] = {}
    for i in found:
        if _set_of(bank, i) == flat:
            originals.setdefault(bank.name(i), []).append(i)
    out = {}
    for i in own:
        solid = pictures[i, ..., 3] > SOLID
        overlaps = {j: _overlap(solid, pictures[j, ..., 3] > SOLID) for j in originals.get(bank.name(i), [])}
        best = max(overlaps, key=lambda j: overlaps[j], default=None)
        if best is None or overlaps[best] < _SAME_OUTLINE:
            continue
        lab = segments(pictures[i]).lab
        moved = {part: _bordered(mask, lab, solid) for part, mask in found[best].items()}
        out[i] = {part: mask for part, mask in moved.items() if mask.any()}
    return out


def _overlap(a: np.ndarray, b: np.ndarray) -> float:
    return float((a & b).sum() / max((a | b).sum(), 1))


def _bordered(mask: np.ndarray, lab: np.ndarray, solid: np.ndarray) -> np.ndarray:
    """A mask whose border lies where colours change: pixels near the border go to the side whose colours, in a window
    about them, theirs are nearer to."""
    inner = ndimage.binary_erosion(mask, AROUND, iterations=_OFF)
    # What is too small to have an inside, as eyes are, is its own.
    core = (inner if inner.sum() > 0.25 * mask.sum() else ndimage.binary_erosion(mask, AROUND)) & solid
    core = core if core.any() else mask & solid
    outer = solid & ~grown(mask, _OFF)
    band = solid & ~core & ~outer
    inside, outside = _mean_about(lab, core), _mean_about(lab, outer)
    nearer = np.linalg.norm(lab - inside, axis=-1) < np.linalg.norm(lab - outside, axis=-1)
    return np.asarray(core | (band & nearer))


def _mean_about(lab: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Mean colour [h, w, 3] of a mask's pixels in the window about each pixel; infinite where there are none."""
    weight = ndimage.uniform_filter(mask.astype(np.float64), _WINDOW, mode="constant")
    sums = [
        ndimage.uniform_filter(np.where(mask, lab[..., c], 0.0).astype(np.float64), _WINDOW, mode="constant")
        for c in range(3)
    ]
    mean = np.stack(sums, -1) / np.maximum(weight, 1e-12)[..., None]
    return np.where((weight > 1e-6)[..., None], mean, np.inf)
