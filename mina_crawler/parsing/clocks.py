"""Times of day as the site prints them, with their zone."""

from __future__ import annotations

from datetime import time, timedelta, timezone
from typing import TYPE_CHECKING

from mina_crawler.parsing.calendars import WIB, ZONE, zone_named

if TYPE_CHECKING:
    import re

_AFTERNOON = ("p", "م")
_HOURS, _MINUTES = r"[+-](?:0?\d|1[0-4])", r":?[0-5]\d"

CLOCK = rf"""
    (?P<hour>\d{{1,2}})
    (?: [:.] (?P<minute>\d{{2}}) (?: [:.] (?P<second>\d{{2}}) (?: [.,]\d{{1,9}} )? )? (?!\d)
      | (?= \s? [ap]\.?m\b ) )                                                     # 3 pm
    (?: \s{{0,2}} (?P<half> [ap]\.?m\b\.? | صباحا?\b | مساء\b | [صم]\b ) )?
    (?: \s{{0,2}} \(? (?:
        (?P<offset> (?: UTC | GMT ) \s? {_HOURS} (?: {_MINUTES} )? | {_HOURS} {_MINUTES} ) \b
        | (?P<zone> {ZONE} ) \b
    ) )?
"""
"""Needs ``re.VERBOSE`` and ``re.IGNORECASE``; ``03.53`` is Indonesian, ``م`` is p.m."""


def clock_of(match: re.Match[str]) -> time:
    """Return the aware time that ``CLOCK`` found; an impossible one raises ``ValueError``.

    A time without a zone is Jakarta's: the site prints no other in its headers.
    """
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + 12 * match["half"].lower().startswith(_AFTERNOON)
    return time(hour, int(match["minute"] or 0), int(match["second"] or 0), tzinfo=_zone_of(match))


def _zone_of(match: re.Match[str]) -> timezone:
    """Return the zone printed after the time."""
    if match["zone"]:
        return zone_named(match["zone"])
    return _offset(match["offset"]) if match["offset"] else WIB


def _offset(text: str) -> timezone:
    """Return the zone of an offset such as ``+0700``, ``-05:30`` or ``GMT+7``."""
    figures = "".join(filter(str.isdigit, text))
    hours, minutes = (figures[:-2], figures[-2:]) if len(figures) > len("00") else (figures, "0")
    distance = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-distance if "-" in text else distance)
