"""The loop of every training stage: steps by the clock, which a resumed run carries on, checkpoints on the way and at
the end, and an end on Ctrl-C and SIGTERM that loses nothing."""

import math
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Clock:
    """Training time in minutes, carried across resumes; `done` in 0 … 1."""

    def __init__(self, minutes: float, spent: float = 0.0):
        self.minutes, self._base, self._start = minutes, spent, time.monotonic()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """What is done meanwhile is no training: compiling, checkpoints, sheets, validation."""
        before = self.spent
        try:
            yield
        finally:
            self._base, self._start = before, time.monotonic()

    @property
    def spent(self) -> float:
        return self._base + (time.monotonic() - self._start) / 60

    @property
    def done(self) -> float:
        return min(1.0, self.spent / self.minutes)


def learning_rate(peak: float, done: float, step: int, warmup: int = 150, floor: float = 0.02) -> float:
    """Linear warm-up, then a cosine over the time budget down to `floor` of the peak."""
    return peak * min(1.0, (step + 1) / warmup) * (floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * done)))


class Stopping:
    """While entered, the first Ctrl-C or SIGTERM only sets `asked`; the second one acts as it always does."""

    def __init__(self) -> None:
        self.asked = False
        self._before: dict[signal.Signals, signal._HANDLER] = {}

    def __enter__(self) -> "Stopping":
        for number in SIGNALS:
            self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._restore()

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
        self._restore()

    def _restore(self) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}


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
