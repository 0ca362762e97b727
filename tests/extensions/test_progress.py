"""How a crawl tells what it does, on a terminal and off one."""

from __future__ import annotations

import os
import pty
from typing import TYPE_CHECKING

from mina_crawler.discovery.trail import Trail
from mina_crawler.extensions.progress import progress_of
from tests.crawls import Crawls
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.standin import StandIn

__all__ = ["serve"]

HERE = "https://minanews.net/category/opini/"


def trail(listed: int, *, claimed: int | None = None, total: int | None = None) -> Trail:
    """Return the trail of a walk that has reached its second page."""
    walk = Trail(source="category", first=HERE, failed=lambda _address, _reason: None)
    walk.reached, walk.claimed, walk.total = 2, claimed, total
    for number in range(listed):
        walk.list(f"https://minanews.net/kabar-{number}/")
    return walk


def test_what_is_left_is_told_where_the_site_tells_how_much_there_is() -> None:
    by_pages = progress_of([trail(20, claimed=5)], articles=10, unread=4, seconds=60)
    assert (
        by_pages == f"category {HERE} (page 2 of 5), 10 articles, 10 a minute, 34 left, about 4 min"
    )
    by_total = progress_of([trail(20, total=120)], articles=10, unread=0, seconds=60)
    assert by_total.endswith("100 left, about 10 min")
    silent = progress_of([trail(20)], articles=10, unread=4, seconds=60)
    assert silent == f"category {HERE} (page 2), 10 articles, 10 a minute"


def test_off_a_terminal_plain_lines_tell(serve: Callable[..., StandIn], tmp_path: Path) -> None:
    crawls = Crawls(serve(articles=60).site, tmp_path, source="category")
    log = crawls.run(settings={"LOGSTATS_INTERVAL": 0.1}).log
    assert "[mina_crawler.extensions.progress] INFO: category http://127.0.0.1" in log
    assert "\x1b" not in log


def test_on_a_terminal_one_line_changes(serve: Callable[..., StandIn], tmp_path: Path) -> None:
    crawls = Crawls(serve(articles=60).site, tmp_path, source="category")
    ours, its = pty.openpty()
    process = crawls.start(settings={"DOWNLOAD_DELAY": 0.02}, stderr=its)
    os.close(its)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # how Linux tells that nobody writes any more
        pass
    os.close(ours)
    assert process.wait() == 0
    assert b"\r\x1b[2Kcategory http://127.0.0.1" in shown
    assert b"COMPLETE" in shown.rpartition(b"\x1b[2K")[2]
