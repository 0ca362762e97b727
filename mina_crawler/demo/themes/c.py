"""Era C, from autumn 2024: times in true UTC, the editor in the header, adverts in the story."""

from __future__ import annotations

import json
from datetime import UTC, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

from mina_crawler.demo.themes.head import open_graph
from mina_crawler.demo.themes.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from mina_crawler.demo.edition import Edition
    from mina_crawler.demo.story import Story

FRESH = timedelta(hours=24)
HOUR = timedelta(hours=1)


def _printed(moment: datetime, now: datetime, edition: Edition) -> str:
    age = now - moment
    if HOUR <= age < FRESH:
        hours = age // HOUR
        return f"{hours} hour{'s' * (hours > 1)} ago"
    return f"{edition.day(moment)} - {moment:%H:%M} WIB"


def _machine(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _byline(story: Story) -> str:
    editor = f" Editor : {escape(story.editor.name)}" if story.editor else ""
    return escape(story.author.name) + editor


def _structured(story: Story, root: str, theme: Theme, edition: Edition) -> str:
    url = root + story.path
    graph = [
        _article(story, url, root, edition),
        _page(story, url, root),
        *_people(story, root, edition),
    ]
    document = {"@context": "https://schema.org", "@graph": graph}
    script = json.dumps(document, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return (
        open_graph(story, root, theme, edition)
        + f'\n<script type="application/ld+json" class="yoast-schema-graph">{script}</script>'
    )


def _article(story: Story, url: str, root: str, edition: Edition) -> dict[str, Any]:
    return {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "isPartOf": {"@id": url},
        "author": {
            "name": story.author.name,
            "@id": f"{root}/#/schema/person/{story.author.login}",
        },
        "headline": story.title,
        "datePublished": _machine(story.published),
        "dateModified": _machine(story.modified),
        "mainEntityOfPage": {"@id": url},
        "wordCount": len(story.text.split()),
        "publisher": {"@id": f"{root}/#organization"},
        "keywords": list(story.tags),
        "articleSection": [category.name for category in story.categories],
        "inLanguage": edition.lang,
    }


def _page(story: Story, url: str, root: str) -> dict[str, Any]:
    page = {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": story.title,
        "isPartOf": {"@id": f"{root}/#website"},
        "datePublished": _machine(story.published),
        "dateModified": _machine(story.modified),
        "description": story.summary,
    }
    return page | {"thumbnailUrl": root + story.photo.path} if story.photo else page


def _people(story: Story, root: str, edition: Edition) -> list[dict[str, Any]]:
    return [
        {
            "@type": "WebSite",
            "@id": f"{root}/#website",
            "url": f"{root}/",
            "name": edition.site_name,
        },
        {"@type": "Organization", "@id": f"{root}/#organization", "name": edition.site_name},
        {
            "@type": "Person",
            "@id": f"{root}/#/schema/person/{story.author.login}",
            "name": story.author.name,
            "url": f"{root}/author/{story.author.login}/",
        },
    ]


THEME = Theme(
    folder="c",
    printed=_printed,
    machine=_machine,
    byline=_byline,
    credits=lambda _story, _edition: [],
    structured=_structured,
    adverts=True,
    read_also=True,
    hides=frozenset(),
)
