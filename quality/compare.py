"""Puts the peers beside us: the same files, single-page articles, one run."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from quality import ours
from quality.cases import cases
from quality.peers.environments import PEERS, read_all
from quality.scoring.article import score
from quality.scoring.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quality.cases import Case

PAGES = Path("build/quality/pages")


def sample(theme: str, count: int) -> list[Case]:
    """Return *count* single-page articles in *theme*."""
    single = (case for case in cases(20 * count, [theme]) if len(case.rendered.pages) == 1)
    return list(islice(single, count))


def save(chosen: Iterable[Case]) -> list[dict[str, str]]:
    """Write the pages to files and return their paths and addresses."""
    PAGES.mkdir(parents=True, exist_ok=True)
    saved = []
    for case in chosen:
        url, html = case.rendered.pages[0]
        path = PAGES / f"{case.theme}-{case.post.id}.html"
        path.write_text(html, encoding="utf-8")
        saved.append({"path": str(path.resolve()), "url": url})
    return saved


def compare(count: int, themes: Iterable[str]) -> Tally:
    """Return everybody's figures, in groups such as ``era_b: trafilatura 2.3.1``."""
    tally = Tally()
    for theme in themes:
        chosen = sample(theme, count)
        pages = save(chosen)
        ours.read(chosen[0].rendered)  # warm up
        for case in chosen:
            read = ours.read(case.rendered)
            tally.add(f"{theme}: mina-crawler", score(case.rendered, read) | {"ms": read["ms"]})
        for peer in PEERS:
            for case, read in zip(chosen, read_all(peer, pages), strict=True):
                tally.add(f"{theme}: {peer.name}", score(case.rendered, read) | {"ms": read["ms"]})
    return tally
