"""Tells of runs beside the feeds they brought lines to: a receipt and a manifest for each."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from mina_crawler.delivery.addresses import folder_of
from mina_crawler.delivery.manifests import compose_manifest
from mina_crawler.delivery.notices import Notices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mina_crawler.delivery.exporter import LedgerFeedExporter
    from mina_crawler.ledger.deliveries import Batch
    from mina_crawler.receipts.receipt import Receipt

logger = logging.getLogger(__name__)


def post(receipt: Receipt, directory: Path, brought: Sequence[Batch] | None = None) -> None:
    """Let the receipt wait to be published, and the manifest where a ledger knows the files."""
    run = receipt["run"]
    for folder in {folder_of(feed) for feed in receipt["settings"]["FEEDS"]} - {""}:
        notices = _notices(directory)
        if brought is not None:
            manifest = compose_manifest(run, receipt["verdict"], folder, brought)
            notices.post(folder, f"manifests/{run}.json", manifest)
        notices.post(folder, f"runs/{run}.json", receipt)


async def publish(receipt: Receipt, directory: Path, exporter: LedgerFeedExporter) -> None:
    """Bring what waits beside the feeds, except where lines could not be brought just now."""
    for template in exporter.feeds:
        folder = folder_of(template)
        if folder and not any(feed.startswith(f"{folder}/") for feed in receipt["owed"]):
            try:
                await _notices(directory).bring(folder, partial(exporter.place_beside, template))
            except Exception as error:  # noqa: BLE001 - storages raise what they like
                logger.warning("Receipts wait for the next run, for %s: %s", folder, error)


def _notices(directory: Path) -> Notices:
    return Notices(directory / "unpublished")
