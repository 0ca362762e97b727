"""What every theme puts into an article's head: description, Open Graph, short and REST links."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mina_crawler.demo.edition import Edition
    from mina_crawler.demo.story import Story
    from mina_crawler.demo.themes.theme import Theme


def open_graph(story: Story, root: str, theme: Theme, edition: Edition) -> str:
    """Return the ``meta`` and ``link`` elements of an article."""
    metas = "\n".join(
        f'<meta {kind}="{name}" content="{escape(content)}" />'
        for kind, name, content in _metas(story, root, theme, edition)
    )
    rest = f"{root}/wp-json/wp/v2/posts/{story.post_id}"
    return (
        f"{metas}\n"
        f"<link rel='shortlink' href='{root}/?p={story.post_id}' />\n"
        f'<link rel="alternate" type="application/json" href="{rest}" />'
    )


def _metas(
    story: Story, root: str, theme: Theme, edition: Edition
) -> Iterator[tuple[str, str, str]]:
    yield "name", "description", story.summary
    yield "property", "og:locale", edition.lang.replace("-", "_")
    yield "property", "og:type", "article"
    yield "property", "og:title", f"{story.title} - {edition.site_name}"
    yield "property", "og:description", story.summary
    yield "property", "og:url", root + story.path
    yield "property", "og:site_name", edition.site_name
    if "modified_at" not in theme.hides:
        yield "property", "article:published_time", theme.machine(story.published)
        yield "property", "article:modified_time", theme.machine(story.modified)
    if story.photo:
        yield "property", "og:image", root + story.photo.path
    yield "name", "author", story.author.name
    yield "name", "twitter:card", "summary_large_image"
