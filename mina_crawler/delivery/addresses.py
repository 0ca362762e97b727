"""Addresses of feeds: what names them in the ledger and in the log, without passwords."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from w3lib.url import file_uri_to_path

from mina_crawler.parsing.dates import WIB

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy import Spider

PER_RUN = frozenset({"run", "time", "batch_time", "batch_id", "day"})
"""Placeholders that stand for another value from run to run."""
SHARED = frozenset({"batch_id", "day"})
"""Those of them that two runs may have in common: alone they make no name a fresh one."""

_PLACEHOLDER = re.compile(r"%\((?P<name>[^)]+)\)[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]")


def without_login(address: str) -> str:
    """Return *address* without user name and password.

    >>> without_login("s3://key:secret@bucket/articles.jsonl")
    's3://bucket/articles.jsonl'
    """
    return address.replace(f"//{_login(address)}", "//", 1)


def with_login_of(template: str, address: str) -> str:
    """Return *address* with the user name and password that *template* carries.

    >>> with_login_of("s3://key:secret@bucket/%(run)s.jsonl", "s3://bucket/1.jsonl")
    's3://key:secret@bucket/1.jsonl'
    """
    return address.replace("//", f"//{_login(template)}", 1)


def feed_address(template: str, parameters: Mapping[str, Any]) -> str:
    """Return what a feed is known by from run to run.

    >>> feed_address("s3://key:secret@mina/%(edition)s/%(run)s.jsonl", {"edition": "en"})
    's3://mina/en/%(run)s.jsonl'
    """
    address = _PLACEHOLDER.sub(
        lambda found: found[0] if found["name"] in PER_RUN else found[0] % parameters,
        without_login(template),
    )
    return local_path(address) if urlsplit(address).scheme in {"", "file"} else address


def folder_of(template: str) -> str:
    """Return the remote folder that all files of a feed lie in; ``""`` for a feed on this machine.

    >>> folder_of("s3://key:secret@mina/news/edition=%(edition)s/%(run)s.jsonl")
    's3://mina/news'
    >>> folder_of("data/%(run)s.jsonl")
    ''
    """
    fixed = without_login(template).partition("%(")[0]
    return fixed.rpartition("/")[0] if urlsplit(fixed).netloc else ""


def local_path(address: str) -> str:
    """Return the absolute path that the address of a local feed stands for.

    >>> local_path("file:///srv/mina/articles.jsonl")
    '/srv/mina/articles.jsonl'
    """
    path = file_uri_to_path(address) if address.startswith("file:") else address
    return str(Path(path).absolute())


def uri_params(parameters: dict[str, Any], spider: Spider) -> dict[str, Any]:
    """Add the edition, and the day (in the site's zone) on which a file is begun."""
    parameters["day"] = f"{datetime.now(WIB):%Y-%m-%d}"
    if arguments := getattr(spider, "arguments", None):
        parameters["edition"] = arguments.edition
    return parameters


def is_fresh_name(template: str) -> bool:
    """Tell whether each run writes to files of its own.

    >>> is_fresh_name("data/%(run)s-%(batch_id)d.jsonl"), is_fresh_name("data/%(batch_id)d.jsonl")
    (True, False)
    """
    names = {found["name"] for found in _PLACEHOLDER.finditer(template)}
    return not names.isdisjoint(PER_RUN - SHARED)


def _login(address: str) -> str:
    login, at, _ = urlsplit(address).netloc.rpartition("@")
    return login + at
