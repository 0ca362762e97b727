"""What stands around a story: neither in it, nor in another article, a list of some, or a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.pages.furniture import is_aside
from mina_crawler.pages.headline import holds_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element

    from mina_crawler.pages.layout import Layout


def around_story(layout: Layout, find: Callable[[_Element], list[_Element]]) -> list[_Element]:
    """Return what *find* finds in the scope: not in the story, not in lists of others."""
    found = find(layout.scope)
    beside = beside_story(layout, found) if found else found
    return [element for element in beside if not _is_in_entry(layout, element)]


def beside_story(layout: Layout, elements: Iterable[_Element]) -> list[_Element]:
    """Return those of *elements* that stand neither in the story nor in what is another's."""
    container = layout.container
    around = set(container.value.element.iterancestors()) if container else ()
    return [
        element
        for element in elements
        if not (layout.is_in_story(element) or layout.is_anothers(element))
        and not is_aside(element, around)
    ]


def _is_in_entry(layout: Layout, element: _Element) -> bool:
    """Tell whether *element* stands in an entry of a list of other articles."""
    entry = next(element.iterancestors("li", "article"), None)
    if (
        entry is None
        or layout.container is None
        or entry in layout.container.value.element.iterancestors()
    ):
        return False
    return any(map(holds_link, entry.iter("h2", "h3", "h4")))
