"""Reads the corpus in every theme and scores what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quality import ours
from quality.cases import cases
from quality.scoring.article import score
from quality.scoring.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable


def measure(count: int, themes: Iterable[str]) -> Tally:
    """Return our own figures, in groups such as ``era_b: high``."""
    tally = Tally()
    for case in cases(count, themes):
        read = ours.read(case.rendered)
        tally.add(f"{case.theme}: {case.rates}", score(case.rendered, read) | {"ms": read["ms"]})
    return tally
