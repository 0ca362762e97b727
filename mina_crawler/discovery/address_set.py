"""Remembers which addresses were met, in 8 to 24 bytes for each instead of 200."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SMALLEST = 8
FULL = 2 / 3
BITS = (1 << 64) - 1


class AddressSet:
    """A set that keeps 64 bits of each address, which cannot be read out again.

    Of a million addresses two look alike in one crawl out of 37 million.

    >>> met = AddressSet(["https://minanews.net/gaza/"])
    >>> met.add("https://minanews.net/gaza/"), "https://minanews.net/gaza/" in met, len(met)
    (False, True, 1)
    """

    def __init__(self, urls: Iterable[str] = ()) -> None:
        self._slots = array("Q", bytes(8 * SMALLEST))
        self._count = 0
        for url in urls:
            self.add(url)

    def add(self, url: str) -> bool:
        """Put *url* into the set; tell whether that is news."""
        is_new = url not in self
        if is_new:
            self._put(_mark(url))
        return is_new

    def count_shared(self, other: AddressSet) -> int:
        """Return how many addresses are in *other* as well."""
        return sum(other._holds(mark) for mark in self._slots if mark)

    def __contains__(self, url: str) -> bool:
        """Tell whether *url* was put in."""
        return self._holds(_mark(url))

    def __len__(self) -> int:
        """Return how many addresses were put in."""
        return self._count

    def _holds(self, mark: int) -> bool:
        return bool(self._slots[self._spot(mark)])

    def _put(self, mark: int) -> None:
        self._slots[self._spot(mark)] = mark
        self._count += 1
        if self._count > FULL * len(self._slots):
            marks = filter(None, self._slots)
            self._slots = array("Q", bytes(16 * len(self._slots)))
            for other in marks:
                self._slots[self._spot(other)] = other

    def _spot(self, mark: int) -> int:
        """Return where *mark* stands or, where it is not there, is to stand."""
        last = len(self._slots) - 1
        spot = mark & last
        while self._slots[spot] not in {0, mark}:
            spot = (spot + 1) & last
        return spot


def _mark(url: str) -> int:
    return hash(url) & BITS or 1
