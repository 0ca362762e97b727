"""Saved pages beside what an editor would read from them: one test a case and field."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.serialize import ScrapyJSONEncoder

from mina_crawler.fixtures import Fixture
from mina_crawler.items import ARTICLE_KEYS
from mina_crawler.pipelines.validation import validator

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
CASES = {folder.name: Fixture(folder) for folder in sorted(ARTICLES.iterdir())}
EXPECTED = {name: fixture.expected for name, fixture in CASES.items()}
LINES = {name: line for name, line in EXPECTED.items() if "why_not" not in line}

FIELDS = [
    pytest.param(name, field, id=f"{name}::{field}")
    for name, expected in EXPECTED.items()
    for field in expected
]


@cache
def read(name: str) -> dict[str, Any]:
    """Return what is read today, as the feed's exporter writes it."""
    line: dict[str, Any] = json.loads(json.dumps(CASES[name].read(), cls=ScrapyJSONEncoder))
    return line


@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_what_is_read_is_what_an_editor_reads(name: str, field: str) -> None:
    assert read(name)[field] == EXPECTED[name][field]


@pytest.mark.parametrize("name", EXPECTED)
def test_an_article_is_read_where_one_is_expected(name: str) -> None:
    assert list(read(name)) == (list(ARTICLE_KEYS) if name in LINES else ["why_not"])


@pytest.mark.parametrize("name", LINES)
def test_what_is_expected_keeps_the_contract(name: str) -> None:
    validator("mina-article/1")(LINES[name])


@pytest.mark.parametrize("name", LINES)
def test_nothing_that_was_cut_out_is_expected_in_the_text(name: str) -> None:
    blocks = LINES[name]["text"].split("\n\n")
    cuts = [cut["text"] for cut in LINES[name]["removed"] if cut["rule"] != "contents"]
    assert not [text for text in cuts if text in blocks]  # contents list the subheads again


def test_each_case_says_what_it_is_kept_for() -> None:
    reasons = [fixture.meta["why"] for fixture in CASES.values()]
    assert all(reasons)
    assert len(set(reasons)) == len(reasons)


def test_there_are_cases_of_every_edition() -> None:
    assert {line["edition"] for line in LINES.values()} == {"id", "en", "ar"}
