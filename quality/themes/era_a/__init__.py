"""Era A, 2012 to 2018: a Bootstrap theme whose machine time lies about its zone."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from quality.rendering import clocks, head, terms
from quality.rendering.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from quality.corpus.model import Post

FIGURE = '<div class="entry-image"><img src="{url}" class="wp-post-image" alt="" /></div>{caption}'


def _slots(post: Post, _now: datetime) -> dict[str, str]:
    picture = post.thumbnail
    caption = (
        f'<p class="img-caption">{escape(picture.printed)}</p>'
        if picture and picture.printed
        else ""
    )
    return {
        "lang": post.edition,
        "direction": "rtl" if post.edition == "ar" else "ltr",
        "head": head.core(post),
        "id": str(post.id),
        "menu": terms.menu(post),
        "time": head.machine_time(post.published, false_zone=True),
        "clock": clocks.english(post),
        "author": escape(post.author),
        "categories": terms.categories(post),
        "tags": terms.tags(post),
        "figure": FIGURE.format(url=picture.url, caption=caption) if picture else "",
        "recommended": terms.listing(post.recommended, '<li><a href="{url}">{title}</a></li>'),
    }


def _noise(post: Post, now: datetime) -> list[str]:
    return [
        clocks.english(post),
        "Bagikan ini:",
        "Berita Terkait",
        *(link.title for link in post.recommended),
        *_printed(post, now),
        *([post.thumbnail.printed] if post.thumbnail and post.thumbnail.printed else []),
    ]


def _printed(post: Post, _now: datetime) -> list[str]:
    return [clocks.english(post)]


THEME = Theme(
    name="era_a",
    slots=_slots,
    noise=_noise,
    printed=_printed,
    until=date(2018, 4, 30),
    old_domain=True,
    shows_modified=False,
    boxes=('<p><strong>{prefix} <a href="{url}">{title}</a></strong></p>',),
    caption='<div class="wp-caption">{image}<p class="wp-caption-text">{caption}</p></div>',
)
