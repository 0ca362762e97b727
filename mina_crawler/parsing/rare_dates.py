"""Moments in forms that the site does not print itself, read by dateparser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import dateparser

from mina_crawler.parsing.calendars import WIB

if TYPE_CHECKING:
    from datetime import datetime

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LANGUAGES = {True: ["ar"], False: ["id", "en"]}
_SETTINGS = {
    "DATE_ORDER": "DMY",
    "RETURN_AS_TIMEZONE_AWARE": True,
    "STRICT_PARSING": True,  # else it fills what is missing from today
    "TIMEZONE": "Asia/Jakarta",
}


def parse_rare_date(text: str, now: datetime | None = None) -> datetime | None:
    """Return the moment that the whole of *text* names, ``None`` where that is not certain.

    Relative forms are read only if *now* is given.

    >>> parse_rare_date("3 PM, 26 Sept 2020").isoformat()
    '2020-09-26T15:00:00+07:00'
    """
    parsers = ["absolute-time"] + ["relative-time"] * (now is not None)
    settings = {**_SETTINGS, "PARSERS": parsers}
    if now is not None:
        settings["RELATIVE_BASE"] = now.astimezone(WIB).replace(tzinfo=None)
    languages = _LANGUAGES[bool(_ARABIC.search(text))]
    value = dateparser.parse(text, languages=languages, settings=settings)
    return value.astimezone(WIB) if value else None
