"""A robots.txt that cannot be had forbids everything; one that is not there, nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.spiders.conftest import Crawl
    from tests.standin import StandIn

ARTICLES = 12


@pytest.mark.parametrize("status", [500, 503])
def test_behind_a_broken_robots_txt_no_page_is_asked_for(
    serve: Callable[..., StandIn], crawl: Callable[..., Crawl], status: int
) -> None:
    site = serve(articles=ARTICLES)
    site.control("fault", path="robots.txt", status=status)
    done = crawl(site=site.site, source="category")
    assert set(site.requests()) == {"/robots.txt"}
    assert (done.exit_code, done.urls) == (3, [])
    assert (str(status), f"{site.site}robots.txt") in done.failures
    assert ("robots", site.site) in done.failures


@pytest.mark.parametrize(("kind", "reason"), [("hang", "timeout"), ("truncate", "truncated")])
def test_behind_a_robots_txt_that_never_comes_whole_no_page_is_asked_for(
    serve: Callable[..., StandIn], crawl: Callable[..., Crawl], kind: str, reason: str
) -> None:
    site = serve(articles=ARTICLES)
    site.control("fault", path="robots.txt", kind=kind)
    impatient = ("-sDOWNLOAD_TIMEOUT=1", "-sRETRY_TIMES=0")
    done = crawl(*impatient, site=site.site, source="category")
    assert set(site.requests()) == {"/robots.txt"}
    assert (done.exit_code, done.urls) == (3, [])
    assert (reason, f"{site.site}robots.txt") in done.failures
    assert "Traceback" not in done.log


@pytest.mark.parametrize(("status", "times"), [(404, -1), (503, 1)])
def test_a_missing_robots_txt_forbids_nothing_nor_one_that_is_had_later(
    serve: Callable[..., StandIn], crawl: Callable[..., Crawl], status: int, times: int
) -> None:
    site = serve(articles=ARTICLES)
    site.control("fault", path="robots.txt", status=status, times=times)
    done = crawl(site=site.site, source="category")
    assert (done.exit_code, len(done.urls)) == (0, ARTICLES)
