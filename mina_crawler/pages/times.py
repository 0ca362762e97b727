"""The moments that an article's page tells machines, or marks up as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.pages.block_reader import visible_text
from mina_crawler.pages.ladder import Rung, answers
from mina_crawler.parsing.dates import find_timestamp
from mina_crawler.parsing.text import fold
from mina_crawler.parsing.updates import partition_update

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from mina_crawler.pages.head import Head
    from mina_crawler.pages.structured import StructuredArticle

MOMENTS = frozenset({"datePublished", "dateModified"})
"""What microdata calls them."""
PUBLICATION = frozenset({"published", "entry-date", "post-published", "post-date"})
"""What classes call the one of them, whatever else they say."""


class Times(NamedTuple):
    """The first moment of each meaning; later ones belong to other articles."""

    published: list[Rung[str]]
    modified: list[Rung[str]]
    printed: list[str]
    """The words that the moment of publication is marked up with."""
    edited: list[str]
    """Those of the last change."""

    def without_edit(self, line: str) -> str:
        """Return *line*, if it tells both moments, without that of the last change.

        Themes print it right before the publication, and hide it by style.
        """
        if not (self.edited and self.printed) or self.edited[0] not in line:
            return line
        if line == self.edited[0] != self.printed[0]:
            return ""
        if partition_update(line)[1]:  # it says so in words
            return line
        rest = line.replace(self.edited[0], "", 1)
        return rest if self.printed[0] in rest else line


def published_rungs(head: Head, structured: StructuredArticle, times: Times) -> Iterator[Rung[str]]:
    """Yield when the article was published, as each rule finds it told to machines."""
    yield from answers(
        ("json-ld", structured.text("datePublished")),
        ("opengraph", head.meta("article:published_time")),
        ("microdata", head.meta("datepublished")),
        ("meta", head.meta("date") or head.meta("pubdate") or head.meta("dc.date")),
    )
    yield from times.published


def modified_rungs(head: Head, structured: StructuredArticle, times: Times) -> Iterator[Rung[str]]:
    """Yield when the article was last changed, likewise."""
    yield from answers(
        ("json-ld", structured.text("dateModified")),
        ("opengraph", head.meta("article:modified_time") or head.meta("og:updated_time")),
        ("microdata", head.meta("datemodified")),
    )
    yield from times.modified


def find_times(scope: _Element, marked: Iterable[_Element]) -> list[_Element]:
    """Return what tells a moment in *scope*, in the order of the page.

    *marked* are all elements of the page with ``itemprop``, which may be others than ``<time>``.
    """
    times = [time for time in scope.iterdescendants("time", "abbr") if _machine_words(time)]
    told = [element for element in marked if element.get("itemprop") in MOMENTS and _tells(element)]
    if not told:
        return times
    found = {*times, *told}
    return [element for element in scope.iterdescendants() if element in found]


def _machine_words(element: _Element) -> str:
    """Return what *element* tells machines; themes before HTML 5 put that into an abbreviation."""
    title = element.get("title") if element.tag == "abbr" else None
    stamp = title if title and title[:4].isdigit() else ""
    return (element.get("datetime") or element.get("content") or stamp).strip()


def _tells(element: _Element) -> bool:
    """Tell whether *element*, marked up as a moment, gives one; each ``<time>`` is found anyway."""
    if element.tag in {"time", "abbr"}:
        return False
    return bool(_machine_words(element)) or not any(
        map(_machine_words, element.iterdescendants("time", "abbr", "meta", "span"))
    )


def read_times(elements: Iterable[_Element]) -> Times:
    """Return the moments that *elements*, in the order of the page, give to machines."""
    times = Times([], [], [], [])
    for element in elements:
        words = fold(visible_text(element))
        value = _machine_words(element)
        if not value and (found := find_timestamp(words)):  # a label for screen readers beside it
            value = words = found[0]
        meaning = times.modified if _is_update(element, words) else times.published
        if value and not meaning:
            (times.printed if meaning is times.published else times.edited).append(words)
            meaning.append(Rung("microdata" if element.get("itemprop") else "time", value))
    return times


def _is_update(element: _Element, words: str) -> bool:
    """Tell an edit from the publication: by what machines are told, by its classes, by its words.

    A post that was never edited has the classes of both; some themes call its date ``updated``,
    and say in words alone that it is the last change.
    """
    parent = element.getparent()
    told = element.get("itemprop") or (parent.get("itemprop") if parent is not None else None)
    if told in MOMENTS:
        return told == "dateModified"
    classes = (element.get("class") or "").split()
    if "updated" in classes and PUBLICATION.isdisjoint(classes):
        return True
    return any(text and not partition_update(text)[0] for text in (_before(element), words))


def _before(element: _Element) -> str:
    """Return the words right before *element*: ``Diperbarui:``."""
    previous, parent = element.getprevious(), element.getparent()
    text = previous.tail if previous is not None else parent.text if parent is not None else ""
    return fold(text or "")
