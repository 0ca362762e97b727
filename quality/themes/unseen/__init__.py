"""The theme to stay honest by: whoever writes rules does not read this folder."""

from __future__ import annotations

from html import escape
from json import dumps
from typing import TYPE_CHECKING

from quality.rendering import clocks, head, terms
from quality.rendering.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from quality.corpus.model import Post

BOXES = (
    '<blockquote><p>{prefix} <a href="{url}">{title}</a></p></blockquote>',
    '<div class="k9q2"><b>{prefix}</b><ul><li><a href="{url}">{title}</a></li></ul></div>',
    '<p><strong><a href="{url}">{prefix} {title}</a></strong></p>',
    '<div class="z81x"><span>{prefix}</span><a href="{url}"><span>{title}</span></a></div>',
    '<h4 class="z81y">{prefix}&nbsp;<a href="{url}">{title}</a></h4>',
)
PEOPLE = {
    "id": "Penulis: {author}{editor}",
    "en": "Reporter: {author}{editor}",
    "ar": "Reporter: {author}{editor}",
}
READERS = {"id": "Dibaca {} kali", "en": "{} Views", "ar": "{} Views"}
SHARE = {"id": "Bagikan:", "en": "Share:", "ar": "Share:"}
MORE = {"id": "Rekomendasi untuk Anda", "en": "Recommended for you", "ar": "Recommended for you"}


def _people(post: Post) -> str:
    editor = f" | Editor: {post.editor}" if post.editor else ""
    return PEOPLE[post.edition].format(author=post.author, editor=editor)


def _readers(post: Post) -> str:
    return READERS[post.edition].format(post.id * 3)


def _false_data(post: Post) -> str:
    data = dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": head.SITE[post.edition],
            "datePublished": head.machine_time(post.published, false_zone=True),
            "author": {"@type": "Organization", "name": head.SITE[post.edition]},
            "articleBody": post.excerpt,
        }
    )
    return f'<script type="application/ld+json">{data[:-2] if post.id % 2 else data}</script>'


def _head(post: Post) -> str:
    opengraph = (
        f'<meta property="og:title" content="{head.document_title(post)}" />' if post.id % 4 else ""
    )
    picture = (
        f'<meta property="og:image" content="{post.thumbnail.url}" />' if post.thumbnail else ""
    )
    return "\n".join(
        (head.core(post), opengraph, picture, _false_data(post) if post.id % 3 else "")
    )


def _figure(post: Post) -> str:
    picture = post.thumbnail
    if picture is None:
        return ""
    caption = f"<p>{escape(picture.printed)}</p>" if picture.printed else ""
    image = f'<div><img src="{picture.url}" alt="" loading="lazy" /></div>'
    return f'<div class="p0e7">{image}{caption}</div>'


def _slots(post: Post, _now: datetime) -> dict[str, str]:
    return {
        "lang": post.edition,
        "direction": "rtl" if post.edition == "ar" else "ltr",
        "head": _head(post),
        "menu": terms.menu(post),
        "people": escape(_people(post)),
        "clock": clocks.old_fashioned(post),
        "readers": _readers(post),
        "share": SHARE[post.edition],
        "categories": terms.categories(post, " ", '<a href="{url}">{name}</a>'),
        "tags": terms.tags(post, " ", '<a href="{url}">#{name}</a>'),
        "figure": _figure(post),
        "more": MORE[post.edition],
        "site": head.SITE[post.edition],
        "recommended": terms.listing(
            post.recommended,
            '<div class="t44"><a href="{url}"><h2 class="t45">{title}</h2></a></div>',
        ),
    }


def _noise(post: Post, now: datetime) -> list[str]:
    caption = [post.thumbnail.printed] if post.thumbnail and post.thumbnail.printed else []
    return [
        _people(post),
        _readers(post),
        SHARE[post.edition],
        MORE[post.edition],
        *_printed(post, now),
        *caption,
        *(link.title for link in post.recommended),
    ]


def _printed(post: Post, _now: datetime) -> list[str]:
    return [clocks.old_fashioned(post)]


THEME = Theme(
    name="unseen",
    slots=_slots,
    noise=_noise,
    printed=_printed,
    boxes=BOXES,
    shows_editor=True,
    shows_modified=False,
    caption="<div><div>{image}</div></div><p>{caption}</p>",
    page_links='<div class="n30">{links}</div>',
)
