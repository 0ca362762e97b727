"""The ledger's tables."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

metadata = MetaData()

# Moments are whole seconds since 1970, UTC.

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("started_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("verdict", Text),
    sqlite_autoincrement=True,  # an id names a run for ever: lock files and claims refer to it
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("site", Text, nullable=False),  # host and port: post ids count for one site only
    Column("edition", Text, nullable=False),
    Column("post_id", BigInteger),
    Column("source", Text, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    Column("digests", LargeBinary, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("published_at", BigInteger, nullable=False),
    Column("modified_at", BigInteger),
    Column("first_seen", BigInteger, nullable=False),
    Column("last_seen", BigInteger, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("gone_since", BigInteger),  # when it first answered 404 or 410
    Column("buried_at", BigInteger),  # when its tombstone was written
    Index("articles_post", "site", "post_id", unique=True),
    Index("articles_content", "content_hash"),
    Index("articles_published", "published_at"),
)

aliases = Table(
    "aliases",
    metadata,
    Column("url", Text, primary_key=True),
    Column("article", ForeignKey("articles.id"), nullable=False),
    Column("reason", Text, nullable=False),
)

feeds = Table(
    "feeds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("address", Text, nullable=False, unique=True),  # as configured, without its password
)

batches = Table(
    "batches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feed", ForeignKey("feeds.id"), nullable=False),
    Column("uri", Text, nullable=False),  # of the one file or object, without its password
    Column("holder", ForeignKey("runs.id"), nullable=False),
    Column("start", BigInteger, nullable=False),  # where it begins in a file that is appended to
    Column("size", BigInteger, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("lines", Integer, nullable=False),
    Column("first_published", Text),  # as the earliest and the latest of its articles print it
    Column("last_published", Text),
    Column("confirmed", Boolean, nullable=False, server_default=text("false")),
    Index("batches_uri", "uri", "confirmed"),
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),  # in the order of acceptance
    Column("article", ForeignKey("articles.id"), nullable=False),
    Column("line", Text, nullable=False),
    sqlite_autoincrement=True,
)

owed = Table(
    "owed",
    metadata,
    Column("outbox", ForeignKey("outbox.id"), primary_key=True),
    Column("feed", ForeignKey("feeds.id"), primary_key=True),
    Column("holder", ForeignKey("runs.id"), nullable=False),  # the run that is to deliver it
    Column("batch", ForeignKey("batches.id")),
    Index("owed_batch", "batch"),
    Index("owed_feed", "feed", "holder"),
)

walks = Table(
    "walks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("source", Text, nullable=False),
    Column("name", Text, nullable=False),  # the category, the day, the address that is walked
    Column("started_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("listed", Integer, nullable=False, server_default=text("0")),
    Column("stopped", Text),  # where and why
    Column("complete", Boolean, nullable=False, server_default=text("false")),
    Index("walks_name", "source", "name"),
)

validators = Table(
    "validators",
    metadata,
    Column("url", Text, primary_key=True),  # of a feed
    Column("etag", Text),
    Column("last_modified", Text),
)

failures = Table(
    "failures",
    metadata,
    Column("url", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("reason", Text, nullable=False),  # an HTTP status or the name of an error
    Column("tries", Integer, nullable=False),
    Column("first_at", BigInteger, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),  # the last one that tried
)
