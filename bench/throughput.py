"""What crawling costs beside downloading only; run alone by ``python -m bench.throughput``."""

from __future__ import annotations

import argparse
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from bench import crawls, news_please, table
from bench.site.serving import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.crawls import Crawl
    from bench.table import Figures

BARE = "bare Scrapy, downloading only"
OURS = "mina-crawler"
WITHOUT_LEDGER = "the same without ledger and outbox"
REST = "the same over REST"
PEER = news_please.PEER.name
CRAWLS: dict[str, Callable[[str], Crawl]] = {
    BARE: crawls.bare,
    OURS: crawls.ours,
    WITHOUT_LEDGER: partial(crawls.ours, ledger=""),
    REST: partial(crawls.ours, source="rest"),
    PEER: news_please.crawl,
}
SLOWER = {PEER: 10}
"""By how much smaller a site does for a crawler."""
FEW = 10
"""Articles of a crawl that is all beginning and end."""


class Pace(NamedTuple):
    """Seconds that one more article costs."""

    wall: float
    cpu: float


def measure(articles: int, rounds: int, names: Sequence[str] = tuple(CRAWLS)) -> Figures:
    """Crawl by turns; return the medians, a crawl of a few articles taken off."""
    sizes = {name: max(articles // SLOWER.get(name, 1), 2 * FEW) for name in names}
    begun: dict[str, list[Crawl]] = {name: [] for name in names}
    done: dict[str, list[Crawl]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            begun[name].append(_crawl(name, FEW))
            done[name].append(_crawl(name, sizes[name]))
    paces = {name: _pace(begun[name], done[name]) for name in names}
    wall = {name: pace.wall for name, pace in paces.items()}
    cpu = {name: pace.cpu for name, pace in paces.items()}
    return {
        "articles a second, crawling": {name: 1 / seconds for name, seconds in wall.items()},
        "CPU ms an article, crawling": {name: seconds * 1000 for name, seconds in cpu.items()},
        "requests an article": {name: done[name][0].requests / sizes[name] for name in names},
        "speed by the clock": _ratios(wall),
        "speed by the CPU": _ratios(cpu),
    }


def _crawl(name: str, articles: int) -> Crawl:
    with serve(articles) as site:
        crawl = CRAWLS[name](site)
    if crawl.articles != articles:
        raise RuntimeError(f"{name} read {crawl.articles} of {articles} articles")
    return crawl


def _pace(begun: Sequence[Crawl], done: Sequence[Crawl]) -> Pace:
    def more(figure: Callable[[Crawl], float]) -> float:
        return median(map(figure, done)) - median(map(figure, begun))

    articles = more(lambda crawl: crawl.articles)
    return Pace(
        more(lambda crawl: crawl.cost.wall) / articles,
        more(lambda crawl: crawl.cost.cpu) / articles,
    )


def _ratios(seconds: dict[str, float]) -> dict[str, float]:
    others = {name: cost for name, cost in seconds.items() if name != OURS}
    return {f"{OURS} / {name}": cost / seconds[OURS] for name, cost in others.items()}


def main() -> None:
    """Print the figures of downloading only and of ours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--names", nargs="+", default=[BARE, OURS], choices=CRAWLS)
    table.write(measure(**vars(parser.parse_args())))


if __name__ == "__main__":
    main()
