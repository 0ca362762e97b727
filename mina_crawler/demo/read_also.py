"""Read-also links, put into a story while its page is rendered, never the same twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EVERY = 4
"""A link follows every fourth paragraph or list entry."""


def inject(
    fragments: list[str], closing: list[str], links: Iterator[int], render: Callable[[int], str]
) -> tuple[list[str], list[int]]:
    """Return the page with links put in, and which articles they lead to.

    The last link stands before or after the closing lines, in turn with the article it leads to.
    """
    printed: list[str] = []
    chosen: list[int] = []
    paragraphs = 0
    for fragment in fragments:
        printed.append(fragment)
        paragraphs += fragment.startswith(("<p", "<li"))
        if paragraphs == EVERY:
            paragraphs = 0
            chosen.append(next(links))
            printed.append(render(chosen[-1]))
    chosen.append(last := next(links))
    tail = [render(last), *closing] if last % 2 else [*closing, render(last)]
    return printed + tail, chosen
