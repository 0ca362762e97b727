"""Spans of the calendar that a date archive lists: years, months, days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

YEAR, MONTH, DAY = 1, 2, 3


class Span(NamedTuple):
    """One archive: ``depth`` says whether of a year, a month or a day."""

    first: date
    last: date
    depth: int

    def __contains__(self, day: object) -> bool:
        """Tell whether *day* lies in the span."""
        return isinstance(day, date) and self.first <= day <= self.last


def years(since: date, until: date) -> list[Span]:
    """Return the years that *since* to *until* touch, newest first.

    >>> [span.first.year for span in years(date(2018, 5, 1), date(2020, 1, 1))]
    [2020, 2019, 2018]
    """
    return [year_of(year) for year in range(until.year, since.year - 1, -1)]


def year_of(year: int) -> Span:
    """Return the span of a whole *year*."""
    return Span(date(year, 1, 1), date(year, 12, 31), YEAR)


def month_of(span: Span) -> Span:
    """Return the month that *span* begins in."""
    first = span.first.replace(day=1)
    return Span(first, month_end(first), MONTH)


def part_of(whole: Span, day: date) -> Span:
    """Return the month of a year, or the day of a month, that *day* is in.

    >>> str(part_of(year_of(2020), date(2020, 9, 26)).first)
    '2020-09-01'
    """
    one = Span(day, day, DAY)
    return one if whole.depth == MONTH else month_of(one)


def month_end(day: date) -> date:
    """Return the last day of *day*'s month.

    >>> month_end(date(2020, 2, 5)).day
    29
    """
    return day.replace(day=monthrange(day.year, day.month)[1])


def pieces(year: Span, since: date, until: date) -> Iterator[Span]:
    """Yield the archives that cover the days of *year* from *since* to *until*, newest first.

    Whole months are one piece; of a month that lies partly outside only the days within are.

    >>> [(str(span.first), span.depth)
    ...  for span in pieces(year_of(2020), date(2020, 2, 28), date(2020, 4, 1))]
    [('2020-04-01', 3), ('2020-03-01', 2), ('2020-02-29', 3), ('2020-02-28', 3)]
    """
    for month in range(12, 0, -1):
        first = date(year.first.year, month, 1)
        last = month_end(first)
        if since <= first and last <= until:
            yield Span(first, last, MONTH)
        else:
            yield from _days(max(first, since), min(last, until))


def _days(since: date, until: date) -> Iterator[Span]:
    for back in range((until - since).days + 1):
        day = until - timedelta(days=back)
        yield Span(day, day, DAY)
