"""Redirects that lead off the site."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.spiders.conftest import Crawl


class Server(ThreadingHTTPServer):
    """A site on a free port that answers everything but robots.txt with one redirect."""

    def __init__(self, location: str = "") -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.location = location
        self.asked: list[str] = []

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        redirects = self.server.location and self.path != "/robots.txt"
        self.send_response(302 if redirects else 404)
        self.send_header("Content-Length", "0")
        if redirects:
            self.send_header("Location", self.server.location)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- Python's name
        """Keep the test's output quiet."""


@contextmanager
def running(server: Server) -> Iterator[Server]:
    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_redirect_to_another_port_is_not_followed_but_named(crawl: Callable[..., Crawl]) -> None:
    with running(Server()) as other, running(Server(location=f"{other.root}berita/")) as site:
        done = crawl(site=site.root, url=f"{site.root}berita/")
    assert done.failures == [("offsite", f"{site.root}berita/")]
    assert other.asked == []
