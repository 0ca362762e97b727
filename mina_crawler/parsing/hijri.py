"""Months and days of the Islamic calendar, as the datelines of MINA spell them."""

from __future__ import annotations

import re

from mina_crawler.parsing.spellings import pattern_of

MONTHS = {
    1: ("Muharram", "Muharam", "محرم"),
    2: ("Safar", "Shafar", "صفر"),
    3: ("Rabi'ul Awwal", "Rabi'ul Awal", "Rabi' al Awwal", "ربيع الأول", "ربيع الاول"),
    4: (
        "Rabi'ul Akhir", "Rabi'uts Tsani", "Rabi'ul Tsani", "Rabi' al Akhir", "Rabi' al Thani",
        "ربيع الثاني", "ربيع الآخر", "ربيع الاخر",
    ),
    5: (
        "Jumadil Awwal", "Jumadil Awal", "Jumadal Ula", "Jumadil Ula", "Jumada al Awwal",
        "جمادى الأولى", "جمادى الاولى", "جمادى الأول",
    ),
    6: (
        "Jumadil Akhir", "Jumadil Tsani", "Jumadats Tsaniyah", "Jumadal Akhirah",
        "جمادى الآخرة", "جمادى الاخرة", "جمادى الثانية",
    ),
    7: ("Rajab", "رجب"),
    8: ("Sya'ban", "Sha'ban", "شعبان"),
    9: ("Ramadhan", "Ramadan", "Romadhon", "رمضان"),
    10: ("Syawwal", "Syawal", "Shawwal", "شوال"),
    11: ("Dzulqa'dah", "Dzul Qa'dah", "Dzulqo'dah", "Dzulkaidah", "Zulkaidah", "Dhul Qa'dah",
         "ذو القعدة", "ذي القعدة"),
    12: ("Dzulhijjah", "Dzul Hijjah", "Zulhijjah", "Dhul Hijjah", "ذو الحجة", "ذي الحجة"),
}  # fmt: skip
"""Number of the month -> its spellings; a new one is one more string."""

HIJRI_DAY = (
    rf"\d\d?\s{{1,3}}{pattern_of(name for names in MONTHS.values() for name in names)}(?!\w)"
    r"(?:\s{1,3}[1١]\d{3}(?!\d))?"
)
"""A day, its month, and the year where it is printed; needs ``re.IGNORECASE``.

A repetition in front would be looked for ten times as long.
"""

_HIJRI_DAY = re.compile(HIJRI_DAY, re.IGNORECASE)


def find_hijri_day(text: str) -> re.Match[str] | None:
    """Return the first day of the Islamic calendar in *text*, without the ``H`` of the era.

    >>> find_hijri_day("8 Rabi’ul Awwal 1437 H/20 Desember 2015")[0]
    '8 Rabi’ul Awwal 1437'
    """
    return _HIJRI_DAY.search(text)
