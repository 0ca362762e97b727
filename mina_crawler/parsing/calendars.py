"""Names of months, weekdays and time zones as the three editions print them."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from functools import lru_cache

from mina_crawler.parsing.spellings import key_of, pattern_of

WIB = timezone(timedelta(hours=7), "WIB")

MONTHS = {
    1: ("Januari", "January", "Jan", "يناير", "كانون الثاني"),
    2: ("Februari", "Pebruari", "February", "Feb", "Peb", "فبراير", "شباط"),
    3: ("Maret", "March", "Mar", "مارس", "آذار", "اذار"),
    4: ("April", "Apr", "أبريل", "إبريل", "ابريل", "نيسان"),
    5: ("Mei", "May", "مايو", "أيار", "ايار"),
    6: ("Juni", "June", "Jun", "يونيو", "يونيه", "حزيران"),
    7: ("Juli", "July", "Jul", "يوليو", "يوليه", "تموز"),
    8: ("Agustus", "August", "Agust", "Agu", "Ags", "Agt", "Aug", "أغسطس", "اغسطس", "آب"),
    9: ("September", "Sept", "Sep", "سبتمبر", "أيلول", "ايلول"),
    10: ("Oktober", "October", "Okt", "Oct", "أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول"),
    11: ("November", "Nopember", "Nov", "Nop", "نوفمبر", "تشرين الثاني"),
    12: ("Desember", "December", "Des", "Dec", "ديسمبر", "كانون الأول", "كانون الاول"),
}
"""Arabic names are the Egyptian and the Levantine ones, with and without hamza."""

WEEKDAYS = (
    ("Senin", "Sen", "Monday", "Mon", "الاثنين", "الإثنين"),
    ("Selasa", "Sel", "Tuesday", "Tue", "الثلاثاء"),
    ("Rabu", "Rab", "Wednesday", "Wed", "الأربعاء", "الاربعاء"),
    ("Kamis", "Kam", "Thursday", "Thu", "الخميس"),
    ("Jum'at", "Jum", "Friday", "Fri", "الجمعة"),
    ("Sabtu", "Sab", "Saturday", "Sat", "السبت"),
    ("Ahad", "Ahd", "Aha", "Minggu", "Min", "Sunday", "Sun", "الأحد", "الاحد"),
)

ZONES = {
    "WIB": WIB,
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
    "UTC": UTC,
    "GMT": UTC,
    "Z": UTC,
    "بتوقيت جاكرتا": WIB,
}

MONTH = pattern_of(name for names in MONTHS.values() for name in names)
WEEKDAY = pattern_of(name for names in WEEKDAYS for name in names)
ZONE = pattern_of(ZONES)

_MONTH_NUMBERS = {key_of(name): number for number, names in MONTHS.items() for name in names}
_ZONES = {key_of(name): zone for name, zone in ZONES.items()}


@lru_cache(maxsize=128)  # a site spells each month in one or two ways
def month_number(name: str) -> int:
    """Return the number of the month that *name*, matched by ``MONTH``, stands for.

    >>> month_number("Nopember")
    11
    """
    return _MONTH_NUMBERS[key_of(name)]


@lru_cache(maxsize=32)  # and its zone likewise
def zone_named(name: str) -> timezone:
    """Return the zone that *name*, matched by ``ZONE``, stands for."""
    return _ZONES[key_of(name)]
