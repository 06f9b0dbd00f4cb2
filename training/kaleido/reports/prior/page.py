"""`docs/prior.md`, written from the numbers of `prior.json` alone: what is measured, how, and what came out."""

from typing import Any

from kaleido.latents.kinds import KINDS
from kaleido.reports.prior.tables import (
    asked_table,
    colour_table,
    energy_table,
    gap_table,
    mode_table,
    nats_table,
    perplexity_table,
    unique_table,
)

# In standard errors: what counts as a difference, here and in the summary.
CLEAR = 2


def page(report: dict[str, Any]) -> str:
    """The whole page as Markdown."""
    parts = [
        _head(report),
        _perplexity(report["perplexity"]),
        _asked(report["asked"]),
        _colours(report["colours"]),
        _pins(report["pins"]),
        _grammar(report["grammar"]),
        _modes(report["modes"], report["settings"]),
        _unique(report["unique"]),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def tally(pairs: list[dict[str, Any]]) -> tuple[int, int, int]:
    """How many pairs gain by more than `CLEAR` standard errors, lose by as much, and are neither. Each has `gain` and
    `gain_error`."""
    better = sum(p["gain"] > CLEAR * p["gain_error"] for p in pairs)
    worse = sum(p["gain"] < -CLEAR * p["gain_error"] for p in pairs)
    return better, worse, len(pairs) - better - worse


def told(pairs: list[dict[str, Any]]) -> str:
    """The tally in words."""
    better, worse, neither = tally(pairs)
    better_ones = f"**{better} of {len(pairs)} pairs are better** by more than {CLEAR} standard errors"
    return f"{better_ones}, {worse} worse, {neither} neither"


def _head(report: dict[str, Any]) -> str:
    heat, head = report["settings"]["temperature"], report["settings"]["top_p"]
    return f"""
# The prior

How well the prior foretells scenes drawn anew, whether it plans what a prompt asks for, whether it heeds what a user
pins, whether every plan parses, and how varied its
plans are. All of it is about `{report["bundle"]}` after {report["steps"]} training steps: a run's averaged weights in
float32, before an export rounds them, or the bundle's own where `begin` made the run of it.

```sh
kaleido-train begin     # where there is no run: makes one of the shipped bundle
{report["command"]}
```

measures it anew and writes this page and [`prior.json`](prior.json), which holds every number of it. *Shipped
settings* are temperature {heat["description"]:g} and top-p {head["description"]:g} for words, boxes, blobs and colours,
{heat["tokens"]:g} and {head["tokens"]:g} for visual tokens.
± is one standard error over canvases.{_few(report["command"])}"""


def _few(command: str) -> str:
    """What to know of a page that `--quick` made."""
    return (
        " `--quick` measures fewer of everything, so errors are wide; without it they narrow."
        if "--quick" in command
        else ""
    )


def _perplexity(found: dict[str, Any]) -> str:
    plan = found["plan_nats"]
    return f"""
## Perplexity

{found["canvases"]} scenes drawn as training draws them, each with its prompt. Every one is drawn anew, of the artwork
that training has: this tests how well scenes are foretold, not things that training never shows. Perplexity is exp of
the mean −log p a token; a token's rivals are the visual codes for a code, and all other ids for any other, as in
training. Start tokens are given. *Canonical* is
{" → ".join(KINDS)}; *any order* is the mean over {found["orders"]} random
{"order" if found["orders"] == 1 else "orders"} of all five kinds a canvas.

{perplexity_table(found)}

A whole plan costs {plan["canonical"]:.1f} nats in the canonical order and {plan["permuted"]:.1f} in any. A kind's own
row moves with the order because other kinds then stand before it; only the sum says what another order costs."""


def _asked(found: dict[str, Any]) -> str:
    return f"""
## Asked and planned

Whether a plan's boxes name just the things that the prompt asks for, as often as it asks, and whether its description
has the colour, the style, the mood or the relation asked for: {found["plans"]} plans a prompt at the shipped settings,
things spread over the alphabet. What the denoiser then paints is
judged in [evidence.md](evidence.md). ± is one standard error over prompts.

{asked_table(found["groups"])}"""


def _colours(found: dict[str, Any]) -> str:
    return f"""
## Colours kept

Where a colour that was asked for gets lost. {found["prompts"]} prompts such as `{found["example"]}`, {found["plans"]}
whole plans each, independent samples of which the planner has chosen none: whether the description says the colour,
whether the palette's largest colour has that name, and whether the
largest colour of what the visual tokens decode to has it. Of several of a thing's colours only one is the largest, so
not all can be.

{colour_table(found["kept"])}"""


def _pins(found: dict[str, Any]) -> str:
    reverse = [p for p in found["pairs"] if not p["fixed_order_sees_it"]]
    return f"""
## Pins

For each ordered pair of kinds, the same {found["canvases"]} scenes: A is pinned to its true value and B alone is
predicted, given the prompt. The **fixed-order prior is the same network** decoded in the canonical order; none was
trained for that order alone, which might spend its capacity better. It can condition B on A only where A comes first.
Where A comes first, both do the very same and the
gain is 0 by construction; where A comes after B, the fixed order must sample B without it.

**−log p of the true B** is exact and proper: nats a canvas, lower is better. {told(reverse)}.

{nats_table(found["pairs"])}

**Energy score** of {found["samples"]} samples of B a canvas at the shipped settings, E‖X − y‖ − ½ E‖X − X′‖ against
the true y, lower is better. It judges what users get, truncated and heated as it is, but only as far as the compared
feature tells. Visual tokens come last in the
canonical order, so a pin never comes too late for them. {told([p["energy"] for p in reverse])}.

{energy_table(reverse)}

**Both orders, one distribution?** A prior that no order matters to gives log p(A) + log p(B | A) = log p(B) +
log p(A | B). What the reverse order costs more, in nats a canvas:

{gap_table(found["order_gaps"])}"""


def _grammar(found: dict[str, Any]) -> str:
    listed = "".join(f"\n- {fault}: {count}" for fault, count in found["faults"].items())
    blobs = found["boxes_after_pinned_blobs"]
    free = (
        f"{blobs['other_count'] / blobs['samples']:.1%} of {blobs['samples']} such plans have another number of them"
        if blobs["samples"]
        else "no such plan was sampled here"
    )
    return f"""
## Grammar

**{found["failures"]} of {found["samples"]} plans fail to parse**, sampled at the shipped settings over
{found["pinned_subsets"]} different sets of pinned kinds (31 leave something to sample). Half of the pins come
from another scene than the prompt does, and one prompt in twenty is random pieces. The parser
([`parse.py`](../training/kaleido/reports/prior/parse.py)) reads the [bundle's grammar](bundle.md) on its own and shares
no code with the sampler's. The sampler only offers ids that the grammar allows, so 0 tests the rules, not what the
network has learned.{listed}

Where blobs are pinned and boxes sampled, the grammar leaves it free whether boxes are as many as blobs: {free}."""


def _modes(found: dict[str, Any], settings: dict[str, Any]) -> str:
    return f"""
## Modes against temperature

A mode is what a description says of a single thing: its style and colours. For each of {len(found["prompts"])} prompts
({", ".join(f"`{p}`" for p in found["prompts"])}; spread over the alphabet), {found["plans"]} descriptions a
temperature at the shipped top-p of {settings["top_p"]["description"]:g}, against
{found["training_scenes"]} scenes that training shows under a prompt that says no more: {found["training_modes"]:.0f}
modes a prompt on average. *Weighted* counts a mode by its frequency there.
*Outside* is the share of samples that are no such scene's mode: a new combination, another thing, or several things;
*unreadable* is
the part of all samples that are the latter two.
*Effective styles* is exp of the entropy.

{mode_table(found)}

*Training draws* is what {found["plans"]} independent draws of those scenes would give: what a prior that equals them
yields; its *outside* is the Good–Turing estimate of the modes that these scenes have not shown."""


def _unique(found: dict[str, Any]) -> str:
    return f"""
## Unique plans

Plans of one prompt at the shipped settings: how many differ from each other. A *layout* is a plan without its visual
tokens.

{unique_table(found["prompts"])}

Words repeat because there are only so many things to say of one sticker; the row below each prompt's are equally many
scenes that training shows under that prompt. *Cells that differ*: over all pairs, the share of the 64 visual tokens
that are not the same; 0 is full collapse."""
