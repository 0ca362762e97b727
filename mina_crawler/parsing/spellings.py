"""Tables of spellings turned into patterns that forgive apostrophes, hyphens and spaces."""

from __future__ import annotations

import re
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
    longest_first = sorted(names, key=len, reverse=True)
    return f"(?a:{'|'.join(map(_forgiving, longest_first))})"


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
