"""The news agencies that a dateline can name, MINA first."""

from __future__ import annotations

import re

from mina_crawler.parsing.spellings import pattern_of

MINA = (
    "MINA", "MINAN", "MINANEWS.NET", "Minanews.net", "Mi'raj Islamic News Agency",
    "Mi'raj News Agency", "مينا", "معراج",
)  # fmt: skip
OTHERS = (
    "AA", "AFP", "Al Jazeera", "Al Qassam", "Al Ray", "Anadolu", "Anadolu Agency", "Antara",
    "ANTARA", "Bernama", "IINA", "INA", "IRNA", "KUNA", "Ma'an", "MEMO", "OnIslam", "PIC",
    "Press TV", "QNA", "Reuters", "ROL", "SPA", "SPNA", "WAFA", "Xinhua",
)  # fmt: skip
_TYPOS = {"MINAN": "MINA", "MINANEWS.NET": "MINA", "Minanews.net": "MINA"}
"""Misprints, and the site's address for its name."""

_OWN = rf"{pattern_of(MINA)}(?!\w)"
_KNOWN = rf"{pattern_of((*MINA, *OTHERS))}(?!\w)"
_ANY = r"[^\W\d_][^()/&,\d\n]{1,39}"
_AND = r"\s?[/&,]\s?"

OWN_LIST = rf"(?:(?:[^\W\d_][\w’' -]{{1,19}}/)?{_OWN}(?:/[^\W\d_][\w’']{{1,19}})?)"
"""MINA, alone or with another agency before or after a slash."""

KNOWN_LIST = rf"(?:(?:{_ANY}{_AND}){{0,2}}{_KNOWN}(?:{_AND}{_ANY}){{0,2}})"
"""Agencies, one of them known; for inside brackets."""

ANY_LIST = rf"(?:{_ANY}(?:{_AND}{_ANY}){{0,3}})"
"""Agencies known or not; for inside brackets."""

_SEPARATOR = re.compile(r"[/&,]")


def split_agencies(text: str) -> list[str]:
    """Return the names in *text*, misprints of our own put right.

    >>> split_agencies("Al Qassam/MINA")
    ['Al Qassam', 'MINA']
    """
    names = (" ".join(name.split()) for name in _SEPARATOR.split(text))
    return [_TYPOS.get(name, name) for name in names if name]
