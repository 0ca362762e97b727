"""How long a busy site asks to be left alone."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def parse_retry_after(text: str, now: datetime) -> float | None:
    """Return the seconds that the header ``Retry-After`` asks for, from *now*; never below zero.

    >>> now = datetime(2026, 11, 1, 12, tzinfo=UTC)
    >>> parse_retry_after("120", now), parse_retry_after("Sun, 01 Nov 2026 12:00:30 GMT", now)
    (120.0, 30.0)
    >>> parse_retry_after("soon", now) is None
    True
    """
    text = text.strip()
    if text.isdecimal():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
