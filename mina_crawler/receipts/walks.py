"""What each walk of a run listed, had, missed, and where it stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mina_crawler.discovery.address_set import AddressSet
from mina_crawler.discovery.trail import CUT_SHORT, OVERLAP, lacks_some
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mina_crawler.discovery.tally import Tally
    from mina_crawler.discovery.trail import Trail

SHOWN = 1000
"""So many walks are told of, those that missed something first."""
WHY = {
    "head only": "{listing} shows its newest {listed} articles only, and none was known before:"
    " what is older may be missing",
    OVERLAP: "{listing} shows some articles on two pages: as many may be on none of them",
}
WHY_ELSE = "the walk of {listing} stopped ({stopped}) at {at}"


def account_of(
    trails: Iterable[Trail], tally: Tally, accepted: AddressSet, owed: Iterable[str] = ()
) -> list[dict[str, Any]]:
    """Return an entry for each walk; *accepted* are addresses of articles, *owed* some of those.

    What is owed to a feed is not delivered yet.
    """
    chosen = sorted(trails, key=lambda trail: trail.is_complete)[:SHOWN]
    failed = AddressSet(map(canonical_url, tally.failures))
    waiting = AddressSet(url for url in owed if url in accepted)
    return [_entry(trail, tally, accepted, waiting, failed) for trail in chosen]


def cut_short(walks: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield a sentence about each walk that ended without having seen everything."""
    for walk in walks:
        if walk["stopped"] and walk["stopped"] in CUT_SHORT:
            yield WHY.get(walk["stopped"], WHY_ELSE).format(**walk)
        claimed = walk["claimed_articles"]
        if walk["stopped"] and lacks_some(walk["listed"], claimed):
            yield f"{walk['listing']} claims {claimed} articles and listed {walk['listed']}"


def _entry(
    trail: Trail, tally: Tally, accepted: AddressSet, waiting: AddressSet, failed: AddressSet
) -> dict[str, Any]:
    left_out = {why: trail.listed.count_shared(urls) for why, urls in tally.skips.items()}
    return {
        "source": trail.source,
        "listing": trail.first,
        "pages": trail.pages,
        "claimed_pages": trail.claimed,
        "listed": len(trail.listed),
        "claimed_articles": trail.total,
        "fetched": trail.listed.count_shared(tally.read),
        "delivered": trail.listed.count_shared(accepted) - trail.listed.count_shared(waiting),
        "skipped": {why: count for why, count in sorted(left_out.items()) if count},
        "failed": trail.listed.count_shared(failed),
        "failed_pages": len(trail.failures),
        "stopped": trail.stopped,
        "at": trail.stopped_at,
        "complete": trail.is_complete,
    }
