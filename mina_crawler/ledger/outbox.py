"""Accepted lines that are still owed to a feed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, exists, insert, select, update

from mina_crawler.items import Article, Tombstone, to_line
from mina_crawler.ledger.articles import PAGE, site_of
from mina_crawler.ledger.digests import digest_keys
from mina_crawler.ledger.schema import aliases, articles, failures, outbox, owed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

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


class Outbox:
    """Takes accepted items in, and hands out those that a feed has not got yet."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        new = database.insert(articles).on_conflict_do_nothing()
        self._new_article = new.returning(articles.c.id)

    def accept(
        self,
        item: Article | Tombstone,
        *,
        run: int,
        feeds: Collection[int],
        validators: Mapping[str, str | None],
    ) -> int | None:
        """Commit *item* as known and as owed to *feeds*; return its number in the outbox, if any.

        Raises AlreadyAcceptedError where the article is known in this or a later revision.
        """
        with self._database.writing() as connection:
            if isinstance(item, Tombstone):
                article = self._bury(connection, item)
            elif item.revision == 1:
                article = self._insert(connection, item, validators)
            else:
                article = self._revise(connection, item, validators)
            self._database.execute(connection, _NOT_A_FAILURE, {"address": item.url})
            return self._owe(connection, article, item, run=run, feeds=feeds) if feeds else None

    def owe_again(self, item: Article | Tombstone, *, run: int, feed: int) -> None:
        """Put a line that was delivered once into the outbox again, for one feed."""
        with self._database.writing() as connection:
            known = select(articles.c.id).where(articles.c.url == item.url)
            article = connection.scalar(known)
            if article is not None:
                self._owe(connection, article, item, run=run, feeds=[feed])

    def owed_to(
        self, feed: int, *, holder: int, batch: int | None
    ) -> Iterator[tuple[int, Article | Tombstone]]:
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
            yield from ((row.id, read_line(row.line)) for row in page)
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
    ) -> int:
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
        added = self._database.execute(connection, self._new_article, values)
        self._database.execute(connection, _NOT_AN_ALIAS, {"address": item.url})
        return _present(added, item)

    def _revise(
        self, connection: Connection, item: Article, validators: Mapping[str, str | None]
    ) -> int:
        revised = connection.execute(
            update(articles)
            .where(articles.c.url == item.url, articles.c.revision == item.revision - 1)
            .values(_facts(item, int(self._clock()), validators))
            .returning(articles.c.id)
        ).all()
        return _present(revised, item)

    def _bury(self, connection: Connection, item: Tombstone) -> int:
        buried = connection.execute(
            update(articles)
            .where(articles.c.url == item.url, articles.c.buried_at.is_(None))
            .values(buried_at=int(self._clock()))
            .returning(articles.c.id)
        ).all()
        return _present(buried, item)

    def _owe(
        self,
        connection: Connection,
        article: int,
        item: Article | Tombstone,
        *,
        run: int,
        feeds: Collection[int],
    ) -> int:
        line = {"article": article, "line": _JSON.encode(to_line(item))}
        [(number,)] = self._database.execute(connection, _NEW_LINE, line)
        for feed in feeds:
            debt = {"outbox": number, "feed": feed, "holder": run}
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


def _present(returned: Sequence[Sequence[Any]], item: Article | Tombstone) -> int:
    """Return the number of the article that was written to, if any."""
    for (article,) in returned:
        return int(article)
    raise AlreadyAcceptedError(item.url)
