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

    from mina_crawler.items import Article, Tombstone

UNKNOWN = "url"
"""Where a tombstone's address is said to come from, which does not tell."""
_FILES = {ARTICLE_SCHEMA: "article.json", TOMBSTONE_SCHEMA: "tombstone.json"}


@cache
def validator(schema: str) -> Callable[[dict[str, Any]], Any]:
    """Return the compiled validator of *schema*; it raises ``JsonSchemaValueException``."""
    contract = json.loads(files("mina_crawler.schemas").joinpath(_FILES[schema]).read_text("utf-8"))
    whole = _inlined(contract, contract.get("$defs", {}))
    compiled: Callable[[dict[str, Any]], Any] = fastjsonschema.compile(whole)
    return compiled


def _inlined(node: Any, definitions: dict[str, Any]) -> Any:  # noqa: ANN401  (JSON is anything)
    """Return *node* with what it refers to in place: to follow references takes 10 µs a line."""
    if isinstance(node, list):
        return [_inlined(value, definitions) for value in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return definitions[node["$ref"].rpartition("/")[2]]
    return {key: _inlined(value, definitions) for key, value in node.items()}


class ValidationPipeline:
    """Drops a line that breaks the contract, and says which key of which article broke it."""

    def __init__(self, miss: Callable[[str, str, str], None]) -> None:
        """Take what is told of a line that is dropped: its address, its source and a reason."""
        self._miss = miss

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Have the spider of *crawler* ask again in its next run."""
        return cls(crawler.spider.miss)  # type: ignore[union-attr]

    def process_item(self, item: Article | Tombstone) -> Article | Tombstone:
        """Return *item*; raise ``DropItem`` where its line is not valid."""
        try:
            validator(item.schema)(to_line(item))
        except fastjsonschema.JsonSchemaValueException as error:
            self._miss(item.url, getattr(item, "source", UNKNOWN), "invalid")
            where = ".".join(str(part) for part in error.path[1:])
            message = (
                f"{item.url} breaks {item.schema} at {where}: {error.message};"
                " has the page layout changed?"
            )
            raise DropItem(message) from error
        return item
