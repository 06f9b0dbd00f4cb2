"""Reads YAML and JSON by key; every complaint names the key."""

from collections.abc import Callable
from typing import Any, TypeVar

from kaleido.problem import Problem

T = TypeVar("T")


class Reader:
    """One mapping of the table; every complaint names the key."""

    def __init__(self, value: Any, where: str):
        if not isinstance(value, dict):
            raise Problem(f"{where}: must be a mapping, not {value!r}")
        self.value, self.where = value, where

    def _get(self, key: str) -> Any:
        if key not in self.value:
            raise Problem(f"{self.where}.{key} is missing")
        return self.value[key]

    def _fail(self, key: str, wanted: str) -> Problem:
        return Problem(f"{self.where}.{key}: must be {wanted}, not {self.value[key]!r}")

    def inner(self, key: str) -> "Reader":
        return Reader(self._get(key), f"{self.where}.{key}")

    def mapping(self, key: str, read: Callable[["Reader", str], T]) -> dict[str, T]:
        inner = self.inner(key)
        return {str(name): read(inner, name) for name in inner.value}

    def items(self, key: str, read: Callable[["Reader"], T]) -> tuple[T, ...]:
        values = self._get(key)
        if not isinstance(values, list) or not values:
            raise self._fail(key, "a list that is not empty")
        return tuple(read(Reader(v, f"{self.where}.{key}[{i}]")) for i, v in enumerate(values))

    def text(self, key: str) -> str:
        if not isinstance(self._get(key), str):
            raise self._fail(key, "text")
        return str(self.value[key])

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._get(key)
        if not isinstance(values, list) or not values or not all(isinstance(v, str) for v in values):
            raise self._fail(key, "a list of texts that is not empty")
        return tuple(values)

    def any_texts(self, key: str) -> tuple[str, ...]:
        return self.texts(key) if self._get(key) != [] else ()

    def number(self, key: str) -> float:
        if isinstance(self._get(key), bool) or not isinstance(self.value[key], int | float):
            raise self._fail(key, "a number")
        return float(self.value[key])

    def numbers(self, key: str) -> tuple[float, ...]:
        values = self._get(key)
        if not isinstance(values, list) or not all(isinstance(v, int | float) for v in values):
            raise self._fail(key, "a list of numbers")
        return tuple(float(v) for v in values)

    def maybe(self, key: str) -> float | None:
        return self.number(key) if key in self.value else None

    def share(self) -> int:
        if not isinstance(self._get("share"), int) or self.value["share"] < 1:
            raise self._fail("share", "a whole number of at least 1")
        return int(self.value["share"])

    def points(self, key: str, count: int) -> tuple[tuple[float, float], ...]:
        values = self._get(key)
        if not isinstance(values, list) or len(values) != count:
            raise self._fail(key, f"{count} places")
        if not all(isinstance(v, list) and len(v) == 2 and all(isinstance(n, int | float) for n in v) for v in values):
            raise self._fail(key, "a list of places [x, y]")
        return tuple((float(x), float(y)) for x, y in values)
