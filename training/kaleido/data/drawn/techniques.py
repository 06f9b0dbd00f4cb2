"""How each style draws: a drawing in its colours to the body of an SVG."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml

from kaleido.data.drawn.drawing import MIRROR, Drawing, Part, Shape
from kaleido.data.drawn.tones import darker, lighter, mixed

PALETTES_FILE = Path(__file__).with_name("palettes.yaml")
# Of outlines, in parts of the viewBox of 128.
INK, INK_WIDTH, FOLD_WIDTH = "#45413c", 4.5, 3.0
# How far light and shade with a hard edge reach into a form.
RIM = 4.0
# What shadows of the style 3d turn to.
WARM, COLD = "#b0246e", "#3c2a8c"

# What eyes are drawn in where they are looked for; no palette has it.
EYES_SOUGHT = "#ff00ff"

# Styles whose colours run into each other; what the others draw has few colours.
SOFT = ("3d", "shaded")

Codes = dict[str, str]


@cache
def palettes() -> dict[str, dict[str, str]]:
    """Codes (`#rrggbb`) of the colours' names in each style."""
    found: dict[str, dict[str, str]] = yaml.safe_load(PALETTES_FILE.read_text("utf-8"))
    return found


def body(drawing: Drawing, style: str, colours: dict[str, str], eyes: str = "") -> str:
    """What a style makes of a drawing: elements in a viewBox of 128, with lines that may lie outside it. `colours` are
    names by letter, instead of the drawing's own, `eyes` a code for eyes instead of theirs."""
    named = drawing.colours | colours
    codes = {letter: palettes()[style][name] for letter, name in named.items()}
    if eyes:
        codes["eye"] = eyes
    technique = TECHNIQUES[style]
    return "".join(technique(part, f"p{number}", codes) for number, part in enumerate(drawing.parts))


def _code(shape: Shape, codes: Codes) -> str:
    if "eye" in shape.words and "eye" in codes:
        return codes["eye"]
    code = codes[shape.colour]
    return darker(code) if shape.tone == "dark" else lighter(code) if shape.tone == "light" else code


def _filled(shape: Shape, paint: str, grown: float = 0.0, **attributes: str | float) -> str:
    """A shape in one paint, wider by `grown` on each side."""
    joined = {"stroke_linejoin": "round", "stroke_linecap": shape.attributes.get("stroke-linecap", "round")}
    if "stroke" in shape.words:
        width = float(shape.attributes.get("stroke-width", 4)) + 2 * grown
        return shape.svg(fill="none", stroke=paint, stroke_width=width, **joined, **attributes)
    if grown:
        return shape.svg(fill=paint, stroke=paint, stroke_width=2 * grown, **joined, **attributes)
    return shape.svg(fill=paint, **attributes)


def _fold(shape: Shape, paint: str, width: float | None = None) -> str:
    width = width or float(shape.attributes.get("stroke-width", FOLD_WIDTH))
    return shape.svg(fill="none", stroke=paint, stroke_width=width, stroke_linecap="round", stroke_linejoin="round")


def _twice(shape: Shape, drawn: str) -> str:
    """What lies on a form, and its mirrored image where there is one."""
    return drawn + (f'<g transform="{MIRROR}">{drawn}</g>' if "mirrored" in shape.words else "")


def _whole(part: Part, drawn: str) -> str:
    return f'<g transform="{MIRROR}">{drawn}</g>' if part.mirrored else drawn


def _on(part: Part, key: str, codes: Codes, paint: Callable[[Shape], str], shines: float, ink: str = "") -> str:
    """What lies on a form, cut off at its edge. `shines` is the opacity of gleams, `ink` the colour of folds where they
    are not a darker tone."""
    drawn = []
    for shape in part.on:
        if "shine" in shape.words:
            if shines:
                drawn.append(_twice(shape, _filled(shape, "#ffffff", opacity=shines)))
        elif "fold" in shape.words:
            fold = _fold(shape, ink, FOLD_WIDTH) if ink else _fold(shape, darker(codes[shape.colour], 0.24))
            drawn.append(_twice(shape, fold))
        else:
            drawn.append(_twice(shape, paint(shape)))
    if not drawn or "stroke" in part.form.words:
        return "".join(drawn)
    clip = f'<clipPath id="{key}c">{part.form.svg()}</clipPath>'
    return f'{clip}<g clip-path="url(#{key}c)">{"".join(drawn)}</g>'


def _rim(part: Part, key: str, paint: str, opacity: float, across: float, down: float) -> str:
    """What of a form is not covered by itself moved so far: a rim with a hard edge on the side that it moves from."""
    form = part.form
    if "stroke" in form.words:
        return ""
    # Light falls from the left on mirrored forms too.
    across = -across if part.mirrored else across
    moved = f'<g transform="translate({across} {down})">{form.svg(fill="#000000")}</g>'
    mask = f'<mask id="{key}">{form.svg(fill="#ffffff")}{moved}</mask>'
    return f'{mask}<g mask="url(#{key})">{form.svg(fill=paint, fill_opacity=opacity)}</g>'


