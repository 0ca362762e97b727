"""When each article came out: numbers rise with the time of publication."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, datetime, time, timedelta, timezone

from mina_crawler.demo.chance import draw

WIB = timezone(timedelta(hours=7), "WIB")
FIRST_DAY = date(2012, 10, 26)
ARTICLES_A_DAY = 5
RECENT_DAYS = 7
WORKING_DAY = 16 * 3600
OPENING = time(5, 0, tzinfo=WIB)


class Schedule:
    """Spread articles over news days from October 2012 to yesterday; later ones are added live."""

    def __init__(self, seed: int, today: date, articles: int) -> None:
        self.seed = seed
        self.articles = articles
        self.last_day = today - timedelta(days=1)
        self.live: list[datetime] = []
        span = (self.last_day - FIRST_DAY).days + 1
        self.news_days = min(max(1, articles // ARTICLES_A_DAY), span)
        self.recent = min(RECENT_DAYS, self.news_days)

    def published(self, number: int) -> datetime:
        """Return the moment at which article *number* came out, in WIB, to the second."""
        if number >= self.articles:
            return self.live[number - self.articles]
        nth = number * self.news_days // self.articles
        first, after = self._first_number(nth), self._first_number(nth + 1)
        slot = WORKING_DAY // (after - first)
        seconds = (number - first) * slot + draw(self.seed, number, "second", slot)
        return datetime.combine(self._news_day(nth), OPENING) + timedelta(seconds=seconds)

    def add(self, moment: datetime) -> int:
        """Give the next article its moment, never before that of the one before it."""
        self.live.append(max([moment, *self.live[-1:]]))
        return self.articles + len(self.live) - 1

    def between(self, first: date, last: date) -> range:
        """Return the numbers of the articles that came out in these days, inclusive."""
        midnight = time(0, tzinfo=WIB)
        start = datetime.combine(first, midnight)
        end = datetime.combine(last + timedelta(days=1), midnight)
        everything = range(self.articles + len(self.live))
        low, high = (bisect_left(everything, edge, key=self.published) for edge in (start, end))
        return range(low, high)

    def _first_number(self, nth: int) -> int:
        return -(-nth * self.articles // self.news_days)

    def _news_day(self, nth: int) -> date:
        from_end = self.news_days - 1 - nth
        if from_end < self.recent:
            return self.last_day - timedelta(days=from_end)
        spread = self.news_days - self.recent
        span = (self.last_day - FIRST_DAY).days + 1 - self.recent
        return FIRST_DAY + timedelta(days=nth * span // spread)
