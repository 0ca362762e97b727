"""The spider of MINA: finds articles and has each one read once."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import date, datetime
from secrets import token_hex
from typing import TYPE_CHECKING

from scrapy import Request, Spider

from mina_crawler.arguments import parse_arguments
from mina_crawler.discovery.engine import ClosingError, put_away
from mina_crawler.discovery.failures import FetchError, name_failure
from mina_crawler.discovery.fetching import Fetcher
from mina_crawler.discovery.journal import Journal
from mina_crawler.discovery.memory import Memory
from mina_crawler.discovery.parts import fetch_parts
from mina_crawler.discovery.site import Found, Site
from mina_crawler.discovery.sources import SOURCES
from mina_crawler.discovery.tally import Tally
from mina_crawler.editions import is_loopback
from mina_crawler.loaders import LayoutError, load_article
from mina_crawler.pages.article import ArticlePage
from mina_crawler.parsing.dates import WIB
from mina_crawler.parsing.links import with_scheme_of
from mina_crawler.parsing.urls import canonical_url
from mina_crawler.readers.process import ReaderDiedError
from mina_crawler.readers.readers import Readers
from mina_crawler.readers.sheets import Order
from mina_crawler.rest_loader import load_rest_article

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from mina_crawler.items import Article, Tombstone
    from mina_crawler.pages.rest import RestPost

NO_FAILURES = frozenset({"listing", "static page", "password-protected"})
"""What an address may turn out to be without anything being lost."""
FAR_AHEAD = 24
"""Articles asked for and not read: all are in memory, and asked for again after a kill."""
NO_CONTACT = "%s cannot tell whom to write to about this crawl: set MINA_CONTACT"


class MinaSpider(Spider):
    """Crawls one edition of MINA."""

    name = "mina"
    site: Site
    fetch: Fetcher
    tally: Tally
    memory: Memory
    journal: Journal
    readers: Readers

    def __init__(self, **given: str) -> None:
        """Check the arguments; raises ArgumentError."""
        super().__init__()
        self.arguments = parse_arguments(given)
        self.given = given
        self.run = given.get("_job") or f"{datetime.now(WIB):%Y%m%dT%H%M%S}-{token_hex(2)}"
        self.unread: set[str] = set()
        """Addresses of the articles asked for and not read yet."""
        self.answered = asyncio.Event()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: str, **kwargs: str) -> Self:
        """Fit the *crawler* to the site that is to be crawled."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings, arguments = crawler.settings, spider.arguments
        if is_loopback(arguments.root):
            settings.setdict(settings.getdict("MINA_LOOPBACK"), priority="spider")
        elif not settings["MINA_CONTACT"]:
            spider.logger.warning(NO_CONTACT, arguments.root)
        settings.set("CLOSESPIDER_ITEMCOUNT", arguments.max_items or 0, priority="spider")
        spider.fetch = Fetcher(crawler)
        spider.readers = Readers.from_crawler(crawler)
        spider.tally = Tally(crawler)
        spider.memory = Memory(crawler, recheck=arguments.recheck, full=arguments.full)
        spider.journal = Journal(crawler, full=arguments.full)
        spider.site = Site(
            arguments=arguments,
            today=datetime.now(WIB).date(),
            fetch=spider.fetch,
            tally=spider.tally,
            memory=spider.memory,
            journal=spider.journal,
            settle=spider.settle,
            max_pages=settings.getint("MINA_MAX_LISTING_PAGES"),
        )
        return spider

    @property
    def hosts(self) -> frozenset[str]:
        """Where requests may go."""
        return self.arguments.hosts

    async def start(self) -> AsyncIterator[Request]:
        """Ask for each article that is found and not known, once, or take it where it is given."""
        with suppress(ClosingError):
            async for found in self._found():
                taken = self._take(found)
                if isinstance(taken, Request):
                    yield taken
                    await self.settle(FAR_AHEAD)
                elif taken:
                    await put_away(self.crawler.engine, taken)

    async def _found(self) -> AsyncIterator[Found]:
        """Yield what is due again around what is listed: some sources give known articles too."""
        for url, source in self.memory.failed():
            yield Found(url, source)
        async for found in SOURCES[self.arguments.source](self.site):
            yield found
        for url, source in self.memory.due():
            yield Found(url, source)

    def _take(self, found: Found) -> Request | Article | None:
        if not self.site.ask(found):
            return None
        headers = self.memory.headers_for(canonical_url(found.url), found.changed_at)
        if headers is None:
            self.tally.skipped(found.url, "already delivered")
            return None
        return self._read_post(found, found.post) if found.post else self._request(found, headers)

    def _read_post(self, found: Found, post: RestPost) -> Article | None:
        self.tally.fetched(found.url)
        if post.is_protected:
            self._set_aside(found, "password-protected")
            return None
        arguments = self.arguments
        try:
            return load_rest_article(
                post, run=self.run, source=found.source, edition=arguments.edition
            )
        except LayoutError:
            self.miss(found.url, found.source, "layout")
            return None

    def _request(self, found: Found, headers: dict[str, str]) -> Request:
        self.unread.add(found.url)
        return Request(
            with_scheme_of(self.site.root, found.url),
            self.parse_article,
            errback=self.fail_article,
            headers=headers,
            cb_kwargs={"found": found},
            dont_filter=True,  # asked for once, by its canonical address
        )

    async def parse_article(self, response: Response, found: Found) -> AsyncIterator[Article]:
        """Read the article that *response* holds, with all its pages."""
        self.tally.fetched(found.url)
        try:
            article = await self._read(ArticlePage(response), found)
        except ReaderDiedError:
            self.miss(found.url, found.source, "reader died")
        except FetchError as failure:
            self.miss(found.url, found.source, failure.reason)
        except ClosingError:
            self.tally.skipped(found.url, "crawl ended")
        except LayoutError:
            self.miss(found.url, found.source, "layout")
        else:
            if article:
                self.memory.keep_validators(article.url, response)
                yield article
        finally:
            self._answered(found)

    async def _read(self, page: ArticlePage, found: Found) -> Article | None:
        order = Order(run=self.run, source=found.source, edition=self.arguments.edition)
        reading = await self.readers.read(page, order)
        if reading.why_not:
            self._set_aside(found, reading.why_not)
            return None
        article = reading.article or load_article(
            await fetch_parts(self.fetch, page), **order._asdict()
        )
        self.memory.keep_address(canonical_url(found.url), article.url)
        if not self.site.note_read(article.url, date.fromisoformat(article.published_at[:10])):
            self.tally.skipped(found.url, "another address of an article read")
            return None
        return article

    def fail_article(self, failure: Failure) -> Iterator[Tombstone]:
        """Leave a trace of an article that could not be had; bury one that is gone for good."""
        reason = name_failure(failure.value) if failure.value else None
        request: Request = failure.request  # type: ignore[attr-defined] # set by Scrapy
        found: Found = request.cb_kwargs["found"]
        yield from self._explain(found, reason or type(failure.value).__name__)
        self._answered(found)

    def _explain(self, found: Found, reason: str) -> Iterator[Tombstone]:
        url = canonical_url(found.url)
        if self.memory.is_unchanged(url, reason):
            self.tally.skipped(found.url, "not modified")
        elif self.memory.is_gone(url, reason):
            self.tally.skipped(found.url, "gone")
            if tombstone := self.memory.bury(url, reason):
                yield tombstone
        else:
            self.miss(found.url, found.source, reason)

    def miss(self, url: str, source: str, reason: str) -> None:
        """Leave a trace of an article that should have been had; the next run asks again."""
        self.tally.failed(url, reason)
        self.memory.fail(canonical_url(url), source, reason)

    def _set_aside(self, found: Found, reason: str) -> None:
        """Leave a trace of an address that holds no article."""
        if reason in NO_FAILURES:
            self.tally.skipped(found.url, reason)
            self.memory.settle(canonical_url(found.url))
        else:
            self.miss(found.url, found.source, reason)

    def closed(self, reason: str) -> None:
        """Write down what was walked, called by Scrapy at the end."""
        self.journal.close(finished=reason == "finished")

    async def settle(self, most: int = 0) -> None:
        """Return when at most so many of the articles asked for are still to be read."""
        while len(self.unread) > most:
            self.answered.clear()
            await self.answered.wait()

    def _answered(self, found: Found) -> None:
        self.unread.discard(found.url)
        self.answered.set()
