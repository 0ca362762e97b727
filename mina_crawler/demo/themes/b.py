"""Era B, 2018 to 2024: times with their true offset, names and promo under the story."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from mina_crawler.demo.themes.head import open_graph
from mina_crawler.demo.themes.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from mina_crawler.demo.edition import Edition
    from mina_crawler.demo.story import Story


def _printed(moment: datetime, _now: datetime, edition: Edition) -> str:
    return f"{edition.day(moment)} - {moment:%H:%M} WIB"


def _credits(story: Story, edition: Edition) -> list[str]:
    lines = [f"<p>{edition.reporter}: {escape(story.author.name)}</p>"]
    if story.editor:
        lines.append(f"<p>Editor: {escape(story.editor.name)}</p>")
    return lines if story.promo else [*lines, f"<p>{edition.promo}</p>"]


def _structured(story: Story, root: str, theme: Theme, edition: Edition) -> str:
    document = {
        "@context": "https://schema.org/",
        "@type": "Article",
        "headline": story.title,
        "datePublished": story.published.isoformat(),
        "dateModified": story.modified.isoformat(),
        "author": [{"@type": "Person", "name": story.author.name}],
        "publisher": {"@type": "Organization", "name": edition.site_name},
        "articleSection": [category.name for category in story.categories],
        "keywords": ", ".join(story.tags),
        "image": [root + story.photo.path] if story.photo else [],
    }
    script = json.dumps(document, ensure_ascii=False, indent=1).replace("</", "<\\/")
    return (
        open_graph(story, root, theme, edition)
        + f'\n<script type="application/ld+json">{script}</script>'
    )


THEME = Theme(
    folder="b",
    printed=_printed,
    machine=lambda moment: moment.isoformat(),
    byline=lambda _story: "",
    credits=_credits,
    structured=_structured,
    adverts=False,
    read_also=True,
    hides=frozenset(),
)
