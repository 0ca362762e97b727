"""The build fails when articles are read worse than before."""

from __future__ import annotations

import pytest

from quality.floors import breaches
from quality.measure import measure
from quality.themes import THEMES

COUNT = 100


@pytest.mark.parametrize("theme", THEMES)
def test_articles_are_read_as_exactly_as_is_promised(theme: str) -> None:
    assert breaches(measure(COUNT, [theme]).means()) == []
