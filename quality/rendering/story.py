"""The story of a post as a theme and its plugins print it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from quality.rendering import filters

if TYPE_CHECKING:
    from quality.corpus.model import Link, Post
    from quality.rendering.theme import Theme

PREFIX = {"id": "Baca Juga:", "en": "Also Read:", "ar": "قراءة المزيد:"}
PLACES = (4, 8)
ADVERT_PLACES = (2, 6)


class Inserts(NamedTuple):
    """What plugins put into one page of a story."""

    after: dict[int, str]
    """Number of a paragraph -> HTML behind it."""
    last: str


def box(theme: Theme, post: Post, link: Link) -> str:
    """Return a read-also link in the theme's markup."""
    markup = theme.boxes[len(link.title) % len(theme.boxes)]
    title = escape(link.title, quote=False)
    return markup.format(prefix=PREFIX[post.edition], url=link.url, title=title)


def inserts(theme: Theme, post: Post, number: int) -> Inserts:
    """Return read-also links and adverts of page *number*; later pages repeat the first link."""
    boxes = [box(theme, post, link) for link in post.injected]
    if number > 1:
        return Inserts(dict(zip(PLACES[:1], boxes, strict=False)), "")
    adverts = dict.fromkeys(ADVERT_PLACES, theme.advert) if theme.advert else {}
    after = adverts | dict(zip(PLACES, boxes, strict=False))
    return Inserts(after, "".join(boxes[len(PLACES) :]))


def contents(theme: Theme, post: Post) -> list[str]:
    """Return the filtered story of each page."""
    pages = []
    for number, stored in enumerate(post.content.split("<!--nextpage-->"), 1):
        html = filters.captions(filters.typography(filters.paragraphs(stored)), theme.caption)
        pages.append(filters.insert_after_paragraphs(html, *inserts(theme, post, number)))
    return pages
