"""The head of a page: core's links, an SEO plugin's tags and the faults these have had."""

from __future__ import annotations

import json
from datetime import UTC, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from quality.corpus.model import Post

SITE = {"id": "Kantor Berita MINA", "en": "MINA News Agency", "ar": "وكالة مينا للأنباء"}
REST_LINK = '<link rel="alternate" type="application/json" href="{}" />'
SEPARATORS = (" - ", " | ", " – ", " « ")


def machine_time(moment: datetime, *, false_zone: bool) -> str:
    """Return *moment* in UTC; with a false zone, local time labelled as UTC."""
    return (
        moment.replace(tzinfo=UTC).isoformat() if false_zone else moment.astimezone(UTC).isoformat()
    )


def core(post: Post, *, with_id: bool = True) -> str:
    """Return what WordPress itself prints: title, canonical address, shortlink, REST link."""
    host = "/".join(post.canonical.split("/")[:3])
    lines = [
        f"<title>{document_title(post)}</title>",
        f'<link rel="canonical" href="{post.canonical}" />',
    ]
    if with_id:
        lines += [
            REST_LINK.format(f"{host}/wp-json/wp/v2/posts/{post.id}"),
            f"<link rel='shortlink' href='{host}/?p={post.id}' />",
        ]
    return "\n".join(lines)


def document_title(post: Post) -> str:
    """Return the title with the site's name, behind one of the usual separators."""
    return (
        escape(post.printed_title, quote=False)
        + SEPARATORS[post.id % len(SEPARATORS)]
        + SITE[post.edition]
    )


def social(post: Post) -> str:
    """Return the OpenGraph and ``article:*`` tags."""
    false_zone = "false zone" in post.oddities
    tags = [
        ("og:type", "article"),
        ("og:title", document_title(post) if post.id % 2 else escape(post.printed_title)),
        ("og:url", post.canonical),
        ("og:site_name", SITE[post.edition]),
        ("og:description", escape(post.excerpt)),
        ("article:published_time", machine_time(post.published, false_zone=false_zone)),
    ]
    if post.modified:
        tags.append(("article:modified_time", machine_time(post.modified, false_zone=false_zone)))
    if post.thumbnail:
        tags.append(("og:image", post.thumbnail.url))
    return "\n".join(f'<meta property="{name}" content="{value}" />' for name, value in tags)


def _article(post: Post) -> dict[str, Any]:
    false_zone = "false zone" in post.oddities
    data = {
        "@type": "NewsArticle",
        "@id": f"{post.canonical}#article",
        "headline": post.printed_title,
        "datePublished": machine_time(post.published, false_zone=false_zone),
        "author": {"@type": "Person", "name": post.author},
        "mainEntityOfPage": {"@id": post.canonical},
        "articleSection": post.categories,
        "keywords": post.tags,
        "dateModified": machine_time(post.modified or post.published, false_zone=false_zone),
        "inLanguage": post.edition,
    }
    return data | (
        {"image": {"@type": "ImageObject", "url": post.thumbnail.url}} if post.thumbnail else {}
    )


def _others(post: Post) -> list[dict[str, Any]]:
    when = machine_time(post.published - timedelta(days=3), false_zone=False)
    return [
        {"@type": "NewsArticle", "headline": link.title, "url": link.url, "datePublished": when}
        for link in post.recommended
    ]


def structured_data(post: Post) -> str:
    """Return the JSON-LD: a graph; other articles may be in it, it may be broken or missing."""
    if "no structured data" in post.oddities:
        return ""
    graph = [
        {"@type": "WebSite", "name": SITE[post.edition]},
        {"@type": ["WebPage", "ItemPage"], "name": document_title(post)},
    ]
    if "several articles" in post.oddities:
        graph += _others(post)
    data: Any = {"@context": "https://schema.org", "@graph": [*graph, _article(post)]}
    if post.id % 5 == 0:
        data = [{"@context": "https://schema.org", **_article(post)}]
    text = json.dumps(data, ensure_ascii=post.id % 2 == 0)
    text = text[:-1] + ",}" if "broken json" in post.oddities else text
    return f'<script type="application/ld+json">{text}</script>'


def full(post: Post) -> str:
    """Return everything a page with an SEO plugin has in its head."""
    return "\n".join(part for part in (core(post), social(post), structured_data(post)) if part)
