"""Days as the newsroom prints them: Gregorian and Hijri, in three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from quality.corpus.dice import Dice

MONTHS: dict[str, tuple[tuple[str, ...], ...]] = {
    "id": (
        ("Januari",),
        ("Februari", "Pebruari"),
        ("Maret",),
        ("April",),
        ("Mei",),
        ("Juni",),
        ("Juli",),
        ("Agustus",),
        ("September",),
        ("Oktober",),
        ("November", "Nopember"),
        ("Desember",),
    ),
    "en": (
        ("January",),
        ("February",),
        ("March",),
        ("April",),
        ("May",),
        ("June",),
        ("July",),
        ("August",),
        ("September",),
        ("October",),
        ("November",),
        ("December",),
    ),
    "ar": (
        ("يناير",),
        ("فبراير",),
        ("مارس",),
        ("أبريل",),
        ("مايو",),
        ("يونيو",),
        ("يوليو",),
        ("أغسطس",),
        ("سبتمبر",),
        ("أكتوبر",),
        ("نوفمبر",),
        ("ديسمبر",),
    ),
}
DAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Ahad"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ar": ("الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
}
HIJRI: tuple[tuple[str, ...], ...] = (
    ("Muharram",),
    ("Safar", "Shafar"),
    ("Rabi’ul Awwal", "Rabi-’ul Awwal"),
    ("Rabi’ul Akhir", "Rabiul Akhir"),
    ("Jumadil Awwal",),
    ("Jumadil Akhir",),
    ("Rajab",),
    ("Sya’ban", "Sha’ban"),
    ("Ramadhan", "Ramadan"),
    ("Syawwal",),
    ("Dzulqa’dah", "Dzulqadah"),
    ("Dzulhijjah",),
)
HIJRI_AR = (
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
)


def month(day: date, edition: str, dice: Dice) -> str:
    """Return the name of the month, seldom in its old spelling."""
    names = MONTHS[edition][day.month - 1]
    return names[-1] if dice.odd("clock variant") else names[0]


def gregorian(day: date, edition: str, dice: Dice) -> str:
    """Return ``6 November 2012``."""
    return f"{day.day} {month(day, edition, dice)} {day.year}"


def weekday(day: date, edition: str) -> str:
    """Return the day's name; Sunday is Ahad."""
    return DAYS[edition][day.weekday()]


def hijri(day: date) -> tuple[int, int, int]:
    """Return year, month, day of the tabular Islamic calendar."""
    count = day.toordinal() + 1721424 - 1948440 + 10632
    cycle = (count - 1) // 10631
    count = count - 10631 * cycle + 354
    year = ((10985 - count) // 5316) * ((50 * count) // 17719) + (count // 5670) * (
        (43 * count) // 15238
    )
    count = (
        count
        - ((30 - year) // 15) * ((17719 * year) // 50)
        - (year // 16) * ((15238 * year) // 43)
        + 29
    )
    number = (24 * count) // 709
    return 30 * cycle + year - 30, number, count - (709 * number) // 24


def hijri_day(day: date, dice: Dice) -> str:
    """Return ``8 Rabi’ul Awwal``."""
    _, number, of_month = hijri(day)
    return f"{of_month} {dice.pick(HIJRI[number - 1])}"


def clock(moment: datetime) -> str:
    """Return ``03:53``."""
    return f"{moment:%H:%M}"
