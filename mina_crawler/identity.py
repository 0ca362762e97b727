"""Tells the site who is asking, and whom its editors may write to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler import __version__

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


class Identity:
    """The add-on that makes ``USER_AGENT`` of our name and of the contact that was set."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Introduce the crawl, unless somebody has chosen a ``USER_AGENT`` of their own."""
        settings.set("USER_AGENT", user_agent(settings["MINA_CONTACT"]), priority="addon")


def user_agent(contact: str | None) -> str:
    """Return the name that a server's log shows.

    >>> user_agent("redaksi@example.org").partition(" ")[2]
    '(+redaksi@example.org)'
    """
    name = f"mina-crawler/{__version__}"
    return f"{name} (+{contact})" if contact else name
