"""The Markdown tables of docs/prior.md."""

from typing import Any

from kaleido.latents.kinds import KINDS


def table(heads: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)).replace(
        " --- ", "---"
    )


def number(value: float, error: float, digits: int = 2) -> str:
    """`1.20 ± 0.03`, with the sign a gain has."""
    return f"{value:+.{digits}f} ± {error:.{digits}f}".replace("-", "−")


def perplexity_table(found: dict[str, Any]) -> str:
    """One row a kind."""
    heads = ["kind", "tokens", "nats a token", "perplexity", "nats a canvas", "any order: nats a token", "perplexity"]
    kinds = [(k, found["kinds"][k]) for k in KINDS]
    return table(
        heads,
        [
            [
                k,
                str(v["tokens"]),
                f"{v['nats_per_token']:.3f}",
                f"{v['perplexity']:.2f}",
                f"{v['nats_per_canvas']:.1f}",
                f"{v['permuted_nats_per_token']:.3f}",
                f"{v['permuted_perplexity']:.2f}",
            ]
            for k, v in kinds
        ],
    )


def nats_table(pairs: list[dict[str, Any]]) -> str:
    """Pairs that differ first, then those that are equal by construction."""
    heads = ["A pinned", "B sampled", "B without A", "fixed order", "order-agnostic", "gain", "canvases better"]
    rows = []
    for p in sorted(pairs, key=lambda p: p["fixed_order_sees_it"]):
        same = p["fixed_order_sees_it"]
        end = ["0 (same order)", "–"] if same else [number(p["gain"], p["gain_error"]), f"{p['canvases_better']:.0%}"]
        rows.append(
            [p["pinned"], p["sampled"], *(f"{p[k]:.2f}" for k in ("unpinned_nats", "fixed_order_nats", "nats")), *end]
        )
    return table(heads, rows)


def energy_table(pairs: list[dict[str, Any]]) -> str:
    """The pairs whose samples differ."""
    heads = ["A pinned", "B sampled", "fixed order", "order-agnostic", "gain", "unit"]
    return table(
        heads,
        [
            [
                p["pinned"],
                p["sampled"],
                f"{e['fixed_order_score']:.4f}",
                f"{e['score']:.4f}",
                number(e["gain"], e["gain_error"], 4),
                e["unit"],
            ]
            for p in pairs
            for e in [p["energy"]]
        ],
    )


def gap_table(gaps: list[dict[str, Any]]) -> str:
    """Pairs in canonical order."""
    return table(
        ["A, then B", "nats of both", "B, then A costs"],
        [
            [f"{g['first']}, {g['second']}", f"{g['nats']:.2f}", number(g["reverse_order_costs"], g["error"])]
            for g in gaps
        ],
    )


def mode_table(found: dict[str, Any]) -> str:
    """One row a temperature, then the training canvases."""
    heads = [
        "temperature",
        "modes covered, weighted",
        "modes covered",
        "styles covered",
        "effective styles",
        "outside",
        "unreadable",
    ]
    named = [(f"{r['temperature']:g}", r) for r in found["temperatures"]] + [
        ("*training draws*", found["training_draws"])
    ]
    shares = ("coverage_by_frequency", "coverage", "style_coverage")
    return table(
        heads,
        [
            [
                name,
                *(f"{r[k]:.0%}" for k in shares),
                f"{r['effective_styles']:.2f}",
                f"{r['outside']:.0%}",
                f"{r['unreadable']:.0%}",
            ]
            for name, r in named
        ],
    )


def asked_table(groups: list[dict[str, Any]]) -> str:
    """One row a group of prompts."""
    return table(
        ["asked for", "such as", "prompts", "plans that hold it"],
        [[g["asked"], f"`{g['example']}`", str(g["prompts"]), f"{g['held']:.0%} ± {g['error']:.0%}"] for g in groups],
    )


def colour_table(kept: list[dict[str, Any]]) -> str:
    """One row a kind."""
    return table(
        ["of the plan", "has the colour asked for"], [[k["where"], f"{k['held']:.0%} ± {k['error']:.0%}"] for k in kept]
    )


def unique_table(prompts: list[dict[str, Any]]) -> str:
    """Two rows a prompt: its plans, and as many scenes of training."""
    kinds = ("unique_plans", "unique_layouts", "unique_token_grids", "unique_descriptions")
    rows = []
    for p in prompts:
        for name, found in ((f"`{p['prompt']}`", p), ("*training*", p["training"])):
            rows.append([name, str(p["plans"]), *(str(found[k]) for k in kinds), f"{found['cells_that_differ']:.0%}"])
    return table(
        ["prompt", "plans", "unique plans", "layouts", "token grids", "descriptions", "cells that differ"], rows
    )
