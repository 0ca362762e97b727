"""Every article that is known, under each address it was ever seen at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sqlalchemy import bindparam, delete, func, select, union_all, update

from mina_crawler.ledger.schema import aliases, articles, failures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import BindParameter, ColumnElement, Select

    from mina_crawler.ledger.database import Database

SAME_POST = "post"
"""Why an alias is one: another address of the same post."""

SAME_TEXT = "text"
"""Why an alias is one: the same text under an address of its own, which may part ways again."""

DAY = 86_400
PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the ledger keeps of an article; moments in seconds since 1970."""

    id: int
    url: str
    edition: str
    post_id: int | None
    source: str
    content_hash: bytes
    digests: bytes
    revision: int
    published_at: int
    first_seen: int
    last_seen: int
    etag: str | None
    last_modified: str | None
    gone_since: int | None
    buried_at: int | None


NAMES = Known.__slots__
COLUMNS = tuple(articles.c[name] for name in NAMES)

# Asked for each article, by the shortcut.
_URL: BindParameter[str] = bindparam("url")
_LIVES_AT = select(articles.c.id).where(articles.c.url == _URL)
_ALIAS_AT = select(aliases.c.article).where(aliases.c.url == _URL)
_IS_KNOWN = union_all(_LIVES_AT, _ALIAS_AT)
_MOVED_FROM = _ALIAS_AT.where(aliases.c.reason != SAME_TEXT)
_SAME_POST_AS = select(articles.c.id).where(
    articles.c.site == bindparam("site"), articles.c.post_id == bindparam("post_id")
)
_SAME_TEXT_AS = select(articles.c.id).where(articles.c.content_hash == bindparam("content_hash"))
_IS_MET = union_all(_LIVES_AT, _ALIAS_AT, _SAME_POST_AS, _SAME_TEXT_AS)
_FIRST = select(*COLUMNS).order_by(articles.c.id).limit(1)
_BY_URL = _FIRST.where(articles.c.id.in_(union_all(_LIVES_AT, _MOVED_FROM)))
_BY_POST = _FIRST.where(articles.c.id.in_(_SAME_POST_AS))
_BY_TEXT = _FIRST.where(articles.c.id.in_(_SAME_TEXT_AS))


def site_of(url: str) -> str:
    """Return the site whose post ids an address shares.

    >>> site_of("https://minanews.net/gaza/")
    'minanews.net'
    """
    return urlsplit(url).netloc


class Articles:
    """Finds known articles; :class:`~mina_crawler.ledger.outbox.Outbox` adds new ones."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def is_known(self, url: str) -> bool:
        """Tell whether *url* is the address, or another address, of a known article."""
        with self._database.reading() as connection:
            return bool(self._database.execute(connection, _IS_KNOWN, {"url": url}))

    def is_new(self, url: str, post_id: int | None, content_hash: str) -> bool:
        """Tell whether neither address nor post nor text was met before."""
        digest = bytes.fromhex(content_hash)
        given = {"url": url, "site": site_of(url), "post_id": post_id, "content_hash": digest}
        with self._database.reading() as connection:
            return not self._database.execute(connection, _IS_MET, given)

    def find(self, url: str) -> Known | None:
        """Return the article that lives at *url*, or moved away from there."""
        return self._first(_BY_URL, url=url)

    def find_post(self, url: str, post_id: int) -> Known | None:
        """Return the article with this post id on the site of *url*."""
        return self._first(_BY_POST, site=site_of(url), post_id=post_id)

    def find_text(self, content_hash: str) -> Known | None:
        """Return the first article with this title and text."""
        return self._first(_BY_TEXT, content_hash=bytes.fromhex(content_hash))

    def published_since(self, moment: float) -> Iterator[Known]:
        """Yield the articles published since *moment*, without those that have a tombstone."""
        last = 0
        while page := self._page(
            articles.c.published_at >= int(moment),
            articles.c.buried_at.is_(None),
            articles.c.id > last,
        ):
            yield from page
            last = page[-1].id

    def count_published(self, root: str, since: float, until: float) -> int:
        """Return how many articles of the site at *root* were published between two moments."""
        query = select(func.count(articles.c.id)).where(
            articles.c.site == site_of(root),
            articles.c.published_at.between(int(since), int(until)),
            articles.c.buried_at.is_(None),
        )
        with self._database.reading() as connection:
            return connection.scalar(query) or 0

    def remember_alias(self, url: str, known: Known, reason: str) -> None:
        """Note that *known* also answers at *url*."""
        insert = self._database.insert(aliases).values(url=url, article=known.id, reason=reason)
        with self._database.writing() as connection:
            connection.execute(insert.on_conflict_do_nothing())
            connection.execute(delete(failures).where(failures.c.url == url))

    def note_seen(self, known: Known, validators: dict[str, str | None] | None = None) -> None:
        """Note that *known* was looked at again and is there, with the validators it has now."""
        self._update(known, last_seen=self._now(), gone_since=None, **(validators or {}))

    def note_gone(self, known: Known) -> bool:
        """Note that *known* answered 404 or 410; tell whether it did so a day ago as well."""
        if known.gone_since is None:
            self._update(known, gone_since=self._now())
            return False
        return self._now() - known.gone_since >= DAY and known.buried_at is None

    def count(self) -> dict[str, int]:
        """Return how many articles, aliases and tombstones there are."""
        with self._database.reading() as connection:
            return {
                "articles": connection.scalar(select(func.count(articles.c.id))) or 0,
                "aliases": connection.scalar(select(func.count(aliases.c.url))) or 0,
                "tombstones": connection.scalar(select(func.count(articles.c.buried_at))) or 0,
            }

    def _first(self, query: Select[Any], **parameters: str | int | bytes) -> Known | None:
        with self._database.reading() as connection:
            rows = self._database.execute(connection, query, parameters)
        return next((Known(**dict(zip(NAMES, row, strict=True))) for row in rows), None)

    def _page(self, *conditions: ColumnElement[bool]) -> list[Known]:
        query = select(*COLUMNS).where(*conditions).order_by(articles.c.id).limit(PAGE)
        with self._database.reading() as connection:
            return [Known(**row) for row in connection.execute(query).mappings()]

    def _update(self, known: Known, **values: int | str | None) -> None:
        with self._database.writing() as connection:
            connection.execute(update(articles).where(articles.c.id == known.id).values(**values))
            connection.execute(delete(failures).where(failures.c.url == known.url))

    def _now(self) -> int:
        return int(self._clock())
