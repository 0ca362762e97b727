"""Which of a feed's validators are kept for the next crawl."""

from __future__ import annotations

import pytest
from scrapy.http import HtmlResponse, Response

from mina_crawler.discovery.feeds import validators_of
from tests.discovery.sites import ROOT, search

ETAG = '"7c1f"'
CHANGED = "Tue, 24 Nov 2026 03:00:10 GMT"


def validators(**headers: str) -> dict[str, str]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return validators_of(Response("https://minanews.net/feed/", headers=named))


@pytest.mark.parametrize("second", ["10", "11"])
def test_a_feed_that_may_change_again_within_its_second_leaves_none(second: str) -> None:
    answered = f"Tue, 24 Nov 2026 03:00:{second} GMT"
    assert validators(ETag=ETAG, Last_Modified=CHANGED, Date=answered) == {}


def test_a_feed_that_has_settled_is_asked_for_with_what_it_sent() -> None:
    answered = "Tue, 24 Nov 2026 03:00:12 GMT"
    assert validators(ETag=ETAG, Last_Modified=CHANGED, Date=answered) == {
        "If-None-Match": ETAG,
        "If-Modified-Since": CHANGED,
    }


def test_a_feed_without_dates_is_asked_for_by_its_tag() -> None:
    assert validators(ETag=ETAG) == {"If-None-Match": ETAG}


@pytest.mark.parametrize("day", ["kemarin", "Tue, 24 Nov 2026 03:00:10"])
def test_dates_that_cannot_be_compared_prove_nothing(day: str) -> None:
    answered = "Tue, 24 Nov 2026 04:00:00 GMT"
    assert validators(ETag=ETAG, Last_Modified=day, Date=answered) == {}


def rss(*slugs: str) -> Response:
    items = "".join(f"<item><link>{ROOT}{slug}/</link></item>" for slug in slugs)
    return Response(f"{ROOT}feed/", body=f"<rss><channel>{items}</channel></rss>".encode())


FRONT_PAGE = HtmlResponse(ROOT, body=b"<html><body>MINA</body></html>")


def test_a_feed_whose_end_leads_to_the_front_page_is_read_to_its_end() -> None:
    found = search("feed", {"feed/": rss("dua"), "feed/?paged=2": rss("satu")}.get)
    over = {"feed/": rss("dua"), "feed/?paged=2": rss("satu"), "feed/?paged=3": FRONT_PAGE}
    assert search("feed", over).paths == found.paths == ["dua/", "satu/"]
    assert search("feed", over).is_complete


@pytest.mark.parametrize(
    ("answers", "reason"),
    [({}, "404"), ({"feed/": rss()}, "empty"), ({"feed/": FRONT_PAGE}, "front page")],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_site_without_a_feed_that_lists_anything_is_named(
    answers: dict[str, Response], reason: str
) -> None:
    assert search("feed", answers).failures == {f"{ROOT}feed/": reason}
