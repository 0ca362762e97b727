"""Only lines that keep the contract pass."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import fastjsonschema
import pytest
from jsonschema import Draft202012Validator
from scrapy.exceptions import DropItem

from mina_crawler.items import ARTICLE_KEYS, TOMBSTONE_KEYS, Tombstone, to_line
from mina_crawler.pipelines.validation import ValidationPipeline, validator
from tests.articles import article

HASH = "0" * 64
BROKEN = [
    ({"url": "ftp://minanews.net/a/"}, "url"),
    ({"edition": "fr"}, "edition"),
    ({"title": ""}, "title"),
    ({"published_at": "2022-02-15T08:36:00"}, "published_at"),
    ({"published_at": "2022-02-15T01:36:00+00:00"}, "published_at"),
    ({"text": ""}, "text"),
    ({"desk_code": "(T/R1)"}, "desk_code"),
    ({"reporters": ["Rana", "Rana"]}, "reporters"),
    ({"related": [{"title": "Judul"}]}, "related.0"),
    ({"image": {"url": "https://minanews.net/a.jpg"}}, "image"),
    ({"pages": 0}, "pages"),
    ({"post_id": "7"}, "post_id"),
    ({"content_hash": "abc"}, "content_hash"),
    ({"source": "guess"}, "source"),
    ({"dateline": {"place": "Demak"}}, "dateline"),
]


class Missed(list[tuple[str, str, str]]):
    """What the spider is told."""

    def __call__(self, url: str, source: str, reason: str) -> None:
        self.append((url, source, reason))


def published(name: str) -> Any:
    return json.loads(files("mina_crawler.schemas").joinpath(f"{name}.json").read_text("utf-8"))


def valid(**fields: Any) -> Any:
    return article(**{"text": "Cerita.", "content_hash": HASH, **fields})


def stone(**fields: Any) -> Tombstone:
    plain = {
        "url": "https://minanews.net/a/",
        "edition": "id",
        "gone_at": "2025-01-01T00:00:00+00:00",
        "status": 410,
        "run": "r",
    }
    return Tombstone(**{**plain, **fields})


@pytest.mark.parametrize("item", [valid(), stone()], ids=["article", "tombstone"])
def test_a_line_that_keeps_the_contract_passes(item: Any) -> None:
    missed = Missed()
    assert ValidationPipeline(missed).process_item(item) is item
    assert missed == []


@pytest.mark.parametrize(("fields", "key"), BROKEN, ids=[str(fields) for fields, _ in BROKEN])
def test_a_broken_line_is_dropped_and_the_key_is_named(fields: dict[str, Any], key: str) -> None:
    with pytest.raises(DropItem, match=rf"^\w+://.* breaks mina-article/1 at {key}: "):
        ValidationPipeline(Missed()).process_item(valid(**fields))


def test_a_tombstone_tells_gone_or_missing_only() -> None:
    with pytest.raises(DropItem, match="breaks mina-tombstone/1 at status"):
        ValidationPipeline(Missed()).process_item(stone(status=500))


def test_what_is_dropped_is_missed_by_its_address() -> None:
    missed = Missed()
    for item in (valid(title="", source="feed"), stone(status=500)):
        with pytest.raises(DropItem):
            ValidationPipeline(missed).process_item(item)
    assert missed == [(valid().url, "feed", "invalid"), (stone().url, "url", "invalid")]


@pytest.mark.parametrize(
    ("name", "keys"), [("article", ARTICLE_KEYS), ("tombstone", TOMBSTONE_KEYS)]
)
def test_the_published_schema_is_one_and_asks_for_every_key(
    name: str, keys: tuple[str, ...]
) -> None:
    schema = published(name)
    Draft202012Validator.check_schema(schema)
    assert tuple(schema["required"]) == tuple(schema["properties"]) == keys


@pytest.mark.parametrize("fields", [{}, *(fields for fields, _ in BROKEN)], ids=str)
def test_the_fast_verdict_is_that_of_the_reference(fields: dict[str, Any]) -> None:
    line = to_line(valid(**fields))
    try:
        validator("mina-article/1")(line)
        passes = True
    except fastjsonschema.JsonSchemaValueException:
        passes = False
    assert passes == Draft202012Validator(published("article")).is_valid(line)
