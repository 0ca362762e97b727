"""Which heading of a page is the headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from mina_crawler.pages.block_reader import visible_text
from mina_crawler.parsing.titles import squash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_LEVELS = ("h1", "h2", "h3")
_CRUMBS = "contains(@class, 'crumb') or contains(@id, 'crumb')"
_UNMARKED = etree.XPath(
    "descendant::*[self::div or self::p or self::span or self::strong or self::b or self::font"
    " or self::td][not(*)][not(ancestor::a or ancestor::nav"
    f" or ancestor-or-self::*[{_CRUMBS}])]"
)
"""What a theme without headings can print a headline in."""

LONGEST_TITLE = 300
"""Characters: no longer words are compared with the claims."""

SHORTEST_TITLE = 10
"""Letters of a heading that a claim may open with: the site's name, unknown to us, follows."""


def find_headline(
    root: _Element, claims: Iterable[str], marked: Iterable[_Element]
) -> _Element | None:
    """Return the heading that says what the metadata claims as the title; else the only ``<h1>``.

    Where no heading says it, a plain element may; *marked* are the elements with ``itemprop``.

    A heading that is a link leads to another page, or to this one from a list beside the story.
    """
    claimed = {squash(claim) for claim in claims if claim}
    headings: list[tuple[_Element, str]] = [
        (heading, squash(visible_text(heading))) for heading in _headings(root, marked)
    ]
    matching = [heading for heading, words in headings if words in claimed]
    if len(matching) == 1:
        return matching[0]
    if matching:
        return min(matching, key=lambda heading: (holds_link(heading), heading.tag))
    opening = [
        (len(words), heading)
        for heading, words in headings
        if len(words) >= SHORTEST_TITLE and any(claim.startswith(words) for claim in claimed)
    ]
    if opening:
        return max(opening, key=lambda pair: pair[0])[1]
    unmarked = _find_unmarked(root, claimed)
    if unmarked is not None:
        return unmarked
    first_level = [heading for heading, words in headings if heading.tag == "h1" and words]
    return first_level[0] if len(first_level) == 1 else None


def holds_link(heading: _Element) -> bool:
    """Tell whether there is a link in *heading*."""
    return next(heading.iterdescendants("a"), None) is not None


def _headings(root: _Element, marked: Iterable[_Element]) -> list[_Element]:
    """Return the headings, and what is marked up as the headline, in the order of the page.

    One inside another is left out, for it would be read again for each one around it.
    """
    levels = root.iter(*_LEVELS)
    headings = [one for one in levels if next(one.iterancestors(*_LEVELS), None) is None]
    if called := [one for one in marked if _is_called_headline(one)]:
        found = {*headings, *called}
        headings = [element for element in root.iter() if element in found]
    return headings


def _is_called_headline(element: _Element) -> bool:
    """Tell whether microdata calls *element*, and none around it, the headline."""
    if element.get("itemprop") != "headline" or element.tag == "meta":
        return False
    return all(one.get("itemprop") != "headline" for one in element.iterancestors())


def _find_unmarked(root: _Element, claimed: set[str]) -> _Element | None:
    """Return the first plain element that says one of the titles *claimed*."""
    return next(
        (
            element
            for element in _UNMARKED(root)
            if SHORTEST_TITLE <= len(element.text or "") <= LONGEST_TITLE
            and squash(element.text) in claimed
        ),
        None,
    )
