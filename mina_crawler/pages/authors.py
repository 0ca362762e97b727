"""Who wrote an article, by the markup around its story and by what machines are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from mina_crawler.pages.block_reader import visible_text
from mina_crawler.pages.ladder import Rung
from mina_crawler.pages.surroundings import around_story
from mina_crawler.parsing.boilerplate import name_boilerplate
from mina_crawler.parsing.bylines import is_name, parse_byline
from mina_crawler.parsing.dates import join_clocks
from mina_crawler.parsing.headers import parse_header
from mina_crawler.parsing.labels import is_dated_label
from mina_crawler.parsing.names import split_names
from mina_crawler.parsing.split_bylines import split_bylines
from mina_crawler.parsing.text import fold
from mina_crawler.parsing.uploaders import uploaders_in, without_all_posts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from mina_crawler.pages.head import Head
    from mina_crawler.pages.layout import Layout
    from mina_crawler.pages.structured import StructuredArticle
    from mina_crawler.parsing.bylines import Byline

MOST_NAME_SPACES = 3
"""More are in a headline or a sentence."""

_MARKED = etree.XPath("descendant::*/@*[contains(., 'author')]/parent::*")
"""All that the rules about markup choose from: found at once, for most pages have none of it."""

_HOLDS_MARKED = etree.XPath("boolean(descendant::*/@class[contains(., 'author')])")
_BLOCK_CLASSES = ("wp-block-post-author__name", "wp-block-post-author-name")


def author_rungs(
    head: Head, structured: StructuredArticle, layout: Layout
) -> Iterator[Rung[list[str]]]:
    """Yield the authors' names as each rule finds them, the surest first."""
    marked = around_story(layout, _MARKED)
    yield Rung("rel-author", _names(_first_of_each(filter(_is_linked, marked))))
    yield Rung("author block", _names(filter(_is_block, marked)))
    yield Rung("header label", _labelled(layout, "reporters"))
    yield Rung("json-ld", structured.names("author"))
    yield Rung("meta", head.metas("author"))
    yield Rung("author class", _names(filter(_is_classed, marked)))
    yield Rung("header line", _before_day(layout) or _beside_moment(layout))


def editor_rungs(layout: Layout) -> Iterator[Rung[list[str]]]:
    """Yield the editors' names, printed below their label or in the link to the author's page."""
    yield Rung("header label", _labelled(layout, "editors"))
    if any("ditor" in line for line in layout.header_lines):
        marked = around_story(layout, _MARKED)
        yield Rung("rel-author", _editors(filter(_is_linked, marked)))


def _labelled(layout: Layout, role: str) -> list[str]:
    """Return the names in *role* that stand in the header on the line below their label."""
    bylines = split_bylines(layout.header_lines)
    return [name for byline in bylines for name in getattr(byline, role)]


def _is_linked(element: _Element) -> bool:
    """Tell whether *element* links to an author's page, or is marked up as an author's name."""
    if element.tag == "a" and "/author/" in element.get("href", ""):
        return True
    if element.tag == "a" and _has_word(element.get("rel", ""), "author"):
        return True
    return element.get("itemprop") == "author" and element.tag != "meta"


def _first_of_each(elements: Iterable[_Element]) -> list[_Element]:
    """Return *elements*, of links to one author's page the first with words: it says the name."""
    found: dict[object, _Element] = {}
    for element in elements:
        if visible_text(element):
            login = (element.get("href") or "").rstrip("/").rpartition("/")[2]
            found.setdefault(login or element, element)
    return list(found.values())


def _is_block(element: _Element) -> bool:
    """Tell whether *element* is WordPress's block for an author's name."""
    classes = element.get("class", "")
    return any(name in classes for name in _BLOCK_CLASSES)


def _is_classed(element: _Element) -> bool:
    """Tell whether a theme names *element*, and nothing in it, after an author."""
    classes = element.get("class", "")
    is_named = _has_word(classes, "author") or "author-name" in classes
    return is_named and not _HOLDS_MARKED(element)


def _has_word(words: str, word: str) -> bool:
    return f" {word} " in f" {words} "


def _names(elements: Iterable[_Element]) -> list[str]:
    """Return the names that *elements* are, without the word before them."""
    names = [without_all_posts(fold(visible_text(element))) for element in elements]
    bylines = [(name, _byline_in(name)) for name in names if name]
    return [name for text, byline in bylines for name in (byline.reporters if byline else [text])]


def _editors(elements: Iterable[_Element]) -> list[str]:
    """Return the names that *elements* call editors beside those of authors."""
    bylines = [_byline_in(fold(visible_text(element))) for element in elements]
    return [name for byline in bylines if byline for name in byline.editors]


def _byline_in(text: str) -> Byline | None:
    """Return the people that *text* labels as authors and editors, if it does."""
    return parse_byline(text) or parse_header(text)


def _before_day(layout: Layout) -> list[str]:
    """Return the name in ``Posted by Name on 3 June 2019``: it may be who uploaded the story."""
    names = [name for line in layout.header_lines for name in uploaders_in(line)]
    return [name for name in names if _may_be_author(name)]


def _beside_moment(layout: Layout) -> list[str]:
    """Return the name that is the whole line before or behind the printed moment."""
    lines = join_clocks(line for line in layout.header_lines if not parse_byline(line))
    told = next((place for place, line in enumerate(lines) if is_dated_label(line)), None)
    if told is None:
        return []
    beside = lines[max(told - 1, 0) : told] + lines[told + 1 : told + 2]
    beside = list(map(_without_employer, beside))
    return [line for line in beside if not layout.is_title(line) and _may_be_author(line)][:1]


def _without_employer(line: str) -> str:
    """Return the name of few words that ``Name - MINA`` begins with, any other line as it is."""
    names = split_names(line) if " - " in line or " | " in line else ()
    return names[0] if len(names) == 1 and " " in names[0] and line.startswith(names[0]) else line


def _may_be_author(line: str) -> bool:
    """Tell whether a line without a label is a name of few words, or a login in small letters."""
    if line.count(" ") > MOST_NAME_SPACES or name_boilerplate(line):
        return False
    return is_name(line) or (line.isalpha() and line.islower())
