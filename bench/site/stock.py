"""The articles of the site, from the oldest to the newest, each made when it is asked for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bench.site.mould import cast, forms
from mina_crawler.demo.schedule import WIB

if TYPE_CHECKING:
    from bench.site.mould import Mould

APART = timedelta(minutes=41)
"""At 100,000 articles this reaches back eight years."""


class Stock:
    """*count* articles of the site at *root*, an address without its last slash."""

    def __init__(self, root: str, count: int) -> None:
        self.root = root
        self.count = count
        self._moulds = cast(root)
        self._newest = datetime.now(WIB).replace(microsecond=0) - timedelta(days=1)

    def page(self, number: int) -> str:
        """Return the page of an article."""
        return self._mould(number).page % self._words(number)

    def post(self, number: int) -> str:
        """Return an article as the API tells it, in JSON."""
        return self._mould(number).post % self._words(number)

    def url(self, number: int) -> str:
        """Return the address of an article."""
        return f"{self.root}/{self._mould(number).slug}-{number}/"

    def moment(self, number: int) -> datetime:
        """Return when an article was published, and edited for the last time."""
        return self._newest - (self.count - 1 - number) * APART

    def after(self, moment: datetime) -> range:
        """Return the articles younger than *moment*, oldest first."""
        passed = (moment - self.moment(0)) // APART + 1
        return range(min(max(passed, 0), self.count), self.count)

    def _mould(self, number: int) -> Mould:
        return self._moulds[number % len(self._moulds)]

    def _words(self, number: int) -> dict[str, str]:
        own = {"number": str(number), "post_id": str(10_000 + 2 * number)}
        return own | forms(self.moment(number))
