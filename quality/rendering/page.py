"""Renders a post in a theme, with the truth as that theme shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from quality.corpus.addresses import old_address
from quality.rendering.story import PREFIX, contents

if TYPE_CHECKING:
    from datetime import datetime

    from quality.corpus.model import Post
    from quality.rendering.theme import Theme

HOLE = re.compile(r"\{\{(\w+)\}\}")


class Rendered(NamedTuple):
    """An article as a crawler gets it, with what it should make of it."""

    pages: list[tuple[str, str]]
    """Address and HTML."""
    fetched_at: datetime
    truth: dict[str, Any]
    noise: dict[str, list[str]]


def _page_links(theme: Theme, post: Post, current: int) -> str:
    if post.pages == 1:
        return ""
    links = " ".join(
        f'<a class="post-page-numbers" href="{post.canonical.rstrip("/")}/{n}/">{n}</a>'
        if n != current
        else f'<span class="post-page-numbers current" aria-current="page">{n}</span>'
        for n in range(1, post.pages + 1)
    )
    return theme.page_links.format(links=links)


def fetched(post: Post) -> datetime:
    """Return when the crawler came by: within the day for a fresh article, else long after."""
    if "relative time" in post.oddities:
        return post.published + timedelta(minutes=25 + post.id * 7 % 1200)
    return post.published + timedelta(days=300 + post.id % 500)


def related(post: Post, story: str) -> list[dict[str, str | None]]:
    """Return the read-also links in the order in which the pages show them."""
    links = dict.fromkeys([*post.related, *post.injected])
    ordered = sorted(
        links, key=lambda link: story.find(link.url or escape(link.title, quote=False))
    )
    return [{"title": link.title, "url": link.url} for link in ordered]


def _addresses(theme: Theme, post: Post) -> tuple[str, str]:
    if not theme.old_domain:
        return post.canonical, post.url
    old = old_address(post.canonical, post.published.date())
    return old, old


def _people(theme: Theme, post: Post) -> dict[str, list[str]]:
    reporters = ([post.author] if theme.shows_author else []) + list(post.truth["reporters"])
    editors = ([post.editor] if theme.shows_editor and post.editor else []) + list(
        post.truth["editors"]
    )
    return {"reporters": list(dict.fromkeys(reporters)), "editors": list(dict.fromkeys(editors))}


def _picture(theme: Theme, post: Post) -> dict[str, Any]:
    if post.thumbnail:
        return {
            "image": post.thumbnail.truth(
                shown=theme.shows_caption or post.leading_caption is not None
            )
        }
    return {} if post.truth["images"] else {"image": None}


def truth(theme: Theme, post: Post, story: str) -> dict[str, Any]:
    """Return what a perfect reader says; what cannot be known in this theme is left out."""
    when, now = post.published, fetched(post)
    modified = post.modified if theme.shows_modified else None
    return {
        "url": post.canonical.replace("http://www.", "https://").replace("http://", "https://"),
        "post_id": post.id if theme.shows_id else None,
        "edition": post.edition,
        "title": post.title,
        "published_at": when.isoformat(),
        "modified_at": [modified.isoformat()] if modified else [None, when.isoformat()],
        "published_raw": theme.printed(post, now),
        "dateline": post.truth["dateline"],
        **_people(theme, post),
        "desk_code": post.truth["desk_code"],
        "categories": post.categories,
        "tags": post.tags,
        **_picture(theme, post),
        "images": post.truth["images"],
        "text": post.truth["text"],
        "related": related(post, story),
        "pages": post.pages,
    }


def render(theme: Theme, post: Post) -> Rendered:
    """Return *post* as *theme* shows it."""
    canonical, found = _addresses(theme, post)
    post = replace(post, canonical=canonical, url=found)
    now, stories = fetched(post), contents(theme, post)
    slots = theme.slots(post, now) | {"title": escape(post.printed_title, quote=False)}
    pages = []
    for number, story in enumerate(stories, 1):
        holes = slots | {"content": story, "page_links": _page_links(theme, post, number)}
        url = found if number == 1 else f"{canonical.rstrip('/')}/{number}/"
        pages.append((url, HOLE.sub(lambda hole, holes=holes: holes[hole[1]], theme.template())))  # type: ignore[misc]
    noise = {kind: list(texts) for kind, texts in post.noise.items()}
    noise["read_also"] += [link.title for link in post.injected] + [PREFIX[post.edition]] * bool(
        post.injected
    )
    noise["boilerplate"] += theme.noise(post, now)
    return Rendered(pages, now, truth(theme, post, "\n".join(stories)), noise)
