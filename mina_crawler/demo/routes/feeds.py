"""Feeds of the site and of its categories, which tell whether anything is new."""

from __future__ import annotations

from email.utils import format_datetime, parsedate_to_datetime
from hashlib import md5
from html import escape
from typing import TYPE_CHECKING

from aiohttp import web

from mina_crawler.demo import markup
from mina_crawler.demo.edition import EDITIONS
from mina_crawler.demo.furniture import category_path
from mina_crawler.demo.routes import pages
from mina_crawler.demo.routes.keys import SITE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mina_crawler.demo.site import Site

ENTRIES = 10
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:atom="http://www.w3.org/2005/Atom"
\txmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel>
\t<title>{title}</title>
\t<atom:link href="{url}feed/" rel="self" type="application/rss+xml" />
\t<link>{url}</link>
\t<description>{tagline}</description>
\t<lastBuildDate>{built}</lastBuildDate>
\t<language>{lang}</language>
\t<sy:updatePeriod>hourly</sy:updatePeriod>
\t<generator>https://wordpress.org/?v=6.7.1</generator>
{items}
</channel>
</rss>
"""
ITEM = """\t<item>
\t\t<title>{title}</title>
\t\t<link>{url}?utm_source=rss&#038;utm_medium=rss&#038;utm_campaign={slug}</link>
\t\t<dc:creator><![CDATA[{author}]]></dc:creator>
\t\t<pubDate>{published}</pubDate>
{categories}
\t\t<guid isPermaLink="false">{root}/?p={post_id}</guid>
\t\t<description><![CDATA[{summary}]]></description>
\t\t<content:encoded><![CDATA[{content}]]></content:encoded>
\t</item>"""


def _item(site: Site, number: int) -> str:
    story = site.story(number)
    terms = [*(category.name for category in story.categories), *story.tags]
    return ITEM.format(
        title=escape(story.title, quote=False),
        url=site.url(number),
        slug=story.slug,
        author=story.author.name,
        published=format_datetime(story.published),
        categories="\n".join(f"\t\t<category><![CDATA[{term}]]></category>" for term in terms),
        root=site.root,
        post_id=story.post_id,
        summary=story.summary,
        content=markup.stored(story, EDITIONS[site.plan.edition], site.root),
    )


def _is_known(request: web.Request, tag: str, changed: datetime) -> bool:
    """Tell whether the reader has this feed already."""
    if "If-None-Match" in request.headers:
        return tag in request.headers["If-None-Match"]
    since = request.headers.get("If-Modified-Since")
    return since is not None and parsedate_to_datetime(since) >= changed


def _feed(request: web.Request, title: str, url: str, numbers: Sequence[int]) -> web.Response:
    site = request.app[SITE]
    edition, changed = EDITIONS[site.plan.edition], site.last_modified
    stamp = format_datetime(changed)
    tag = f'"{md5(stamp.encode(), usedforsecurity=False).hexdigest()}"'
    headers = {"ETag": tag, "Last-Modified": stamp}
    if _is_known(request, tag, changed):
        return web.Response(status=304, headers=headers)
    page = int(request.query.get("paged", 1))
    shown = numbers[::-1][(page - 1) * ENTRIES : page * ENTRIES]
    if page > 1 and not shown:
        raise web.HTTPNotFound
    text = RSS.format(
        title=escape(title),
        url=url,
        tagline=edition.tagline,
        built=stamp,
        lang=edition.lang,
        items="\n".join(_item(site, number) for number in shown),
    )
    return web.Response(text=text, content_type="application/rss+xml", headers=headers)


async def whole(request: web.Request) -> web.Response:
    """Answer with the feed of the site."""
    site = request.app[SITE]
    title = EDITIONS[site.plan.edition].site_name
    return _feed(request, title, f"{site.root}/", site.everything())


async def category(request: web.Request) -> web.Response:
    """Answer with the feed of a category."""
    found = pages.named_category(request)
    if found is None:
        return await pages.missing(request)
    site = request.app[SITE]
    title = f"{found.name} - {EDITIONS[site.plan.edition].site_name}"
    url = category_path(site, found)
    return _feed(request, title, url, site.in_category(found))


ROUTES = [
    web.get("/feed/", whole),
    web.get(r"/category/{path:[\w-]+(?:/[\w-]+)?}/feed/", category),
]
