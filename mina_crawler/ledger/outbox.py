"""Accepted lines that are still owed to a feed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, exists, insert, select, update

from mina_crawler.items import Article, Tombstone, to_line
from mina_crawler.ledger.articles import PAGE, site_of
from mina_crawler.ledger.digests import digest_keys
from mina_crawler.ledger.schema import aliases, articles, failures, outbox, owed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import BindParameter, Connection

    from mina_crawler.ledger.articles import Known
    from mina_crawler.ledger.database import Database


# Executed for each article, by the shortcut.
_URL: BindParameter[str] = bindparam("address")
_NOT_AN_ALIAS = delete(aliases).where(aliases.c.url == _URL)
_NOT_A_FAILURE = delete(failures).where(failures.c.url == _URL)
_NEW_LINE = insert(outbox).returning(outbox.c.id)
_NEW_DEBT = insert(owed)
_JSON = json.JSONEncoder(ensure_ascii=False)


class AlreadyAcceptedError(Exception):
    """Another crawl, or another page of this one, brought the article first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An item to be accepted."""

    item: Article | Tombstone
    run: int
    feeds: Collection[int]
    """Those that are to get it."""
    validators: Mapping[str, str | None] = field(default_factory=dict)
    """What the site sent to ask with whether the page has changed."""
    line: str = field(init=False)
    """The item as JSON."""

    def __post_init__(self) -> None:
        """Write the line, which outbox and feeds share."""
        object.__setattr__(self, "line", _JSON.encode(to_line(self.item)))


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is committed, and yet to be written to the feeds."""

    number: int | None
    """In the outbox."""
    line: str


class Outbox:
    """Takes accepted items in, and hands out those that a feed has not got yet."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        new = database.insert(articles).on_conflict_do_nothing()
        self._new_article = new.returning(articles.c.id)

    def accept(self, offers: Iterable[Offer]) -> list[int | AlreadyAcceptedError | None]:
        """Commit items as known and as owed to their feeds, all at once.

        Return the number of each in the outbox, if any; AlreadyAcceptedError where the article is
        known in this or a later revision.
        """
        with self._database.writing() as connection:
            return [self._accept(connection, offer) for offer in offers]

    def _accept(self, connection: Connection, offer: Offer) -> int | AlreadyAcceptedError | None:
        item = offer.item
        if isinstance(item, Tombstone):
            written = self._bury(connection, item)
        elif item.revision == 1:
            written = self._insert(connection, item, offer.validators)
        else:
            written = self._revise(connection, item, offer.validators)
        if not written:
            return AlreadyAcceptedError(item.url)
        self._database.execute(connection, _NOT_AN_ALIAS, {"address": item.url})
        self._database.execute(connection, _NOT_A_FAILURE, {"address": item.url})
        [(article,)] = written
        return self._owe(connection, article, offer) if offer.feeds else None

    def owe_again(self, item: Article | Tombstone, *, run: int, feed: int) -> None:
        """Put a line that was delivered once into the outbox again, for one feed."""
        with self._database.writing() as connection:
            known = select(articles.c.id).where(articles.c.url == item.url)
            article = connection.scalar(known)
            if article is not None:
                self._owe(connection, article, Offer(item=item, run=run, feeds=[feed]))

    def owed_to(
        self, feed: int, *, holder: int, batch: int | None
    ) -> Iterator[tuple[Accepted, Article | Tombstone]]:
        """Yield what *holder* is to bring to *feed*, in the order of acceptance."""
        last = 0
        query = (
            select(outbox.c.id, outbox.c.line)
            .join(owed, owed.c.outbox == outbox.c.id)
            .where(owed.c.feed == feed, owed.c.holder == holder, owed.c.batch == batch)
            .order_by(outbox.c.id)
            .limit(PAGE)
        )
        while True:
            with self._database.reading() as connection:
                page = connection.execute(query.where(outbox.c.id > last)).all()
            if not page:
                return
            yield from ((Accepted(row.id, row.line), read_line(row.line)) for row in page)
            last = page[-1].id

    def is_owed(self, known: Known) -> bool:
        """Tell whether any feed still waits for a line about a known article."""
        query = select(outbox.c.id).where(outbox.c.article == known.id)
        with self._database.reading() as connection:
            return connection.execute(query).first() is not None

    def sweep(self) -> None:
        """Remove lines that no feed waits for."""
        waiting = exists().where(owed.c.outbox == outbox.c.id)
        with self._database.writing() as connection:
            connection.execute(delete(outbox).where(~waiting))

    def _insert(
        self, connection: Connection, item: Article, validators: Mapping[str, str | None]
    ) -> Sequence[Sequence[Any]]:
        now = int(self._clock())
        values = {
            "url": item.url,
            "site": site_of(item.url),
            "edition": item.edition,
            "post_id": item.post_id,
            "source": item.source,
            "first_seen": now,
            **_facts(item, now, validators),
        }
        return self._database.execute(connection, self._new_article, values)

    def _revise(
        self, connection: Connection, item: Article, validators: Mapping[str, str | None]
    ) -> Sequence[Sequence[Any]]:
        return connection.execute(
            update(articles)
            .where(articles.c.url == item.url, articles.c.revision == item.revision - 1)
            .values(_facts(item, int(self._clock()), validators))
            .returning(articles.c.id)
        ).all()

    def _bury(self, connection: Connection, item: Tombstone) -> Sequence[Sequence[Any]]:
        return connection.execute(
            update(articles)
            .where(articles.c.url == item.url, articles.c.buried_at.is_(None))
            .values(buried_at=int(self._clock()))
            .returning(articles.c.id)
        ).all()

    def _owe(self, connection: Connection, article: int, offer: Offer) -> int:
        line = {"article": article, "line": offer.line}
        [(number,)] = self._database.execute(connection, _NEW_LINE, line)
        for feed in offer.feeds:
            debt = {"outbox": number, "feed": feed, "holder": offer.run}
            self._database.execute(connection, _NEW_DEBT, debt)
        return int(number)


def read_line(line: str) -> Article | Tombstone:
    """Return the item that a line of the outbox was written from."""
    keys: dict[str, Any] = json.loads(line)
    return Article(**keys) if "title" in keys else Tombstone(**keys)


def _facts(item: Article, now: int, validators: Mapping[str, str | None]) -> dict[str, Any]:
    return {
        "content_hash": bytes.fromhex(item.content_hash),
        "digests": digest_keys(item),
        "revision": item.revision,
        "published_at": _seconds(item.published_at),
        "modified_at": item.modified_at and _seconds(item.modified_at),
        "last_seen": now,
        "gone_since": None,
        "buried_at": None,
        "etag": validators.get("etag"),
        "last_modified": validators.get("last_modified"),
    }


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())
