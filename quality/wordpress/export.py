"""Posts in the form in which they are typed into WordPress."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from quality.rendering.page import fetched
from quality.rendering.story import inserts
from quality.themes import THEMES
from quality.wordpress.stock import STOCK

if TYPE_CHECKING:
    from quality.corpus.model import Post


def _inserts(post: Post, name: str) -> str:
    theme = (THEMES | STOCK)[name]
    pages = [inserts(theme, post, number)._asdict() for number in range(1, post.pages + 1)]
    return json.dumps(pages)


def _thumbnail(post: Post) -> dict[str, str] | None:
    if post.thumbnail is None:
        return None
    file = post.thumbnail.url.partition("/uploads/")[2]
    return {"file": file, "caption": post.thumbnail.printed}


def exported(post: Post) -> dict[str, Any]:
    """Return *post* with all that the themes print around it."""
    slots = {
        f"_slots_{name}": json.dumps(theme.slots(post, fetched(post)))
        for name, theme in THEMES.items()
    }
    return {
        "id": post.id,
        "title": post.printed_title,
        "content": post.content,
        "excerpt": post.excerpt,
        "date": f"{post.published:%Y-%m-%d %H:%M:%S}",
        "author": post.author,
        "categories": post.categories,
        "tags": post.tags,
        "thumbnail": _thumbnail(post),
        "meta": slots | {f"_inserts_{name}": _inserts(post, name) for name in THEMES | STOCK},
    }
