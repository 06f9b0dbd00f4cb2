"""How much of everything the report measures: `FULL` is what docs/prior.md states, `QUICK` tells in a few minutes
whether all is well."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """`held`: scenes to measure on. `orders`: random orders a scene. `grammar`: samples to parse. `pin_samples`:
    samples a scene and pair. `concepts`, `plans`, `temperatures`: prompts, plans a prompt, and the heats of the words.
    `shown`: scenes that training shows under a prompt. `unique_prompts`, `unique`: prompts, and plans a prompt.
    `asked`, `asked_plans`: things that prompts ask for, and plans a prompt."""

    held: int = 256
    orders: int = 4
    grammar: int = 5_000
    pin_samples: int = 4
    concepts: int = 12
    plans: int = 64
    shown: int = 1000
    temperatures: tuple[float, ...] = (0.6, 0.8, 1.0, 1.15, 1.3)
    unique_prompts: int = 3
    unique: int = 300
    asked: int = 40
    asked_plans: int = 8


FULL = Sizes()
QUICK = Sizes(
    held=48, orders=1, grammar=200, pin_samples=2, concepts=4, plans=24, temperatures=(0.8, 1.0), shown=300,
    unique_prompts=1, unique=32, asked=6, asked_plans=4,
)  # fmt: skip
