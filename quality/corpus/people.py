"""Invented people: names, logins, titles, roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quality.corpus.dice import Dice

FIRST = (
    "Wahyu",
    "Nurlaila",
    "Rizqi",
    "Hamdan",
    "Salsa",
    "Fathur",
    "Marwah",
    "Ilham",
    "Zahra",
    "Daffa",
    "Kirana",
    "Yazid",
    "Umar",
    "Rania",
    "Bagas",
    "Halimah",
    "Tsabit",
    "Intan",
    "Ghifari",
    "Dwi",
)
LAST = (
    "Pratamadi",
    "Kusumawardi",
    "Rahmanto",
    "Sidiqin",
    "Al-Banjari",
    "Nuraini",
    "Lubisono",
    "Hasyimi",
    "Wirabumi",
    "Zulkarno",
    "Maulidan",
    "Siregarwan",
    "Fauziyah",
    "Abdussalim",
    "Ma’arifin",
)
BEFORE = ("Dr. ", "Prof. Dr. ", "K.H. ", "Ustadz ", "Hj. ", "Ir. ")
AFTER = (", M.A.", ", S.Pd.", ", Lc., M.A.", ", Ph.D.")
ROLES = (
    ", Wartawan Kantor Berita MINA",
    ", Redaktur Senior Mi’raj Islamic News Agency (MINA)",
    ", wartawan MINA",
    ", Redaktur Senior Kantor Berita MINA",
    "*",
    "",
)
ARABIC = ("سامر الحموي", "هدى القاسمي", "يزيد المقري", "رانية الصالحي", "عمر البنجري")
AND = (" dan ", ", ", " & ", " / ")


def person(edition: str, dice: Dice) -> str:
    """Return somebody's display name."""
    if edition == "ar" and dice.number(0, 1):
        return dice.pick(ARABIC)
    name = f"{dice.pick(FIRST)} {dice.pick(LAST)}"
    return f"{name} {dice.pick(LAST)}" if dice.number(0, 5) == 0 else name


def titled(name: str, dice: Dice) -> str:
    """Return *name* with its academic titles, commas and all."""
    return dice.pick(BEFORE) + name + dice.pick(AFTER)


def login(name: str) -> str:
    """Return the bare login under which some display names appear."""
    return name.split(maxsplit=1)[0].lower()


def enumerate_names(names: list[str], dice: Dice) -> str:
    """Return *names* as one printed list; names with commas are joined by a word."""
    joint = " dan " if any("," in name for name in names) else dice.pick(AND)
    return joint.join(names)
