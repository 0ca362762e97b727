"""Lines whose markup sets a label apart from the name it announces."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mina_crawler.parsing.bylines import parse_byline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mina_crawler.parsing.bylines import Byline

LONGEST_LABEL = 20
"""Characters of ``Penulis`` or ``Editor Bahasa:``."""


def split_bylines(lines: Iterable[str]) -> list[Byline]:
    """Return the bylines in *lines* that have their label on one line and the name on the next.

    >>> [byline.raw for byline in split_bylines(["Penulis", "Nur Aini", "Editor:", "22 Mei 2024"])]
    ['Penulis: Nur Aini']
    >>> [byline.raw for byline in split_bylines(["Ali Hadi", "Penulis", "Nur Aini", "Editor"])]
    ['Penulis: Ali Hadi', 'Editor: Nur Aini']
    """
    pairs = list(pairwise(lines))
    below = [(label, name) for label, name in pairs if is_byline_label(label)]
    above = [(label, name) for name, label in pairs if is_byline_label(label)]
    labelled = above if _end_in_label(below, above) else below
    bylines = (join_byline(label, name) for label, name in labelled)
    return [byline for byline in bylines if byline]


def _end_in_label(below: Sequence[tuple[str, str]], above: Sequence[tuple[str, str]]) -> bool:
    """Tell whether names stand above their labels: one above the first, none below the last.

    A colon says that the name follows.
    """
    if not above or any(":" in label for label, _ in above) or not join_byline(*above[0]):
        return False
    return len(below) < len(above) or not join_byline(*below[-1])


def join_byline(label: str, name: str) -> Byline | None:
    """Return the byline that a *label* makes with the *name* on the next line, if that is one."""
    byline = None if parse_byline(name) else parse_byline(f"{label.rstrip(' :')}: {name}")
    return byline if byline and (byline.reporters or byline.editors) else None


def is_byline_label(text: str) -> bool:
    """Tell whether *text* announces a name, and has none.

    >>> is_byline_label("Oleh :"), is_byline_label("Oleh: Nur Aini")
    (True, False)
    """
    if len(text) > LONGEST_LABEL:
        return False
    byline = parse_byline(f"{text.rstrip(' :')}:")
    return byline is not None and not (byline.reporters or byline.editors)
