"""A story as the newsroom knows it, before any theme prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from datetime import date, datetime

    from mina_crawler.demo.vocabulary import Category, Person


class Element(NamedTuple):
    """One block of the story; *text* is what a reader should be left with."""

    kind: str
    """``p``, ``h``, ``ul``, ``ol``, ``quote``, ``verse``, ``row``, ``picture`` or ``page``."""
    text: str


class Photo(NamedTuple):
    """A picture; *path* is its address below the site's root."""

    path: str
    caption: str | None
    credit: str | None


class Place(NamedTuple):
    """A dateline: *raw* is how it is printed in front of the story."""

    place: str | None
    hijri: str | None
    day: date | None
    agencies: tuple[str, ...]
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All that is known of one article."""

    number: int
    post_id: int
    slug: str
    title: str
    published: datetime
    modified: datetime
    author: Person
    editor: Person | None
    categories: tuple[Category, ...]
    tags: tuple[str, ...]
    summary: str
    dateline: Place | None
    role: str | None
    """What an opinion piece tells of its writer: ``Oleh: <author>, <role>``."""
    elements: tuple[Element, ...]
    end_mark: str
    """The desk code or ``[]`` as printed after the last paragraph, with the space before it."""
    desk_code: str | None
    signature: str | None
    promo: bool
    """Whether the post itself, not the theme, ends with the WhatsApp promo."""
    photo: Photo | None
    photos: tuple[Photo, ...]

    @property
    def path(self) -> str:
        """Return where it stands below the site's root."""
        return f"/{quote(self.slug)}/"

    @property
    def text(self) -> str:
        """Return the story as a reader should be left with it."""
        left_out = {"picture", "page"}
        return "\n\n".join(part.text for part in self.elements if part.kind not in left_out)

    @property
    def pages(self) -> int:
        """Return the number of pages that the story is printed on."""
        return 1 + sum(part.kind == "page" for part in self.elements)
