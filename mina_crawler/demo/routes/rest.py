"""The REST API, below ``/wp-json/`` and as ``?rest_route=``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web

from mina_crawler.demo import resources
from mina_crawler.demo.edition import EDITIONS
from mina_crawler.demo.routes.keys import SITE
from mina_crawler.demo.selection import select

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mina_crawler.demo.resources import Resource
    from mina_crawler.demo.site import Site

PREFIX = "/wp/v2/"
MOST = 100


def _posts(site: Site, request: web.Request) -> tuple[Sequence[int], Callable[[int], Resource]]:
    embed = "_embed" in request.query

    def show(number: int) -> Resource:
        post = resources.post(site, number)
        return post | {"_embedded": resources.embedded(site, number)} if embed else post

    return select(site, request.query), show


def _media(site: Site, request: web.Request) -> tuple[Sequence[int], Callable[[int], Resource]]:
    asked = request.query.get("include", "")
    ids = [int(text) - 1 for text in asked.split(",") if text.isdecimal()]
    found = [number for number in map(site.find_id, ids) if number is not None]
    with_photo = [number for number in found if site.story(number).photo]
    return with_photo, lambda number: resources.media(site, site.story(number))


def _terms(
    listing: Callable[[Site], list[Resource]],
) -> Callable[[Site, web.Request], tuple[Sequence[int], Callable[[int], Resource]]]:
    def find(site: Site, request: web.Request) -> tuple[Sequence[int], Callable[[int], Resource]]:
        entries = {entry["id"]: entry for entry in listing(site)}
        asked = request.query.get("include")
        wanted = entries if asked is None else map(int, asked.split(","))
        return [key for key in wanted if key in entries], entries.__getitem__

    return find


COLLECTIONS = {
    "posts": _posts,
    "media": _media,
    "categories": _terms(resources.categories),
    "tags": _terms(resources.tags),
    "users": _terms(resources.users),
}
"""Last part of the route -> what there is, and how one is shown."""


def _error(code: str, message: str, status: int) -> web.Response:
    body = {"code": code, "message": message, "data": {"status": status}}
    return web.json_response(body, status=status)


async def dispatch(request: web.Request, route: str) -> web.Response:
    """Answer a route such as ``/wp/v2/posts`` or ``/wp/v2/posts/1004``."""
    name, _, single = route.removeprefix(PREFIX).strip("/").partition("/")
    if route.strip("/") == "":
        return web.json_response(_root(request.app[SITE]))
    if not route.startswith(PREFIX) or name not in COLLECTIONS:
        return _error("rest_no_route", "No route was found matching the URL.", 404)
    if single:
        return _one(request, name, single)
    try:
        return _page(request, name)
    except (KeyError, ValueError) as problem:
        return _error("rest_invalid_param", f"Invalid parameter(s): {problem}", 400)


def _root(site: Site) -> dict[str, Any]:
    edition = EDITIONS[site.plan.edition]
    return {
        "name": edition.site_name,
        "description": edition.tagline,
        "url": site.root,
        "home": site.root,
        "gmt_offset": "7",
        "timezone_string": "Asia/Jakarta",
        "namespaces": ["oembed/1.0", "wp/v2"],
        "routes": {PREFIX + name: {"methods": ["GET"]} for name in COLLECTIONS},
    }


def _one(request: web.Request, name: str, single: str) -> web.Response:
    site = request.app[SITE]
    if name != "posts" or not single.isdecimal():
        return _error("rest_no_route", "No route was found matching the URL.", 404)
    number = site.find_id(int(single))
    if number is None:
        return _error("rest_post_invalid_id", "Invalid post ID.", 404)
    return web.json_response(resources.post(site, number))


def _page(request: web.Request, name: str) -> web.Response:
    found, show = COLLECTIONS[name](request.app[SITE], request)
    page, size = int(request.query.get("page", 1)), int(request.query.get("per_page", 10))
    if not 1 <= size <= MOST or page < 1:
        raise ValueError("per_page" if page >= 1 else "page")
    pages = -(-len(found) // size)
    if page > max(pages, 1):
        message = "The page number requested is larger than the number of pages available."
        return _error("rest_post_invalid_page_number", message, 400)
    shown = [show(key) for key in found[(page - 1) * size : page * size]]
    if "_fields" in request.query:
        fields = {field.partition(".")[0] for field in request.query["_fields"].split(",")}
        shown = [{key: entry[key] for key in entry if key in fields} for entry in shown]
    totals = {"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(pages)}
    return web.json_response(shown, headers=totals)


async def pretty(request: web.Request) -> web.Response:
    """Answer below ``/wp-json/``."""
    return await dispatch(request, f"/{request.match_info['route']}")


ROUTES = [web.get("/wp-json{slash:/?}", lambda request: dispatch(request, "/"))]
ROUTES += [web.get("/wp-json/{route:.+}", pretty)]
