"""The JSON lines that a crawl delivers: the article and the tombstone."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from mina_crawler.parsing.blocks import Block

ARTICLE_SCHEMA = "mina-article/1"
TOMBSTONE_SCHEMA = "mina-tombstone/1"


class Dateline(TypedDict):
    """Where and when a story says it was filed."""

    place: str | None
    hijri: str | None
    date: str | None
    agencies: list[str]
    raw: str


class Picture(TypedDict):
    """A picture with the words printed under it."""

    url: str
    caption: str | None
    credit: str | None


class Link(TypedDict):
    """A read-also link."""

    title: str
    url: str | None


class Cut(TypedDict):
    """A piece cut from the story's container, with the name of the rule that cut it."""

    rule: str
    text: str


@dataclass(kw_only=True, slots=True)
class Article:
    """One article, one JSON line; the keys stand in the order of the contract."""

    schema: str = ARTICLE_SCHEMA
    url: str
    """Canonical: https, no ``www.``, no query, one trailing slash."""
    post_id: int | None = None
    """WordPress's id."""
    edition: str
    """``id``, ``en`` or ``ar``."""
    title: str
    """The headline without the site's name."""
    published_at: str
    """ISO 8601, the true instant, written in the site's zone (+07:00)."""
    modified_at: str | None = None
    """Likewise."""
    published_raw: str | None = None
    """The same moment as the page prints it."""
    dateline: Dateline | None = None
    reporters: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    byline_raw: list[str] = field(default_factory=list)
    """The texts the names were read from."""
    desk_code: str | None = None
    """``T/RI-1/P1``, without brackets and spaces."""
    categories: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    summary: str | None = None
    image: Picture | None = None
    images: list[Picture] = field(default_factory=list)
    text: str = ""
    """The story, one blank line between blocks."""
    related: list[Link] = field(default_factory=list)
    """The read-also links that were cut out."""
    removed: list[Cut] = field(default_factory=list)
    """Everything cut from the story's own container."""
    pages: int = 1
    duplicate_of: str | None = None
    content_hash: str = ""
    """SHA-256 over title and text, blind to markup, spacing and read-also links."""
    revision: int = 1
    changed: list[str] = field(default_factory=list)
    """Names of the keys that differ from the previous revision."""
    fetched_at: str
    """ISO 8601 UTC, when the first page was received."""
    run: str
    source: str
    """How the address was found: category, archive, sitemap, feed, rest or url."""
    provenance: dict[str, str] = field(default_factory=dict)
    """Key -> name of the rule that supplied it."""
    warnings: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list, repr=False)
    """The story while it is being read; not part of the line."""

    @property
    def is_read(self) -> bool:
        """Tell whether it has been through the pipelines that read."""
        return bool(self.content_hash)


@dataclass(kw_only=True, slots=True)
class Tombstone:
    """An article that answered 404 or 410 twice, a day apart."""

    schema: str = TOMBSTONE_SCHEMA
    url: str
    post_id: int | None = None
    edition: str
    gone_at: str
    """ISO 8601 UTC."""
    status: int
    run: str


ARTICLE_KEYS = tuple(f.name for f in fields(Article) if f.name != "blocks")
TOMBSTONE_KEYS = tuple(f.name for f in fields(Tombstone))
_article_values = attrgetter(*ARTICLE_KEYS)
_tombstone_values = attrgetter(*TOMBSTONE_KEYS)


def to_line(item: Article | Tombstone) -> dict[str, Any]:
    """Return *item* as the mapping that its JSON line holds, keys in the order of the contract."""
    if isinstance(item, Article):
        return dict(zip(ARTICLE_KEYS, _article_values(item), strict=True))
    return dict(zip(TOMBSTONE_KEYS, _tombstone_values(item), strict=True))
