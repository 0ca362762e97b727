"""The posts that WordPress is filled with, each with what a reader is to get from it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from tests.services.wordpress.bodies import EXTRAS, PROMO, Body, add_paragraph
from tests.services.wordpress.prose import headline, paragraph, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNT = 400
AUTHORS = {
    "surya": "Surya Wardana",
    "melati": "Melati Kusumawati",
    "hasan": "Hasan Al-Bantani",
    "yusra": "Yusra Nu’man",
}
EDITORS = ("Darma Pranata", "Kinanti Lestari")
PLACES = (
    "Jakarta",
    "Gaza",
    "Al-Muhajirun, Lampung Selatan",
    "Cileungsi, Kab. Bogor",
    "Kuala Lumpur",
)
CATEGORIES = (
    ("palestina",),
    ("internasional", "asia"),
    ("indonesia",),
    ("artikel", "opini"),
    ("ekonomi",),
    ("asia",),
)
TAGS = ("zakat", "Masjid Al-Aqsa", "pengungsi", "R&D halal", "Idul Fitri 1440", "Mi’raj", "wakaf")
LATEST = datetime(2019, 6, 30, 23, 55)  # noqa: DTZ001 -- the wall clock of the newsroom


@dataclass
class Post:
    """One post: what is typed into WordPress, and what a crawl has to deliver."""

    slug: str
    title: str
    date: str
    """By the newsroom's wall clock."""
    author: str
    """Login."""
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    html: str
    excerpt: str = ""
    picture: str | None = None
    status: str = "publish"
    password: str = ""
    kind: str = "post"
    truth: dict[str, Any] = field(default_factory=dict)
    """Keys of the JSON line -> their values, as far as WordPress itself cannot tell them."""


def write_posts() -> list[Post]:
    """Return the posts to be delivered."""
    return [_post(number) for number in range(COUNT)]


def write_hidden() -> list[Post]:
    """Return what must not be delivered: a protected post, a scheduled one, a draft, two pages."""
    protected, scheduled, draft, about, contact = (_post(COUNT + n) for n in range(5))
    protected.password = "rahasia"
    scheduled.status, scheduled.date = "future", "2099-01-01 08:00:00"
    draft.status = "draft"
    about.kind = contact.kind = "page"
    about.slug, about.title = "tentang-kami", "Tentang Kami"
    contact.slug, contact.title = "hubungi-kami", "Hubungi Kami"
    return [protected, scheduled, draft, about, contact]


def as_seed(posts: Sequence[Post]) -> dict[str, Any]:
    """Return what is typed into WordPress, ready for JSON."""
    return {"authors": AUTHORS, "posts": [asdict(post) for post in posts]}


def _post(number: int) -> Post:
    chance = Random(number)
    author = list(AUTHORS)[number % len(AUTHORS)]
    body, truth = _body(chance, number, author)
    title = headline(chance, number)
    return Post(
        slug=f"فلسطين-{number}" if number % 50 == 7 else f"kabar-uji-{number}",
        title=f"“{title}” & Kata Mereka" if number % 20 == 3 else title,
        date=str(LATEST - timedelta(minutes=211 * number)),
        author=author,
        categories=CATEGORIES[number % len(CATEGORIES)],
        tags=tuple(chance.sample(TAGS, number % 4)),
        html="\n\n".join(body.html),
        excerpt=sentence(chance) if number % 5 == 0 else "",
        picture=f"utama-{number % 3}.jpg" if number % 3 else None,
        truth=truth,
    )


def _body(chance: Random, number: int, author: str) -> tuple[Body, dict[str, Any]]:
    body, place = Body(), PLACES[number % len(PLACES)]
    first = paragraph(chance)
    is_old = number % 4 == 1
    opening = f"{place}, 26 Syawwal 1440/30 Juni 2019 (MINA) – " if is_old else f"{place}, MINA – "
    body.tell(f"<p><strong>{opening}</strong>{first}</p>", first)
    for index in range(chance.randint(4, 9)):
        chance.choice(EXTRAS if index % 2 else (add_paragraph,))(body, chance)
        if number % 7 == 0 and index in {1, 3}:
            body.turn_page()
    editor = EDITORS[number % 2]
    reporter = AUTHORS[author] if number % 3 else None
    code = _close(body, chance, reporter, editor, is_old=is_old)
    return body, {
        "text": "\n\n".join(body.story),
        "place": place,
        "editors": [editor],
        "desk_code": code,
        "pages": body.pages,
        "pictures": body.pictures,
    }


def _close(
    body: Body, chance: Random, reporter: str | None, editor: str, *, is_old: bool
) -> str | None:
    """Add the last paragraph with the newsroom's marks; return the desk code."""
    last = paragraph(chance)
    code = f"L/R{chance.randint(1, 9)}/P{chance.randint(1, 5)}" if is_old else None
    body.tell(f"<p>{last} {f'({code})' if code else '[]'}</p>", last)
    body.tell("<p><strong>Mi’raj News Agency (MINA)</strong></p>")
    if reporter:
        body.tell(f"<p>Wartawan: {reporter}</p>")
    body.tell(f"<p>Editor: {editor}</p>")
    body.tell(f"<p>{PROMO}</p>")
    return code
