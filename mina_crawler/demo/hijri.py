"""The Hijri date of a day, by the arithmetic calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

EPOCH = 227_014
"""The day before 1 Muharram 1, as a Gregorian ordinal."""


def _days_before(year: int, month: int) -> int:
    return (year - 1) * 354 + (11 * year + 3) // 30 + (59 * (month - 1) + 1) // 2


def hijri(day: date, months: Sequence[str]) -> str:
    """Return the Hijri date of *day*, give or take a day, with these names of months.

    >>> from datetime import date
    >>> hijri(date(2015, 12, 19), ["Muharram", "Safar", "Rabi’ul Awwal"])
    '7 Rabi’ul Awwal 1437'
    """
    elapsed = day.toordinal() - EPOCH
    year = (30 * (elapsed - 1) + 10646) // 10631
    month = max(m for m in range(1, 13) if _days_before(year, m) < elapsed)
    return f"{elapsed - _days_before(year, month)} {months[month - 1]} {year}"
