"""An independent reading of docs/bundle.md's grammar: what is wrong with a segment. Shares no code with
`latents.grammar`, which it checks."""

from kaleido.latents.vocabulary import Vocabulary


def faults(vocabulary: Vocabulary, plan: dict[str, list[int]], sampled: list[str]) -> list[str]:
    """What is wrong with the sampled kinds of a plan; empty when it parses. Blobs must be as many as boxes where these
    came first."""
    found = [f"{kind}: {fault}" for kind in sampled if (fault := CHECKS[kind](vocabulary, plan[kind]))]
    if (
        "blobs" in sampled
        and "boxes" in plan
        and len(plan["blobs"]) != 5 * len(split_boxes(vocabulary, plan["boxes"]) or [])
    ):
        found.append("blobs: not as many as boxes")
    return found


def split_boxes(vocabulary: Vocabulary, ids: list[int]) -> list[tuple[list[int], list[int]]] | None:
    """(label ids, corners in 0–32) of each box, or None where the ids are no boxes."""
    objects, rest = [], list(ids)
    while rest:
        label = []
        while rest and _in(vocabulary, "text", rest[0]):
            label.append(rest.pop(0))
        corners = [i - vocabulary.ranges["location"][0] for i in rest[:4] if _in(vocabulary, "location", i)]
        del rest[:4]
        if not 1 <= len(label) <= 8 or len(corners) != 4:
            return None
        objects.append((label, corners))
    return objects


def _in(vocabulary: Vocabulary, name: str, token: int) -> bool:
    low, high = vocabulary.ranges[name]
    return low <= token < high


def _description(vocabulary: Vocabulary, ids: list[int]) -> str | None:
    if not 1 <= len(ids) <= vocabulary.description_limit:
        return f"{len(ids)} pieces"
    return None if all(_in(vocabulary, "text", i) for i in ids) else "not text"


def _boxes(vocabulary: Vocabulary, ids: list[int]) -> str | None:
    objects = split_boxes(vocabulary, ids)
    if objects is None or not 1 <= len(objects) <= 3:
        return "not one to three labelled boxes"
    return None if all(x0 < x1 and y0 < y1 for _, (x0, y0, x1, y1) in objects) else "corners out of order"


def _blobs(vocabulary: Vocabulary, ids: list[int]) -> str | None:
    if len(ids) % 5 or not 1 <= len(ids) // 5 <= 3:
        return "not one to three times five ids"
    for start in range(0, len(ids), 5):
        *sizes, turn = ids[start : start + 5]
        if not all(_in(vocabulary, "location", i) for i in sizes) or not _in(vocabulary, "angle", turn):
            return "an id of another range"
        major, minor = (i - vocabulary.ranges["location"][0] for i in sizes[2:])
        if not major >= minor >= 1:
            return "radii out of order"
    return None


def _palette(vocabulary: Vocabulary, ids: list[int]) -> str | None:
    colours, shares = ids[::2], ids[1::2]
    if len(colours) != len(shares) or not 1 <= len(colours) <= 5:
        return "not one to five pairs"
    if not all(_in(vocabulary, "colour", i) for i in colours) or not all(_in(vocabulary, "share", i) for i in shares):
        return "an id of another range"
    if len(set(colours)) < len(colours):
        return "a colour twice"
    return None if shares == sorted(shares, reverse=True) else "shares out of order"


def _tokens(vocabulary: Vocabulary, ids: list[int]) -> str | None:
    return None if len(ids) == 64 and all(_in(vocabulary, "code", i) for i in ids) else "not 64 codes"


CHECKS = {"description": _description, "boxes": _boxes, "blobs": _blobs, "palette": _palette, "tokens": _tokens}
