"""The corpus as a crawler meets it: every article in every theme of its time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quality.corpus.newsroom import article
from quality.corpus.rates import HIGH, REALISTIC
from quality.rendering.page import render
from quality.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quality.corpus.model import Post
    from quality.rendering.page import Rendered

RATES = {"realistic": REALISTIC, "high": HIGH}


class Case(NamedTuple):
    """One article in one theme."""

    theme: str
    rates: str
    post: Post
    rendered: Rendered


def cases(count: int, themes: Iterable[str]) -> Iterator[Case]:
    """Render *count* articles, by turns at realistic and at high rates, in *themes*."""
    for number in range(count):
        name = "high" if number % 2 else "realistic"
        post = article(number, RATES[name])
        for theme in themes:
            if post.published.date() <= THEMES[theme].until:
                yield Case(theme, name, post, render(THEMES[theme], post))
