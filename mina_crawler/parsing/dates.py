"""Timestamps: machine-readable ones, and the first one that a text prints."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING

from mina_crawler.parsing.calendars import WIB
from mina_crawler.parsing.clocks import CLOCK, clock_of
from mina_crawler.parsing.days import DAY, day_of, is_day, parse_day
from mina_crawler.parsing.figures import YEAR
from mina_crawler.parsing.relative import find_relative
from mina_crawler.parsing.spans import WHOLE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "WIB", "find_timestamp", "is_day_in_sentence", "is_timestamp", "join_clocks", "parse_day",
    "parse_iso", "parse_timestamp",
]  # fmt: skip

_ISO = re.compile(
    r"""
    (?P<day> \d{4}-\d{2}-\d{2} )
    (?: (?: T | [ ] ) (?P<clock> \d{2}:\d{2} (?: :\d{2} (?: [.,]\d{1,9} )? )? )
        [ ]? (?P<offset> Z | [+-]\d{2} (?: :?\d{2} )? )? )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
LONGEST_TIMESTAMP = 60
_LONGEST_RARE_DATE = 60
PRINTED = re.compile(
    rf"""
    {DAY} (?: \s?[Mم]\b )?                                      # 2014 M: of the Christian era
    (?: [\s,،|•·:T(@–—-]{{1,8}} (?: (?: pukul | pkl\.? | jam | at | الساعة ) [\s.:]{{1,3}} )?
        {CLOCK} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A day, and the time that goes with it; ``hour`` is unset where none does."""

_CLOCK_ALONE = re.compile(
    rf"(?: (?: pukul | pkl\.? | jam | at ) \s )? {CLOCK}", re.VERBOSE | re.IGNORECASE
)


def parse_iso(text: str) -> datetime | None:
    """Return the ISO 8601 timestamp that *text* is, aware only if it has an offset.

    A bare day is its midnight. What is no timestamp gives ``None``, and so does an impossible
    one: ``0000-00-00 00:00:00`` is how WordPress writes that there is none.

    >>> parse_iso("2018-03-19T12:56:57+0700").isoformat()
    '2018-03-19T12:56:57+07:00'
    """
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    day, clock, offset = match.group("day", "clock", "offset")
    try:
        return datetime.fromisoformat(f"{day}T{clock or '00:00'}{(offset or '').upper()}")
    except ValueError:
        return None


def parse_timestamp(text: str, *, now: datetime | None = None) -> datetime | None:
    """Return the first timestamp in *text*, aware, or ``None`` where there is none.

    It is chosen as ``find_timestamp`` chooses; a bare day is its midnight, and without a zone it
    is WIB. Relative forms (``3 jam lalu``) are read only if *now*, aware, is given. Where there
    is nothing but an impossible one, ``ValueError`` is raised.

    >>> parse_timestamp("Sabtu, 26 September 2020 - 03:53 WIB").isoformat()
    '2020-09-26T03:53:00+07:00'
    """
    iso = parse_iso(text)
    if iso is not None:
        return iso if iso.tzinfo else iso.replace(tzinfo=WIB)
    found = find_timestamp(text, now=now)
    if found is not None:
        return found[1]
    impossible = next(_matches(text), None)
    return _value(impossible) if impossible else _rare(text, now)


def find_timestamp(text: str, *, now: datetime | None = None) -> tuple[str, datetime] | None:
    """Return the first timestamp in *text* as printed and as a value; impossible ones are skipped.

    What is told to the minute goes before ``8 hours ago``, that before a bare day, and a bare day
    before ``2 years ago``.

    >>> find_timestamp("Sri - Monday, 19 March 2018 | 12:56 WIB")[0]
    'Monday, 19 March 2018 | 12:56 WIB'
    """
    bare_days = []
    for match, value in _possible(text):
        if match["hour"]:
            return match[0].strip(), value
        bare_days.append((match[0].strip(), value))
    relative = find_relative(text, now) if now else None
    if relative and not (bare_days and relative.span.before >= WHOLE_DAY.after):
        return relative.raw, relative.value
    return bare_days[0] if bare_days else None


def join_clocks(lines: Iterable[str]) -> list[str]:
    """Return *lines*, a time of day that stands alone joined to the day in the line above it.

    >>> join_clocks(["Rudi Karim", "22 Oktober 2024", "10:54 WIB"])
    ['Rudi Karim', '22 Oktober 2024 - 10:54 WIB']
    """
    joined: list[str] = []
    for line in lines:
        if joined and _CLOCK_ALONE.fullmatch(line) and is_day(joined[-1]):
            joined[-1] += f" - {line}"
        else:
            joined.append(line)
    return joined


def is_day_in_sentence(raw: str, text: str) -> bool:
    """Tell whether *raw*, found in *text*, is a day as sentences tell it: no header does so.

    >>> is_day_in_sentence("14/5/2023", "Warga menanam bakau, Ahad (14/5/2023)")
    True
    """
    return "/" in raw and f" ({raw})" in text


def is_timestamp(text: str) -> bool:
    """Tell whether the whole of *text* is a printed moment, told to the minute.

    >>> is_timestamp("Senin, 3 Juni 2024, pukul 18.25 WIB"), is_timestamp("Senin, 3 Juni 2024")
    (True, False)
    """
    if len(text) > LONGEST_TIMESTAMP or not YEAR.search(text):
        return False
    match = PRINTED.fullmatch(text.strip())
    return match is not None and match["hour"] is not None


def _possible(text: str) -> Iterator[tuple[re.Match[str], datetime]]:
    """Yield what *text* prints with its value, unless no calendar has it."""
    for match in _matches(text):
        try:
            value = _value(match)
        except ValueError:
            continue
        yield match, value


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Return what looks like a timestamp in *text*; a text without a year is not searched."""
    return PRINTED.finditer(text) if YEAR.search(text) else iter(())


def _value(match: re.Match[str]) -> datetime:
    """Return the moment that ``PRINTED`` found; a day without a time is its midnight."""
    if match["hour"] is None:
        return datetime.combine(day_of(match), time(), WIB)
    return datetime.combine(day_of(match), clock_of(match))


def _rare(text: str, now: datetime | None) -> datetime | None:
    """Return what dateparser makes of a short *text*."""
    if not text.strip() or len(text) > _LONGEST_RARE_DATE:
        return None
    from mina_crawler.parsing.rare_dates import parse_rare_date  # noqa: PLC0415  # slow to load

    return parse_rare_date(text, now)
