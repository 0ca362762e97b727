"""An article while it is being read, for tests of what reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mina_crawler.items import Article
from mina_crawler.parsing.blocks import Anchor, Block

if TYPE_CHECKING:
    from collections.abc import Iterable


def article(blocks: Iterable[Block] = (), **fields: Any) -> Article:
    """Return an article made of *blocks*, its other fields as given or plain."""
    plain = {
        "url": "https://minanews.net/judul-uji/",
        "edition": "id",
        "title": "Judul Uji",
        "published_at": "2022-02-15T08:36:00+07:00",
        "fetched_at": "2025-01-01T00:00:00+00:00",
        "run": "r",
        "source": "url",
    }
    return Article(**{**plain, **fields}, blocks=list(blocks))


def prose(*texts: str) -> list[Block]:
    """Return *texts* as paragraphs."""
    return [Block("p", text) for text in texts]


def link(text: str, url: str = "https://minanews.net/lain/", *, before: str = "") -> Block:
    """Return a paragraph of *before* and a link."""
    return Block("p", f"{before}{text}", (Anchor(text, url),))


def picture(name: str) -> Block:
    """Return the picture uploaded as *name*."""
    return Block("picture", f"https://minanews.net/wp-content/uploads/2022/02/{name}")
