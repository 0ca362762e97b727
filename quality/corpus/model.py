"""A post as WordPress stores it, beside the truth about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

WIB = timezone(timedelta(hours=7))


class Piece(NamedTuple):
    """A part of a story: its HTML as stored, and the text blocks that a reader owes us for it."""

    html: str
    blocks: tuple[str, ...] = ()
    inline: bool = False
    """Inline HTML still needs a paragraph around it."""


class Picture(NamedTuple):
    """A picture, with its caption as printed and as understood."""

    url: str
    printed: str
    caption: str | None
    credit: str | None

    def truth(self, *, shown: bool = True) -> dict[str, str | None]:
        """Return the picture as the contract wants it."""
        return {
            "url": self.url,
            "caption": self.caption if shown else None,
            "credit": self.credit if shown else None,
        }


class Link(NamedTuple):
    """A link to another story."""

    title: str
    url: str | None


@dataclass(kw_only=True)
class Post:
    """One article: what the newsroom knows, what WordPress stores, what a reader should say."""

    id: int
    edition: str
    genre: str
    url: str
    """As found in a link: with or without slash, with a campaign."""
    canonical: str
    title: str
    printed_title: str
    """The title as stored, which may name the writer."""
    author: str
    editor: str | None
    published: datetime
    modified: datetime | None
    categories: list[str]
    tags: list[str]
    excerpt: str
    thumbnail: Picture | None
    content: str = ""
    """WordPress's ``post_content``."""
    related: list[Link] = field(default_factory=list)
    """Read-also links stored in the post."""
    injected: list[Link] = field(default_factory=list)
    """Read-also links that the plugin adds when the page is rendered."""
    recommended: list[Link] = field(default_factory=list)
    leading_caption: Picture | None = None
    """The main picture's caption where the story itself prints it first."""
    truth: dict[str, Any] = field(default_factory=dict)
    noise: dict[str, list[str]] = field(default_factory=dict)
    """Texts that must not stay in the story: ``read_also`` and ``boilerplate``."""
    oddities: list[str] = field(default_factory=list)
    pages: int = 1
