"""The manifest of a run: the files it brought to a folder, and how to tell them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mina_crawler.items import ARTICLE_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mina_crawler.ledger.deliveries import Batch

MANIFEST_SCHEMA = "mina-manifest/1"


def compose_manifest(
    run: str, verdict: str, folder: str, batches: Iterable[Batch]
) -> dict[str, Any]:
    """Return the manifest of *run* for *folder*; *batches* are all that the run has confirmed."""
    inside = [batch for batch in batches if batch.parcel.uri.startswith(f"{folder}/")]
    return {
        "schema": MANIFEST_SCHEMA,
        "run": run,
        "verdict": verdict,
        "line_schema": ARTICLE_SCHEMA,
        "lines": sum(batch.lines for batch in inside),
        "bytes": sum(batch.parcel.size for batch in inside),
        **_span(moment for batch in inside for moment in batch.parcel.span),
        "files": [_entry(batch) for batch in inside],
    }


def _entry(batch: Batch) -> dict[str, Any]:
    return {
        "uri": batch.parcel.uri,
        "lines": batch.lines,
        "bytes": batch.parcel.size,
        "sha256": batch.parcel.sha256.hex(),
        **_span(batch.parcel.span),
    }


def _span(moments: Iterable[str]) -> dict[str, str | None]:
    """Return the first and the last moment; all are in the site's zone, so their text sorts."""
    ordered = sorted(moments)
    ends = (ordered[0], ordered[-1]) if ordered else (None, None)
    return dict(zip(("first_published_at", "last_published_at"), ends, strict=True))
