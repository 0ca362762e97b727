"""The handler of the log, in place of Scrapy's, which can neither write JSON nor end a file."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.utils.log import TopLevelFormatter

from mina_crawler.logs.lines import JsonLines, PlainLines

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy.settings import BaseSettings

MEGABYTE = 1_000_000
PROLIX = frozenset({"scrapy.addons", "scrapy.crawler", "scrapy.middleware"})
"""Loggers that list classes and settings at the level of what happens."""
SIGNALLED = "Received %(signame)s"
"""How the messages begin that one of them answers a signal with."""
INDISCREET = frozenset({"boto3", "botocore", "s3transfer", "urllib3"})
"""Packages that print headers and addresses, with what is secret in them, to those who debug."""


def install(settings: BaseSettings, run: Callable[[], str | None]) -> None:
    """Write what is logged from now on as *settings* say; *run* tells the name of the run."""
    handler = handler_of(settings)
    handler.setFormatter(
        JsonLines(run)
        if settings.getbool("MINA_LOG_JSON")
        else PlainLines(settings.get("LOG_FORMAT"), settings.get("LOG_DATEFORMAT"))
    )
    handler.setLevel(settings.get("LOG_LEVEL"))
    handler.addFilter(is_discreet)
    if handler.level >= logging.INFO:
        handler.addFilter(is_terse)
    if settings.getbool("LOG_SHORT_NAMES"):
        handler.addFilter(TopLevelFormatter(["scrapy"]))
    logging.root.setLevel(min(handler.level, logging.WARNING))  # no record is made in vain
    logging.root.addHandler(handler)


def handler_of(settings: BaseSettings) -> logging.Handler:
    """Return where the log goes: to a file of limited size, to the terminal, or nowhere."""
    if path := settings.get("LOG_FILE"):
        if not settings.getbool("LOG_FILE_APPEND"):
            Path(path).unlink(missing_ok=True)
        half = settings.getfloat("MINA_LOG_MAX_MB") * MEGABYTE / 2
        encoding = settings.get("LOG_ENCODING")
        return RotatingFileHandler(path, maxBytes=int(half), backupCount=1, encoding=encoding)
    return logging.StreamHandler() if settings.getbool("LOG_ENABLED") else logging.NullHandler()


def is_discreet(record: logging.LogRecord) -> bool:
    """Tell whether *record* may be written."""
    return record.levelno >= logging.WARNING or record.name.split(".")[0] not in INDISCREET


def is_terse(record: logging.LogRecord) -> bool:
    """Tell whether *record* is worth a line to those who do not debug."""
    if record.levelno >= logging.WARNING or record.name not in PROLIX:
        return True
    return str(record.msg).startswith(SIGNALLED)
