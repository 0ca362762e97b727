"""Sites that ask for patience, or not to be used for training."""

from __future__ import annotations

from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from threading import Thread
from time import monotonic, time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.spiders.conftest import Crawl

    RunCrawl = Callable[..., Crawl]

HEAD = "<!DOCTYPE html><html><head><title>Kabar</title>{head}</head><body>{body}</body></html>"
ARTICLE = (
    '<article class="hentry"><h1 class="entry-title">Warga Menanam Pohon {path}</h1>'
    "<p>Ahad, 4 April 2021 - 04:35 WIB</p>"
    '<div class="entry-content"><p>Bogor, MINA – Warga menanam seribu pohon di lereng bukit'
    " bersama murid sekolah dasar, kata ketua panitia.</p></div></article>"
)


class Server(ThreadingHTTPServer):
    """A site of articles that notes when it was asked for what."""

    def __init__(self, *, robots: str = "", head: str = "", headers: dict[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.robots = robots
        self.head = head
        self.headers = headers
        self.busy: list[dict[str, str]] = []
        """Headers of the answers 429 that are still to be given."""
        self.asked: list[tuple[str, float]] = []

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    @property
    def gaps(self) -> list[float]:
        """Seconds between requests for articles."""
        moments = [moment for path, moment in self.asked if path != "/robots.txt"]
        return [after - before for before, after in pairwise(moments)]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, monotonic()))
        robots = self.path == "/robots.txt"
        if self.server.busy and not robots:
            self.answer(429, "", self.server.busy.pop(0))
        else:
            body = ARTICLE.format(path=self.path)
            text = self.server.robots if robots else HEAD.format(head=self.server.head, body=body)
            kind = "text/plain" if robots else "text/html; charset=utf-8"
            self.answer(200, text, {"Content-Type": kind, **self.server.headers})

    def answer(self, status: int, text: str, headers: dict[str, str]) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- Python's name
        """Keep the test's output quiet."""


@contextmanager
def running(*, robots: str = "", head: str = "", **headers: str) -> Iterator[Server]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with Server(robots=robots, head=head, headers=named) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def addresses(site: Server, count: int) -> str:
    return ",".join(f"{site.root}kabar-{number}/" for number in range(count))


def test_the_delay_that_robots_txt_asks_for_is_kept(crawl: RunCrawl) -> None:
    with running(robots="User-agent: *\nCrawl-delay: 0.4\n") as site:
        crawl(site=site.root, url=addresses(site, 4))
        assert len(site.gaps) == 3
        assert min(site.gaps) > 0.35


def test_a_delay_beyond_reason_is_capped(crawl: RunCrawl) -> None:
    with running(robots="User-agent: *\nCrawl-delay: 86400\n") as site:
        crawl("-s", "MINA_CRAWL_DELAY_MAX=0.4", site=site.root, url=addresses(site, 3))
        assert min(site.gaps) > 0.35


@pytest.mark.long
@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_busy_site_is_left_alone_for_as_long_as_it_asks(crawl: RunCrawl, form: str) -> None:
    with running() as site:
        until = "2" if form == "seconds" else formatdate(time() + 7, usegmt=True)
        site.busy.append({"Retry-After": until})
        one_by_one = ("-s", "CONCURRENT_REQUESTS=1")
        done = crawl(*one_by_one, site=site.root, url=addresses(site, 3))
        assert len(done.urls) == 3
        assert sorted(gap > 1.9 for gap in site.gaps) == [False, False, True]


@pytest.mark.long
def test_a_site_that_does_not_say_for_how_long_is_given_ever_more_time(crawl: RunCrawl) -> None:
    with running() as site:
        site.busy = [{}, {}, {}]
        settings = ("-s", "CONCURRENT_REQUESTS=1", "-s", "MINA_BUSY_PAUSE=0.3")
        assert len(crawl(*settings, site=site.root, url=addresses(site, 1)).urls) == 1
        first, second, third = site.gaps
        assert (first > 0.3, second > 0.6, third > 1.2) == (True, True, True)


def test_a_site_that_stays_busy_ends_the_crawl_as_partial(crawl: RunCrawl) -> None:
    with running() as site:
        site.busy = [{} for _ in range(100)]
        done = crawl("-s", "MINA_BUSY_PATIENCE=3", site=site.root, url=addresses(site, 1))
        assert "stopped before the end: site_busy" in done.log
        assert (done.exit_code, done.urls) == (3, [])


def test_a_crawl_that_ends_while_it_waits_for_a_listing_tells_of_no_other_error(
    crawl: RunCrawl,
) -> None:
    with running() as site:
        site.busy = [{} for _ in range(100)]
        done = crawl("-s", "MINA_BUSY_PATIENCE=3", site=site.root, source="category")
        assert "stopped before the end: site_busy" in done.log
        assert "errors of the program" not in done.log


@pytest.mark.parametrize(
    ("site", "signal"),
    [
        ({"TDM_Reservation": "1"}, "tdm-reservation"),
        ({"head": '<meta name="tdm-reservation" content="1">'}, "tdm-reservation"),
        ({"X_Robots_Tag": "noai, noindex"}, "noai"),
        ({"head": '<meta name="robots" content="index, noai">'}, "noai"),
        ({"robots": "User-agent: *\nContent-Signal: search=yes,ai-train=no\n"}, "ai-train=no"),
    ],
    ids=str,
)
def test_a_word_against_training_is_counted(
    crawl: RunCrawl, site: dict[str, str], signal: str
) -> None:
    with running(**site) as served:
        done = crawl(site=served.root, url=addresses(served, 1))
    assert f" opt_outs: {signal}\n" in done.log
    assert len(done.urls) == 1


def test_a_site_that_says_nothing_has_opted_out_of_nothing(crawl: RunCrawl) -> None:
    with running(X_Robots_Tag="noindex", TDM_Reservation="0") as site:
        assert "opt_outs" not in crawl(site=site.root, url=addresses(site, 1)).log
