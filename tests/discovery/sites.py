"""Sites made of a few answers, for walks without a wire."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from scrapy.http import HtmlResponse, Response, TextResponse

from mina_crawler.arguments import parse_arguments
from mina_crawler.discovery.failures import FetchError
from mina_crawler.discovery.journal import Journal
from mina_crawler.discovery.memory import Memory
from mina_crawler.discovery.site import Site
from mina_crawler.discovery.sources import SOURCES
from mina_crawler.discovery.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mina_crawler.discovery.trail import Trail

    Answers = Callable[[str], str | Response | None] | Mapping[str, str | Response]

ROOT = "http://127.0.0.1/"
TODAY = date(2020, 9, 26)


@dataclass
class Stats:
    """Stands for Scrapy's."""

    counts: Counter[str] = field(default_factory=Counter)

    def inc_value(self, name: str, count: int = 1) -> None:
        self.counts[name] += count


@dataclass(eq=False)
class Crawler:
    """Stands for Scrapy's, without a ledger."""

    stats: Stats = field(default_factory=Stats)


@dataclass
class Wire:
    """Gives *answers* by path: a page, an answer, or none where the path is gone."""

    answers: Answers
    asked: list[str] = field(default_factory=list)

    async def __call__(self, url: str) -> TextResponse:
        response = await self.file(url)
        assert isinstance(response, TextResponse)
        return response

    async def file(self, url: str, _headers: Mapping[str, str] | None = None) -> Response:
        path = url.removeprefix(ROOT)
        self.asked.append(path)
        answer = self.answers.get(path) if hasattr(self.answers, "get") else self.answers(path)
        if answer is None:
            raise FetchError(url, "404")
        if isinstance(answer, Response):
            if answer.status != 200:
                raise FetchError(url, str(answer.status))
            return answer
        return HtmlResponse(url, body=answer.encode(), encoding="utf-8")


@dataclass(frozen=True)
class Search:
    """What became of a search."""

    paths: list[str]
    """Of what was found, in order."""
    trails: list[Trail]
    failures: dict[str, str]
    asked: list[str]
    """Paths, in order."""

    @property
    def is_complete(self) -> bool:
        return not self.failures and all(trail.is_complete for trail in self.trails)


def search(source: str, answers: Answers, **given: str) -> Search:
    """Look for articles on the site that gives *answers*, with the arguments *given*."""
    wire = Wire(answers)
    site = site_on(wire, source=source, **given)

    async def collect() -> list[str]:
        return [found.url.removeprefix(ROOT) async for found in SOURCES[source](site)]

    return Search(asyncio.run(collect()), site.trails, site.tally.failures, wire.asked)


def site_on(wire: Wire, **given: str) -> Site:
    """Return the site at the end of *wire*, for a crawl with the arguments *given*."""
    crawler: Any = Crawler()

    async def settle() -> None:
        """Wait for nothing: what is found here is not read."""

    return Site(
        arguments=parse_arguments({"site": ROOT, **given}),
        today=TODAY,
        fetch=wire,  # type: ignore[arg-type] # it is as good
        tally=Tally(crawler),
        memory=Memory(crawler, recheck=None, full=False),
        journal=Journal(crawler, full=False),
        settle=settle,
        max_pages=100,
    )


def listing(*slugs: str, head: str = "", day: str = "") -> str:
    """Return a page that lists articles, each with the *day* beside it."""
    time = f'<time datetime="{day}T08:00:00+07:00"></time>' if day else ""
    entries = (
        f'<article class="hentry"><h2><a href="/{slug}/">{slug}</a></h2>{time}</article>'
        for slug in slugs
    )
    return f"<html><body>{head}{''.join(entries)}</body></html>"
