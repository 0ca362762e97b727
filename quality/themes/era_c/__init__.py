"""Era C, since 2024: adverts inside the story, the header twice, a counter, recommendations."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quality.rendering import clocks, head, terms
from quality.rendering.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from quality.corpus.model import Post

TAGLINE = {
    "id": "Damai di Palestina = Damai di Dunia",
    "en": "Peace in Palestine = Peace in the World",
    "ar": "Peace in Palestine = Peace in the World",
}
SCROLL = "SCROLL TO CONTINUE WITH CONTENT"
ADVERT = f'<div class="ads-in"><p>ADVERTISEMENT</p><p>{SCROLL}</p></div>'
FILLER = "ㅤ"


def _clock(post: Post, now: datetime) -> str:
    return clocks.ago(post, now) if "relative time" in post.oddities else clocks.full(post)


def _views(post: Post) -> str:
    return f"{post.id * 7} Views" + (FILLER if post.id % 3 == 0 else "")


def _byline(post: Post, now: datetime) -> str:
    editor = f" Editor : {post.editor}" if post.editor else ""
    return f"{post.author}{editor} - {_clock(post, now)}"


def _figure(post: Post) -> str:
    picture = post.thumbnail
    if picture is None:
        return ""
    caption = f'<div class="cap">{escape(picture.printed)}</div>' if picture.printed else ""
    return f'<div class="feat"><img src="{picture.url}" alt="" /></div>{caption}'


def _slots(post: Post, now: datetime) -> dict[str, str]:
    return {
        "lang": post.edition,
        "direction": "rtl" if post.edition == "ar" else "ltr",
        "head": head.full(post),
        "id": str(post.id),
        "menu": terms.menu(post),
        "tagline": TAGLINE[post.edition],
        "byline": escape(_byline(post, now)),
        "views": _views(post),
        "clock": _clock(post, now),
        "categories": terms.categories(post, joint=" / "),
        "tags": terms.tags(post, " ", terms.HASHED_TAG),
        "figure": _figure(post),
        "recommended": terms.listing(
            post.recommended, '<div class="rek"><a href="{url}">{title}</a></div>'
        ),
    }


def _noise(post: Post, now: datetime) -> list[str]:
    caption = [post.thumbnail.printed] if post.thumbnail and post.thumbnail.printed else []
    return [
        SCROLL,
        "ADVERTISEMENT",
        _byline(post, now),
        _views(post).strip(FILLER),
        "Rekomendasi untuk Anda",
        TAGLINE[post.edition],
        *_printed(post, now),
        *(link.title for link in post.recommended),
        *caption,
    ]


def _printed(post: Post, now: datetime) -> list[str]:
    return [_clock(post, now), _byline(post, now)]


THEME = Theme(
    name="era_c",
    slots=_slots,
    noise=_noise,
    printed=_printed,
    advert=ADVERT,
    shows_editor=True,
    boxes=(
        '<p class="baca">{prefix} <a href="{url}">{title}</a></p>',
        '<div class="bacajuga"><b>{prefix}</b> <a href="{url}" title="{title}">{title}</a></div>',
    ),
)
