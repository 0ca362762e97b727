"""Walks through posts while they are published, edited and withdrawn."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.discovery.failures import FetchError
from mina_crawler.discovery.rest_api import PER_PAGE, Batch
from mina_crawler.discovery.rest_walk import BY_EDIT, RestWalk, Route
from mina_crawler.discovery.trail import Trail
from mina_crawler.pages.rest import RestPost

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EPOCH = datetime(2020, 1, 1)  # noqa: DTZ001 -- the wall clock of the newsroom
NOW = datetime(2020, 6, 1, tzinfo=UTC)


@dataclass
class Newsroom:
    """Posts by id, each with the second of its last edit; they change between two answers."""

    edits: dict[int, int]
    plan: list[Callable[[Newsroom], None]] = field(default_factory=list)
    knows_clock: bool = True
    fails: frozenset[int] = frozenset()
    gives: int = PER_PAGE
    """The most posts of one answer, however many are asked for."""
    tells: Callable[[int], int | None] = lambda total: total
    """What the site says of how many posts there are."""
    loses_order: bool = False
    """Posts of one second come in another order each time."""
    answers: int = 0

    async def posts(self, **query: Any) -> Batch:
        self.answers += 1
        if self.plan:
            self.plan.pop(0)(self)
        if self.answers in self.fails:
            raise FetchError(self.address("posts", **query), "500")
        after = query.get("modified_after", "") if self.knows_clock else ""
        moments = sorted(self.edits.items(), key=self.order(query["orderby"]))
        matching = [post for post, edit in moments if stamp(edit) > after]
        start = (query["page"] - 1) * self.gives
        if start and start >= len(matching):
            raise FetchError(self.address("posts", **query), "400")
        shown = [self.post(post) for post in matching[start : start + self.gives]]
        return Batch(shown, self.tells(len(matching)))

    def order(self, name: str) -> Callable[[tuple[int, int]], tuple[int, int]]:
        """Return the key to sort posts by, of which one second's have no order where it is lost."""
        lost = self.answers if self.loses_order else 0
        return {
            "id": lambda post: (post[0], 0),
            "modified": lambda post: (post[1], (post[0] * (7 + lost)) % 997),
        }[name]

    def post(self, number: int) -> RestPost:
        told = {"link": f"http://127.0.0.1/kabar-{number}/", "modified": stamp(self.edits[number])}
        return RestPost(told, fetched_at=NOW)

    def address(self, route: str, **query: object) -> str:
        return f"http://127.0.0.1/{route}?{query}"


def stamp(second: int) -> str:
    return (EPOCH + timedelta(seconds=second)).isoformat()


def walk(newsroom: Newsroom, trail: Trail | None = None) -> tuple[list[int], Trail]:
    trail = trail or begin()

    async def collect() -> list[int]:
        posts = RestWalk(newsroom, trail, Route({}, BY_EDIT)).posts()  # type: ignore[arg-type]
        return [int(post.url.rpartition("-")[2].strip("/")) async for post in posts]

    return asyncio.run(collect()), trail


def begin() -> Trail:
    return Trail(source="rest", first="http://127.0.0.1/", failed=lambda _address, _reason: None)


def publish(newsroom: Newsroom) -> None:
    newsroom.edits[max(newsroom.edits, default=0) + 1] = 10_000 + newsroom.answers


def edit_the_oldest(newsroom: Newsroom) -> None:
    if newsroom.edits:
        oldest = min(newsroom.edits, key=newsroom.edits.__getitem__)
        newsroom.edits[oldest] = 10_000 + newsroom.answers


def withdraw_the_oldest(newsroom: Newsroom) -> None:
    if newsroom.edits:
        del newsroom.edits[min(newsroom.edits, key=newsroom.edits.__getitem__)]


TOTALS = {
    "the truth": lambda total: total,
    "nothing": lambda _total: None,
    "none": lambda _total: 0,
    "half": lambda total: total // 2,
    "more": lambda total: total * 3 + 7,
}
"""What a site may say of how many posts there are."""


def nothing(_newsroom: Newsroom) -> None:
    """Let the site rest between two answers."""


changes = st.sampled_from([publish, edit_the_oldest, withdraw_the_oldest, nothing])


@given(
    seconds=st.lists(st.integers(0, 400), max_size=350),
    plan=st.lists(changes, max_size=6),
)
def test_every_post_that_stays_is_met_once_whatever_happens_meanwhile(
    seconds: list[int], plan: list[Callable[[Newsroom], None]]
) -> None:
    newsroom = Newsroom(dict(enumerate(seconds)), plan)
    found, trail = walk(newsroom)
    assert set(newsroom.edits) <= set(found)
    assert len(found) == len(set(found))
    assert (trail.stopped, trail.is_complete) == ("end", True)


def test_a_hundred_posts_cost_one_request() -> None:
    newsroom = Newsroom({number: number for number in range(950)})
    walk(newsroom)
    assert newsroom.answers == 10


def test_more_posts_of_one_second_than_one_answer_holds_are_all_met() -> None:
    newsroom = Newsroom(dict.fromkeys(range(450), 7))
    assert sorted(walk(newsroom)[0]) == list(range(450))


def test_posts_of_one_second_without_an_order_are_all_met() -> None:
    newsroom = Newsroom({number: 7 + number // 400 for number in range(450)}, loses_order=True)
    found, trail = walk(newsroom)
    assert sorted(found) == list(range(450))
    assert trail.is_complete


def test_a_site_that_does_not_know_the_clock_is_walked_by_number() -> None:
    newsroom = Newsroom({number: number for number in range(450)}, knows_clock=False)
    assert walk(newsroom)[0] == list(range(450))
    assert newsroom.answers <= 7


@pytest.mark.parametrize("gives", [10, 20, 100])
@pytest.mark.parametrize("tells", TOTALS.values(), ids=TOTALS)
@pytest.mark.parametrize("seconds", [range(64), [7] * 64], ids=["one by one", "all at once"])
@pytest.mark.parametrize("knows_clock", [True, False])
def test_a_site_that_gives_less_than_it_is_asked_for_is_walked_to_its_end(
    *, gives: int, tells: Callable[[int], int | None], seconds: Sequence[int], knows_clock: bool
) -> None:
    newsroom = Newsroom(dict(enumerate(seconds)), gives=gives, tells=tells, knows_clock=knows_clock)
    found, trail = walk(newsroom)
    assert (sorted(found), trail.stopped) == (list(range(64)), "end")
    assert newsroom.answers <= 64 / gives * 2 + 3


def test_a_walk_that_met_less_than_the_site_claims_is_not_whole() -> None:
    assert not walk(Newsroom({1: 1, 2: 2}, tells=TOTALS["more"]))[1].is_complete


def test_what_an_earlier_walk_of_the_trail_met_ends_no_walk() -> None:
    newsroom = Newsroom({number: number for number in range(450)})
    _, trail = walk(newsroom)
    newsroom.edits[450] = 449
    assert walk(newsroom, trail) == ([450], trail)
    assert trail.stopped == "end"


def test_a_batch_that_fails_is_named_and_the_walk_is_not_whole() -> None:
    newsroom = Newsroom({number: number for number in range(450)}, fails=frozenset({2}))
    found, trail = walk(newsroom)
    assert len(found) >= 350
    assert [failure.reason for failure in trail.failures] == ["500"]
    assert not trail.is_complete


def test_an_api_that_only_fails_is_given_up() -> None:
    newsroom = Newsroom({1: 1}, fails=frozenset(range(99)))
    assert walk(newsroom)[1].stopped == "failures"
    assert newsroom.answers == 3
