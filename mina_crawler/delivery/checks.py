"""What can be known to be wrong with a feed before anything is crawled."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mina_crawler.delivery.addresses import feed_address, is_fresh_name, without_login

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

APPENDING = frozenset({"", "file", "stdout"})
"""Schemes whose files keep what earlier runs wrote."""

CURES = {"s3": "pip install 'mina-crawler[s3]'"}
"""What helps where the package is missing that stores feeds of a scheme."""


class ConfigurationError(ValueError):
    """A setting that cannot work; the message says what to write instead."""


def checked_address(template: str, parameters: Mapping[str, Any]) -> str:
    """Return what a feed is known by; refuse placeholders that nothing stands for.

    >>> checked_address("data/%(editon)s", {"edition": "id"})
    Traceback (most recent call last):
    mina_crawler.delivery.checks.ConfigurationError: feed data/%(editon)s: no value for 'editon'
    """
    address = without_login(template)
    try:
        return feed_address(template, parameters)
    except KeyError as error:
        raise ConfigurationError(f"feed {address}: no value for {error}") from None
    except (TypeError, ValueError) as error:
        raise ConfigurationError(f"feed {address}: {error}") from None


def check_bucket(address: str) -> None:
    """Refuse a ``MINA_BUCKET`` that would be a folder of this machine, or nothing.

    >>> check_bucket("bucket/mina")
    Traceback (most recent call last):
    mina_crawler.delivery.checks.ConfigurationError: MINA_BUCKET: give an s3://bucket/folder
    """
    parts = urlsplit(address)
    if address and not (parts.scheme and parts.hostname):
        raise ConfigurationError("MINA_BUCKET: give an s3://bucket/folder")


def check_scheme(template: str, known: Container[str]) -> None:
    """Refuse the address of a feed that nothing stores.

    >>> check_scheme("s4://mina/%(run)s.jsonl", {"s3"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    mina_crawler.delivery.checks.ConfigurationError: feed s4://mina/%(run)s.jsonl: nothing ...
    """
    scheme = urlsplit(template).scheme
    if scheme not in known:
        raise ConfigurationError(
            f"feed {without_login(template)}: nothing stores {scheme}://:"
            " give an s3:// or the path of a file"
        )


def lacking(template: str, reason: str) -> str:
    """Return what to do where a storage lacks a package.

    >>> lacking("s3://key:secret@mina/%(run)s.jsonl", "missing boto3 library")
    "feed s3://mina/%(run)s.jsonl: missing boto3 library: pip install 'mina-crawler[s3]'"
    """
    cure = CURES.get(urlsplit(template).scheme, "install it")
    return f"feed {without_login(template)}: {reason}: {cure}"


def check_name(template: str, options: Mapping[str, Any]) -> None:
    """Refuse names under which one run would overwrite what the last one delivered.

    >>> check_name("s3://mina/articles.jsonl", {})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    mina_crawler.delivery.checks.ConfigurationError: feed s3://mina/articles.jsonl: each run ...
    """
    if is_fresh_name(template) or options.get("overwrite"):
        return
    if options.get("batch_item_count") or urlsplit(template).scheme not in APPENDING:
        raise ConfigurationError(
            f"feed {without_login(template)}: each run would overwrite what the last one"
            " delivered: put %(run)s into the name"
        )


def check_directory(path: Path) -> None:
    """Refuse a file that cannot be made; *path* is absolute."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise ConfigurationError(f"feed {path}: cannot write there: {error.strerror}") from None
    if path.is_dir():
        raise ConfigurationError(f"feed {path}: is a directory: give the name of a file")
