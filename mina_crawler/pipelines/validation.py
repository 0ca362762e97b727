"""Let only lines pass that keep the published contract."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import fastjsonschema
from scrapy.exceptions import DropItem

from mina_crawler.items import ARTICLE_SCHEMA, TOMBSTONE_SCHEMA, to_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self

    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

    from mina_crawler.items import Article, Tombstone

_FILES = {ARTICLE_SCHEMA: "article.json", TOMBSTONE_SCHEMA: "tombstone.json"}


@cache
def validator(schema: str) -> Callable[[dict[str, Any]], Any]:
    """Return the compiled validator of *schema*; it raises ``JsonSchemaValueException``."""
    text = files("mina_crawler.schemas").joinpath(_FILES[schema]).read_text("utf-8")
    compiled: Callable[[dict[str, Any]], Any] = fastjsonschema.compile(json.loads(text))
    return compiled


class ValidationPipeline:
    """Drops a line that breaks the contract, and says which key of which article broke it."""

    def __init__(self, stats: StatsCollector | None = None) -> None:
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline with the stats of *crawler*."""
        return cls(crawler.stats)

    def process_item(self, item: Article | Tombstone) -> Article | Tombstone:
        """Return *item*; raise ``DropItem`` where its line is not valid."""
        try:
            validator(item.schema)(to_line(item))
        except fastjsonschema.JsonSchemaValueException as error:
            if self._stats:
                self._stats.inc_value("failed/invalid")
            where = ".".join(str(part) for part in error.path[1:])
            message = (
                f"{item.url} breaks {item.schema} at {where}: {error.message};"
                " has the page layout changed?"
            )
            raise DropItem(message) from error
        return item
