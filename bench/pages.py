"""The pages that are read: the quality corpus, each brought to 22 KB with inline styles."""

from __future__ import annotations

from itertools import cycle, groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from quality.cases import cases
from quality.themes import THEMES

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 22_000
RULE = ".wp-block-{number}{{display:flex;margin:0 auto;color:var(--wp--preset--color--{number})}}"


class Page(NamedTuple):
    """A page on disk, with the address it is read under."""

    path: str
    url: str


def write_pages(folder: Path, count: int) -> list[Page]:
    """Write *count* single-page articles, in all themes by turns, into *folder*.

    Each article comes in one theme only: what a reader remembers of it is of no use again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    single = (case for case in cases(count * len(THEMES), THEMES) if len(case.rendered.pages) == 1)
    by_post = groupby(single, key=lambda case: case.post)
    once = (
        case
        for (_, looks), name in zip(by_post, cycle(THEMES))
        for case in looks
        if case.theme == name
    )
    pages = []
    for number, case in enumerate(islice(once, count)):
        url, html = case.rendered.pages[0]
        path = folder / f"{number}.html"
        path.write_text(styled(html), encoding="utf-8")
        pages.append(Page(str(path.resolve()), url))
    return pages


def styled(html: str) -> str:
    """Return *html* with inline styles in its head, where WordPress prints those of its blocks."""
    missing = SIZE - len(html.encode())
    rules = "".join(RULE.format(number=number) for number in range(missing // len(RULE)))
    return html.replace("</head>", f"<style>{rules}</style></head>", 1)
