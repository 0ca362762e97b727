"""Opens the ledger that a crawl is configured for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from mina_crawler.delivery.checks import ConfigurationError
from mina_crawler.delivery.desk import open_desk
from mina_crawler.ledger.database import parse_address

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

    from mina_crawler.delivery.desk import Desk

OPENING_ERRORS = (SQLAlchemyError, ImportError, OSError, RuntimeError, ValueError)
"""What goes wrong where a database is not there, not ours, or has no driver."""


def open_configured_desk(crawler: Crawler, run: str) -> Desk | None:
    """Open the desk of *run*; ``None`` where the ledger is off. Raises ConfigurationError."""
    address = ledger_address(crawler.settings)
    try:
        return open_desk(crawler, address, run) if address else None
    except OPENING_ERRORS as error:
        raise ConfigurationError(f"the ledger cannot be opened: {error}") from error


def ledger_address(settings: BaseSettings) -> str:
    """Return where the ledger is, ``""`` where it is off.

    The environment's ``MINA_LEDGER`` wins over the setting; it is the place for a password. A
    bare file name lies in ``MINA_DATA_DIR``.
    """
    setting = settings.get("MINA_LEDGER") or ""
    if "://" in setting and parse_address(setting).password:
        raise ConfigurationError(
            "MINA_LEDGER: settings are printed in the log: give an address with a password in the"
            " environment variable of that name"
        )
    address = os.environ.get("MINA_LEDGER", setting).strip()
    if not address or "://" in address:
        return address
    return str(Path(settings["MINA_DATA_DIR"], address))
