"""Hair, beard and clothes of people: what is not skin, by where it lies about the face."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from kaleido.data.parts.eyes import Pair, Spot, eye_pair, iris, spots
from kaleido.data.parts.segments import AROUND, Segments, apart, bounds, components, filled, grown

# How near colours are to skin, to a set's hair, and to each other where they are shades of one thing.
_IS_SKIN, _IS_HAIR, _SAME_HAIR, _SAME_CLOTH = 0.045, 0.07, 0.09, 0.125
# In parts of the drawing's solid pixels.
_LEAST_HAIR_PIECE, _LEAST_HAIR, _LEAST_CLOTHES, _LEAST_CLOTH_PIECE = 0.004, 0.02, 0.05, 0.004
_LEAST_FACE_PIXELS = 60
# What begins lower than the highest piece of clothes by more, in distances of the eyes, is no shirt.
_SHIRT = 0.8
# Pixels of hair that touch the face.
_LEAST_TOUCH = 6


@dataclass(frozen=True)
class Complexion:
    """The colours of a set's people: of skin [3], and of hair as most of them have it [3] (OKLab)."""

    skin: np.ndarray
    hair: np.ndarray


@dataclass(frozen=True)
class Person:
    """What is asked about a drawing: whether nothing is on the head, so that hair may be of any colour, and whether
    there is a beard."""

    bareheaded: bool
    bearded: bool


@dataclass(frozen=True)
class _Face:
    skin: np.ndarray
    # Middle and height of the eyes, their distance, in pixels.
    x: float
    y: float
    gap: float
    eyes: np.ndarray | None


def parts_of_person(drawing: Segments, colours: Complexion, person: Person) -> dict[str, np.ndarray]:
    """Masks bool [h, w] of `hair`, `beard`, `eyes` and `clothes`, each only where it is sure."""
    skin = _skin_colours(drawing, colours)
    others = [k for k in range(len(drawing.centres)) if k not in skin]
    hairs = others if person.bareheaded else [k for k in others if apart(drawing.centres[k], colours.hair) < _IS_HAIR]
    face = _face(drawing, skin, hairs)
    if face is None:
        return {}
    out = {} if face.eyes is None else {"eyes": face.eyes}
    found = _hair(drawing, face, hairs)
    hair = np.zeros_like(drawing.solid)
    if found is not None:
        hair, shades = found
        out["hair"] = hair
        if person.bearded:
            beard = _beard(drawing, face, shades)
            if beard is not None:
                out["beard"] = beard
                out["hair"] = hair = hair | beard
    clothes = _clothes(drawing, face, others, hair)
    if clothes is not None:
        out["clothes"] = clothes
    return out


def _skin_colours(drawing: Segments, colours: Complexion) -> list[int]:
    """Colours that are skin: those near to the set's; of blond hair, which is near as well, none, as it is lighter or
    of another hue."""
    return [k for k, centre in enumerate(drawing.centres) if apart(centre, colours.skin) < _IS_SKIN]


def _face(drawing: Segments, skin: list[int], hairs: list[int]) -> _Face | None:
    """The largest piece of skin with eyes in it, or else that which hair touches most."""
    pieces = [piece for piece in components(drawing.of(skin)) if piece.sum() >= _LEAST_FACE_PIXELS]
    found = spots(drawing)
    seeing = [(piece, pair) for piece in pieces if (pair := _eyes_in(piece, found, drawing)) is not None]
    if seeing:
        piece, (a, b) = max(seeing, key=lambda one: int(one[0].sum()))
        return _Face(piece, (a.x + b.x) / 2, (a.y + b.y) / 2, abs(a.x - b.x), iris((a, b), found, drawing))
    if not hairs:
        return None
    hair = grown(drawing.of(hairs), 2)
    touched = [(int((hair & piece).sum()), piece) for piece in pieces]
    if not touched:
        return None
    most, skinned = max(touched, key=lambda one: one[0])
    if most < _LEAST_TOUCH:
        return None
    x0, y0, x1, y1 = _head(skinned)
    return _Face(skinned, (x0 + x1) / 2, y0 + 0.45 * (y1 - y0), 0.4 * (x1 - x0), None)


def _head(skin: np.ndarray) -> tuple[float, float, float, float]:
    """The box of the head at the top of a piece of skin, which may go down to hands and feet: as high as its widest
    row near the top is wide."""
    _, y0, _, y1 = bounds(skin)
    widths = [int(row.sum()) for row in skin[y0:y1]]
    height = next((k for k in range(4, len(widths)) if k >= 1.3 * max(widths[:k])), len(widths))
    columns = np.flatnonzero(skin[y0 : y0 + height].any(0))
    return float(columns[0]), float(y0), float(columns[-1] + 1), float(y0 + height)


