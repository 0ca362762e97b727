"""What goes wrong with a request, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError

from mina_crawler.pages.challenge import is_challenged

if TYPE_CHECKING:
    from scrapy.http import Response

GONE = frozenset({"404", "410"})
"""The reasons that say: there is no such page."""

CHALLENGE = "challenge"
"""The reason that says: something stood between us and the site."""

UNREACHABLE = frozenset({"unknown host", "connection refused", "connection lost", "timeout"})
"""The reasons that tell of the way to the site, not of a page."""

_BY_CLASS: tuple[tuple[type[BaseException], str], ...] = (
    (DownloadTimeoutError, "timeout"),
    (DownloadConnectionRefusedError, "connection refused"),
    (CannotResolveHostError, "unknown host"),
    (ResponseDataLossError, "truncated"),
    (DownloadCancelledError, "too large"),
    (DownloadFailedError, "connection lost"),
    (OSError, "connection lost"),
)
_CODINGS = frozenset({"backports", "brotli", "brotlicffi", "compression", "gzip", "zlib"})
"""The packages whose errors tell that an answer is not compressed as it says."""
_BY_MESSAGE = (
    ("Forbidden by robots.txt", "robots"),
    ("Filtered offsite", "offsite"),
    ("max redirections", "redirect loop"),
    ("Ignored response", "too large"),  # a small answer that decompresses to a large one
)


class FetchError(Exception):
    """A page that could not be had; ``reason`` is a short name, ``404`` or ``timeout``."""

    def __init__(self, address: str, reason: str) -> None:
        """Name the *address* and the *reason*."""
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason


def name_status(response: Response) -> str:
    """Return the short name of an answer that is not the page asked for."""
    return CHALLENGE if is_challenged(response) else str(response.status)


def name_failure(error: BaseException) -> str | None:
    """Return the short name of *error*, or ``None`` for what is no failure of a request.

    >>> name_failure(DownloadTimeoutError()), name_failure(IgnoreRequest("Forbidden by robots.txt"))
    ('timeout', 'robots')
    """
    if isinstance(error, HttpError):
        return name_status(error.response)
    if isinstance(error, IgnoreRequest):
        message = str(error)
        return next((name for start, name in _BY_MESSAGE if message.startswith(start)), "refused")
    if type(error).__module__.partition(".")[0] in _CODINGS:
        return "broken compression"
    return next((name for kind, name in _BY_CLASS if isinstance(error, kind)), None)