def _plain(part: Part, key: str, codes: Codes) -> str:
    on = _on(part, key, codes, lambda shape: _filled(shape, _code(shape, codes)), 0)
    return _whole(part, _filled(part.form, _code(part.form, codes)) + on)


def _blob(part: Part, key: str, codes: Codes) -> str:
    on = _on(part, key, codes, lambda shape: _filled(shape, _code(shape, codes)), 0)
    return _whole(part, _filled(part.form, _code(part.form, codes), 1.4) + on)


def _rounded(part: Part, key: str, codes: Codes) -> str:
    code = _code(part.form, codes)
    on = _on(part, key, codes, lambda shape: _filled(shape, _code(shape, codes)), 0)
    reach = RIM / 2 if "small" in part.form.words else RIM
    rim = _rim(part, f"{key}r", lighter(code, 0.45), 0.75, reach * 0.8, reach)
    return _whole(part, _filled(part.form, code) + on + rim)


def _outline(part: Part, key: str, codes: Codes) -> str:
    form, code = part.form, _code(part.form, codes)
    half = INK_WIDTH / 2
    on = _on(part, key, codes, lambda shape: _filled(shape, _code(shape, codes)), 0.75, INK)
    reach = RIM * 0.6 if "small" in form.words else RIM * 1.3
    shade = _rim(part, f"{key}s", darker(code, 0.3), 0.5, -reach * 0.6, -reach)
    light = "" if "small" in form.words else _rim(part, f"{key}l", "#ffffff", 0.45, reach * 0.7, reach)
    line = (
        ""
        if "stroke" in form.words
        else form.svg(fill="none", stroke=INK, stroke_width=INK_WIDTH, stroke_linejoin="round")
    )
    # Ink would show through glass.
    ink = "" if "opacity" in form.attributes else _filled(form, INK, half)
    return _whole(part, ink + _filled(form, code) + on + shade + light + line)


def _shaded(part: Part, key: str, codes: Codes) -> str:
    gradients: list[str] = []

    def paint(shape: Shape) -> str:
        code = _code(shape, codes)
        if "stroke" in shape.words:
            return _filled(shape, code)
        name = f"{key}g{len(gradients)}"
        stops = f'<stop offset="0" stop-color="{lighter(code, 0.2)}"/><stop offset="0.5" stop-color="{code}"/>'
        stops += f'<stop offset="1" stop-color="{darker(code, 0.14)}"/>'
        gradients.append(f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient>')
        return _filled(shape, f"url(#{name})")

    form = paint(part.form)
    on = _on(part, key, codes, paint, 0.55)
    reach = RIM * 0.5 if "small" in part.form.words else RIM * 0.9
    rim = _rim(part, f"{key}r", darker(_code(part.form, codes), 0.35), 0.4, -reach * 0.3, -reach)
    return _whole(part, "".join(gradients) + form + on + rim)


def _soft(part: Part, key: str, codes: Codes) -> str:
    code = _code(part.form, codes)
    small = "small" in part.form.words or "stroke" in part.form.words
    spread = 2.2 if small else 5.5
    shade = mixed(darker(code, 0.32), COLD if _is_cold(code) else WARM, 0.22)
    light = lighter(mixed(code, "#ffe9b0", 0.12), 0.6)
    on = _on(part, key, codes, lambda shape: _filled(shape, _code(shape, codes)), 0.45)
    side = -1 if part.mirrored else 1
    area = 'filterUnits="userSpaceOnUse" x="-24" y="-24" width="176" height="176" color-interpolation-filters="sRGB"'
    steps = (
        '<feComponentTransfer in="SourceAlpha" result="out">'
        '<feFuncA type="table" tableValues="1 0"/></feComponentTransfer>'
        + _inner("shade", shade, 0.85, spread, -spread * 0.55 * side, -spread * 0.9)
        + _inner("light", light, 0.9, spread * 0.7, spread * 0.5 * side, spread * 0.6)
        + '<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="shade"/><feMergeNode in="light"/></feMerge>'
    )
    drawn = f'<g filter="url(#{key}f)">{_filled(part.form, code)}{on}</g>'
    return f'<filter id="{key}f" {area}>{steps}</filter>{_whole(part, drawn)}'


def _inner(name: str, code: str, opacity: float, spread: float, across: float, down: float) -> str:
    """Steps of a filter: what is outside a form, blurred, moved into it and coloured."""
    return (
        f'<feGaussianBlur in="out" stdDeviation="{spread:.2f}"/>'
        f'<feOffset dx="{across:.2f}" dy="{down:.2f}" result="{name}b"/>'
        f'<feFlood flood-color="{code}" flood-opacity="{opacity}"/><feComposite in2="{name}b" operator="in"/>'
        f'<feComposite in2="SourceAlpha" operator="in" result="{name}"/>'
    )


def _is_cold(code: str) -> bool:
    red, blue = int(code[1:3], 16), int(code[5:7], 16)
    return blue >= red


TECHNIQUES: dict[str, Callable[[Part, str, Codes], str]] = {
    "3d": _soft,
    "blob": _blob,
    "flat": _plain,
    "outline": _outline,
    "rounded": _rounded,
    "shaded": _shaded,
    "simple": _plain,
}
