"""The ways to tell someone, each switched on by what it needs in the environment.

Spidermon's own actions would take secrets from settings; besides, its Telegram message ends at the
first ``#`` or ``&`` and fails at ``published_at``, and its e-mail wants a reactor that has stopped.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mina_crawler.monitors.mail import tell_mail
from mina_crawler.monitors.posts import tell_slack, tell_telegram, tell_webhook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mina_crawler.monitors.message import Message

CHANNELS: dict[str, Callable[[Message, Mapping[str, str]], None]] = {
    "MINA_WEBHOOK_URL": tell_webhook,
    "MINA_SLACK_URL": tell_slack,
    "MINA_TELEGRAM_TOKEN": tell_telegram,
    "MINA_SMTP_URL": tell_mail,
}
"""Name in the environment that switches a channel on -> how to use it."""
SCHEMES = {
    "MINA_WEBHOOK_URL": ("https", "http"),
    "MINA_SLACK_URL": ("https", "http"),
    "MINA_TELEGRAM_SERVER": ("https", "http"),
    "MINA_SMTP_URL": ("smtps", "smtp"),
}
"""How these addresses may begin."""
COMPANIONS = {"MINA_TELEGRAM_TOKEN": "MINA_TELEGRAM_CHATS", "MINA_SMTP_URL": "MINA_MAIL_TO"}
"""What a channel needs besides."""


def channels_in(environment: Mapping[str, str]) -> list[str]:
    """Return the channels that are switched on."""
    return [name for name in CHANNELS if environment.get(name)]


def why_not(environment: Mapping[str, str]) -> str | None:
    """Return why the channels that are switched on cannot work, without any secret."""
    return next(_obstacles(environment), None)


def _obstacles(environment: Mapping[str, str]) -> Iterator[str]:
    for name, schemes in SCHEMES.items():
        if environment.get(name) and not _begins_with(environment[name], schemes):
            yield f"{name}: give an address such as {schemes[0]}://example.org/"
    chosen = channels_in(environment)
    for name in chosen:
        if name in COMPANIONS and not environment.get(COMPANIONS[name]):
            yield f"{name} is set: set {COMPANIONS[name]} too"
    if chosen and find_spec("spidermon") is None:
        yield f"{chosen[0]} is set, but nobody watches: pip install 'mina-crawler[monitor]'"


def _begins_with(address: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
