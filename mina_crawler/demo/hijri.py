"""The Hijri date of a day, by the arithmetic calendar, in the agency's spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "Muharram",
    "Safar",
    "Rabi’ul Awwal",
    "Rabi’ul Akhir",
    "Jumadil Awwal",
    "Jumadil Akhir",
    "Rajab",
    "Sya’ban",
    "Ramadhan",
    "Syawwal",
    "Dzulqa’dah",
    "Dzulhijjah",
)
EPOCH = 227_014
"""The day before 1 Muharram 1, as a Gregorian ordinal."""


def _days_before(year: int, month: int) -> int:
    return (year - 1) * 354 + (11 * year + 3) // 30 + (59 * (month - 1) + 1) // 2


def hijri(day: date) -> str:
    """Return the Hijri date of *day* as the agency spells it, give or take a day.

    >>> from datetime import date
    >>> hijri(date(2015, 12, 19))
    '7 Rabi’ul Awwal 1437'
    """
    elapsed = day.toordinal() - EPOCH
    year = (30 * (elapsed - 1) + 10646) // 10631
    month = max(m for m in range(1, 13) if _days_before(year, m) < elapsed)
    return f"{elapsed - _days_before(year, month)} {MONTHS[month - 1]} {year}"
