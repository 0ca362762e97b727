"""Headlines without the name of the site."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

SITE_NAMES = (
    "MINA",
    "MINA News",
    "MINA News Agency",
    "minanews.net",
    "mirajnews.com",
    "Kantor Berita MINA",
    "Kantor Berita Islam MINA",
    "Kantor Berita Islam Mi’raj",
    "Mi’raj News",
    "Mi’raj News Agency",
    "Mi’raj News Agency (MINA)",
    "Mi’raj Islamic News Agency",
    "Mi’raj Islamic News Agency (MINA)",
    "Damai di Palestina = Damai di Dunia",
    "Peace in Palestine = Peace in the World",
    "وكالة مينا للأنباء",
    "وكالة معراج للأنباء",
)

LONGEST = 500
"""Characters; a longer text is no headline."""

_SEPARATOR = re.compile(r" (?:[|«»·•] ?|[-–—:~] )|[|«»·•] ?|: ")
"""Of a folded title, whose only white space is single spaces; a sign comes first in each branch."""

_LETTERS = re.compile(r"\w+")
_FIRST_LETTERS = ("www", "en", "ar", "http")
_LAST_LETTERS = ("indonesia", "english", "arabic", "عربي")
"""What an edition opens or ends with: a cheap look that spares most headlines the pattern."""
_EDITIONS = re.compile(rf"^(?:www|en|ar)(?=mi)|^https?|(?:{'|'.join(_LAST_LETTERS)})$")


def canonical_title(title: str, site_names: Iterable[str] = ()) -> str:
    """Return *title* without the site's names and slogans, in front or behind, whatever separates.

    *site_names* are the names the page gives itself, beside those known here.

    >>> canonical_title("Gaza – Kota yang Bertahan | Kantor Berita MINA")
    'Gaza – Kota yang Bertahan'
    >>> canonical_title("Situs Uji » Judul - Anak Judul", ["Situs Uji"])
    'Judul - Anak Judul'
    """
    rest = fold(title).replace("\n", " ")
    return rest if len(rest) > LONGEST else _without_names(rest, _squashed(tuple(site_names)))


@lru_cache(maxsize=16)  # all pages of a site give it the same names
def _squashed(site_names: tuple[str, ...]) -> frozenset[str]:
    """Return the site's names, those known here among them, as ``squash`` returns them."""
    return _OURS.union(map(squash, site_names))


def _without_names(title: str, names: frozenset[str]) -> str:
    """Return *title* without any of the names."""
    rest = title
    while (shorter := _without_one_name(rest, names)) != rest:
        rest = shorter
    return rest


@lru_cache(maxsize=64)  # the claims of a page's metadata are mostly the same, or that and a name
def _without_one_name(title: str, names: frozenset[str]) -> str:
    """Return *title* without the name that stands first or last, or as it is."""
    separators = list(_SEPARATOR.finditer(title))
    for separator in separators:
        if _is_name(title[: separator.start()], separator[0], names):
            return title[separator.end() :] or title
    for separator in separators:
        if _is_name(title[separator.end() :], separator[0], names):
            return title[: separator.start()] or title
    return title


def _is_name(piece: str, separator: str, names: frozenset[str]) -> bool:
    """Tell whether *piece* is one of *names*; a bare ``MINA:`` is a headline's own."""
    squashed = squash(piece)
    if ":" in separator and squashed == "mina":
        return False
    if squashed.startswith(_FIRST_LETTERS) or squashed.endswith(_LAST_LETTERS):
        return squashed in names or _EDITIONS.sub("", squashed) in names
    return squashed in names


@lru_cache(maxsize=256)  # a page says its headline and the site's name again and again
def squash(name: str) -> str:
    """Return the letters and digits of *name*, in lower case."""
    close = name.casefold().replace(" ", "")
    return close if close.isalnum() else "".join(_LETTERS.findall(close))


_OURS = frozenset(squash(name) for name in SITE_NAMES)
