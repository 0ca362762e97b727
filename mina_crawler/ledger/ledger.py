"""The ledger: everything known about articles, runs, walks, failures and deliveries."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from mina_crawler.ledger.articles import Articles
from mina_crawler.ledger.database import Database
from mina_crawler.ledger.deliveries import Deliveries
from mina_crawler.ledger.exclusive import exclusive_in
from mina_crawler.ledger.failures import Failures
from mina_crawler.ledger.outbox import Outbox
from mina_crawler.ledger.presence import presence_in
from mina_crawler.ledger.runs import Runs
from mina_crawler.ledger.validators import Validators
from mina_crawler.ledger.walks import Walks

if TYPE_CHECKING:
    from collections.abc import Callable


class Ledger:
    """One database, opened at *address*: a path, ``sqlite:///…`` or ``postgresql+psycopg://…``."""

    def __init__(self, address: str, clock: Callable[[], float] = time.time) -> None:
        self.database = Database(address)
        self._presence = presence_in(self.database)
        self._exclusive = exclusive_in(self.database)
        self.articles = Articles(self.database, clock)
        self.outbox = Outbox(self.database, clock)
        self.deliveries = Deliveries(self.database, self._presence)
        self.failures = Failures(self.database, clock)
        self.walks = Walks(self.database, clock)
        self.validators = Validators(self.database)
        self.runs = Runs(self.database, clock)

    def begin_run(self, name: str) -> int:
        """Begin a run that other processes see alive until it is closed or dies."""
        run = self.runs.begin(name)
        self._presence.hold(run)
        return run

    def is_dead(self, name: str) -> bool:
        """Tell whether the run *name* was begun here and its process is gone."""
        run = self.runs.find(name)
        return run is not None and not self._presence.is_alive(run)

    def claim(self, name: str) -> bool:
        """Take *name* for this process until it is closed or dies; tell whether it was free."""
        return self._exclusive.claim(name)

    def close(self) -> None:
        """Let go of the database."""
        self._presence.release()
        self._exclusive.release()
        self.database.close()