def _eyes_in(skin: np.ndarray, found: list[Spot], drawing: Segments) -> Pair | None:
    region = grown(filled(skin), 2)
    return eye_pair([spot for spot in found if spot.is_in(region)], drawing)


def _hair(drawing: Segments, face: _Face, hairs: list[int]) -> tuple[np.ndarray, list[int]] | None:
    """The largest thing about the upper face that reaches the silhouette, with its shades and other pieces, and the
    colours that it is of."""
    area = int(drawing.solid.sum())
    rows = np.arange(len(drawing.solid))[:, None]
    near = grown(filled(face.skin), 3) & (rows < face.y + 2 * face.gap)
    edge = drawing.solid & ~ndimage.binary_erosion(drawing.solid, AROUND)
    found: list[tuple[int, np.ndarray, list[int]]] = []
    for k in hairs:
        shades = [j for j in hairs if apart(drawing.centres[j], drawing.centres[k]) < _SAME_HAIR]
        for piece in components(drawing.of(shades)):
            if piece.sum() < _LEAST_HAIR_PIECE * area or not (piece & edge).any():
                continue
            begins = bounds(piece)[1]
            if (grown(piece) & near).sum() >= _LEAST_TOUCH and begins <= face.y - 0.3 * face.gap:
                found.append((int((piece & (rows < face.y + 2 * face.gap)).sum()), piece, shades))
    if not found:
        return None
    _, main, shades = max(found, key=lambda one: one[0])
    hair = main.copy()
    top = bounds(main)[1]
    for piece in components(drawing.of(shades)):
        # Plaits and the other side of a parting; brows touch no edge.
        _, y0, _, y1 = bounds(piece)
        is_near = (grown(piece, 2) & (near | grown(hair, 2))).any() and y0 >= top and y1 <= face.y + 4 * face.gap
        if is_near and (piece & edge).any() and y0 <= face.y + 2 * face.gap:
            hair |= piece
    return (hair, shades) if hair.sum() >= _LEAST_HAIR * area else None


def _beard(drawing: Segments, face: _Face, shades: list[int]) -> np.ndarray | None:
    """What of the hair's colours is below the eyes, and about the chin."""
    rows, columns = np.indices(drawing.solid.shape)
    chin = (rows > face.y + 0.75 * face.gap) & (abs(columns - face.x) < 0.5 * face.gap)
    below = drawing.of(shades) & (rows > face.y + 0.35 * face.gap)
    pieces = [piece for piece in components(below) if (piece & chin).sum() > 0.2 * piece.sum()]
    if not pieces:
        return None
    beard = np.logical_or.reduce(pieces)
    return np.asarray(beard) if (beard & chin).sum() > 0.01 * drawing.solid.sum() else None


def _clothes(drawing: Segments, face: _Face, others: list[int], hair: np.ndarray) -> np.ndarray | None:
    """The largest thing of one colour, with its shades, below the chin; of a shirt and trousers the shirt."""
    area = int(drawing.solid.sum())
    rest, chin = drawing.solid & ~hair, face.y + 1.15 * face.gap
    found: list[tuple[int, np.ndarray]] = []
    taken: set[int] = set()
    for k in others:
        if k in taken:
            continue
        shades = [j for j in others if apart(drawing.centres[j], drawing.centres[k], 0.5) < _SAME_CLOTH]
        taken.update(shades)
        pieces = [
            piece
            for piece in components(drawing.of(shades) & rest)
            if piece.sum() >= _LEAST_CLOTH_PIECE * area
            and bounds(piece)[1] > face.y + 0.5 * face.gap
            and not _is_in_face(piece, face)
        ]
        if not pieces:
            continue
        cloth = np.asarray(np.logical_or.reduce(pieces))
        if cloth.sum() < _LEAST_CLOTHES * area or np.nonzero(cloth)[0].mean() < chin:
            continue
        found.append((bounds(cloth)[1], cloth))
    highest = min((begins for begins, _ in found), default=0)
    upper = [cloth for begins, cloth in found if begins <= highest + _SHIRT * face.gap]
    return max(upper, key=lambda cloth: int(cloth.sum()), default=None)


def _is_in_face(piece: np.ndarray, face: _Face) -> bool:
    """Whether skin is nearly all about a piece, as about a mouth."""
    ring = grown(piece, 2) & ~piece
    return bool((ring & face.skin).sum() >= 0.8 * ring.sum())
