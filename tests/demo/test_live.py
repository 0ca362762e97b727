from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.standin import StandIn


@pytest.fixture
def living(serve: Callable[..., StandIn]) -> StandIn:
    return serve(articles=40)


def by_url(site: StandIn) -> dict[str, dict[str, Any]]:
    return {line["url"]: line for line in site.truth()}


def path_of(site: StandIn, url: str) -> str:
    return url.removeprefix(site.site)


def test_a_published_article_is_the_newest_of_the_truth_and_of_the_front_page(
    living: StandIn,
) -> None:
    [url] = living.control("publish")["published"]
    assert living.truth()[-1]["url"] == url
    assert url in living.get("")
    assert living.status(path_of(living, url)) == 200


def test_the_site_publishes_by_itself_after_every_so_many_requests(living: StandIn) -> None:
    living.control("publish", every=3)
    for _ in range(7):
        living.get("")
    assert len(living.truth()) == 42


@pytest.mark.parametrize(("what", "changed"), [("text", "text"), ("title", "title")])
def test_an_edit_changes_what_it_says_and_the_time_of_change(
    what: str, changed: str, living: StandIn
) -> None:
    before = by_url(living)
    edited = set(living.control("edit", n=5, what=what)["edited"])
    after = by_url(living)
    assert len(edited) == 5
    for url, line in after.items():
        differing = {key for key in line if line[key] != before[url][key]}
        assert differing == ({changed, "modified_at"} if url in edited else set())


def test_a_deleted_article_is_gone(living: StandIn) -> None:
    deleted = living.control("delete", n=2)["deleted"]
    assert {living.status(path_of(living, url)) for url in deleted} == {404}
    assert not set(deleted) & by_url(living).keys()


def test_a_moved_article_answers_at_its_old_address(living: StandIn) -> None:
    [(old, new)] = living.control("move")["moved"].items()
    assert f'<link rel="canonical" href="{new}"' in living.get(path_of(living, old))
    assert new in by_url(living)
    assert old not in by_url(living)


def test_a_republished_text_stands_in_the_truth_only_when_asked_for(living: StandIn) -> None:
    [(first, copy)] = living.control("republish")["republished"].items()
    whole = {line["url"]: line for line in living.truth(copies=True)}
    assert whole[copy]["text"] == whole[first]["text"]
    assert whole[copy]["duplicate_of"] == first
    assert copy not in by_url(living)


def test_one_article_can_be_named_by_its_path(living: StandIn) -> None:
    url = living.truth()[3]["url"]
    assert living.control("delete", path=f"/{path_of(living, url)}")["deleted"] == [url]


def test_the_theme_can_change_while_the_site_runs(living: StandIn) -> None:
    path = path_of(living, living.truth()[0]["url"])
    pages = set()
    for name in "ABC":
        living.control("theme", name=name)
        pages.add(living.get(path).partition("<body")[0])
    assert len(pages) == 3


def test_requests_are_counted_and_control_is_not(living: StandIn) -> None:
    living.get("robots.txt")
    living.get("robots.txt")
    assert living.requests() == {"/robots.txt": 2}
    living.control("requests", "DELETE")
    assert living.requests() == {}
