"""Fixtures: the saved pages of an article, beside what a person expects to be read from them."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict

from mina_crawler.items import to_line
from mina_crawler.loaders import LayoutError
from mina_crawler.parsing.urls import canonical_url, edition_of
from mina_crawler.reading import read_pages
from mina_crawler.saved_pages import open_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mina_crawler.pages.article import ArticlePage

RUN = "fixture"
"""Stands for the id of a crawl, so that a fixture reads the same every time."""


class Meta(TypedDict):
    """What the pages themselves do not tell."""

    url: str
    """Where the first page was found."""
    fetched_at: str
    """ISO 8601 with offset, when it was received."""
    why: str
    """What the fixture shows that no other does, in one line."""


class Fixture:
    """A folder: ``page.html``, ``page-2.html`` …, ``meta.json`` and ``article.json``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._meta = folder / "meta.json"
        self._article = folder / "article.json"

    @property
    def exists(self) -> bool:
        """Tell whether something is saved here."""
        return self._meta.exists()

    @property
    def meta(self) -> Meta:
        """Where and when the pages were received, and what for they are kept."""
        meta: Meta = json.loads(self._meta.read_text("utf-8"))
        return meta

    @property
    def expected(self) -> dict[str, Any]:
        """The JSON line of the article, or ``why_not`` alone where the page is none."""
        expected: dict[str, Any] = json.loads(self._article.read_text("utf-8"))
        return expected

    @property
    def pages(self) -> list[ArticlePage]:
        """The saved pages, the article's first page first."""
        meta = self.meta
        received = datetime.fromisoformat(meta["fetched_at"])
        first = canonical_url(meta["url"])
        paths = [self.folder / "page.html"]
        while (path := self.folder / f"page-{len(paths) + 1}.html").exists():
            paths.append(path)
        urls = [meta["url"], *(f"{first}{number}/" for number in range(2, len(paths) + 1))]
        return [open_page(path, url, received) for path, url in zip(paths, urls, strict=True)]

    def read(self) -> dict[str, Any]:
        """Return what is read from the saved pages today, in the shape of :attr:`expected`."""
        pages = self.pages
        if pages[0].why_not:
            return {"why_not": pages[0].why_not}
        try:
            return to_line(read_pages(pages, edition=edition_of(pages[0].url), run=RUN))
        except LayoutError as error:
            return {"why_not": str(error)}

    def save_pages(self, pages: Sequence[ArticlePage]) -> None:
        """Keep *pages* as they were received, in place of those kept before."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.glob("page*.html"):
            old.unlink()
        for number, page in enumerate(pages, 1):
            name = "page.html" if number == 1 else f"page-{number}.html"
            (self.folder / name).write_bytes(page.response.body)
        why = self.meta["why"] if self.exists else ""
        received = pages[0].fetched_at.isoformat(timespec="seconds")
        _write(self._meta, Meta(url=pages[0].url, fetched_at=received, why=why))

    def accept(self) -> None:
        """Take what is read today for what is expected."""
        _write(self._article, self.read())


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8")
