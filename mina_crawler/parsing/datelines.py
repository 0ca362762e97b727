"""The dateline that opens a story: where, when and by which agencies it was filed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mina_crawler.parsing.agencies import split_agencies
from mina_crawler.parsing.calendars import MONTH, WEEKDAY
from mina_crawler.parsing.days import parse_day
from mina_crawler.parsing.figures import FIGURE, YEAR
from mina_crawler.parsing.hijri import find_hijri_day
from mina_crawler.parsing.places import PARTICLES, canonical_place, is_place

if TYPE_CHECKING:
    from mina_crawler.items import Dateline

_HIJRI_LIKE = re.compile(r"\s*(?:\d{1,2}\s*[^\W\d]|1[34]\d{2}\b)")  # its month misspelt
_ERA = re.compile(r"\s*(?:\bH\.?|هـ?)\s*$")

LONGEST = 200
"""Characters among which a dateline ends."""

_SMALL = rf"""
    (?=[a-zß-ÿ])
    (?! (?: {PARTICLES} | mina | (?i:{WEEKDAY}|{MONTH}) ) (?!\w) | logo | [\w’' -]{{2,20}} / )
"""
_FIRST_SMALL = re.compile(rf"\s {_SMALL}", re.VERBOSE)
_PLAIN = re.compile(
    rf"""
    [^\w\s(,،]                                          # a quotation mark
    | (?: [\u0621-\u065f]++ [\s،]++ ){{9}}              # more than name a place and a day
    | {_SMALL}
    | \d (?! \d?\s | [^()\n]{{0,70}}\d{{4}} )             # the number of an item: no day, no year
    | (?: [^\s0-9٠-٩۰-۹(–—Mrم-]++ | M (?!INA) | r (?!aj) | م (?!ينا|عراج) | \s (?!{_SMALL}) )*+
      (?: \s | \Z )
    """,
    re.VERBOSE,
)
"""How nearly all prose opens: with no sign before any small word that is no part of a name."""

_SIGNS = {
    "bracket": re.compile(r"\("),
    "comma": re.compile("[,،]"),
    "dash": re.compile(r"[–—―‒−ـ-](?:(?<!-)|(?!\w)|(?<=[\dMم]-))"),
    "name": re.compile("MINA|Minanews|raj|مينا|معراج"),
}
"""What each form has some of, or a day, before the first small word.

All look for one of a set of characters first: to do without takes four times as long.
"""

_ANY_DASH = re.compile("[–—―‒−ـ-]")


def partition_dateline(text: str) -> tuple[Dateline | None, str]:
    """Return the dateline that *text* opens with, and the story after it.

    Without a dateline *text* comes back as it is. An impossible or misspelt date is ``None``.
    A line that holds nothing but the date is a dateline without a place; where the place follows
    on the next line, both are one.

    >>> dateline, rest = partition_dateline("Moskow, MINA – Rusia siap berunding.")
    >>> dateline["place"], dateline["agencies"], rest
    ('Moskow', ['MINA'], 'Rusia siap berunding.')
    """
    match = _match(text)
    if match is None:
        return None, text
    dateline = _read(match)
    rest = text[match.end() :].lstrip()
    if not (match["place"] or match["agencies"]):
        second, rest = partition_dateline(rest)
        if second:
            dateline = join_datelines(dateline, second)
    return dateline, rest


def has_dateline(text: str) -> bool:
    """Tell whether *text* opens with a dateline.

    >>> has_dateline("Moskow, MINA – Rusia siap berunding."), has_dateline("Rusia siap berunding.")
    (True, False)
    """
    return _match(text) is not None


def join_datelines(first: Dateline, second: Dateline) -> Dateline:
    """Return the one dateline that *first* and, on the next line, *second* make."""
    return {
        "place": first["place"] or second["place"],
        "hijri": first["hijri"] or second["hijri"],
        "date": first["date"] or second["date"],
        "agencies": first["agencies"] or second["agencies"],
        "raw": f"{first['raw']}\n{second['raw']}",
    }


@lru_cache(maxsize=64)  # the blocks that told where the story is are read once more
def _match(text: str) -> re.Match[str] | None:
    """Return what the surest form that fits finds at the start of *text*."""
    if _PLAIN.match(text, 0, LONGEST):
        return None
    for form in _forms_with(_signs_of(text)):
        match = form.match(text)
        if match and _is_possible(match):
            return match
    return None


@cache
def _forms_with(signs: frozenset[str]) -> list[re.Pattern[str]]:
    """Return the forms that a text can have which opens with these *signs*, the surest first."""
    from mina_crawler.parsing.dateline_forms import forms_with  # noqa: PLC0415  # slow to compile

    return forms_with(signs)


def _signs_of(text: str) -> frozenset[str]:
    """Return the signs of a dateline that *text* opens with."""
    small = _FIRST_SMALL.search(text, 0, LONGEST)
    end = small.start() + 1 if small else LONGEST
    has_figure = FIGURE.search(text, 0, end) is not None
    if has_figure:
        end = LONGEST  # its month may be spelt small
    signs = [name for name, sign in _SIGNS.items() if sign.search(text, 0, end)]
    if has_figure and (YEAR.search(text, 0, end) or find_hijri_day(text[:end])):
        signs.append("day")
    if _ANY_DASH.search(text):
        signs.append("any dash")
    return frozenset(signs)


def _is_possible(match: re.Match[str]) -> bool:
    """Tell whether what stands for the place in *match* can be one."""
    return not match["place"] or is_place(match["place"])


def _read(match: re.Match[str]) -> Dateline:
    """Return the dateline that one of the forms found."""
    hijri, day = _read_dates(match["dates"]) if match["dates"] else (None, None)
    return {
        "place": canonical_place(match["place"]) if match["place"] else None,
        "hijri": hijri,
        "date": day,
        "agencies": split_agencies(match["agencies"] or ""),
        "raw": match[0].strip(),
    }


def _read_dates(text: str) -> tuple[str | None, str | None]:
    """Return the Hijri day as spelt and the Gregorian day in ISO form, each where printed."""
    found = find_hijri_day(text)
    if found:
        return " ".join(found[0].split()), _iso_day(text[: found.start()] + text[found.end() :])
    before, slash, after = text.partition("/")
    if slash and _HIJRI_LIKE.match(before) and not _iso_day(before):
        return _ERA.sub("", before).strip(), _iso_day(after)
    return None, _iso_day(text)


def _iso_day(text: str) -> str | None:
    """Return the day in *text*, ``None`` where no calendar has it."""
    try:
        day = parse_day(text)
    except ValueError:
        return None
    return day.isoformat() if day else None
