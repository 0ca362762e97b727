"""The moments that an article's page marks up as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from mina_crawler.pages.block_reader import visible_text
from mina_crawler.pages.ladder import Rung
from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

OTHERS = "not(ancestor::*[contains(@class, 'comment') or self::nav or self::aside])"
"""Leaves out what belongs to comments, menus and sidebars."""

find_times = etree.XPath(
    f"descendant::time[@datetime][{OTHERS}]"
    " | descendant::*/@itemprop[. = 'datePublished' or . = 'dateModified']"
    f"/parent::*[not(self::time)][@datetime or @content][{OTHERS}]"
)


class Times(NamedTuple):
    """The first moment of each meaning; later ones belong to other articles."""

    published: list[Rung[str]]
    modified: list[Rung[str]]
    printed: list[str]
    """The words that the moment of publication is marked up with."""


def read_times(elements: Iterable[_Element]) -> Times:
    """Return the moments that *elements*, in the order of the page, give to machines."""
    times = Times([], [], [])
    for element in elements:
        value = (element.get("datetime") or element.get("content") or "").strip()
        meaning = times.modified if _is_update(element) else times.published
        if value and not meaning:
            if meaning is times.published:
                times.printed.append(fold(visible_text(element)))
            meaning.append(Rung("microdata" if element.get("itemprop") else "time", value))
    return times


def _is_update(element: _Element) -> bool:
    """Tell an edit from the publication; a post that was never edited has the classes of both."""
    classes = (element.get("class") or "").split()
    is_marked = "updated" in classes and "published" not in classes
    return is_marked or element.get("itemprop") == "dateModified"
