"""Tells people what is news, over all channels that are switched on."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from mina_crawler.monitors.channels import CHANNELS, channels_in
from mina_crawler.monitors.memory import Memory
from mina_crawler.monitors.message import NotToldError
from mina_crawler.monitors.news import news_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta
    from pathlib import Path

    from mina_crawler.monitors.message import Message
    from mina_crawler.receipts.receipt import Receipt

logger = logging.getLogger(__name__)


def tell_news(
    receipt: Receipt, found: Sequence[tuple[str, str]], data: Path, patience: timedelta
) -> None:
    """Tell what is news of what monitors *found*; remember it in *data* where somebody heard it."""
    memory = Memory(data / "told.json")
    news = news_of(receipt, found, memory, patience)
    if news.message is None or _tell(news.message):
        memory.keep(receipt, news.known)


def _tell(message: Message) -> bool:
    """Tell *message* over all channels; return whether one of them took it."""
    took = [_tell_over(channel, message) for channel in channels_in(os.environ)]
    return any(took)


def _tell_over(channel: str, message: Message) -> bool:
    try:
        CHANNELS[channel](message, os.environ)
    except NotToldError as error:
        logger.error("Nobody could be told (%s): %s", channel, error)  # noqa: TRY400
        return False
    logger.info("Told (%s): %s", channel, message.subject)
    return True
