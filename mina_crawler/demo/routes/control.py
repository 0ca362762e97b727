"""What tests may do to the site while it runs, below ``/__demo/``."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web

from mina_crawler.demo import truth
from mina_crawler.demo.faults import Fault
from mina_crawler.demo.routes.keys import LOG, PRINTER, SITE
from mina_crawler.demo.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from mina_crawler.demo.site import Site


def _chosen(request: web.Request) -> list[int]:
    """Return the articles that a request is about: ``?path=/slug/`` or ``?n=`` untouched ones."""
    site: Site = request.app[SITE]
    if "path" not in request.query:
        return site.untouched(int(request.query.get("n", 1)))
    number = site.find(urlsplit(request.query["path"]).path.strip("/"))
    if number is None:
        raise web.HTTPNotFound(text=f"no article at {request.query['path']}\n")
    return [number]


async def publish(request: web.Request) -> web.Response:
    """Publish ``n`` articles now; with ``every``, one more after each so-many requests."""
    site, log = request.app[SITE], request.app[LOG]
    if "every" in request.query:
        log.publish_every = int(request.query["every"])
    numbers = site.publish(int(request.query.get("n", 0 if "every" in request.query else 1)))
    return web.json_response({"published": [site.url(number) for number in numbers]})


async def edit(request: web.Request) -> web.Response:
    """Edit the text (or, with ``what=title``, the title) of articles."""
    site, numbers = request.app[SITE], _chosen(request)
    for number in numbers:
        site.edit(number, request.query.get("what", "text"))
    return web.json_response({"edited": [site.url(number) for number in numbers]})


async def delete(request: web.Request) -> web.Response:
    """Delete articles."""
    site, numbers = request.app[SITE], _chosen(request)
    addresses = [site.url(number) for number in numbers]
    for number in numbers:
        site.delete(number)
    return web.json_response({"deleted": addresses})


async def move(request: web.Request) -> web.Response:
    """Give articles other slugs."""
    site, numbers = request.app[SITE], _chosen(request)
    before = [site.url(number) for number in numbers]
    for number in numbers:
        site.move(number)
    after = (site.url(number) for number in numbers)
    return web.json_response({"moved": dict(zip(before, after, strict=True))})


async def republish(request: web.Request) -> web.Response:
    """Publish articles again, with the same text, under other addresses."""
    site, numbers = request.app[SITE], _chosen(request)
    copies = {site.url(number): site.url(site.republish(number)) for number in numbers}
    return web.json_response({"republished": copies})


async def fault(request: web.Request) -> web.Response:
    """Add a fault: ``path`` and any other field of ``Fault``."""
    try:
        added = Fault.parse(request.query)
    except ValueError as problem:
        raise web.HTTPBadRequest(text=f"{problem}\n") from problem
    request.app[LOG].faults.append(added)
    return web.json_response(asdict(added))


async def heal(request: web.Request) -> web.Response:
    """Remove all faults."""
    request.app[LOG].faults.clear()
    return web.json_response({"faults": []})


async def wear(request: web.Request) -> web.Response:
    """Change the theme."""
    name = request.query["name"]
    if name not in THEMES:
        raise web.HTTPBadRequest(text=f"name={name!r}: give one of {', '.join(THEMES)}\n")
    request.app[SITE].theme = name
    return web.json_response({"theme": name})


async def forget(request: web.Request) -> web.Response:
    """Forget which requests came in."""
    request.app[LOG].clear()
    return web.json_response({"total": 0})


async def requests(request: web.Request) -> web.Response:
    """Tell which requests came in."""
    log = request.app[LOG]
    return web.json_response({"total": log.total, "counts": log.counts, "log": log.entries})


async def state(request: web.Request) -> web.Response:
    """Tell what the site is and what has happened to it."""
    site, log = request.app[SITE], request.app[LOG]
    return web.json_response(
        {
            "root": site.root,
            "theme": site.theme,
            "edition": site.plan.edition,
            "seed": site.plan.seed,
            "articles": len(site.everything()),
            "published": len(site.schedule.live) - len(site.copies),
            "edited": [site.url(number) for number in site.edits if site.is_public(number)],
            "moved": [site.url(number) for number in site.moved if site.is_public(number)],
            "deleted": len(site.deleted),
            "copies": {site.url(copy): site.url(first) for copy, first in site.copies.items()},
            "faults": [asdict(fault) for fault in log.faults],
            "publish_every": log.publish_every,
            "requests": log.total,
        }
    )


async def whole_truth(request: web.Request) -> web.StreamResponse:
    """Stream the truth, a JSON line an article; ``?copies=1`` adds republished texts."""
    response = web.StreamResponse(headers={"Content-Type": "application/x-ndjson; charset=utf-8"})
    await response.prepare(request)
    async for line in _lines(request):
        await response.write(line)
    return response


async def _lines(request: web.Request) -> AsyncIterator[bytes]:
    copies = request.query.get("copies") == "1"
    for line in truth.articles(request.app[PRINTER], copies=copies):
        yield json.dumps(line, ensure_ascii=False).encode() + b"\n"


ROUTES = [
    web.post("/__demo/publish", publish),
    web.post("/__demo/edit", edit),
    web.post("/__demo/delete", delete),
    web.post("/__demo/move", move),
    web.post("/__demo/republish", republish),
    web.post("/__demo/fault", fault),
    web.delete("/__demo/fault", heal),
    web.post("/__demo/theme", wear),
    web.get("/__demo/requests", requests),
    web.delete("/__demo/requests", forget),
    web.get("/__demo/state", state),
    web.get("/__demo/truth", whole_truth),
]
