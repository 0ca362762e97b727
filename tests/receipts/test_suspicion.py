"""When a run that met no error is suspect all the same."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mina_crawler.receipts.lots import lots_of
from mina_crawler.receipts.suspicion import Limits, suspicions
from tests.made_receipts import receipt

USUAL = [receipt(run=f"usual-{number}") for number in range(3)]


def doubts(now: dict[str, Any], history: list[dict[str, Any]] | None = None) -> list[str]:
    return list(suspicions(now, USUAL if history is None else history, Limits()))


def test_a_run_like_those_before_it_is_not_suspect() -> None:
    assert doubts(receipt()) == []


def test_a_first_run_has_nothing_to_be_held_against() -> None:
    assert doubts(receipt(articles={"coverage": {"editors": 0.0}}), []) == []


def test_a_field_that_articles_no_longer_have_is_named() -> None:
    [reason] = doubts(receipt(articles={"coverage": {"editors": 0.2, "desk_code": 0.1}}))
    assert reason == "only 20% of the articles have editors, usually 90%"


def test_a_field_that_few_articles_ever_had_may_be_missing() -> None:
    assert doubts(receipt(articles={"coverage": {"editors": 0.9, "desk_code": 0.0}})) == []


def test_texts_that_shrink_are_told() -> None:
    [reason] = doubts(receipt(articles={"text_length": 300}))
    assert reason == "half of the texts have less than 300 characters, usually 1200"


def test_a_main_rule_that_stopped_is_named_though_another_answers() -> None:
    rules = {"editors": {"header": 36}, "published_at": {"header": 40}}
    [reason] = doubts(receipt(articles={"rules": rules}))
    assert reason == "the rule json-ld, which usually supplies published_at, answers no more"


@pytest.mark.parametrize(
    "change",
    [
        {"articles": {"count": 1}},
        {"articles": {"count": 0}},
        {"way": "rest"},
        {"articles": {"middle_day": "2015-03-01"}},
    ],
    ids=["too few", "none", "another way of finding them", "articles of other years"],
)
def test_only_what_is_alike_is_compared(change: dict[str, Any]) -> None:
    articles = change.get("articles", {}) | {"coverage": {"editors": 0.0}}
    assert doubts(receipt(**(change | {"articles": articles}))) == []


def test_small_runs_prove_together_what_none_of_them_proves_alone() -> None:
    small = receipt(articles={"count": 3, "coverage": {"editors": 0.0}, "text_length": 300})
    assert doubts(small, [small, *USUAL]) == []
    assert doubts(small, [small] * 6 + USUAL) == [
        "only 0% of the articles have editors, usually 90%",
        "half of the texts have less than 300 characters, usually 1200",
    ]


def test_a_lot_counts_each_article_once() -> None:
    first, second = receipt(articles={"count": 5}), receipt(articles={"count": 15})
    second["articles"] |= {"coverage": {"editors": 0.5}, "text_length": 500, "rules": {}}
    [lot] = lots_of(first, [second], 20)
    assert (lot.count, lot.text_length, lot.coverage["editors"]) == (20, 500, 0.6)
    assert lot.rules["editors", "header"] == 36


def test_what_has_changed_for_good_is_usual_after_some_runs() -> None:
    changed = receipt(articles={"coverage": {"editors": 0.0}})
    assert doubts(changed, [changed] * 4 + USUAL) == []


@pytest.mark.parametrize("reason", ["challenge", "not found", "layout", "invalid"])
def test_an_answer_that_is_not_the_site_is_suspect_and_named(reason: str) -> None:
    url = "https://minanews.net/a/"
    failure = {"url": url, "reason": reason, "source": "category", "tries": 1}
    [told] = doubts(receipt(failed={reason: 1}, failures=[failure]))
    assert told.startswith(f"1 times {reason}")
    assert told.endswith(url)


def test_a_broken_server_is_not_suspect() -> None:
    assert doubts(receipt(failed={"500": 3, "timeout": 1})) == []


def silence(days: float, **changes: Any) -> list[str]:
    last = receipt(run="last", ended_at=f"2026-11-{23 - int(days):02}T21:10:00+00:00")
    return doubts(receipt(new=0, articles={"count": 0}, **changes), [last])


def test_nothing_new_for_days_is_suspect() -> None:
    assert silence(3) == []
    assert silence(4) == ["nothing new for 4 days: the last was found on 2026-11-19T21:10:00+00:00"]


@pytest.mark.parametrize("argument", ["until", "url", "categories", "max_items"])
def test_a_crawl_that_did_not_look_for_all_that_is_new_may_find_nothing(argument: str) -> None:
    assert silence(4, arguments={argument: "1"}) == []


def test_silence_is_measured_from_the_last_run_that_found_something() -> None:
    quiet = receipt(run="quiet", new=0)
    now = receipt(new=0, ended_at="2026-11-30T21:10:00+00:00")
    assert "nothing new for 7 days" in doubts(now, [quiet, *USUAL])[0]
    assert not list(suspicions(now, USUAL, Limits(silence=timedelta(days=8))))
