"""Era A, 2012 to 2018: WIB times labelled as UTC, no read-also links, no structured data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.demo.themes.head import open_graph
from mina_crawler.demo.themes.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from mina_crawler.demo.edition import Edition


def _printed(moment: datetime, _now: datetime, edition: Edition) -> str:
    return f"{edition.day(moment)} | {moment:%H:%M} WIB"


def _machine(moment: datetime) -> str:
    """Print the local time as if it were UTC, as the theme of those years did."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}+00:00"


THEME = Theme(
    folder="a",
    printed=_printed,
    machine=_machine,
    byline=lambda _story: "",
    credits=lambda _story, _edition: [],
    structured=open_graph,
    adverts=False,
    read_also=False,
    hides=frozenset({"modified_at", "editors", "related"}),
)
