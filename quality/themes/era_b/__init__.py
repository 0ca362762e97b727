"""Era B, 2018 to 2024: people under the story, the related-posts plugin inside it."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from quality.corpus.marks import PROMO
from quality.rendering import clocks, head, terms
from quality.rendering.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from quality.corpus.model import Post

BOX = (
    '<div style="clear:both; margin-top:0em; margin-bottom:1em;">'
    '<a href="{url}" target="_blank" rel="dofollow" class="u4f1c2">'
    "<!-- INLINE RELATED POSTS 1/3 //-->"
    "<style> .u4f1c2 {{ padding:0px; margin: 0; }} .u4f1c2:active {{ opacity: 1; }}</style>"
    '<div style="padding-left:1em; padding-right:1em;"><span class="ctaText">{prefix}</span>&nbsp; '
    '<span class="postTitle">{title}</span></div></a></div>'
)
PHOTON = "https://i0.wp.com/{}?fit=550%2C300&amp;ssl=1"
FOREIGN_FOOT = (
    "Comments: 0",
    "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
)


def _figure(post: Post) -> str:
    picture = post.thumbnail
    if picture is None:
        return ""
    caption = f"<figcaption>{escape(picture.printed)}</figcaption>" if picture.printed else ""
    url = PHOTON.format(picture.url.removeprefix("https://"))
    return f'<figure class="post-thumb"><img src="{url}" alt="" />{caption}</figure>'


def _people(post: Post) -> list[str]:
    return [f"Wartawan: {post.author}", *([f"Editor: {post.editor}"] if post.editor else [])]


def _slots(post: Post, _now: datetime) -> dict[str, str]:
    promo = PROMO.replace(
        "Klik disini.", '<a href="https://whatsapp.com/channel/x">Klik disini</a>.'
    )
    return {
        "lang": post.edition,
        "direction": "rtl" if post.edition == "ar" else "ltr",
        "head": head.full(post),
        "id": str(post.id),
        "menu": terms.menu(post),
        "clock": clocks.full(post),
        "categories": terms.categories(post, joint=" "),
        "figure": _figure(post),
        "people": "".join(f"<p>{escape(line)}</p>\n" for line in _people(post)),
        "promo": f"<p>{promo}</p>",
        "comments": ""
        if post.edition == "id"
        else "".join(f"<p>{line}</p>" for line in FOREIGN_FOOT),
        "tags": terms.tags(post, joint=" "),
        "recommended": terms.listing(
            post.recommended, '<div class="item"><h4><a href="{url}">{title}</a></h4></div>'
        ),
    }


def _noise(post: Post, now: datetime) -> list[str]:
    texts = [
        *_people(post),
        PROMO,
        *_printed(post, now),
        *(link.title for link in post.recommended),
    ]
    texts += FOREIGN_FOOT if post.edition != "id" else ()
    return [
        *texts,
        *([post.thumbnail.printed] if post.thumbnail and post.thumbnail.printed else []),
    ]


def _printed(post: Post, _now: datetime) -> list[str]:
    return [clocks.full(post)]


THEME = Theme(
    name="era_b",
    slots=_slots,
    noise=_noise,
    printed=_printed,
    until=date(2024, 9, 30),
    boxes=(BOX,),
    shows_editor=True,
)
