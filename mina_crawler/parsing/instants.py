"""One instant out of what a page's machine-readable and printed dates say."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.parsing.calendars import WIB
from mina_crawler.parsing.contradictions import contradiction_of
from mina_crawler.parsing.readings import (
    Reading,
    agree,
    canonical_reading,
    coarseness,
    is_exact,
    relabelled,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

__all__ = ["Instant", "Reading", "reconcile"]


class Instant(NamedTuple):
    """The moment decided on, and what a careful reader should know about it."""

    value: datetime
    """In WIB."""
    rule: str
    """Of the reading that was taken."""
    raw: str | None
    """The moment as the page prints it, ``None`` where it prints none."""
    warnings: tuple[str, ...]
    false_zones: frozenset[str] = frozenset()
    """The rules whose offset proved false; hand them on when the page's next field is decided."""


def reconcile(
    field: str,
    machine: Sequence[Reading],
    printed: Sequence[Reading],
    *,
    false_zones: Collection[str] = (),
) -> Instant | None:
    """Return the instant that *machine* and *printed* readings, each surest first, tell of *field*.

    A printed time is what an editor has seen, so it decides: a machine-readable value that
    agrees with it is taken for its seconds, one with a false zone is corrected, any other loses.
    ``8 hours ago`` or a bare day is too coarse to overrule a machine-readable time, and ``2 years
    ago`` any bare day. Whatever contradicts the moment taken is told in the warnings. The
    machine-readable values of the rules in *false_zones* are taken as WIB, whatever their offset.
    """
    given, prints = _possible(machine), _possible(printed)
    values = [_localised(value) if value.rule in false_zones else value for value in given]
    if not values and not prints:
        return None
    page = min(prints, key=coarseness) if len(prints) > 1 else next(iter(prints), None)
    taken = _by_print(page, values) if page else _by_vote(values)
    others = [reading for reading in (*given, *prints) if not agree(reading, taken)]
    warnings = [contradiction_of(field, other, page, taken) for other in others]
    if len(given) < len(machine) or len(prints) < len(printed):
        warnings += [
            f"{field}: {reading.rule} says {reading.raw!r}, which lies outside the calendar"
            for reading in (*machine, *printed)
            if canonical_reading(reading) is None
        ]
    return Instant(
        value=taken.value.astimezone(WIB),
        rule=taken.rule,
        raw=page.raw if page else None,
        warnings=tuple(warnings),
        false_zones=frozenset(
            other.rule for other in others if other in given and agree(_localised(other), taken)
        ),
    )


def falsely_zoned(readings: Sequence[Reading], published: Instant) -> frozenset[str]:
    """Return the rules of the *readings* that tell the printed moment of *published* again.

    Old themes mark up the publication as ``updated``: the wall clock is the printed one, its zone
    is false. No edit falls on the minute of the publication by chance.
    """
    if published.raw is None or not readings:
        return frozenset()
    told = Reading(published.rule, published.value.isoformat(), published.value)
    return frozenset(reading.rule for reading in readings if agree(_localised(reading), told))


def _possible(readings: Sequence[Reading]) -> list[Reading]:
    """Return *readings* made aware, without those that WIB's calendar cannot hold."""
    return [reading for reading in map(canonical_reading, readings) if reading]


def _localised(reading: Reading) -> Reading:
    """Return *reading* with its wall clock taken as WIB."""
    return reading.in_zone(WIB)


def _by_print(page: Reading, values: list[Reading]) -> Reading:
    """Return the reading to take where the page prints *page*, its surest moment."""
    exact = list(filter(is_exact, values))
    agreeing = filter(partial(agree, page), exact)
    if first := next(agreeing, None):
        return first if is_exact(page) else _by_vote([first, *agreeing])
    for value in exact:
        corrected = relabelled(value, page)
        if agree(corrected, page):
            return corrected._replace(rule=page.rule)
    if is_exact(page) or not exact:
        return min((page, *values), key=coarseness)
    return _by_vote(exact)


def _by_vote(values: list[Reading]) -> Reading:
    """Return the reading to take among machine-readable *values*: the majority's, then the surest.

    Where the same wall clock is labelled WIB by one and otherwise by another, the other's label
    is false and it has no vote; nor has one in UTC whose clock is right in WIB by another's.
    """
    exact = list(filter(is_exact, values)) or values
    if all(value.value == exact[0].value for value in exact):
        return exact[0]
    local = [value for value in exact if _is_local(value)]
    voters = [
        value
        for value in exact
        if _is_local(value)
        or not any(agree(_localised(value), one) for one in (local if _is_abroad(value) else exact))
    ]
    votes = Counter(_minute(value) for value in voters)
    return max(voters, key=lambda value: votes[_minute(value)])


def _is_local(reading: Reading) -> bool:
    """Tell whether *reading* is given in the site's own zone."""
    return reading.value.utcoffset() == WIB.utcoffset(None)


def _is_abroad(reading: Reading) -> bool:
    """Tell whether *reading* is given in a zone that is not what machines give by mistake, UTC."""
    return bool(reading.value.utcoffset())


def _minute(reading: Reading) -> datetime:
    """Return the minute that *reading* votes for."""
    return reading.value.astimezone(WIB).replace(second=0, microsecond=0)
