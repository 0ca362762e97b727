"""Under which conditions a run was made: arguments, settings and versions, without secrets."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from mina_crawler import __version__
from mina_crawler.delivery.addresses import without_login

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.settings import BaseSettings

SETTINGS = (
    "USER_AGENT", "ROBOTSTXT_OBEY", "DOWNLOAD_DELAY", "CONCURRENT_REQUESTS_PER_DOMAIN",
    "AUTOTHROTTLE_ENABLED", "DOWNLOAD_TIMEOUT", "DOWNLOAD_MAXSIZE", "RETRY_TIMES",
    "MINA_CRAWL_DELAY_MAX", "MINA_BUSY_PAUSE", "MINA_BUSY_PAUSE_MAX", "MINA_BUSY_RETRIES",
    "MINA_BUSY_PATIENCE", "MINA_MAX_LISTING_PAGES", "MINA_DUPLICATES", "MINA_SUSPECT_ARTICLES",
    "MINA_SUSPECT_DROP", "MINA_SILENCE_DAYS",
)  # fmt: skip
"""Those that decide what a crawl finds and how it behaves; none of them is a secret."""


def arguments_of(given: Mapping[str, str]) -> dict[str, str]:
    """Return the arguments as *given*, addresses without passwords.

    >>> arguments_of({"url": "https://minanews.net/a/,https://me:secret@minanews.net/b/"})
    {'url': 'https://minanews.net/a/,https://minanews.net/b/'}
    """
    return {
        name: ",".join(without_login(part) for part in value.split(","))
        for name, value in given.items()
    }


def settings_of(settings: BaseSettings) -> dict[str, Any]:
    """Return the settings that mattered, and where the feeds lie."""
    feeds = sorted(without_login(str(address)) for address in settings.getdict("FEEDS"))
    return {name: settings.get(name) for name in SETTINGS} | {"FEEDS": feeds}


def versions() -> dict[str, str]:
    """Return what ran."""
    return {
        "mina-crawler": __version__,
        "Scrapy": version("Scrapy"),
        "Python": platform.python_version(),
    }
