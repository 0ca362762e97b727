"""What the site sent with its feeds, to ask with the next time whether they have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from mina_crawler.ledger.schema import validators

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mina_crawler.ledger.database import Database

HEADERS = {"etag": "If-None-Match", "last_modified": "If-Modified-Since"}
"""Column -> the header to ask with."""


class Validators:
    """The validators of files that are no articles; those of articles stand beside them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, url: str) -> dict[str, str]:
        """Return the headers to ask with whether *url* has changed; none where it is unknown."""
        query = select(*(validators.c[name] for name in HEADERS)).where(validators.c.url == url)
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().first()
        return {HEADERS[name]: value for name, value in row.items() if value} if row else {}

    def keep(self, url: str, headers: Mapping[str, str]) -> None:
        """Keep the headers to ask with the next time."""
        values = {name: headers.get(header) for name, header in HEADERS.items()}
        insert = self._database.insert(validators).values(url=url, **values)
        with self._database.writing() as connection:
            connection.execute(insert.on_conflict_do_update(index_elements=["url"], set_=values))
