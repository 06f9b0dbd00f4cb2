"""How much of everything the report measures: `FULL` is what docs/prior.md states, `QUICK` tells in a few minutes whether all is well."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """`held`: held-out canvases, all when None. `orders`: random orders a canvas. `grammar`: samples to parse. `pin_samples`: samples a
    canvas and pair. `concepts`, `plans`, `temperatures`: prompts, plans a prompt, and the heats of the words. `unique_prompts`,
    `unique`: prompts, and plans a prompt. `asked`, `asked_plans`: things that prompts ask for, and plans a prompt."""

    held: int | None = None
    orders: int = 4
    grammar: int = 10_000
    pin_samples: int = 4
    concepts: int = 12
    plans: int = 64
    temperatures: tuple[float, ...] = (0.6, 0.8, 1.0, 1.15, 1.3)
    unique_prompts: int = 3
    unique: int = 1000
    asked: int = 50
    asked_plans: int = 8


FULL = Sizes()
QUICK = Sizes(held=64, orders=2, grammar=500, pin_samples=2, concepts=4, unique_prompts=1, unique=100, asked=8, asked_plans=4)
