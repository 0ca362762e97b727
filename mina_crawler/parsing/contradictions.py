"""Warnings that a source contradicts the moment which was decided on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mina_crawler.parsing.readings import agree, is_exact

if TYPE_CHECKING:
    from mina_crawler.parsing.readings import Reading

_ZONE_NAMES = {timedelta(0): "UTC", timedelta(hours=7): "WIB"}


def contradiction_of(field: str, loser: Reading, page: Reading | None, taken: Reading) -> str:
    """Return the warning that *loser* says something else than what was *taken*."""
    believed = page is not None and agree(page, taken) and not agree(page, loser)
    witness = page if page and believed else taken
    says = "the page prints" if believed else f"{taken.rule} says"
    verdict = "the printed time" if believed else taken.rule
    if loser.raw == witness.raw:
        told = _told(taken, dated=False)
        return (
            f"{field}: {loser.rule} says {_told(loser, dated=False)}, a zone known to be false; "
            f"{told} was taken"
        )
    dated = loser.value.date() != witness.value.date()
    return (
        f"{field}: {loser.rule} says {_told(loser, dated=dated)}, "
        f"{says} {_told(witness, dated=dated)}; {verdict} was taken"
    )


def _told(reading: Reading, *, dated: bool) -> str:
    """Return *reading* for a person: ``03:08 WIB``, or as it is written where it is coarse."""
    if not is_exact(reading):
        return repr(reading.raw)
    value = reading.value
    zone = _ZONE_NAMES.get(value.utcoffset() or timedelta(0)) or f"{value:%z}"
    day = f"{value:%Y-%m-%d} " if dated else ""
    return f"{day}{value.hour:02}:{value.minute:02} {zone}"
