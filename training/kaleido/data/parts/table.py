"""The table of a bundle's parts, `parts.safetensors` (docs/bundle.md, "Parts")."""

from itertools import pairwise

import numpy as np
from safetensors.numpy import save

from kaleido.data.bank import Bank
from kaleido.data.colour import codebook, srgb_to_oklab
from kaleido.data.parts.head import head_about
from kaleido.data.parts.measure import Part, is_seen, parts_of_bank
from kaleido.data.parts.rules import EYES, PARTS, WHOLE_EYES, Rules
from kaleido.data.parts.seat import seat
from kaleido.data.parts.segments import SOLID, grown, segments
from kaleido.data.parts.whole_eyes import whole_eyes

PARTS_FILE = "parts.safetensors"
# Longest run of a mask that one byte tells.
LONGEST_RUN = 255
NOTHING_BESIDE = 255
# Entries of a histogram of a smaller share are left out.
_LEAST_SHARE = 2 / 255
_MOST_ENTRIES = 12
# Seats are told in parts of so much of a side.
_SEAT_STEPS = 255


def parts_file(bank: Bank) -> bytes | None:
    """The file's bytes; None where nothing of the bank has a part."""
    pictures, rules = bank.pictures(), Rules.load()
    found = parts_of_bank(bank, pictures, rules)
    return save(tensors(bank, pictures, found, rules)) if any(map(is_seen, found)) else None


def tensors(bank: Bank, pictures: np.ndarray, found: list[Part], rules: Rules) -> dict[str, np.ndarray]:
    """The tensors of docs/bundle.md, a row a part, a row a head and a row a picture."""
    eyes, found = [one for one in found if PARTS[one.part] == EYES], [one for one in found if is_seen(one)]
    palette = codebook(list(bank.palette))
    codes = [(k, code) for k, same in enumerate(bank.tables.colours.values()) for code in same]
    prototypes, names = codebook([code for _, code in codes]), np.array([k for k, _ in codes])
    rows = [_row(pictures[one.picture], one.mask, palette, prototypes, names) for one in found]
    runs = [run_lengths(one.mask) for one in found]
    return {
        "picture": np.array([one.picture for one in found], np.uint16),
        "part": np.array([one.part for one in found], np.uint8),
        "colour": np.array(
            [_said(bank, one, rules, seen) for one, (seen, *_) in zip(found, rows, strict=True)], np.uint8
        ),
        "share": np.array([share for _, share, *_ in rows], np.float32),
        "beside": np.array([beside for _, _, beside, *_ in rows], np.uint8),
        "head_picture": np.array([one.picture for one in eyes], np.uint16),
        "head": np.array([head_about(pictures[one.picture], one.mask) for one in eyes], np.float32).reshape(-1, 5),
        "head_eyes": np.array(
            [_both_eyes(bank, one, pictures[one.picture], rules) for one in eyes], np.float32
        ).reshape(-1, 8),
        "seat": np.round(_SEAT_STEPS * np.array([seat(rgba) for rgba in pictures])).astype(np.uint8),
        "run_starts": _starts(runs),
        "runs": np.concatenate(runs),
        "palette_starts": _starts([colours for *_, colours, _ in rows]),
        "palette_colours": np.concatenate([colours for *_, colours, _ in rows]),
        "palette_shares": np.concatenate([shares for *_, shares in rows]),
    }


def run_lengths(mask: np.ndarray) -> np.ndarray:
    """A mask as uint8 [r]: how many pixels in turn are out of it and in it, row by row, out first; a longer run than
    255 goes on behind a run of none. The last run out of it is left away."""
    flat = np.concatenate([[False], mask.ravel()])
    changes = np.flatnonzero(flat[1:] != flat[:-1])
    ends = changes if len(changes) % 2 == 0 else np.append(changes, mask.size)
    out: list[int] = []
    for length in (b - a for a, b in pairwise([0, *ends.tolist()])):
        rest = length
        while rest > LONGEST_RUN:
            out += [LONGEST_RUN, 0]
            rest -= LONGEST_RUN
        out.append(rest)
    return np.array(out, np.uint8)


def _both_eyes(bank: Bank, one: Part, rgba: np.ndarray, rules: Rules) -> list[float]:
    """Middle and half sizes (x, y, across, down) of the left and the right eye; none are 0."""
    is_sure = rules.allows(WHOLE_EYES, bank.name(one.picture), bank.slugs[one.picture])
    found = whole_eyes(segments(rgba), one.mask) if is_sure else []
    numbers = [number for eye in found for number in (eye.x, eye.y, eye.across, eye.down)]
    return numbers + [0.0] * (8 - len(numbers))


def _starts(lists: list[np.ndarray]) -> np.ndarray:
    return np.cumsum([0, *map(len, lists)]).astype(np.uint32)


def _row(
    rgba: np.ndarray, mask: np.ndarray, palette: np.ndarray, prototypes: np.ndarray, names: np.ndarray
) -> tuple[int, float, int, np.ndarray, np.ndarray]:
    """A part's commonest colour name, its share of the solid pixels, the palette entry beside it, and its histogram."""
    lab, solid = srgb_to_oklab(rgba[..., :3].astype(np.float32) / 255), rgba[..., 3] > SOLID
    own = lab[mask & solid]
    name = int(np.bincount(names[_nearest(own, prototypes)]).argmax())
    ring = grown(mask, 3) & ~grown(mask) & solid
    beside = int(np.bincount(_nearest(lab[ring], palette)).argmax()) if ring.any() else NOTHING_BESIDE
    shares = np.bincount(_nearest(own, palette), minlength=len(palette)) / len(own)
    order = np.argsort(-shares, kind="stable")[:_MOST_ENTRIES]
    order = order[(shares[order] >= _LEAST_SHARE) | (order == order[0])]
    kept = np.round(255 * shares[order] / shares[order].sum()).astype(np.uint8)
    return name, float(len(own) / solid.sum()), beside, order.astype(np.uint8), kept


def _nearest(lab: np.ndarray, centres: np.ndarray) -> np.ndarray:
    return np.asarray((lab @ centres.T - 0.5 * (centres**2).sum(1)).argmax(-1))


def _said(bank: Bank, one: Part, rules: Rules, seen: int) -> int:
    """The name of a part's colour: what the thing's name says, else what is seen."""
    said = rules.colour_said(PARTS[one.part], bank.name(one.picture))
    return bank.colour_list.index(said) if said in bank.colour_list else seen
