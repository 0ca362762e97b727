"""Datelines in every form that the site has printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from quality.corpus import calendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from quality.corpus.dice import Dice

CITIES = {
    "id": (
        "Jakarta",
        "Moskow",
        "Al-Muhajirun, Lampung Selatan",
        "Cileungsi, Kab. Bogor",
        "Gaza",
        "Al-Quds",
        "Ramallah",
        "Bandar Lampung",
        "Kuala Lumpur",
        "Tasikmalaya, Jawa Barat",
        "Ma’an",
        "Kota Bekasi",
    ),
    "en": (
        "Jakarta",
        "Gaza",
        "Cotabato City, Philippines",
        "Ramallah",
        "Istanbul",
        "Bekasi",
        "London",
        "Bogor, West Java",
    ),
    "ar": ("جاكرتا", "غزة", "القدس", "إسطنبول", "رام الله"),
}
AGENCIES = ("Al Qassam", "Anadolu", "WAFA", "Press TV", "Onislam")
SPLIT_IN_2017 = 2017


class Printed(NamedTuple):
    """A dateline as printed, and as understood."""

    text: str
    truth: dict[str, Any]


def _printed(
    text: str, place: str | None, hijri: str | None, day: date | None, agencies: list[str]
) -> Printed:
    truth = {
        "place": place,
        "hijri": hijri,
        "date": day.isoformat() if day else None,
        "agencies": agencies,
        "raw": text,
    }
    return Printed(text, truth)


def _short(form: str) -> Callable[[str, date, str, Dice], Printed]:
    def write(place: str, _day: date, _edition: str, _dice: Dice) -> Printed:
        agencies = ["MINA"] if "MINA" in form else []
        return _printed(
            form.format(place=place), place if "{place}" in form else None, None, None, agencies
        )

    return write


def _dated(form: str) -> Callable[[str, date, str, Dice], Printed]:
    """Return the writer of a form; ``{h}`` is the Hijri day, ``{hy}`` its year, ``{g}`` the day."""

    def write(place: str, day: date, edition: str, dice: Dice) -> Printed:
        language = "id" if edition == "en" and dice.odd("rare dateline") else edition
        spelt, year = calendar.hijri_day(day, dice), str(calendar.hijri(day)[0])
        gregorian = calendar.gregorian(day, language, dice)
        agency = dice.pick(AGENCIES)
        american = f"{calendar.month(day, 'en', dice)} {day.day}, {day.year}"
        comma = gregorian.replace(f" {day.year}", f", {day.year}")
        slots = {
            "place": place,
            "upper": place.upper(),
            "h": spelt,
            "hy": year,
            "g": gregorian,
            "a": american,
            "c": comma,
            "agency": agency,
        }
        hijri = (spelt + (f" {year}" if "{hy}" in form else "")) if "{h}" in form else None
        agencies = [agency] * ("{agency}" in form) + ["MINA"] * ("MINA" in form)
        return _printed(
            form.format(**slots),
            place.upper() if "{upper}" in form else place,
            hijri,
            day,
            agencies,
        )

    return write


MODERN = (_short("{place}, MINA – "),)
MODERN_RARE = tuple(
    _short(form)
    for form in (
        "{place}, (MINA) – ",
        "{place}, MINA- ",
        "{place}, MINA — ",
        "{place} – ",
        "{place}, MINA ",
        "MINA – ",
        "{place}, MINA - ",
        "{place}, MINA –",
        "{place}, MINAN – ",
    )
)
DATED = (_dated("{place}, {h} {hy}/{g} (MINA) – "),)
DATED_RARE = tuple(
    _dated(form)
    for form in (
        "{place}, {h} {hy} H/{g} M (MINA) – ",
        "{place}, {h} {hy} /{g} (MINA) – ",
        "{place}, {h} {hy} / {g} (MINA) -",
        "{place}, {h} {hy}/{c} (MINA) – ",
        "{place}, {h}/{g} (MINA) – ",
        "{upper},  {a} (MINA) – ",
        "{place} – {h} {hy} / {g} (MINA) – ",
        "{place}, {h} {hy}/{g} – ",
        "{place}, {h} {hy}/{g} ({agency}/MINA) – ",
        "{upper}, {h} {hy}/{g} (MINA) – ",
    )
)


def _arabic(form: str) -> Callable[[str, date, str, Dice], Printed]:
    def write(place: str, day: date, _edition: str, dice: Dice) -> Printed:
        year, number, of_month = calendar.hijri(day)
        hijri = f"{of_month} {calendar.HIJRI_AR[number - 1]} {year}"
        text = form.format(
            place=place,
            h=hijri,
            g=calendar.gregorian(day, "ar", dice),
            d=calendar.weekday(day, "ar"),
        )
        dated = "{h}" in form
        agency = "معراج" if "معراج" in form else "مينا"
        return _printed(text, place, hijri if dated else None, day if dated else None, [agency])

    return write


ARABIC = (_arabic("{place}، مينا – "),)
ARABIC_OLD = tuple(
    _arabic(form)
    for form in (
        "{place} (معراج) – ",
        "{place} {h}/ {g} (مينا) – ",
        "{place} {h}/ {g} (مينا)\n",
        "{d}، {h}/ {g}\n{place} (مينا) – ",
    )
)


def dateline(edition: str, day: date, dice: Dice) -> Printed:
    """Return the dateline of a story filed on *day*."""
    old = day.year < SPLIT_IN_2017
    rare = dice.odd("rare dateline")
    place = dice.pick(CITIES[edition])
    if edition == "ar":
        forms = ARABIC_OLD if old else ARABIC
    elif old:
        forms = DATED_RARE if rare else DATED
    else:
        forms = MODERN_RARE if rare else MODERN
    return dice.pick(forms)(place, day, edition, dice)
