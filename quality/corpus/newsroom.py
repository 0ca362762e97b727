"""Writes one article: the facts first, then the story that prints them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from quality.corpus import people, read_also
from quality.corpus.addresses import address
from quality.corpus.dice import Dice
from quality.corpus.model import WIB, Post
from quality.corpus.pictures import picture
from quality.corpus.story import write
from quality.prose.grammar import grow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EDITIONS = ("id",) * 7 + ("en",) * 2 + ("ar",)
GENRES = ("news",) * 7 + ("opinion", "sermon", "interview")
CATEGORIES = {
    "id": (
        "Afrika",
        "Amerika",
        "Asia",
        "Eropa",
        "Ekonomi",
        "Internasional",
        "Nasional",
        "Daerah",
        "Palestina",
        "Timur Tengah",
        "Pendidikan",
    ),
    "en": ("Asia", "Europe", "Indonesia", "Middle East", "Palestine"),
    "ar": ("أخبار", "فلسطين", "إندونيسيا"),
}
GENRE_CATEGORIES = {"opinion": "Opini", "sermon": "Khutbah", "interview": "Wawancara"}
TAGS = {
    "id": (
        "bantuan kemanusiaan",
        "gaza",
        "halal",
        "masjid",
        "pengungsi",
        "zakat",
        "Rafah",
        "pendidikan",
    ),
    "en": ("aid", "gaza", "halal", "mosque", "refugees", "Rafah"),
    "ar": ("غزة", "مساعدات", "لاجئون"),
}
AS_SERVED = ("relative time", "false zone", "broken json", "several articles", "no structured data")
FIRST_DAY = datetime(2012, 10, 26, 7, 0, tzinfo=WIB)
LAST_DAY = datetime(2026, 10, 30, 22, 0, tzinfo=WIB)


def _moment(dice: Dice) -> datetime:
    minutes = int((LAST_DAY - FIRST_DAY).total_seconds() // 60)
    return FIRST_DAY + timedelta(minutes=dice.number(0, minutes), seconds=dice.number(0, 59))


def _title(edition: str, published: datetime, dice: Dice) -> str:
    title = grow(edition, "headline", dice)
    title = title.upper() if published.year < 2015 and dice.odd("upper title") else title
    return (
        f"{title} & Sekitarnya: “Awal Baru”"
        if edition == "id" and dice.odd("title marks")
        else title
    )


def _author(edition: str, dice: Dice) -> str:
    name = people.person(edition, dice)
    return people.login(name) if edition == "id" and dice.odd("login name") else name


def article(number: int, rates: Mapping[str, float]) -> Post:
    """Return article *number* of the corpus written at *rates*."""
    dice = Dice(f"article {number}", rates)
    edition, genre, published = dice.pick(EDITIONS), dice.pick(GENRES), _moment(dice)
    title, author = _title(edition, published, dice), _author(edition, dice)
    where = address(title, edition, number, dice)
    post = Post(
        id=1000 + 3 * number,
        edition=edition,
        genre=genre,
        url=where.found,
        canonical=where.canonical,
        title=title,
        printed_title=title,
        author=author,
        editor=people.person(edition, dice) if dice.number(0, 2) else None,
        published=published,
        modified=published + timedelta(minutes=dice.number(30, 900))
        if dice.odd("modified")
        else None,
        categories=sorted(
            {
                dice.pick(CATEGORIES[edition]),
                GENRE_CATEGORIES.get(genre, dice.pick(CATEGORIES[edition])),
            }
        ),
        tags=sorted(dice.some(TAGS[edition], dice.number(0, 3)), key=str.lower),
        excerpt=grow(edition, "sentence", dice),
        thumbnail=None
        if dice.odd("no picture")
        else picture(edition, published.date(), dice, bare=True),
    )
    write(post, dice)
    for oddity in AS_SERVED:
        dice.odd(oddity)
    if "relative time" in dice.thrown:  # too fresh to have been edited
        post.modified = None
    if dice.odd("injected read-also"):
        post.injected = [read_also.link(edition, dice) for _ in range(dice.number(1, 3))]
    post.recommended = [read_also.link(edition, dice) for _ in range(4)]
    post.oddities = sorted(set(dice.thrown))
    return post


def corpus(count: int, rates: Mapping[str, float]) -> Iterator[Post]:
    """Write *count* articles."""
    return (article(number, rates) for number in range(count))
