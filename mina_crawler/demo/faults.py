"""Faults that a test asks for: answers that go wrong in a chosen way, as often as wished."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

CHALLENGE = (
    "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>"
    '<div id="cf-wrapper"><h1>Checking your browser before accessing the site.</h1>'
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></div>'
    "</body></html>"
)
HANG = 3600.0
ELEMENTS = 25_000
"""Of a page without end."""


@dataclass(slots=True)
class Fault:
    """What goes wrong, where, how often."""

    path: str
    """A regular expression, searched for in the path with its query."""
    kind: str = "status"
    """A key of ``KINDS``."""
    status: int = 500
    times: int = -1
    """How often; -1 means for ever."""
    every: int = 1
    """Only each so-many-th matching request fails."""
    retry_after: str = ""
    """Value of the header ``Retry-After``; no header when empty."""
    met: int = 0
    """How many requests have matched so far."""

    @classmethod
    def parse(cls, given: Mapping[str, str]) -> Fault:
        """Return the fault that these texts describe; raise ``ValueError`` where they cannot."""
        fault = cls(path=given.get("path", ""))
        for name, value in given.items():
            if not hasattr(fault, name):
                raise ValueError(f"{name}={value!r}: no such property of a fault")
            setattr(fault, name, type(getattr(fault, name))(value))
        if fault.kind not in KINDS:
            raise ValueError(f"kind={fault.kind!r}: give one of {', '.join(KINDS)}")
        return fault

    def strikes(self, path: str) -> bool:
        """Tell whether this request fails, and count it."""
        if self.times == 0 or not re.search(self.path, path):
            return False
        self.met += 1
        if self.met % self.every:
            return False
        self.times -= self.times > 0
        return True


async def _status(fault: Fault, _request: web.Request) -> web.StreamResponse:
    headers = {"Retry-After": fault.retry_after} if fault.retry_after else {}
    return web.Response(status=fault.status, text=f"error {fault.status}", headers=headers)


async def _hang(_fault: Fault, _request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(HANG)
    return web.Response(status=504)


async def _truncate(_fault: Fault, request: web.Request) -> web.StreamResponse:
    """Promise a long page, send its beginning, and close the connection."""
    response = web.StreamResponse(headers={"Content-Length": "50000", "Content-Type": "text/html"})
    await response.prepare(request)
    await response.write(b"<!DOCTYPE html><html><head><title>Kantor Berita MINA</title>")
    if request.transport:
        request.transport.close()
    return response


async def _challenge(_fault: Fault, _request: web.Request) -> web.StreamResponse:
    return web.Response(status=503, text=CHALLENGE, content_type="text/html")


async def _blocked(_fault: Fault, _request: web.Request) -> web.StreamResponse:
    return web.Response(text=CHALLENGE, content_type="text/html")


async def _loop(_fault: Fault, request: web.Request) -> web.StreamResponse:
    other = f"{request.path}?putar=1" if not request.query_string else request.path
    return web.Response(status=302, headers={"Location": other})


async def _head(_fault: Fault, request: web.Request) -> web.StreamResponse:
    """Lead from a further page back to the first, as feeds do that have but one."""
    return web.Response(status=302, headers={"Location": request.path})


async def _home(_fault: Fault, _request: web.Request) -> web.StreamResponse:
    return web.Response(status=302, headers={"Location": "/"})


async def _empty(_fault: Fault, _request: web.Request) -> web.StreamResponse:
    return web.Response(text="", content_type="text/html")


async def _garbage(_fault: Fault, request: web.Request) -> web.StreamResponse:
    kind = "text/xml" if request.path.endswith(".xml") or "feed" in request.path else "text/html"
    return web.Response(text="<?xml version='1.0'?><urlset><url><loc>http://", content_type=kind)


async def _endless(_fault: Fault, _request: web.Request) -> web.StreamResponse:
    return web.Response(text="<p>Warga" * ELEMENTS, content_type="text/html")


KINDS: dict[str, Callable[[Fault, web.Request], Awaitable[web.StreamResponse]]] = {
    "status": _status,
    "hang": _hang,
    "truncate": _truncate,
    "challenge": _challenge,
    "blocked": _blocked,
    "loop": _loop,
    "head": _head,
    "home": _home,
    "empty": _empty,
    "garbage": _garbage,
    "endless": _endless,
}
"""Kind -> what is answered instead of the page."""
