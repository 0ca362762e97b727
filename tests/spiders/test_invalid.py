"""An article whose line would break the contract is not lost: it is named, and asked for again."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.spiders.conftest import Crawl

PAGE = (
    '<!DOCTYPE html><html><head><title>Kabar</title></head><body class="single single-post">'
    '<article class="hentry"><h1 class="entry-title">Panen Raya di Lereng Bukit</h1>'
    '<time class="entry-date published" datetime="2021-04-04T04:35:00+07:00">4 April</time>'
    '<div class="entry-content">{story}</div></article></body></html>'
)
ARTICLE = "/panen-raya/"
NOTHING_LEFT = "<p>Bogor, Kelurahan Lereng Bukit, Kecamatan Menanam Pohon, MINA – </p>"
STORY = "<p>Bogor, MINA – Petani memanen padi bersama murid sekolah dasar.</p>"


class Site(ThreadingHTTPServer):
    """One article on a free port."""

    story = NOTHING_LEFT

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        body = PAGE.format(story=self.server.story).encode()
        self.send_response(200 if self.path == ARTICLE else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- Python's name
        """Keep the test's output quiet."""


@contextmanager
def running() -> Iterator[Site]:
    with Site() as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield site
        site.shutdown()


def test_an_invalid_line_is_a_named_failure_that_the_next_run_mends(
    crawl: Callable[..., Crawl],
) -> None:
    with running() as site:
        article, other = site.root + ARTICLE[1:], f"{site.root}lain/"
        first = crawl(site=site.root, url=article)
        assert first.exit_code != 0
        assert (first.urls, first.failures) == ([], [("invalid", article)])
        site.story = STORY
        assert crawl(site=site.root, url=other).urls == [article]
