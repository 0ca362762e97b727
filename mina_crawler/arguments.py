"""The arguments of the spider, checked before anything is asked of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from mina_crawler.editions import EDITIONS, Edition

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

SOURCES = ("pages", "category", "archive", "sitemap", "feed", "rest", "auto", "url")
"""The ways of finding articles; ``url`` where addresses are given."""
BLIND_TO_CATEGORIES = frozenset({"archive", "sitemap"})
PASSED_BY_SCRAPYD = frozenset({"_job", "_version"})


class ArgumentError(ValueError):
    """An argument that cannot be obeyed; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days in the site's zone, both ends included; ``None`` leaves an end open."""

    since: date | None = None
    until: date | None = None

    def __contains__(self, day: date) -> bool:
        """Tell whether *day* lies in the period."""
        return (self.since is None or day >= self.since) and (
            self.until is None or day <= self.until
        )

    def __bool__(self) -> bool:
        """Tell whether the period leaves anything out."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Arguments:
    """What one crawl was asked for."""

    edition: str = "id"
    site: str | None = None
    """Another root address, for mirrors and tests."""
    since: date | None = None
    until: date | None = None
    categories: tuple[str, ...] = ()
    """Slugs; empty means all."""
    url: tuple[str, ...] = ()
    """Single articles to read instead of looking for some."""
    max_items: int | None = None
    source: str = "pages"
    """The way of finding articles; ``url`` where addresses were given."""
    recheck: int | None = None
    """Known articles published in the last so many days are looked at again."""
    full: bool = False
    """Known articles are looked at again, all of them."""

    @property
    def period(self) -> Period:
        """The days asked for."""
        return Period(self.since, self.until)

    @property
    def root(self) -> str:
        """The address of the front page."""
        return self.site or self._edition.root

    @property
    def hosts(self) -> frozenset[str]:
        """Where requests may go: hosts, with the port where the address has one."""
        if self.site:
            return frozenset({_authority(self.site)})
        return self._edition.hosts

    @property
    def first_day(self) -> date:
        """The first day worth looking at."""
        return self.since or self._edition.first_day

    @property
    def _edition(self) -> Edition:
        return EDITIONS[self.edition]


def parse_arguments(given: Mapping[str, str]) -> Arguments:
    """Return the arguments *given* on a command line.

    Raises ArgumentError, whose message is one line.

    >>> parse_arguments({"since": "2020-09-26", "categories": "palestina,opini"}).categories
    ('palestina', 'opini')
    >>> parse_arguments({"sinse": "2020-01-01"})
    Traceback (most recent call last):
    mina_crawler.arguments.ArgumentError: sinse: no such argument; did you mean since?
    """
    named = {name: text for name, text in given.items() if name not in PASSED_BY_SCRAPYD}
    for name in named:
        _check_name(name)
    values = {name: _READERS[name](text) for name, text in named.items()}
    arguments = Arguments(**({"source": "url"} if "url" in values else {}) | values)
    _check_together(arguments)
    return arguments


def _check_name(name: str) -> None:
    if name in _READERS:
        return
    near = get_close_matches(name, _READERS, n=1)
    known = f"did you mean {near[0]}?" if near else f"known are {', '.join(_READERS)}"
    message = f"{name}: no such argument; {known}"
    raise ArgumentError(message)


def _check_together(arguments: Arguments) -> None:
    if arguments.source == "url" and not arguments.url:
        message = "source='url': give addresses too, as in url=https://minanews.net/the-article/"
        raise ArgumentError(message)
    outside = next((u for u in arguments.url if _authority(u) not in arguments.hosts), None)
    if outside:
        message = f"url={outside!r}: lies outside {arguments.root}; name its edition or site too"
        raise ArgumentError(message)
    if arguments.categories and arguments.source in BLIND_TO_CATEGORIES:
        message = f"source='{arguments.source}': lists no categories; give category, feed or rest"
        raise ArgumentError(message)
    if arguments.since and arguments.until and arguments.since > arguments.until:
        message = f"since='{arguments.since}': give a day not after until='{arguments.until}'"
        raise ArgumentError(message)


def _read_day(name: str) -> Callable[[str], date]:
    def read(text: str) -> date:
        message = f"{name}={text!r}: give a day as YYYY-MM-DD"
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            raise ArgumentError(message)
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ArgumentError(message) from None

    return read


def _read_choice(name: str, choices: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in choices:
            message = f"{name}={text!r}: give one of {', '.join(choices)}"
            raise ArgumentError(message)
        return text

    return read


def _read_site(text: str) -> str:
    if not _is_web_address(text):
        message = f"site={text!r}: give a root address such as https://minanews.net/"
        raise ArgumentError(message)
    return urlunsplit(urlsplit(text)._replace(query="", fragment="")).rstrip("/") + "/"


def _read_slugs(text: str) -> tuple[str, ...]:
    slugs = tuple(slug for slug in re.split(r"[,\s]+", text) if slug)
    if not slugs or any("/" in slug for slug in slugs):
        message = f"categories={text!r}: give slugs separated by commas, as in palestina,opini"
        raise ArgumentError(message)
    return slugs


def _read_addresses(text: str) -> tuple[str, ...]:
    source = _read_list_file(text.removeprefix("@")) if text.startswith("@") else text
    addresses = tuple(address for address in re.split(r"[,\s]+", source) if address)
    wrong = next((address for address in addresses if not _is_web_address(address)), None)
    if wrong or not addresses:
        message = f"url={wrong or text!r}: give addresses that start with http:// or https://"
        raise ArgumentError(message)
    return tuple(dict.fromkeys(addresses))


def _read_list_file(name: str) -> str:
    try:
        return Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"url='@{name}': give a readable text file with one address a line ({error})"
        raise ArgumentError(message) from None


def _read_count(name: str) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[1-9]\d{0,8}", text):
            message = f"{name}={text!r}: give a whole number from 1"
            raise ArgumentError(message)
        return int(text)

    return read


def _read_switch(name: str) -> Callable[[str], bool]:
    def read(text: str) -> bool:
        if text not in {"0", "1"}:
            message = f"{name}={text!r}: give 1, or 0 for no"
            raise ArgumentError(message)
        return text == "1"

    return read


def _authority(address: str) -> str:
    return urlsplit(address).netloc.lower()


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


_READERS: dict[str, Callable[[str], Any]] = {
    "edition": _read_choice("edition", tuple(EDITIONS)),
    "site": _read_site,
    "since": _read_day("since"),
    "until": _read_day("until"),
    "categories": _read_slugs,
    "url": _read_addresses,
    "max_items": _read_count("max_items"),
    "recheck": _read_count("recheck"),
    "full": _read_switch("full"),
    "source": _read_choice("source", SOURCES),
}
