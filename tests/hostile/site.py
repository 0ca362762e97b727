"""A site made to hurt its crawler: a real server that answers each path as a table says."""

from __future__ import annotations

import gzip
import zlib
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

import brotli  # Scrapy's own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

BOMB = b" " * (17 * 1024 * 1024)
"""More than ``DOWNLOAD_MAXSIZE``."""
UTF_8 = "text/html; charset=utf-8"


class Answer(NamedTuple):
    """What the server sends."""

    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200
    kind: str = UTF_8
    is_length_told: bool = True


class Site(ThreadingHTTPServer):
    """*answers* by path, else what *other* makes of one; all else is gone."""

    daemon_threads = True

    def __init__(
        self,
        answers: Mapping[str, Answer],
        other: Callable[[str, str], Answer | None] = lambda *_: None,
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.other = other
        self.asked: list[str] = []

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        found = self.server.answers.get(self.path) or self.server.other(self.server.root, self.path)
        answer = found or Answer(status=404)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        if answer.is_length_told:
            self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:  # a client that has had enough
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- Python's name
        """Keep the test's output quiet."""


@contextmanager
def running(site: Site) -> Iterator[Site]:
    with site:
        Thread(target=site.serve_forever, args=(0.02,), daemon=True).start()
        yield site
        site.shutdown()


def article(title: str = "Warga Tanam Pohon", *, extra: str = "", link: str = "") -> str:
    """Return a page that is read as an article, whatever its *title* holds."""
    return (
        f'<!DOCTYPE html><html><head>{extra}<title>{title}</title></head><body class="single-post">'
        f'<article class="hentry"><h1 class="entry-title">{title}</h1>'
        '<time class="entry-date published" datetime="2021-04-04T04:35:00+07:00">4 April</time>'
        '<div class="entry-content"><p>Bogor, MINA – Warga menanam pohon di sepanjang jalan raya'
        f" kota itu sejak pagi hari bersama murid sekolah.</p><p>{link}Kata \u200bakhir.</p></div>"
        "</article></body></html>"
    )


def packed(body: bytes, encoding: str) -> Answer:
    """Return *body* under a content coding."""
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[encoding]
    return Answer(pack(body), (("Content-Encoding", encoding),))
