"""Messages that are posted to an address, as JSON."""

from __future__ import annotations

import json
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from mina_crawler import __version__
from mina_crawler.monitors.message import NotToldError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mina_crawler.monitors.message import Message

TIMEOUT = 15.0
"""Seconds."""
TELEGRAM = "https://api.telegram.org"
MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""What Slack would take for markup of its own."""


def tell_webhook(message: Message, environment: Mapping[str, str]) -> None:
    """Post all there is."""
    _post(environment["MINA_WEBHOOK_URL"], message.payload)


def tell_slack(message: Message, environment: Mapping[str, str]) -> None:
    """Post the text to one of Slack's incoming webhooks."""
    _post(environment["MINA_SLACK_URL"], {"text": message.text.translate(MARKUP)})


def tell_telegram(message: Message, environment: Mapping[str, str]) -> None:
    """Post the text, as a bot, to each of the chats."""
    server = environment.get("MINA_TELEGRAM_SERVER", TELEGRAM)
    url = f"{server}/bot{environment['MINA_TELEGRAM_TOKEN']}/sendMessage"
    for chat in environment.get("MINA_TELEGRAM_CHATS", "").split(","):
        _post(url, {"chat_id": chat.strip(), "text": message.text})


def _post(url: str, content: dict[str, Any]) -> None:
    """Post *content*; the path of *url* is often a secret, and goes into no error."""
    headers = {"Content-Type": "application/json", "User-Agent": f"mina-crawler/{__version__}"}
    body = json.dumps(content, ensure_ascii=False).encode()
    request = Request(url, body, headers)  # noqa: S310 - http, see channels.py
    try:
        build_opener(_NoRedirect).open(request, timeout=TIMEOUT).close()
    except HTTPError as error:
        with error:
            raise NotToldError(f"{request.host} answers {error.code}") from None
    except (OSError, HTTPException, ValueError) as error:
        why = error.reason if isinstance(error, URLError) else type(error).__name__
        raise NotToldError(f"{request.host}: {why}") from None


class _NoRedirect(HTTPRedirectHandler):
    """Follows none: the message would not go along."""

    def redirect_request(self, *_args: object) -> None:
        """Leave the answer as it is: an error."""
