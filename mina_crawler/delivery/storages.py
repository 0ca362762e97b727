"""Chooses how a feed is delivered: line by line to the end of a file, or file by file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.exporters import JsonLinesItemExporter
from scrapy.extensions.feedexport import FileFeedStorage

from mina_crawler.delivery.addresses import is_fresh_name, local_path, without_login
from mina_crawler.delivery.append import AppendDelivery
from mina_crawler.delivery.batch import BatchDelivery
from mina_crawler.delivery.checks import check_directory
from mina_crawler.delivery.places import place_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scrapy.extensions.feedexport import FeedSlot

    from mina_crawler.delivery.desk import Account

UTF_8 = frozenset({"utf8", "utf-8"})
LINES = frozenset({"jsonlines", "jsonl", "jl"})


def delivery_for(
    slot: FeedSlot, account: Account, delays: Sequence[float], options: Mapping[str, str]
) -> AppendDelivery | BatchDelivery:
    """Return what takes the place of the slot's storage. Raises ConfigurationError."""
    place = place_for(slot.storage, options)
    if not isinstance(slot.storage, FileFeedStorage):
        return BatchDelivery(place, account, uri=without_login(slot.uri), delays=delays)
    path = Path(local_path(slot.storage.path))
    check_directory(path)
    if _appends(slot):
        return AppendDelivery(path, account, is_lines=_is_lines(slot), delays=delays)
    return BatchDelivery(place, account, uri=str(path), delays=delays)


def takes_lines(slot: FeedSlot) -> bool:
    """Tell whether the feed's lines are those of the outbox: nothing is chosen or escaped."""
    options = slot.feed_options
    chosen = options["fields"] or options["item_export_kwargs"]
    return (
        type(slot.exporter) is JsonLinesItemExporter
        and not chosen
        and str(options["encoding"]).lower() in UTF_8
    )


def _appends(slot: FeedSlot) -> bool:
    """Tell whether the file is kept, and either named alike in each run or good to follow."""
    if slot.feed_options.get("overwrite") or slot.feed_options["batch_item_count"]:
        return False
    return _is_lines(slot) or not is_fresh_name(slot.uri_template)


def _is_lines(slot: FeedSlot) -> bool:
    return slot.format in LINES and "postprocessing" not in slot.feed_options
