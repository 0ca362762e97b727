"""An article has one identity, and the ledger knows it by all its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mina_crawler.ledger.articles import DAY, SAME_POST, SAME_TEXT
from mina_crawler.ledger.digests import REST, changed_keys, digest_keys
from tests.ledgers import accept, article, clock, ledger, ledger_address

if TYPE_CHECKING:
    from mina_crawler.ledger.articles import Known
    from mina_crawler.ledger.ledger import Ledger
    from tests.ledgers import Clock

__all__ = ["clock", "ledger", "ledger_address"]

OTHER = "https://minanews.net/alamat-lain/"


@pytest.fixture
def known(ledger: Ledger) -> Known:
    accept(ledger, article(1), ledger.begin_run("r1"), etag='"1"')
    found = ledger.articles.find(article(1).url)
    assert found
    return found


def test_an_article_is_found_by_address_post_and_text(ledger: Ledger, known: Known) -> None:
    assert ledger.articles.is_known(known.url)
    assert ledger.articles.find_post(OTHER, 1001) == known
    assert ledger.articles.find_text(article(1).content_hash) == known
    assert known.etag == '"1"'


def test_a_post_id_counts_for_its_own_site_only(ledger: Ledger, known: Known) -> None:
    assert ledger.articles.find_post("http://127.0.0.1:8080/x/", known.post_id or 0) is None


def test_another_address_of_the_same_post_leads_to_it(ledger: Ledger, known: Known) -> None:
    ledger.articles.remember_alias(OTHER, known, SAME_POST)
    assert ledger.articles.is_known(OTHER)
    assert ledger.articles.find(OTHER) == known


def test_a_republished_text_is_known_but_not_the_same_article(ledger: Ledger, known: Known) -> None:
    ledger.articles.remember_alias(OTHER, known, SAME_TEXT)
    assert ledger.articles.is_known(OTHER)
    assert ledger.articles.find(OTHER) is None


def test_an_article_is_gone_when_it_is_gone_twice_a_day_apart(
    ledger: Ledger, known: Known, clock: Clock
) -> None:
    def gone() -> bool:
        again = ledger.articles.find(known.url)
        return ledger.articles.note_gone(again) if again else False

    assert not gone()
    clock.now += DAY - 1
    assert not gone()
    clock.now += 1
    assert gone()


def test_an_article_that_comes_back_is_not_gone(ledger: Ledger, known: Known, clock: Clock) -> None:
    ledger.articles.note_gone(known)
    clock.now += DAY
    ledger.articles.note_seen(known)
    found = ledger.articles.find(known.url)
    assert found
    assert not ledger.articles.note_gone(found)


def test_known_articles_are_listed_page_by_page(ledger: Ledger, known: Known) -> None:
    for number in range(2, 1202):
        accept(ledger, article(number), 1)
    since = known.published_at
    assert sum(1 for _ in ledger.articles.published_since(since)) == 1201
    assert not list(ledger.articles.published_since(since + 1))


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        ({"text": "Isi yang lain."}, ["text"]),
        ({"title": "Judul lain", "modified_at": "2020-10-01T00:00:00+07:00"},
         ["title", "modified_at"]),
        ({"reporters": ["Rani Kusuma"], "tags": ["Gaza"]}, ["reporters", "tags"]),
        ({"modified_at": "2020-10-01T00:00:00+07:00"}, []),
        ({"published_at": "2020-09-26T04:10:00+07:00"}, []),
        ({"related": [{"title": "Berita lain", "url": None}], "published_raw": "2 jam lalu"}, []),
        ({"text": "Isi  ke-1."}, []),
    ],
    ids=str,
)  # fmt: skip
def test_only_what_the_newsroom_changed_is_an_edit(
    edit: dict[str, object], changed: list[str]
) -> None:
    before, after = digest_keys(article(1)), digest_keys(article(1, **edit))
    assert changed_keys(before, after) == changed


@pytest.mark.parametrize(
    ("difference", "changed"),
    [
        ({"editors": ["Rani Kusuma"]}, []),
        ({"tags": ["Gaza"]}, []),
        ({"summary": "Ringkasan."}, []),
        ({"text": "Isi yang lain.", "editors": ["Rani Kusuma"]}, ["editors", "text"]),
    ],
    ids=str,
)
def test_only_what_both_sources_tell_shows_an_edit_between_them(
    difference: dict[str, object], changed: list[str]
) -> None:
    page = digest_keys(article(1, **difference))
    api = digest_keys(article(1, provenance={"text": REST}))
    assert changed_keys(page, api) == changed_keys(api, page) == changed


def test_what_was_never_met_is_new(ledger: Ledger, known: Known) -> None:
    other, fresh = article(2), article(3)
    assert ledger.articles.is_new(other.url, other.post_id, other.content_hash)
    assert not ledger.articles.is_new(known.url, other.post_id, other.content_hash)
    assert not ledger.articles.is_new(other.url, known.post_id, other.content_hash)
    assert not ledger.articles.is_new(other.url, None, known.content_hash.hex())
    ledger.articles.remember_alias(fresh.url, known, SAME_TEXT)
    assert not ledger.articles.is_new(fresh.url, None, fresh.content_hash)
