"""The same article in several themes: plain templates of the markup that each of them prints."""

from __future__ import annotations

from datetime import datetime
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from mina_crawler.reading import read_article

if TYPE_CHECKING:
    from collections.abc import Iterable

TEMPLATES = {
    path.stem: Template(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "fixtures" / "themes").glob("*.html"))
}
URL = "https://minanews.net/judul-uji/"
OTHER = "Pelatihan Ternak bagi Santri"
"""The headline in the list beside the story."""

IMAGE = "https://minanews.net/wp-content/uploads/2022/02/uji.jpg"

BOX = (
    '<div style="clear:both"><a href="{url}" target="_blank" class="u1f2e"><!-- INLINE RELATED'
    " POSTS 1/3 //--><style> .u1f2e {{ margin: 0; }} </style><div>"
    '<span class="ctaText">Baca Juga:</span>&nbsp; <span class="postTitle">{title}</span></div>'
    "</a></div>"
)
LINE = '<p><strong>Baca Juga: <a href="{url}">{title}</a></strong></p>'
READ_ALSO = {theme: BOX if theme in {"era-a", "era-b"} else LINE for theme in TEMPLATES}


def paragraphs(texts: Iterable[str]) -> list[str]:
    """Return *texts* as paragraphs."""
    return [f"<p>{escape(text, quote=False)}</p>" for text in texts]


def read_also(theme: str, title: str) -> str:
    """Return the link to the article *title*, as *theme* puts it into a story."""
    slug = "-".join(title.lower().split())
    return READ_ALSO[theme].format(url=f"https://minanews.net/{slug}/", title=title)


def render(theme: str, title: str, story: Iterable[str], other: str = OTHER) -> bytes:
    """Return the page of an article whose *story* is given as markup."""
    fields = {
        "title": escape(title),
        "story": "\n".join(story),
        "other": other,
        "image": IMAGE,
        "login": "redaksi",
        "iso": "2022-02-15T08:36:00+07:00",
        "mislabelled": "2022-02-15T08:36:00+00:00",
        "printed": "Selasa, 15 Februari 2022 - 08:36 WIB",
    }
    return TEMPLATES[theme].substitute(fields).encode()


def read(page: bytes) -> dict[str, Any]:
    """Return the JSON line that is read from *page*."""
    return read_article([(URL, page)], datetime.fromisoformat("2025-01-01T00:00:00+00:00"))
