"""What was said before: a headline or a caption, known again whatever its signs and spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.parsing.titles import squash

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sayings:
    """Texts that are the same when their letters and digits are.

    >>> "“WARGA tanam pohon”" in Sayings(["Warga Tanam Pohon"])
    True
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._squashed: set[str] = set()
        self._first_letters: set[str] = set()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Take *text* as said."""
        squashed = squash(text)
        self._squashed.add(squashed)
        self._first_letters.add(squashed[:1])

    def __contains__(self, text: str) -> bool:
        """Tell whether *text* was said: by its first letter already for nearly all that was not."""
        first = text[:1].casefold()[:1]
        if first.isalnum() and first not in self._first_letters:
            return False
        return squash(text) in self._squashed
