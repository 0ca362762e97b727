"""What WordPress itself says about its posts."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import unquote
from urllib.request import urlopen

ESCAPE = re.compile(r"%[0-9a-f]{2}")


@dataclass(frozen=True)
class Answer:
    """One post as WordPress's REST interface tells it, in the terms of the JSON line."""

    slug: str
    url: str
    post_id: int
    title: str
    published_at: str
    author: str
    categories: list[str]
    tags: list[str]
    image: str | None


def ask_for_posts(site: str) -> list[Answer]:
    """Return every post that can be read without a password."""
    posts: list[dict[str, Any]] = []
    total = 1
    while len(posts) < total:
        page = len(posts) // 100 + 1
        address = f"{site}/wp-json/wp/v2/posts?orderby=id&per_page=100&page={page}&_embed=1"
        with urlopen(address, timeout=60) as response:
            total = int(response.headers["X-WP-Total"])
            posts += json.load(response)
    return [_answer(post) for post in posts if not post["content"]["protected"]]


def _answer(post: dict[str, Any]) -> Answer:
    embedded = post["_embedded"]
    categories, tags = ([unescape(term["name"]) for term in group] for group in embedded["wp:term"])
    media = embedded.get("wp:featuredmedia")
    return Answer(
        slug=unquote(post["slug"]),
        url=ESCAPE.sub(lambda escape: escape[0].upper(), post["link"]),
        post_id=post["id"],
        title=unescape(post["title"]["rendered"]),
        published_at=f"{post['date']}+07:00",
        author=embedded["author"][0]["name"],
        categories=categories,
        tags=tags,
        image=media[0]["source_url"] if media else None,
    )
