"""Three thousand posts over fourteen years, with all that makes an archive hard to walk."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from tests.services.wordpress.bodies import Body, add_paragraph
from tests.services.wordpress.posts import AUTHORS, CATEGORIES, PLACES, Post
from tests.services.wordpress.prose import headline

COUNT = 3000
BUSY_DAY = datetime(2018, 5, 14, 5)  # noqa: DTZ001 -- the wall clock of the newsroom
ON_BUSY_DAY = 150
APART = timedelta(seconds=30)
"""Posts of one second have no order in listings."""
FIRST = datetime(2010, 7, 1, 6)  # noqa: DTZ001 -- likewise
YEARS = 14
SAME_SLUG = "kabar-hari-ini"
HIDDEN = (
    {"password": "rahasia"},
    {"status": "future", "date": "2099-01-01 08:00:00"},
    {"status": "draft"},
    {"status": "private"},
    {"status": "pending"},
    {"kind": "page"},
)
"""What the public cannot read, or is no article."""


def write_public() -> list[Post]:
    """Return what the public can read."""
    return [_post(number, _date(number)) for number in range(COUNT)]


def write_hidden() -> list[Post]:
    """Return five posts of each kind that must not be delivered."""
    hidden = [_post(COUNT + number, _date(number) + APART) for number in range(5 * len(HIDDEN))]
    for number, post in enumerate(hidden):
        for name, value in HIDDEN[number % len(HIDDEN)].items():
            setattr(post, name, value)
    return hidden


def _date(number: int) -> datetime:
    if number < ON_BUSY_DAY:
        return BUSY_DAY + timedelta(minutes=6 * number)
    step = timedelta(days=365 * YEARS) / (COUNT - ON_BUSY_DAY)
    return FIRST + (number - ON_BUSY_DAY) * step


def _post(number: int, date: datetime) -> Post:
    chance, body = Random(number), Body()
    body.tell(f"<p>{PLACES[number % len(PLACES)]}, MINA – Kabar nomor {number}.</p>")
    for page in range(chance.choice((1, 2, 3)) if number % 60 == 0 else 1):
        if page:
            body.turn_page()
        add_paragraph(body, chance)
    return Post(
        slug=SAME_SLUG if number % 100 == 0 else f"kabar-arsip-{number}",
        title=headline(chance, number),
        date=f"{date:%Y-%m-%d %H:%M:%S}",
        author=list(AUTHORS)[number % len(AUTHORS)],
        categories=CATEGORIES[number % len(CATEGORIES)],
        tags=(),
        html="\n\n".join(body.html),
    )
