"""Known articles looked at again: by the page, by the API, and by one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.corpus import ARTICLES, ask_ledger, crawls, site
from tests.ledgers import ledger_address

if TYPE_CHECKING:
    from tests.crawls import Crawls
    from tests.standin import StandIn

ALL_TIMES = "recheck=9999"

__all__ = ["crawls", "ledger_address", "site"]


@pytest.mark.long
@pytest.mark.parametrize(("first", "then"), [("category", "rest"), ("rest", "category")])
def test_what_only_one_source_tells_is_no_edit_and_what_both_tell_is(
    crawls: Crawls, site: StandIn, first: str, then: str
) -> None:
    crawls.source = first
    crawls.run()
    crawls.source = then
    assert crawls.run("full=1").code == 0
    assert len(crawls.lines()) == ARTICLES
    [edited] = site.control("edit", n=1)["edited"]
    crawls.run("full=1")
    [line] = crawls.lines()[ARTICLES:]
    assert (line["url"], line["revision"]) == (edited, 2)
    assert "text" in line["changed"]


def test_the_api_is_asked_for_a_hundred_known_articles_at_a_time(
    crawls: Crawls, site: StandIn
) -> None:
    crawls.source = "rest"
    crawls.run()
    [edited] = site.control("edit", n=1)["edited"]
    [withdrawn] = site.control("delete", n=1)["deleted"]
    site.control("requests", "DELETE")
    for expected in ([edited], []):
        before = len(crawls.lines())
        crawls.run(ALL_TIMES)
        assert [line["url"] for line in crawls.lines()[before:]] == expected
    pages = [path for path in site.requests() if "rest_route" not in path and "wp-json" not in path]
    assert sorted(pages) == sorted([withdrawn.removeprefix(site.site[:-1]), "/robots.txt"])
    assert ask_ledger(crawls, "SELECT count(*) FROM articles WHERE gone_since > 0") == [(1,)]
