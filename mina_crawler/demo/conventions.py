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
    form = rng.choice(general["dated_datelines" if day < PLAIN_DATELINES else "datelines"])
    printed_day = f"{day.day} {general['months'][day.month - 1]} {day.year}"
    lunar = hijri(day, general["hijri_months"])
    return Place(
        place=place,
        hijri=lunar if "{hijri}" in form else None,
        day=day if "{day}" in form else None,
        agencies=(*([agency] if "{agency}" in form else ()), general["own_agency"]),
        raw=form.format(place=place, hijri=lunar, day=printed_day, agency=agency),
    )


def end_mark(rng: Random, day: date, reporter: Person, editor: Person) -> tuple[str, str | None]:
    """Return what is printed after the last paragraph, and the desk code that it holds."""
    if day >= END_MARKS:
        return rng.choice((" []", "[]")), None
    form = rng.choice(CODES)
    printed = form.format(kind=rng.choice("TTTL"), reporter=reporter.code, editor=editor.code)
    return printed, "".join(printed.split()).strip("().")


def signature(day: date, general: dict[str, Any]) -> str:
    """Return the line that closes a story of that day."""
    signatures: list[dict[str, Any]] = general["signatures"]
    return next(str(line["words"]) for line in signatures if day < line["until"])
