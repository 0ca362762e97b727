"""One instant out of what a page's machine-readable and printed dates say."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.parsing.calendars import WIB
from mina_crawler.parsing.readings import (
    Reading,
    agree,
    canonical_reading,
    is_exact,
    relabelled,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["Instant", "Reading", "reconcile"]

_OFFSET_NAMES = {timedelta(0): "UTC", timedelta(hours=7): "WIB"}


class Instant(NamedTuple):
    """The moment decided on, and what a careful reader should know about it."""

    value: datetime
    """In WIB."""
    rule: str
    """Of the reading that was taken."""
    raw: str | None
    """The moment as the page prints it, ``None`` where it prints none."""
    warnings: tuple[str, ...]


def reconcile(
    field: str, machine: Sequence[Reading], printed: Sequence[Reading]
) -> Instant | None:
    """Return the instant that *machine* and *printed* readings, each surest first, tell of *field*.

    A printed time is what an editor has seen, so it decides: a machine-readable value that
    agrees with it is taken for its seconds, one with a false zone is corrected, any other loses.
    ``8 hours ago`` or a bare day is too coarse to overrule a machine-readable time. Whatever
    contradicts the moment taken is told in the warnings.
    """
    values = [reading for reading in map(canonical_reading, machine) if reading]
    prints = [reading for reading in map(canonical_reading, printed) if reading]
    if not values and not prints:
        return None
    page = next(filter(is_exact, prints), prints[0] if prints else None)
    taken = _by_print(page, values) if page else _by_vote(values)
    losers = [reading for reading in (*values, *prints) if not agree(reading, taken)]
    warnings = [_contradiction(field, loser, page, taken) for loser in losers]
    warnings += [
        f"{field}: {reading.rule} says {reading.raw!r}, which no calendar has; it was ignored"
        for reading in (*machine, *printed)
        if canonical_reading(reading) is None
    ]
    return Instant(
        taken.value.astimezone(WIB), taken.rule, page.raw if page else None, tuple(warnings)
    )


def _by_print(page: Reading, values: list[Reading]) -> Reading:
    """Return the reading to take where the page prints *page*, its surest moment."""
    for value in filter(is_exact, values):
        if agree(value, page):
            return value
    for value in filter(is_exact, values):
        corrected = relabelled(value, page)
        if agree(corrected, page):
            return corrected._replace(rule=page.rule)
    exact = list(filter(is_exact, values))
    return page if is_exact(page) or not exact else _by_vote(exact)


def _by_vote(values: list[Reading]) -> Reading:
    """Return the reading to take among machine-readable *values*: the majority's, then the surest.

    Where the same wall clock is labelled WIB by one and otherwise by another, the other's label
    is false and it has no vote.
    """
    exact = list(filter(is_exact, values)) or values
    local = [value for value in exact if _is_local(value)]
    voters = [
        value
        for value in exact
        if _is_local(value) or not any(agree(relabelled(value, one), one) for one in local)
    ]
    votes = Counter(_minute(value) for value in voters)
    return max(voters, key=lambda value: votes[_minute(value)])


def _is_local(reading: Reading) -> bool:
    """Tell whether *reading* is given in the site's own zone."""
    return reading.value.utcoffset() == WIB.utcoffset(None)


def _minute(reading: Reading) -> datetime:
    """Return the minute that *reading* votes for."""
    return reading.value.astimezone(WIB).replace(second=0, microsecond=0)


def _contradiction(field: str, loser: Reading, page: Reading | None, taken: Reading) -> str:
    """Return the warning that *loser* says something else than what was *taken*."""
    believed = page is not None and agree(page, taken)
    witness = page if page and believed else taken
    says = "the page prints" if believed else f"{taken.rule} says"
    verdict = "the printed time" if believed else taken.rule
    dated = loser.value.date() != witness.value.date()
    return (
        f"{field}: {loser.rule} says {_told(loser, dated=dated)}, "
        f"{says} {_told(witness, dated=dated)}; {verdict} was taken"
    )


def _told(reading: Reading, *, dated: bool) -> str:
    """Return *reading* for a person: ``03:08 WIB``, or as it is written where it is coarse."""
    if not is_exact(reading):
        return repr(reading.raw)
    offset = reading.value.utcoffset() or timedelta(0)
    zone = _OFFSET_NAMES.get(offset) or f"{reading.value:%z}"
    return f"{reading.value:{'%Y-%m-%d ' * dated}%H:%M} {zone}"
