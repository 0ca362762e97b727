"""Which of a feed's validators are kept for the next crawl."""

from __future__ import annotations

import pytest
from scrapy.http import Response

from mina_crawler.discovery.feeds import validators_of

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
