"""The loop of every training stage: steps by the clock, checkpoints on the way and at the end, and what these hold."""

from collections.abc import Callable, Iterator
from typing import Any

from torch import nn

from kaleido.train.common import Averaged, Clock
from kaleido.train.optimise import Optimisers
from kaleido.train.stopping import Stopping


def until_spent(clock: Clock, every: float, checkpoint: Callable[[Stopping], None]) -> Iterator[None]:
    """Yields once for each step until the clock's minutes are spent; calls `checkpoint` about every `every` minutes and
    at the end, off the clock. Ctrl-C and SIGTERM end it with a checkpoint and KeyboardInterrupt."""
    saved = clock.spent

    def save(stopping: Stopping) -> None:
        with clock.paused():
            checkpoint(stopping)

    with Stopping() as stopping:
        while clock.done < 1 and not stopping.asked:
            yield
            if clock.spent - saved >= every and clock.done < 1:
                saved = clock.spent
                save(stopping)
        save(stopping)
    if stopping.asked:
        raise KeyboardInterrupt


def learned(model: nn.Module, average: Averaged[Any], optimisers: Optimisers) -> dict[str, Any]:
    """What training has to go on from, for a checkpoint."""
    return {
        "model": model.state_dict(),
        "average": average.module.state_dict(),
        "optimisers": optimisers.state_dicts(),
    }


def go_on(state: dict[str, Any], model: nn.Module, average: Averaged[Any], optimisers: Optimisers) -> None:
    """Puts back what `learned` gave; `step` of the state is how many updates the average has had."""
    model.load_state_dict(state["model"])
    average.module.load_state_dict(state["average"])
    average.updates = state["step"]
    optimisers.load(state["optimisers"])
