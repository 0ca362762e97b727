"""What the newsroom put around its stories, by the day of publication."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mina_crawler.demo.hijri import hijri
from mina_crawler.demo.story import Place

if TYPE_CHECKING:
    from random import Random

    from mina_crawler.demo.vocabulary import Person

PLAIN_DATELINES = date(2017, 6, 15)
"""From here on ``City, MINA – ``; before, with the Hijri and the Gregorian date."""
END_MARKS = date(2024, 12, 1)
"""From here on ``[]`` instead of a desk code."""
NAMED_EDITORS = date(2018, 6, 1)
CAPITAL_TITLES = date(2013, 1, 1)
"""Until here titles are in capitals."""
PROMO_IN_POST = date(2025, 1, 1)
SIGNATURES = (
    (date(2014, 1, 1), "Mi’raj News Agency (MINA)"),
    (date(2018, 1, 1), "Mi’raj Islamic News Agency (MINA)"),
    (date.max, "Mi’raj News Agency (MINA)"),
)
DATED = (
    "{place}, {hijri}/{day} (MINA) – ",
    "{place}, {hijri}/{day} (MINA) – ",
    "{place}, {hijri} H/{day} M (MINA) – ",
    "{place}, {hijri} /{day} (MINA) – ",
    "{place}, {hijri}/{day} ({agency}/MINA) – ",
    "{place},  {day} (MINA) – ",
)
UNDATED = (
    "{place}, MINA – ",
    "{place}, MINA – ",
    "{place}, MINA – ",
    "{place}, MINA – ",
    "{place}, MINA – ",
    "{place}, (MINA) – ",
    "{place}, MINA- ",
    "{place}, MINA — ",
)
CODES = (
    " ({kind}/{reporter}/{editor})",
    " ({kind}/{reporter}/{editor})",
    " ({kind}/{reporter}/{editor})",
    " ({kind}/{editor})",
    " ( {kind}/{reporter}/{editor} )",
    "({kind}/{reporter}/{editor})",
    " ({kind}/{reporter}/{editor}).",
)


def dateline(rng: Random, place: str, day: date, general: dict[str, Any]) -> Place:
    """Return the dateline that a story of that day begins with."""
    agency = rng.choice(general["agencies"])
    form = rng.choice(DATED if day < PLAIN_DATELINES else UNDATED)
    printed_day = f"{day.day} {general['months'][day.month - 1]} {day.year}"
    raw = form.format(place=place, hijri=hijri(day), day=printed_day, agency=agency)
    return Place(
        place=place,
        hijri=hijri(day) if "{hijri}" in form else None,
        day=day if "{day}" in form else None,
        agencies=(agency, "MINA") if "{agency}" in form else ("MINA",),
        raw=raw,
    )


def end_mark(rng: Random, day: date, reporter: Person, editor: Person) -> tuple[str, str | None]:
    """Return what is printed after the last paragraph, and the desk code that it holds."""
    if day >= END_MARKS:
        return rng.choice((" []", "[]")), None
    form = rng.choice(CODES)
    printed = form.format(kind=rng.choice("TTTL"), reporter=reporter.code, editor=editor.code)
    return printed, "".join(printed.split()).strip("().")


def signature(day: date) -> str:
    """Return the line that closes a story of that day."""
    return next(words for end, words in SIGNATURES if day < end)
