"""What one source says of a moment, and whether two of them can be the same."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.parsing.calendars import WIB
from mina_crawler.parsing.dates import (
    PRINTED,
    find_timestamp,
    is_day_in_sentence,
    parse_iso,
    parse_timestamp,
)
from mina_crawler.parsing.relative import find_relative
from mina_crawler.parsing.spans import EXACT, WHOLE_DAY, Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

_ISO_MINUTE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d{1,2}:\d\d(?!\d)")
_ANY_TIME = datetime(2020, 1, 1, tzinfo=WIB)


class Reading(NamedTuple):
    """What one source says: the rule that found it, its text, its value."""

    rule: str
    raw: str
    value: datetime
    """Naive values are taken as WIB."""

    def in_zone(self, zone: tzinfo | None) -> Reading:
        """Return the same wall clock in *zone*."""
        return Reading(self.rule, self.raw, self.value.replace(tzinfo=zone))


def printed_readings(rule: str, lines: Iterable[str], now: datetime) -> list[Reading]:
    """Return the moments printed in *lines*, a caption's sentence about another day left out."""
    found = [(line, find_timestamp(line, now=now)) for line in lines if line]
    return [
        Reading(rule, *moment)
        for line, moment in found
        if moment and not is_day_in_sentence(moment[0], line)
    ]


def machine_readings(told: Iterable[tuple[str, str]], now: datetime) -> list[Reading]:
    """Return what is *told* to machines, each with its rule, as far as it is dates at all."""
    readings = []
    for rule, text in told:
        value = parse_iso(text) or _printed(text, now)
        if value:
            readings.append(Reading(rule, text, value))
    return readings


def _printed(text: str, now: datetime) -> datetime | None:
    try:
        return parse_timestamp(text, now=now)
    except ValueError:  # 31 February: what a machine was told is no date
        return None


@lru_cache(maxsize=64)  # each reading is compared with every other one
def span_of(raw: str) -> Span:
    """Return what the moment written as *raw* leaves open.

    >>> span_of("26 September 2020") == WHOLE_DAY
    True
    """
    if _ISO_MINUTE.match(raw):  # what machines are told mostly is
        return EXACT
    written = PRINTED.search(raw)
    if written:
        return EXACT if written["hour"] else WHOLE_DAY
    relative = find_relative(raw, _ANY_TIME)
    return relative.span if relative else EXACT


def coarseness(reading: Reading) -> timedelta:
    """Return how much time *reading* leaves open."""
    return sum(span_of(reading.raw), timedelta())


def is_exact(reading: Reading) -> bool:
    """Tell whether *reading* is told to the minute."""
    return span_of(reading.raw) == EXACT


def agree(one: Reading, other: Reading) -> bool:
    """Tell whether both aware readings can mean the same moment; seconds are not compared."""
    if one.value == other.value:
        return True
    distance: timedelta = _minute(other.value) - _minute(one.value)
    return not distance or _covers(one, distance) or _covers(other, -distance)


def _covers(reading: Reading, distance: timedelta) -> bool:
    """Tell whether the moment at *distance* lies in what *reading* leaves open."""
    before, after = span_of(reading.raw)
    return -before <= distance < after


def _minute(value: datetime) -> datetime:
    """Return *value* without its seconds."""
    has_seconds = value.second or value.microsecond
    return value.replace(second=0, microsecond=0) if has_seconds else value


def relabelled(reading: Reading, like: Reading) -> Reading:
    """Return *reading* with its wall clock kept and the zone of *like*."""
    return reading.in_zone(like.value.tzinfo)


def canonical_reading(reading: Reading) -> Reading | None:
    """Return *reading* made aware, ``None`` where WIB's calendar ends before its moment."""
    if reading.value.tzinfo is None:
        return reading.in_zone(WIB)
    try:
        reading.value.astimezone(WIB)
    except OverflowError:
        return None
    return reading
