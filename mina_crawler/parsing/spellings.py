"""Tables of spellings turned into patterns that forgive apostrophes, hyphens and spaces."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

APOSTROPHES = "'’‘ʼ`´′"


def pattern_of(names: Iterable[str]) -> str:
    """Return the source of a group that matches any of *names*, the longest first.

    An apostrophe in a name stands for any apostrophe or none, a space for any gap or none.
    The group ignores the case of ASCII letters only where the whole pattern ignores case.

    >>> bool(re.fullmatch(pattern_of(["Jum'at"]), "Jum’at"))
    True
    """
    longest_first = sorted(names, key=lambda name: (name[0], -len(name)))
    branches = groupby(longest_first, key=lambda name: name[0])
    return f"(?a:{'|'.join(_branch(first, group) for first, group in branches)})"


def _branch(first: str, names: Iterable[str]) -> str:
    """Return the pattern of *names*, which all begin with *first*: one look refuses them all."""
    return f"{re.escape(first)}(?:{'|'.join(_forgiving(name[1:]) for name in names)})"


def _forgiving(name: str) -> str:
    """Return the pattern of one *name*; every gap is bounded, so matching stays linear."""
    gaps = {"'": rf"[- ]?[{APOSTROPHES}]?", " ": r"[-\s]{0,2}"}
    return "".join(gaps.get(char) or re.escape(char) for char in name)


def key_of(name: str) -> str:
    """Return the letters of *name*, small: the form in which a table of spellings is asked.

    >>> key_of("Rabi-’ul Awwal")
    'rabiulawwal'
    """
    return "".join(filter(str.isalpha, name)).casefold()
