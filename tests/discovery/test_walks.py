"""Walks through listings that move while they are read."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.discovery.failures import FetchError
from mina_crawler.discovery.trail import Trail
from mina_crawler.discovery.walks import ListingWalk
from mina_crawler.pages.listing import Entry
from mina_crawler.parsing.listing_urls import listing_page, partition_listing_page

FIRST = "http://127.0.0.1/category/nasional/"
PER_PAGE = 3
QUIET = 12
"""Readings between two changes: enough for the walk to look back in between."""


@dataclass
class Page:
    """One page of the model, as it was when it was read."""

    url: str
    number: int
    entries: list[Entry]
    last_number: int | None
    next_url: str | None
    is_front_page: bool = False

    @property
    def is_paginated(self) -> bool:
        return self.last_number is not None

    @property
    def is_empty(self) -> bool:
        return not any(entry.sure for entry in self.entries)


@dataclass
class Newsroom:
    """A listing, newest first, that changes as planned while it is read."""

    articles: list[str]
    plan: dict[int, str] = field(default_factory=dict)
    pinned: str | None = None
    prints_pagination: bool = True
    answers: dict[int, str] = field(default_factory=dict)
    readings: int = 0

    async def read(self, url: str) -> Page:
        self.readings += 1
        self._change(self.plan.get(self.readings, ""))
        number = partition_listing_page(url)[1]
        if number in self.answers:
            raise FetchError(url, self.answers[number])
        return self._page(url, number)

    def _change(self, what: str) -> None:
        if what == "publish":
            self.articles.insert(0, f"new-{self.readings}")
        elif what.startswith("withdraw") and self.articles:
            del self.articles[int(what.split()[1]) % len(self.articles)]

    def _page(self, url: str, number: int) -> Page:
        slugs = self.articles[(number - 1) * PER_PAGE : number * PER_PAGE]
        if not slugs:
            raise FetchError(url, "404")
        last = -(-len(self.articles) // PER_PAGE)
        pinned = [self.pinned] if self.pinned else []
        return Page(
            url=url,
            number=number,
            entries=[Entry(f"http://127.0.0.1/{slug}/") for slug in [*pinned, *slugs]],
            last_number=last if self.prints_pagination and last > 1 else None,
            next_url=listing_page(FIRST, number + 1)
            if self.prints_pagination and number < last
            else None,
        )


class Repeating(Newsroom):
    """Answers with its last page to the number of any that follows."""

    def _page(self, url: str, number: int) -> Page:
        last = super()._page(url, min(number, -(-len(self.articles) // PER_PAGE)))
        last.number = number
        return last


def begin() -> Trail:
    return Trail(source="category", first=FIRST, failed=lambda _address, _reason: None)


def walk(newsroom: Newsroom, max_pages: int = 1000, fullest: int = 0) -> tuple[list[str], Trail]:
    """Walk *newsroom* and return the slugs found and the trail."""
    trail = begin()
    trail.fullest = fullest

    async def collect() -> list[str]:
        entries = ListingWalk(newsroom.read, trail, max_pages=max_pages).entries()
        return [entry.url.split("/")[3] async for entry in entries]

    return asyncio.run(collect()), trail


def slugs(count: int) -> list[str]:
    """Return the slugs of *count* articles."""
    return [f"old-{number}" for number in range(count)]


changes = st.dictionaries(
    st.integers(0, 8).map(lambda n: 2 + n * QUIET),
    st.one_of(st.just("publish"), st.integers(0, 60).map("withdraw {}".format)),
)


@given(
    count=st.integers(0, 40),
    plan=changes,
    offset=st.integers(0, QUIET),
    prints_pagination=st.booleans(),
    pinned=st.sampled_from([None, "old-0", "pinned"]),
)
def test_nothing_that_stays_listed_is_missed_while_the_site_publishes_and_withdraws(
    *, count: int, plan: dict[int, str], offset: int, prints_pagination: bool, pinned: str | None
) -> None:
    newsroom = Newsroom(
        slugs(count),
        plan={reading + offset: what for reading, what in plan.items()},
        prints_pagination=prints_pagination,
        pinned=pinned,
    )
    before = set(newsroom.articles)
    found, _ = walk(newsroom)
    stayed = before & set(newsroom.articles)
    assert stayed <= set(found)
    assert len(found) == len(set(found))


@given(
    count=st.integers(PER_PAGE + 1, 30),
    readings=st.sets(st.integers(0, 12).map(lambda n: 1 + n * PER_PAGE)),
)
def test_everything_published_until_the_walk_ends_is_found(count: int, readings: set[int]) -> None:
    newsroom = Newsroom(slugs(count), plan=dict.fromkeys(readings, "publish"))
    found, _ = walk(newsroom)
    assert set(newsroom.articles) <= set(found)


def test_a_listing_at_rest_is_read_twice_and_its_head_once_more() -> None:
    newsroom = Newsroom(slugs(9))
    found, trail = walk(newsroom)
    assert found == slugs(9)
    assert newsroom.readings == 3 + 2 + 1
    assert (trail.stopped, trail.claimed) == ("end", 3)


def test_a_listing_of_one_page_without_pagination_links_is_read_twice() -> None:
    newsroom = Newsroom(slugs(2), prints_pagination=False)
    assert walk(newsroom)[0] == slugs(2)
    assert newsroom.readings == 3  # itself, the page that might follow, itself again


def test_a_page_that_fails_is_named_and_passed_over() -> None:
    found, trail = walk(Newsroom(slugs(12), answers={2: "500"}))
    assert found == [*slugs(12)[:3], *slugs(12)[6:]]
    assert [(f.address, f.reason) for f in trail.failures] == [(f"{FIRST}page/2/", "500")]
    assert trail.stopped == "end"


def test_a_listing_that_only_fails_is_given_up() -> None:
    _, trail = walk(Newsroom(slugs(30), answers=dict.fromkeys(range(2, 99), "500")))
    assert trail.stopped == "failures"
    assert len(trail.failures) == 3


def test_a_missing_page_that_the_listing_still_promises_is_a_failure() -> None:
    found, trail = walk(Newsroom(slugs(12), answers={2: "404"}))
    assert "old-11" in found
    assert [f.reason for f in trail.failures] == ["404"]


def test_a_missing_page_that_nobody_promised_is_the_end() -> None:
    found, trail = walk(Newsroom(slugs(7), prints_pagination=False))
    assert found == slugs(7)
    assert (trail.stopped, trail.failures) == ("end", [])


def test_a_listing_that_does_not_exist_is_empty() -> None:
    assert walk(Newsroom([]))[1].stopped == "404"


@pytest.mark.parametrize("answer", ["front page", "turned back", "empty"])
def test_an_answer_past_the_end_is_told_from_a_page(answer: str) -> None:
    class Site(Newsroom):
        def _page(self, url: str, number: int) -> Page:
            if number < 3:
                return super()._page(url, number)
            instead = super()._page(FIRST, 1)
            instead.is_front_page = answer == "front page"
            if answer == "empty":
                instead.number, instead.entries = number, []
            return instead

    found, trail = walk(Site(slugs(6), prints_pagination=False))
    assert found == slugs(6)
    assert trail.stopped == answer


def test_a_page_that_is_promised_and_shows_no_headline_is_no_end() -> None:
    class Site(Newsroom):
        def _page(self, url: str, number: int) -> Page:
            page = super()._page(url, number)
            if number > 1:
                page.entries = [entry._replace(sure=False) for entry in page.entries]
            return page

    _, trail = walk(Site(slugs(6)))
    assert (trail.stopped, trail.is_complete) == ("unread", False)


def test_a_listing_that_goes_on_for_ever_is_left_when_it_repeats_itself() -> None:
    class Site(Newsroom):
        def _page(self, url: str, number: int) -> Page:
            page = super()._page(url, min(number, 2))
            page.number, page.last_number = number, 99
            page.next_url = listing_page(FIRST, number + 1)
            return page

    found, trail = walk(Site(slugs(6)))
    assert found == slugs(6)
    assert (trail.stopped, trail.stopped_at) == ("repeats", f"{FIRST}page/5/")


@pytest.mark.parametrize(("count", "full"), [(5, 0), (6, 0), (2, PER_PAGE)])
def test_a_listing_that_answers_with_its_last_page_past_its_end_is_over(
    count: int, full: int
) -> None:
    found, trail = walk(Repeating(slugs(count), prints_pagination=False), fullest=full)
    assert (found, trail.stopped, trail.is_complete) == (slugs(count), "turned back", True)


def test_a_last_page_that_moves_while_it_is_shown_again_is_the_end_too() -> None:
    newsroom = Repeating(slugs(8), plan={8: "publish"}, prints_pagination=False)
    found, trail = walk(newsroom)
    assert set(newsroom.articles) <= set(found)
    assert (trail.stopped, trail.is_complete) == ("turned back", True)


@pytest.mark.parametrize(("count", "full"), [(PER_PAGE, PER_PAGE), (2, 0)])
def test_a_listing_that_shows_its_first_page_for_any_number_may_hide_others(
    count: int, full: int
) -> None:
    found, trail = walk(Repeating(slugs(count), prints_pagination=False), fullest=full)
    assert (found, trail.stopped, trail.is_complete) == (slugs(count), "repeats", False)


def test_a_walk_goes_no_further_than_it_may() -> None:
    assert walk(Newsroom(slugs(30)), max_pages=4)[1].stopped == "page limit"


def test_what_a_withdrawal_pulls_up_and_an_article_pushes_back_is_found_at_the_end() -> None:
    newsroom = Newsroom(slugs(8), plan={4: "withdraw 4", 5: "publish"})
    found, _ = walk(newsroom)
    assert set(newsroom.articles) <= set(found)


def test_a_page_that_shows_what_the_page_before_it_did_may_hide_others() -> None:
    shown = {1: [0, 1, 2], 2: [2, 4, 5], 3: [6, 7]}  # 2 and 3 are of the same second

    class Site(Newsroom):
        def _page(self, url: str, number: int) -> Page:
            page = super()._page(url, number)
            page.entries = [Entry(f"http://127.0.0.1/old-{n}/") for n in shown[number]]
            return page

    trail = walk(Site(slugs(8)))[1]
    assert (trail.shown_twice, trail.hides_some) == (1, True)


def test_older_articles_that_the_first_page_shows_besides_hide_nothing() -> None:
    class Site(Newsroom):
        def _page(self, url: str, number: int) -> Page:
            page = super()._page(url, number)
            if number == 1:
                page.entries.insert(0, Entry("http://127.0.0.1/old-7/"))
            return page

    assert not walk(Site(slugs(9)))[1].shown_twice


def test_what_is_pinned_to_every_page_hides_nothing() -> None:
    assert not walk(Newsroom(slugs(9), pinned="pinned"))[1].shown_twice


@pytest.mark.parametrize("moments", [(2,), (2, 4, 6), (4, 5)])
def test_what_was_published_has_others_shown_twice_and_hides_nothing(
    moments: tuple[int, ...],
) -> None:
    _, trail = walk(Newsroom(slugs(9), plan=dict.fromkeys(moments, "publish")))
    assert 1 <= trail.shown_twice <= trail.published == len(moments)
    assert not trail.hides_some
