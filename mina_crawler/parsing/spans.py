"""How exactly a moment is told: to the minute, to the day, or give or take an hour."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple


class Span(NamedTuple):
    """How far before and after its value a moment may lie; the far end is left out."""

    before: timedelta
    after: timedelta


EXACT = Span(timedelta(0), timedelta(minutes=1))
WHOLE_DAY = Span(timedelta(0), timedelta(days=1))
