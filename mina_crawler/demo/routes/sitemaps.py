"""The sitemaps that WordPress makes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from mina_crawler.demo.furniture import category_path, tag_path
from mina_crawler.demo.routes import pages
from mina_crawler.demo.routes.keys import SITE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mina_crawler.demo.site import Site

    Entries = Iterable[tuple[str, str]]

SIZE = 2000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def _xml(root: str, entry: str, entries: Entries) -> web.Response:
    """Answer with (address, time of change or nothing) entries."""
    lines = "".join(
        f"<{entry}><loc>{address}</loc>{changed and f'<lastmod>{changed}</lastmod>'}</{entry}>"
        for address, changed in entries
    )
    text = f'{HEAD}<{root} xmlns="{NAMESPACE}">{lines}</{root}>\n'
    return web.Response(text=text, content_type="application/xml")


def _parts(site: Site) -> list[str]:
    posts = -(-len(site.everything()) // SIZE)
    return [
        *(f"posts-post-{nth}" for nth in range(1, posts + 1)),
        "posts-page-1",
        "taxonomies-category-1",
        "taxonomies-post_tag-1",
    ]


async def index(request: web.Request) -> web.Response:
    """Answer with the list of sitemaps."""
    site = request.app[SITE]
    parts = ((f"{site.root}/wp-sitemap-{part}.xml", "") for part in _parts(site))
    return _xml("sitemapindex", "sitemap", parts)


async def part(request: web.Request) -> web.Response:
    """Answer with one sitemap."""
    site, name = request.app[SITE], request.match_info["name"]
    if name not in _parts(site):
        return await pages.missing(request)
    kind, _, nth = name.rpartition("-")
    return _xml("urlset", "url", ENTRIES[kind](site, int(nth)))


def _posts(site: Site, nth: int) -> Entries:
    for number in site.everything()[(nth - 1) * SIZE : nth * SIZE]:
        yield site.url(number), site.modified(number).isoformat()


ENTRIES: dict[str, Callable[[Site, int], Entries]] = {
    "posts-post": _posts,
    "posts-page": lambda site, _nth: [(f"{site.root}/tentang-kami/", "")],
    "taxonomies-category": lambda site, _nth: ((category_path(site, c), "") for c in site.menu),
    "taxonomies-post_tag": lambda site, _nth: ((tag_path(site, tag), "") for tag in site.tags),
}


ROUTES = [
    web.get("/wp-sitemap.xml", index),
    web.get(r"/wp-sitemap-{name:[\w-]+}.xml", part),
]
