from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from parsel import Selector

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.standin import StandIn


def path_of(line: dict[str, Any]) -> str:
    return str(urlsplit(line["url"]).path).lstrip("/")


def words_of(html: str) -> str:
    """Return what a page says, markup and scripts away, spaces folded."""
    body = re.sub(r"(?s)<(script|style)\b.*?</\1>|<!--.*?-->", " ", html.partition("<body")[2])
    block_ends = re.sub(r"</?(?:p|li|td|tr|h\d|div|blockquote|figure)\b[^>]*>", " ", body)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", block_ends)).split())


@pytest.mark.parametrize("theme", ["A", "B", "C"])
def test_every_block_of_the_truth_is_printed(theme: str, serve: Callable[..., StandIn]) -> None:
    site = serve(articles=60, theme=theme, today="2026-03-02")
    for line in site.truth():
        pages = [site.get(path_of(line))]
        pages += [site.get(f"{path_of(line)}{nth}/") for nth in range(2, line["pages"] + 1)]
        printed = words_of(" ".join(pages))
        for block in line["text"].split("\n\n"):
            assert " ".join(block.replace(" | ", " ").split()) in printed, line["url"]


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_an_edition_prints_its_own_direction_and_words(
    edition: str, serve: Callable[..., StandIn]
) -> None:
    site = serve(articles=20, edition=edition, today="2026-03-02")
    line = site.truth()[-1]
    page = Selector(site.get(path_of(line)))
    assert page.xpath("//html/@dir").get() == {"en": "ltr", "ar": "rtl"}[edition]
    assert page.css("h1").xpath("normalize-space()").get() == line["title"]
    assert {"en": "Also Read:", "ar": "اقرأ أيضا"}[edition] in page.css(".read-also").get("")


def test_read_also_links_differ_each_time_and_the_truth_knows_the_last_ones(
    serve: Callable[..., StandIn],
) -> None:
    site = serve(articles=60, today="2026-03-02")
    number, path = next((n, path_of(t)) for n, t in enumerate(site.truth()) if t["pages"] == 1)
    seen = [Selector(site.get(path)).css(".read-also a::text").getall() for _ in range(2)]
    assert seen[0] != seen[1]
    assert [link["title"] for link in site.truth()[number]["related"]] == seen[1]


def test_era_a_calls_local_time_utc(serve: Callable[..., StandIn]) -> None:
    site = serve(articles=10, theme="A", today="2026-03-02")
    line = site.truth()[0]
    machine = Selector(site.get(path_of(line))).css("time::attr(datetime)").get()
    assert machine == line["published_at"].replace("+07:00", "+00:00")


def listed(site: StandIn, path: str) -> list[str]:
    """Return what a list lists, page after page."""
    page = Selector(site.get(path))
    found = page.css("article h2 a::attr(href)").getall()
    older = page.css("a.next::attr(href)").get()
    return found + (listed(site, older.removeprefix(site.site)) if older else [])


def test_the_front_page_lists_everything_newest_first(site: StandIn) -> None:
    assert listed(site, "") == [line["url"] for line in reversed(site.truth())]


def test_a_category_lists_its_own_and_its_childrens_articles(site: StandIn) -> None:
    own = {"Internasional", "Afrika", "Amerika", "Asia", "Eropa"}
    expected = [line["url"] for line in site.truth() if own & set(line["categories"])]
    assert listed(site, "category/internasional/") == expected[::-1]


@pytest.mark.parametrize("path", ["2020/", "2026/02/", "2026/03/01/"])
def test_a_date_archive_lists_its_days(path: str, site: StandIn) -> None:
    prefix = path.strip("/").replace("/", "-")
    expected = [line["url"] for line in site.truth() if line["published_at"].startswith(prefix)]
    assert listed(site, path) == expected[::-1]


def test_a_tag_lists_its_articles(site: StandIn) -> None:
    expected = [line["url"] for line in site.truth() if "Gaza" in line["tags"]]
    assert listed(site, "tag/gaza/") == expected[::-1]


@pytest.mark.parametrize(
    "path",
    [
        "page/13/",
        "2026/02/30/",
        "2026/13/",
        "1999/",
        "2012/01/01/",
        "category/tidak-ada/",
        "tag/tidak-ada/",
        "tidak-ada/",
        "tidak-ada-5/",
        "?p=1",
    ],
)
def test_what_is_not_there_is_not_found(path: str, site: StandIn) -> None:
    assert site.status(path) == 404


@pytest.mark.parametrize("form", ["{path}", "{path}/1/", "{path}/99/", "?p={post_id}"])
def test_other_addresses_of_an_article_lead_to_it(form: str, site: StandIn) -> None:
    line = site.truth()[7]
    path = form.format(path=path_of(line).strip("/"), post_id=line["post_id"])
    assert Selector(site.get(path)).css("link[rel=canonical]::attr(href)").get() == line["url"]


@pytest.mark.parametrize(
    "path", ["tentang-kami/", "robots.txt", "wp-content/uploads/2020/01/x.jpg"]
)
def test_what_is_no_article_is_served(path: str, site: StandIn) -> None:
    assert site.status(path) == 200
