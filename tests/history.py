"""What the agency changes after publication, and what of it must show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus import ask_ledger
from tests.crawls import addresses

if TYPE_CHECKING:
    from tests.crawls import Crawls
    from tests.standin import StandIn


def check_history(crawls: Crawls, site: StandIn, *, edited: int, deleted: int, copied: int) -> None:
    """Crawl, change the site, crawl again on two days: exactly the changes make new lines."""
    assert crawls.run().code == 0
    first = len(crawls.lines())
    edits = site.control("edit", n=edited)["edited"]
    deletions = site.control("delete", n=deleted)["deleted"]
    site.control("republish", n=copied)
    assert crawls.run("recheck=9999").code == 0
    ask_ledger(crawls, "UPDATE articles SET gone_since = gone_since - 86400")
    assert crawls.run("recheck=9999").code == 0
    assert crawls.run("full=1").code == 0

    new = crawls.lines()[first:]
    revisions = [line for line in new if line["schema"] == "mina-article/1"]
    tombstones = [line for line in new if line["schema"] == "mina-tombstone/1"]
    assert addresses(revisions) == sorted(edits)
    assert {line["revision"] for line in revisions} == {2}
    assert {tuple(line["changed"]) for line in revisions} == {("modified_at", "text")}
    assert addresses(tombstones) == sorted(deletions)
    assert {line["status"] for line in tombstones} == {404}
    assert ask_ledger(crawls, "SELECT count(*) FROM aliases") == [(copied,)]
