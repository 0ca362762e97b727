"""Which archives are walked where a site lacks some, or gives none."""

from __future__ import annotations

import pytest
from scrapy.http import TextResponse

from tests.discovery.sites import ROOT, listing, search

DAYS = {"since": "2020-09-10", "until": "2020-09-12"}
OLD, NEW = listing("lama", day="2020-09-02"), listing("baru", day="2020-09-11")


@pytest.mark.parametrize("source", ["archive", "pages"])
def test_years_are_walked_where_months_have_no_archive(source: str) -> None:
    site = {"": listing(), "2020/": listing("dua"), "2019/": listing("satu")}
    found = search(source, site)
    assert (sorted(found.paths), found.is_complete) == (["dua/", "satu/"], True)


@pytest.mark.parametrize("whole", ["2020/", "2020/09/"])
@pytest.mark.parametrize("source", ["archive", "pages"])
def test_what_holds_the_days_is_walked_where_days_have_no_archive(source: str, whole: str) -> None:
    site = {"": listing(), "2020/": OLD, whole: NEW}
    assert search(source, site, **DAYS).paths == ["baru/"]


def test_a_day_on_which_nothing_was_published_yet_costs_two_requests_more() -> None:
    site = {"2020/": OLD, "2020/09/": OLD, "2020/09/02/": OLD}
    found = search("archive", site, since="2020-09-26")
    assert (found.paths, found.is_complete) == ([], True)
    assert found.asked == ["2020/", "2020/09/26/", "2020/09/", "2020/09/02/"]


def test_a_month_in_which_nothing_was_published_is_no_reason_to_walk_the_year() -> None:
    site = {"2020/": OLD, "2020/09/": OLD}
    assert search("archive", site, since="2020-07-01", until="2020-07-31").paths == []


@pytest.mark.parametrize("period", [{}, {"since": "2020-09-20"}], ids=["whole", "days"])
def test_a_site_without_archives_is_named(period: dict[str, str]) -> None:
    assert search("archive", {}, **period).failures == {f"{ROOT}2020/": "404"}


def test_new_year_s_day_without_an_article_is_no_missing_archive() -> None:
    assert search("archive", {"2019/": OLD}, since="2020-01-01").failures == {}


def test_archives_that_are_forbidden_are_given_up() -> None:
    found = search("archive", lambda path: TextResponse(f"{ROOT}{path}", status=403))
    assert not found.is_complete
    assert len(found.asked) < 40
