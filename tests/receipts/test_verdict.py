"""What a run is worth, by what its receipt tells."""

from __future__ import annotations

from typing import Any

import pytest

from mina_crawler.receipts.verdict import Verdict, judge
from tests.made_receipts import receipt, walk

REPEATS = walk(source="feed", stopped="repeats", complete=False)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, 0),
        ({"reason": "another_run"}, 0),
        ({"reason": "killed", "owed": {"s3://mina/%(run)s.jsonl": 7}}, 137),
        ({"failed": {"500": 2}}, 3),
        ({"reason": "site_busy"}, 3),
        ({"errors": {"pages": 1}}, 3),
        ({"walks": [REPEATS]}, 3),
        ({"walks": [walk(stopped="page limit", complete=False)]}, 3),
        ({"walks": [walk(stopped="overlap", complete=False)]}, 3),
        ({"walks": [walk(stopped="front page")]}, 0),
        ({"walks": [walk(source="rest", claimed_articles=50)]}, 3),
        ({"walks": [walk(source="rest", claimed_articles=40)]}, 0),
        ({"owed": {"s3://mina/%(run)s.jsonl": 7}}, 5),
        ({"errors": {"ledger": 1}}, 5),
        ({"unstored": 1, "ledger": False}, 5),
        ({"unstored": 1}, 0),
    ],
)
def test_the_exit_code_follows_from_the_receipt(changes: dict[str, Any], code: int) -> None:
    judgement = judge(receipt(**changes))
    assert judgement.exit_code == code
    assert bool(judgement.reasons) == (code != 0 or changes.get("reason") == "another_run")


def test_the_gravest_verdict_wins_and_all_reasons_are_told() -> None:
    mixed = receipt(failed={"500": 2}, owed={"articles.jsonl": 7})
    assert judge(mixed, ["the site looks strange"]).reasons == [
        "7 lines wait for articles.jsonl: the next run delivers them first",
        "the site looks strange",
        "2 addresses could not be had (500)",
    ]
    assert judge(receipt(failed={"500": 2}), ["the site looks strange"]).exit_code == 4


def test_a_database_that_fails_is_no_error_of_the_program() -> None:
    failed = receipt(errors={"articles": 12, "pages": 1, "ledger": 12})
    assert judge(failed).reasons == [
        "12 times the ledger could not be written to",
        "1 errors of the program: see the log",
    ]
    assert len(judge(receipt(errors={"articles": 12, "ledger": 12})).reasons) == 1


def test_the_first_address_that_could_not_be_had_is_named() -> None:
    failure = {"url": "https://minanews.net/a/", "reason": "500", "source": "rest", "tries": 1}
    [reason] = judge(receipt(failed={"500": 2}, failures=[failure])).reasons
    assert reason == "2 addresses could not be had (500), first https://minanews.net/a/"


def test_what_makes_a_run_suspect_is_not_told_twice() -> None:
    assert judge(receipt(failed={"challenge": 2}), ["a challenge"]).reasons == ["a challenge"]


def test_a_walk_that_ended_early_is_named() -> None:
    [reason] = judge(receipt(walks=[REPEATS])).reasons
    assert REPEATS["listing"] in reason
    assert "repeats" in reason


def test_what_is_bad_about_a_configuration_is_its_reason() -> None:
    bad = judge(receipt(reason="bad_configuration"), ["feed s4://mina: nothing stores s4://"])
    assert bad == (Verdict.BAD_CONFIGURATION, ["feed s4://mina: nothing stores s4://"])
    assert bad.exit_code == 2
