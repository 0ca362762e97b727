"""What the site answers: robots.txt, its sitemap, article pages, posts of the REST API."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs

from mina_crawler.demo.schedule import WIB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bench.site.stock import Stock

SITEMAP = 2000
"""Articles in one file."""
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class Answer(NamedTuple):
    """A body, its type, and what the head says besides."""

    body: str
    kind: str = "text/html"
    head: str = ""
    status: str = "200 OK"


NOT_FOUND = Answer("<h1>Halaman tidak ditemukan</h1>", status="404 Not Found")
BEYOND_THE_END = Answer("{}", "application/json", status="400 Bad Request")


def front(stock: Stock) -> Answer:
    """Answer with the front page."""
    newest = f'<h2><a href="{stock.url(stock.count - 1)}">Berita Terbaru</a></h2>'
    return Answer(f"<title>Kantor Berita MINA</title>{newest}")


def robots(stock: Stock) -> Answer:
    """Answer with the rules for crawlers."""
    rules = f"User-agent: *\nDisallow: /wp-admin/\n\nSitemap: {stock.root}/wp-sitemap.xml\n"
    return Answer(rules, "text/plain")


def sitemap_index(stock: Stock) -> Answer:
    """Answer with the list of sitemaps."""
    files = range(1, -(-stock.count // SITEMAP) + 1)
    addresses = (f"{stock.root}/wp-sitemap-posts-post-{nth}.xml" for nth in files)
    return _xml("sitemapindex", (f"<sitemap><loc>{url}</loc></sitemap>" for url in addresses))


def sitemap(stock: Stock, nth: str) -> Answer:
    """Answer with one sitemap."""
    numbers = range(stock.count)[(int(nth) - 1) * SITEMAP : int(nth) * SITEMAP]
    return _xml("urlset", (_entry(stock, number) for number in numbers))


def _entry(stock: Stock, number: int) -> str:
    changed = stock.moment(number).isoformat()
    return f"<url><loc>{stock.url(number)}</loc><lastmod>{changed}</lastmod></url>"


def _xml(root: str, entries: Iterable[str]) -> Answer:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    text = f'{head}<{root} xmlns="{NAMESPACE}">{"".join(entries)}</{root}>\n'
    return Answer(text, "application/xml")


def posts(stock: Stock, query: str) -> Answer:
    """Answer with the posts after a moment, oldest first, whichever clock they are asked by."""
    asked = {name: values[-1] for name, values in parse_qs(query).items()}
    after = asked.get("modified_after") or asked.get("after")
    numbers = stock.after(_moment(after)) if after else range(stock.count)
    page, size = int(asked.get("page", 1)), int(asked.get("per_page", 10))
    shown = numbers[(page - 1) * size : page * size]
    if page > 1 and not shown:
        return BEYOND_THE_END
    totals = f"X-WP-Total: {len(numbers)}\r\nX-WP-TotalPages: {-(-len(numbers) // size)}\r\n"
    return Answer(f"[{','.join(map(stock.post, shown))}]", "application/json", totals)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def article(stock: Stock, number: str) -> Answer:
    """Answer with an article."""
    return Answer(stock.page(int(number))) if int(number) < stock.count else NOT_FOUND


ROUTES: dict[re.Pattern[str], Callable[..., Answer]] = {
    re.compile(r"/[\w-]+-(\d+)/"): article,
    re.compile(r"/wp-json/wp/v2/posts\?(.*)"): posts,
    re.compile(r"/wp-sitemap-posts-post-(\d+)\.xml"): sitemap,
    re.compile(r"/wp-sitemap\.xml"): sitemap_index,
    re.compile(r"/robots\.txt"): robots,
    re.compile(r"/"): front,
}


def answer(stock: Stock, path: str) -> Answer:
    """Return what stands at *path*, which has its query with it."""
    for pattern, route in ROUTES.items():
        if found := pattern.fullmatch(path):
            return route(stock, *found.groups())
    return NOT_FOUND
