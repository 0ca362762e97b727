"""Calendar days as the site prints them, in three languages."""

from __future__ import annotations

import re
from datetime import date

from mina_crawler.parsing.calendars import MONTH, WEEKDAY, month_number

_DAY, _YEAR, _GAP = r"\d{1,2}", r"\d{4}", r"[/.-]"
_OTHER_NAME = r"(?:\s?[/(]\s?[ء-ي]{2,7}(?:\s[ء-ي]{4,6})?\)?)?"
"""An Arabic month may be told twice, by its Levantine and its Egyptian name."""

FORMS = {
    "day_first": (
        "day",
        "(?:st|nd|rd|th)?[-.\\s]{0,3}",
        "month",
        f"{_OTHER_NAME}[-.,،\\s]{{1,4}}",
        "year",
    ),
    "month_first": ("month", "[.\\s]{1,4}", "day", "(?:st|nd|rd|th)?[,\\s]{1,4}", "year"),
    "figures": ("day", _GAP, "figure", _GAP, "year"),
    "year_first": ("year", "[/-]", "figure", "[/-]", "day"),
}
"""What may stand where in a day, in the order in which the forms are tried."""

_PARTS = {"day": _DAY, "month": MONTH, "figure": _DAY, "year": _YEAR}


def _source(form: str) -> str:
    """Return the pattern of *form*, its parts captured as ``<form>_<part>``."""
    return "".join(
        f"(?P<{form}_{piece}>{_PARTS[piece]})" if piece in _PARTS else piece
        for piece in FORMS[form]
    )


DAY = rf"\b(?:{WEEKDAY}[,،.\s]{{1,3}})?(?:{'|'.join(map(_source, FORMS))})(?!\d)"
"""A day with or without its weekday; needs ``re.IGNORECASE``."""

ANY_DAY = re.sub(r"\(\?P<\w+>", "(?:", DAY)
"""The same without named groups, for patterns in which it stands more than once."""

_DAY_PATTERN = re.compile(DAY, re.IGNORECASE)

_GROUPS = [
    (f"{form}_year", f"{form}_{'month' if 'month' in pieces else 'figure'}", f"{form}_day")
    for form, pieces in FORMS.items()
]
"""The groups of year, month and day in each form."""


def is_day(text: str) -> bool:
    """Tell whether *text* is a day and nothing else.

    >>> is_day("8 Januari 2025"), is_day("Rapat 8 Januari 2025")
    (True, False)
    """
    return _DAY_PATTERN.fullmatch(text.strip()) is not None


def parse_day(text: str) -> date | None:
    """Return the first day printed in *text*, ``None`` where there is none.

    Figures are read day first. A day that no calendar has raises ``ValueError``.

    >>> parse_day("Ahad, 3 Nopember 2019")
    datetime.date(2019, 11, 3)
    >>> parse_day("26/09/2020")
    datetime.date(2020, 9, 26)
    """
    match = _DAY_PATTERN.search(text)
    return day_of(match) if match else None


def day_of(match: re.Match[str]) -> date:
    """Return the day that ``DAY`` found; an impossible one raises ``ValueError``."""
    for names in _GROUPS:
        year, month, day = match.group(*names)
        if year:
            break
    return date(int(year), int(month) if month.isdecimal() else month_number(month), int(day))
