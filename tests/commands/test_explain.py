"""``scrapy explain``, as a maintainer types it on the day the site changes."""

from __future__ import annotations

import subprocess

import pytest

from mina_crawler.commands.explain import LADDERS, SHORTENED, explain
from mina_crawler.pages.article import ArticlePage
from mina_crawler.saved_pages import open_page
from tests.crawls import PROJECT, SCRAPY
from tests.standin import stand_in

ARTICLES = PROJECT / "tests" / "fixtures" / "articles"
NEWS = ARTICLES / "era-b-news" / "page.html"


def scrapy_explain(*sources: object) -> subprocess.CompletedProcess[str]:
    command = [*SCRAPY, "explain", *map(str, sources)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def told() -> list[str]:
    return list(explain([open_page(NEWS)]))


def value_line(told: list[str], field: str) -> str:
    return next(line for line in told if line.startswith(f"{field} "))


def test_each_field_is_told_with_its_value_and_its_rule(told: list[str]) -> None:
    assert value_line(told, "title").split(maxsplit=1)[1] == (
        "Kapal Bantuan Berlayar dari Semarang   [heading]"
    )
    assert value_line(told, "published_at").endswith("2022-02-15T08:36:00+07:00   [json-ld]")
    assert value_line(told, "desk_code").endswith("L/Dn-1/P2   [story]")


def test_what_other_rules_would_have_said_stands_below(told: list[str]) -> None:
    title = told.index(value_line(told, "title"))
    below = [line.strip() for line in told[title + 1 : title + 5]]
    assert "json-ld: Kapal Bantuan Berlayar dari Semarang" in below
    assert "opengraph: Kapal Bantuan Berlayar dari Semarang - Kantor Berita MINA" in below


def test_what_was_cut_out_is_told_with_the_rule_that_cut_it(told: list[str]) -> None:
    cuts = [line.split(maxsplit=1) for line in told if line.startswith("  ") and line[2] != " "]
    assert ["dateline", "Semarang, MINA –"] in cuts
    assert ["desk-code", "(L/Dn-1/P2)"] in cuts
    assert [rule for rule, _ in cuts].count("read-also") == 3


def test_a_disagreement_is_told() -> None:
    page = open_page(ARTICLES / "era-b-date-printed-false-zone" / "page.html")
    assert any(line.startswith("warning: published_at: json-ld says") for line in explain([page]))


def test_a_long_value_is_shortened() -> None:
    lines = list(explain([open_page(NEWS)]))
    text = value_line(lines, "text")
    assert "… (" in text
    assert len(text) < SHORTENED + 60


def test_a_page_that_is_no_article_is_told_why() -> None:
    page = open_page(ARTICLES / "not-challenge" / "page.html")
    assert list(explain([page]))[-1] == "is no article: challenge"


def test_nothing_received_is_told() -> None:
    assert list(explain([])) == ["nothing was received: see the log above"]


@pytest.mark.parametrize("ladder", LADDERS.values())
def test_the_rules_it_tells_of_are_the_page_s(ladder: str) -> None:
    assert hasattr(ArticlePage, ladder)


def test_a_page_that_is_no_article_fails() -> None:
    assert scrapy_explain(ARTICLES / "not-listing-home" / "page.html").returncode == 1


def test_an_address_is_fetched_and_explained() -> None:
    with stand_in(articles=5) as site:
        done = scrapy_explain(site.truth()[0]["url"])
        title = site.truth()[0]["title"]
    assert done.returncode == 0, done.stderr
    assert title in done.stdout


@pytest.mark.parametrize("fault", ["", "robots.txt"])
def test_what_could_not_be_had_is_told_in_a_line(fault: str) -> None:
    with stand_in(articles=5) as site:
        if fault:
            site.control("fault", path=fault, status=503)
        done = scrapy_explain(f"{site.site}tiada/")
    assert done.returncode == 1
    assert done.stdout == "nothing was received: see the log above\n"
    assert done.stderr.splitlines()[0].endswith(f"failed (503): {site.site}robots.txt") == bool(
        fault
    )
    assert f"failed ({'robots' if fault else 404}): {site.site}tiada/" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("source", ["no-such-file.html", ARTICLES])
def test_what_is_neither_address_nor_file_is_refused(source: object) -> None:
    done = scrapy_explain(source)
    assert done.returncode == 2
    assert "give an address that starts with http, or a file" in done.stderr


def test_without_a_page_the_usage_is_told() -> None:
    done = scrapy_explain()
    assert done.returncode == 2
    assert "scrapy explain <url|file>" in done.stdout + done.stderr
