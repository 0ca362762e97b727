"""Serves a site on the loopback interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from mina_crawler.demo.faults import KINDS
from mina_crawler.demo.log import Log
from mina_crawler.demo.printer import Printer
from mina_crawler.demo.routes import control, feeds, media, pages, rest, sitemaps
from mina_crawler.demo.routes.keys import LOG, PRINTER, SITE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mina_crawler.demo.site import Site

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HOST = "127.0.0.1"
CONTROL = "/__demo/"


@web.middleware
async def record(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Log a request for a public page, fail it where a fault says so, publish when it is time."""
    if request.path.startswith(CONTROL):
        return await handler(request)
    log, site = request.app[LOG], request.app[SITE]
    path = request.path_qs
    log.counts[path] += 1
    if log.publish_every and log.total % log.publish_every == 0:
        site.publish()
    fault = next((fault for fault in log.faults if fault.strikes(path)), None)
    status = 0
    try:
        response = await (KINDS[fault.kind](fault, request) if fault else handler(request))
        status = response.status
    except web.HTTPException as answer:
        status = answer.status
        raise
    finally:
        log.entries.append((path, status))
    return response


@web.middleware
async def canonical(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Lead an address without its last slash to the one with it, as WordPress does."""
    last = request.path.rpartition("/")[2]
    if last and "." not in last and not request.path.startswith((CONTROL, "/wp-json")):
        query = f"?{request.query_string}" if request.query_string else ""
        raise web.HTTPMovedPermanently(f"{request.rel_url.raw_path}/{query}")
    try:
        return await handler(request)
    except web.HTTPNotFound:
        if request.path.startswith(CONTROL):
            raise
        return await pages.missing(request)


def application(site: Site) -> web.Application:
    """Return the server of *site*."""
    app = web.Application(middlewares=[record, canonical])
    app[SITE], app[PRINTER], app[LOG] = site, Printer(site), Log()
    for module in (control, feeds, media, rest, sitemaps, pages):
        app.add_routes(module.ROUTES)
    return app


async def start(site: Site, port: int = 0) -> web.AppRunner:
    """Start serving and return the runner; ``site.root`` then holds the address."""
    runner = web.AppRunner(application(site), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, HOST, port).start()
    site.root = f"http://{HOST}:{runner.addresses[0][1]}"
    return runner
