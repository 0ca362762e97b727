"""Moments told by their distance from now: ``8 hours ago``, ``3 jam lalu``, ``kemarin``."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from mina_crawler.parsing.calendars import WIB
from mina_crawler.parsing.spans import EXACT, WHOLE_DAY, Span
from mina_crawler.parsing.spellings import key_of, pattern_of

UNITS = {
    timedelta(seconds=1): ("detik", "seconds", "second", "secs", "sec", "ثانية", "ثوان", "ثواني"),
    timedelta(minutes=1): ("menit", "minutes", "minute", "mins", "min", "دقيقة", "دقائق"),
    timedelta(hours=1): ("jam", "hours", "hour", "hrs", "hr", "ساعة", "ساعات"),
    timedelta(days=1): ("hari", "days", "day", "يوم", "يوما", "أيام", "ايام"),
    timedelta(weeks=1): ("minggu", "pekan", "weeks", "week", "أسبوع", "اسبوع", "أسابيع"),
    timedelta(days=30): ("bulan", "months", "month", "شهر", "أشهر", "اشهر", "شهور"),
    timedelta(days=365): ("tahun", "years", "year", "سنة", "سنوات", "عام", "أعوام"),
}
PAIRS = {
    timedelta(minutes=1): ("دقيقتين",),
    timedelta(hours=1): ("ساعتين",),
    timedelta(days=1): ("يومين",),
    timedelta(weeks=1): ("أسبوعين", "اسبوعين"),
    timedelta(days=30): ("شهرين",),
    timedelta(days=365): ("سنتين", "عامين"),
}
"""Arabic says *two hours* in one word."""

DAYS_BACK = {"kemarin": 1, "yesterday": 1, "أمس": 1, "hari ini": 0, "today": 0, "اليوم": 0}

_UNITS = {key_of(name): unit for unit, names in UNITS.items() for name in names}
_PAIRS = {key_of(name): unit for unit, names in PAIRS.items() for name in names}
_DAYS_BACK = {key_of(word): days for word, days in DAYS_BACK.items()}

_AGO = re.compile(
    rf"""
    (?<![\w.,])
    (?: (?P<count> \d{{1,3}} | an? | se ) \s{{0,3}} (?P<unit> {pattern_of(_UNITS)} )
        \s{{1,3}} (?: yang \s{{1,3}} )? (?: lalu | ago | silam )            # id, en
      | (?: منذ | قبل ) \s{{1,3}} (?: (?P<ar_count> \d{{1,3}} ) \s{{0,3}} )?
        (?P<ar_unit> {pattern_of([*_UNITS, *_PAIRS])} )                     # ar
    ) (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DAY_WORD = re.compile(
    rf"""
    (?: ^ | (?<= [-–—|,•·] ) ) \s{{0,3}} (?P<word> {pattern_of(DAYS_BACK)} )
    (?: [\s,|–-]{{1,4}} (?: pukul \s{{1,3}} )?
        (?P<hour> [01]?[0-9] | 2[0-3] ) [.:] (?P<minute> [0-5][0-9] ) )?
    (?: \s{{0,2}} WIB )? (?= \s{{0,3}} $ )   # nothing may follow: in prose the word is common
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)

_WORDS = (
    *("lalu", "ago", "silam", "منذ", "قبل"),
    *("kemarin", "yesterday", "أمس", "hari", "today", "اليوم"),
)
"""One of these is in each: a cheap look that spares most lines the patterns."""


class Relative(NamedTuple):
    """A moment told from *now*, and how coarsely."""

    raw: str
    value: datetime
    span: Span


def find_relative(text: str, now: datetime) -> Relative | None:
    """Return the first relative moment printed in *text*; *now* is aware.

    >>> find_relative("Sajadi - 8 hours ago", datetime(2024, 10, 22, 12, tzinfo=WIB)).value.hour
    4
    """
    lowered = text.lower()
    if not [word for word in _WORDS if word in lowered]:
        return None
    match = _AGO.search(text)
    try:
        return _ago(match, now) if match else _day_word(text, now)
    except OverflowError:  # further back than the calendar reaches
        return None


def _ago(match: re.Match[str], now: datetime) -> Relative:
    """Return what ``_AGO`` found; a word without a number counts one unit, an Arabic pair two."""
    name, count = key_of(match["unit"] or match["ar_unit"]), match["count"] or match["ar_count"]
    times = int(count) if count and count.isdecimal() else 2 if name in _PAIRS else 1
    unit = _UNITS.get(name) or _PAIRS[name]
    return Relative(match[0], now.astimezone(WIB) - times * unit, Span(unit, unit))


def _day_word(text: str, now: datetime) -> Relative | None:
    """Return the ``kemarin`` or ``today`` in *text*: midnight where no time follows."""
    match = _DAY_WORD.search(text)
    if match is None:
        return None
    hour, minute = int(match["hour"] or 0), int(match["minute"] or 0)
    day = now.astimezone(WIB) - timedelta(days=_DAYS_BACK[key_of(match["word"])])
    value = day.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return Relative(match[0].strip(), value, EXACT if match["hour"] else WHOLE_DAY)
