"""What the REST API says, turned into the normalised fields of an article."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from mina_crawler.items import Article, Cut
from mina_crawler.loaders import ArticleLoader, LayoutError
from mina_crawler.parsing.dates import parse_iso
from mina_crawler.parsing.instants import Reading, reconcile

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import timezone

    from mina_crawler.pages.rest import RestPost
    from mina_crawler.parsing.instants import Instant

CLOCKS = {"published_at": "date", "modified_at": "modified"}
"""Field -> the newsroom's wall clock in the answer; with ``_gmt`` behind it the same in UTC."""


def load_rest_article(post: RestPost, *, run: str, source: str, edition: str) -> Article:
    """Return the article in *post*, its story still in blocks.

    Raises :class:`~mina_crawler.loaders.LayoutError` where it has no title, date or story.
    """
    loader = ArticleLoader(site_names=[])
    loader.add_first("title", post.titles)
    loader.add_first("post_id", post.post_ids)
    loader.add_first("categories", post.categories)
    loader.add_first("tags", post.tags)
    loader.add_first("summary", post.summaries)
    _load_instants(loader, post)
    loader.add_first("reporters", post.authors)
    loader.add_title_byline()
    loader.add_image(post.images)
    loader.add_value("blocks", post.outline.blocks)
    loader.add_value("removed", [Cut(rule=rule, text=text) for rule, text in post.cuts])
    loader.provenance["text"] = "rest"
    values = loader.load_item()
    for field in ("title", "published_at", "blocks"):
        if not values.get(field):
            raise LayoutError(f"no {field} in the REST API's answer on {post.url}")
    return Article(
        **values,
        url=post.canonical_url,
        edition=edition,
        pages=post.pages,
        fetched_at=post.fetched_at.astimezone(UTC).isoformat(timespec="seconds"),
        run=run,
        source=source,
        provenance=loader.provenance,
    )


def _load_instants(loader: ArticleLoader, post: RestPost) -> None:
    """Take the newsroom's wall clock where UTC contradicts it: that is what it has seen."""
    false_zones: Collection[str] = ()
    for field, clock in CLOCKS.items():
        instant = _instant(post, field, clock, false_zones)
        loader.add_instant(field, instant)
        if instant:
            false_zones = instant.false_zones


def _instant(
    post: RestPost, field: str, clock: str, false_zones: Collection[str]
) -> Instant | None:
    local = _readings("rest", post.text(clock))
    told = _readings("rest-gmt", post.text(f"{clock}_gmt"), UTC)
    return reconcile(field, told, local, false_zones=false_zones)


def _readings(rule: str, text: str, zone: timezone | None = None) -> list[Reading]:
    value = parse_iso(text)
    if value is None:
        return []
    return [Reading(rule, text, value.replace(tzinfo=value.tzinfo or zone))]
