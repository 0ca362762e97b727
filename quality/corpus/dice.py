"""The one source of chance: the same seed throws the same article on any machine."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")


class Dice:
    """Chance with a memory: the oddities that came up are kept in ``thrown``."""

    def __init__(self, seed: str, rates: Mapping[str, float]) -> None:
        self.random = random.Random(seed)
        self.rates = rates
        self.thrown: list[str] = []

    def odd(self, oddity: str) -> bool:
        """Tell whether *oddity* happens, at its rate."""
        happens = self.random.random() < self.rates[oddity]
        if happens:
            self.thrown.append(oddity)
        return happens

    def pick(self, options: Sequence[T]) -> T:
        """Return one of *options*."""
        return options[int(self.random.random() * len(options))]

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """Return *count* different *options*."""
        return self.random.sample(list(options), count)

    def number(self, least: int, most: int) -> int:
        """Return a number between two, both included."""
        return least + int(self.random.random() * (most - least + 1))
