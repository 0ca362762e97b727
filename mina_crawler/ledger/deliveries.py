"""Which feed has got which lines, and which batches may or may not have arrived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, exists, func, insert, or_, select, true, union, update

from mina_crawler.ledger.articles import PAGE
from mina_crawler.ledger.schema import articles, batches, feeds, outbox, owed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row

    from mina_crawler.ledger.database import Database
    from mina_crawler.ledger.presence import Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """The bytes of one delivery: what is compared when the storage is looked at."""

    uri: str
    """Of the one file or object, without its password."""
    start: int
    """Where it begins; 0 unless a file is appended to."""
    size: int
    sha256: bytes
    span: tuple[str, ...] = ()
    """When the earliest and the latest of its articles were published, as they print it."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A parcel that the ledger knows under a number."""

    id: int
    parcel: Parcel
    lines: int


class Deliveries:
    """Keeps what each feed is owed: announced before it is sent, struck off when confirmed."""

    def __init__(self, database: Database, presence: Presence) -> None:
        self._database = database
        self._presence = presence

    def feed(self, address: str) -> int:
        """Return the number of the feed with this address, which carries no password."""
        wanted = select(feeds.c.id).where(feeds.c.address == address)
        with self._database.writing() as connection:
            new = self._database.insert(feeds).values(address=address)
            connection.execute(new.on_conflict_do_nothing())
            number: int = connection.scalars(wanted).one()
            return number

    def adopt(self, feed_ids: Collection[int], run: int) -> None:
        """Make *run* answer for what runs that are no longer alive still owe to these feeds.

        What those have brought stays theirs.
        """
        with self._database.writing() as connection:
            orphaned = [
                holder
                for holder in _holders(connection)
                if holder != run and not self._presence.is_alive(holder)
            ]
            for table, is_due in ((owed, true()), (batches, ~batches.c.confirmed)):
                connection.execute(
                    update(table)
                    .where(table.c.holder.in_(orphaned), table.c.feed.in_(feed_ids), is_due)
                    .values(holder=run)
                )

    def announce(
        self, feed: int, run: int, parcel: Parcel, lines: Sequence[int], batch: int | None = None
    ) -> int:
        """Commit the intent to deliver *lines* as *parcel*; return the batch's number.

        A batch that is sent once more keeps its number.
        """
        first, last = parcel.span or (None, None)
        values = {
            "feed": feed,
            "uri": parcel.uri,
            "holder": run,
            "start": parcel.start,
            "size": parcel.size,
            "sha256": parcel.sha256,
            "lines": len(lines),
            "first_published": first,
            "last_published": last,
        }
        with self._database.writing() as connection:
            if batch is not None:
                connection.execute(update(batches).where(batches.c.id == batch).values(values))
                return batch
            new = insert(batches).values(values).returning(batches.c.id)
            number: int = connection.execute(new).scalar_one()
            for page in _pages(lines):
                chosen = owed.c.outbox.in_(page) & (owed.c.feed == feed)
                connection.execute(update(owed).where(chosen).values(batch=number))
            return number

    def confirm(self, batch: int) -> None:
        """Strike off what *batch* carried: the storage has it."""
        other = exists().where(
            owed.c.outbox == outbox.c.id, or_(owed.c.batch != batch, owed.c.batch.is_(None))
        )
        carried = select(owed.c.outbox).where(owed.c.batch == batch)
        with self._database.writing() as connection:
            served = connection.scalars(
                select(outbox.c.id).where(outbox.c.id.in_(carried), ~other)
            ).all()
            connection.execute(delete(owed).where(owed.c.batch == batch))
            for page in _pages(served):
                connection.execute(delete(outbox).where(outbox.c.id.in_(page)))
            connection.execute(update(batches).where(batches.c.id == batch).values(confirmed=True))

    def withdraw(self, batch: int) -> None:
        """Forget *batch*: it did not arrive, and its lines are owed as before."""
        with self._database.writing() as connection:
            connection.execute(update(owed).where(owed.c.batch == batch).values(batch=None))
            connection.execute(delete(batches).where(batches.c.id == batch))

    def forget(self, feed: int, run: int) -> int:
        """Strike off what *run* was to deliver to *feed*, undelivered; return how many lines."""
        with self._database.writing() as connection:
            due = delete(owed).where(owed.c.feed == feed, owed.c.holder == run)
            count: int = connection.execute(due).rowcount
            announced = (batches.c.feed == feed) & (batches.c.holder == run) & ~batches.c.confirmed
            connection.execute(delete(batches).where(announced))
            return count

    def merge(self, batch: int) -> None:
        """Drop the older confirmed batches of the same file: what is appended needs no list."""
        uri = select(batches.c.uri).where(batches.c.id == batch).scalar_subquery()
        older = (batches.c.id < batch) & batches.c.confirmed & (batches.c.uri == uri)
        with self._database.writing() as connection:
            connection.execute(delete(batches).where(older))

    def unsettled(self, feed: int, run: int) -> list[Batch]:
        """Return the announced, unconfirmed batches of *feed* that *run* answers for."""
        return self._batches(batches.c.feed == feed, ~batches.c.confirmed, batches.c.holder == run)

    def unsettled_in(self, feed: int, uri: str) -> list[Batch]:
        """Return the announced, unconfirmed batches of one file, whoever announced them."""
        return self._batches(batches.c.feed == feed, ~batches.c.confirmed, batches.c.uri == uri)

    def brought_by(self, run: int) -> list[Batch]:
        """Return the batches that *run* brought to their places, to any feed."""
        return self._batches(batches.c.confirmed, batches.c.holder == run)

    def addresses(self) -> list[str]:
        """Return the addresses of all feeds, the oldest first."""
        with self._database.reading() as connection:
            return list(connection.scalars(select(feeds.c.address).order_by(feeds.c.id)))

    def files(self, feed: int) -> list[str]:
        """Return the files and objects that *feed* consists of, the oldest first."""
        confirmed = (batches.c.feed == feed) & batches.c.confirmed
        query = select(batches.c.uri).where(confirmed).group_by(batches.c.uri)
        with self._database.reading() as connection:
            return list(connection.scalars(query.order_by(func.min(batches.c.id))))

    def count_owed(self, holder: int | None = None) -> dict[str, int]:
        """Return how many lines each feed waits for, by its address: from one run, or from all."""
        query = (
            select(feeds.c.address, func.count().label("lines"))
            .join(owed, owed.c.feed == feeds.c.id)
            .where(true() if holder is None else owed.c.holder == holder)
            .group_by(feeds.c.address)
        )
        with self._database.reading() as connection:
            return {row.address: row.lines for row in connection.execute(query)}

    def owed_urls(self, holder: int) -> Iterator[str]:
        """Yield the addresses of the articles that a feed waits for from one run."""
        waiting = select(outbox.c.article).join(owed).where(owed.c.holder == holder)
        query = select(articles.c.id, articles.c.url).where(articles.c.id.in_(waiting))
        page, last = query.order_by(articles.c.id).limit(PAGE), 0
        while True:
            with self._database.reading() as connection:
                rows = connection.execute(page.where(articles.c.id > last)).all()
            if not rows:
                return
            yield from (row.url for row in rows)
            last = rows[-1].id

    def _batches(self, *conditions: ColumnElement[bool]) -> list[Batch]:
        query = select(batches).where(*conditions).order_by(batches.c.id)
        with self._database.reading() as connection:
            return [_batch(row) for row in connection.execute(query)]


def _batch(row: Row[Any]) -> Batch:
    span = (row.first_published, row.last_published) if row.first_published else ()
    parcel = Parcel(uri=row.uri, start=row.start, size=row.size, sha256=row.sha256, span=span)
    return Batch(row.id, parcel, row.lines)


def _holders(connection: Connection) -> Iterable[int]:
    pending = select(batches.c.holder).where(~batches.c.confirmed)
    return connection.scalars(union(select(owed.c.holder), pending)).all()


def _pages(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + PAGE] for start in range(0, len(numbers), PAGE))
