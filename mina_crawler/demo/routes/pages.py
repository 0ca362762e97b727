"""Home, archives and articles."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from aiohttp import web

from mina_crawler.demo.furniture import category_path, tag_slug
from mina_crawler.demo.printer import Archive
from mina_crawler.demo.routes import rest
from mina_crawler.demo.routes.keys import PRINTER, SITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mina_crawler.demo.vocabulary import Category

PER_PAGE = 10
FIRST_YEAR = 1900


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html")


async def missing(request: web.Request) -> web.Response:
    """Answer that there is no such page."""
    printer = request.app[PRINTER]
    address = request.app[SITE].root + "/"
    words = printer.edition.missing
    return _html(printer.notice(words, address, words, "error404"), 404)


async def listing(request: web.Request, archive: Archive, numbers: Sequence[int]) -> web.Response:
    """Answer with a page of a list, newest first; past its end there is no page.

    Like WordPress: an empty category has a page, an empty day has none.
    """
    page = int(request.match_info.get("page", 1))
    last = max(-(-len(numbers) // PER_PAGE), archive.kind != "date")
    if not 1 <= page <= last:
        return await missing(request)
    end = len(numbers) - (page - 1) * PER_PAGE
    shown = numbers[max(0, end - PER_PAGE) : end][::-1]
    return _html(request.app[PRINTER].listing(archive, shown, page, last))


async def home(request: web.Request) -> web.Response:
    """Answer with the newest articles, or with what a query asks of the front page."""
    site = request.app[SITE]
    if "rest_route" in request.query:
        return await rest.dispatch(request, request.query["rest_route"])
    if "p" in request.query:
        return await shortlink(request, request.query["p"])
    name = request.app[PRINTER].edition.site_name
    return await listing(request, Archive(name, f"{site.root}/", "home blog"), site.everything())


async def shortlink(request: web.Request, post_id: str) -> web.Response:
    """Lead ``?p=ID`` to its article."""
    site = request.app[SITE]
    number = site.find_id(int(post_id)) if post_id.isdecimal() else None
    if number is None:
        return await missing(request)
    raise web.HTTPMovedPermanently(site.url(number))


def named_category(request: web.Request) -> Category | None:
    """Return the category that an address names last."""
    slug = request.match_info["path"].rpartition("/")[2]
    return next((entry for entry in request.app[SITE].menu if entry.slug == slug), None)


async def category(request: web.Request) -> web.Response:
    """Answer with the articles of a category; a child is also known without its parent."""
    site, found = request.app[SITE], named_category(request)
    if found is None:
        return await missing(request)
    kind = f"category category-{found.slug} category-{found.id}"
    url = category_path(site, found)
    return await listing(request, Archive(found.name, url, kind), site.in_category(found))


async def tag(request: web.Request) -> web.Response:
    """Answer with the articles of a tag."""
    site = request.app[SITE]
    slug = request.match_info["slug"]
    name = next((tag for tag in site.tags if tag_slug(tag) == slug), None)
    if name is None:
        return await missing(request)
    return await listing(
        request, Archive(name, f"{site.root}/tag/{slug}/", "tag"), site.in_tag(name)
    )


async def dates(request: web.Request) -> web.Response:
    """Answer with the articles of a year, a month or a day."""
    parts = [
        request.match_info[key] for key in ("year", "month", "day") if key in request.match_info
    ]
    try:
        first, last = _period(*map(int, parts))
    except ValueError:
        return await missing(request)
    site, path = request.app[SITE], "/".join(parts)
    headline = f"{request.app[PRINTER].edition.archive}: {'-'.join(parts)}"
    address = f"{site.root}/{path}/"
    return await listing(request, Archive(headline, address, "date"), site.between(first, last))


def _period(year: int, month: int = 0, day: int = 0) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day."""
    if year < FIRST_YEAR:
        raise ValueError(year)
    if day:
        return (only := date(year, month, day)), only
    if month:
        first = date(year, month, 1)
        return first, first.replace(day=monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


async def article(request: web.Request) -> web.Response:
    """Answer with a page of an article; lead an old slug to the new one."""
    site, slug = request.app[SITE], request.match_info["slug"]
    number = site.find(slug)
    if number is None:
        return await missing(request)
    story, page = site.story(number), int(request.match_info.get("page", 0))
    if slug != story.slug or page == 1 or page > story.pages:
        raise web.HTTPMovedPermanently(site.url(number))
    return _html(request.app[PRINTER].article(number, page or 1))


async def about(request: web.Request) -> web.Response:
    """Answer with a page that is no article."""
    printer = request.app[PRINTER]
    url = f"{request.app[SITE].root}/tentang-kami/"
    text = f"{printer.edition.site_name}: {printer.edition.tagline}."
    return _html(printer.notice(printer.edition.about, url, text, "page page-id-2"))


async def robots(request: web.Request) -> web.Response:
    """Answer with the rules for crawlers."""
    root = request.app[SITE].root
    rules = "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n"
    return web.Response(text=f"{rules}\nSitemap: {root}/wp-sitemap.xml\n")


PAGED = r"page/{page:\d+}/"
ROUTES = [
    web.get(prefix + suffix, handler)
    for prefix, handler in (
        ("/", home),
        (r"/category/{path:[\w-]+(?:/[\w-]+)?}/", category),
        ("/tag/{slug}/", tag),
        (r"/{year:\d{4}}/", dates),
        (r"/{year:\d{4}}/{month:\d{2}}/", dates),
        (r"/{year:\d{4}}/{month:\d{2}}/{day:\d{2}}/", dates),
    )
    for suffix in (PAGED, "")
]
ROUTES += [
    web.get("/robots.txt", robots),
    web.get("/tentang-kami/", about),
    web.get("/{slug}/", article),
    web.get(r"/{slug}/{page:\d+}/", article),
]
