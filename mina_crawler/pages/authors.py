"""Who wrote an article, by the markup around its story and by what machines are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from mina_crawler.pages.block_reader import visible_text
from mina_crawler.pages.ladder import Rung
from mina_crawler.pages.times import OTHERS
from mina_crawler.parsing.boilerplate import name_boilerplate
from mina_crawler.parsing.bylines import is_name, parse_byline
from mina_crawler.parsing.dates import join_clocks
from mina_crawler.parsing.labels import is_dated_label
from mina_crawler.parsing.split_bylines import split_bylines
from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mina_crawler.pages.head import Head
    from mina_crawler.pages.layout import Layout
    from mina_crawler.pages.structured import StructuredArticle

MOST_NAME_SPACES = 3
"""More are in a headline or a sentence."""

_LINKED = etree.XPath(
    "descendant::a[contains(concat(' ', @rel, ' '), ' author ') or contains(@href, '/author/')]"
    f"[{OTHERS}] | descendant::*/@itemprop[. = 'author']/parent::*[not(self::meta)][{OTHERS}]"
)
_BLOCKS = etree.XPath(
    "descendant::*/@class[contains(., 'wp-block-post-author__name')"
    f" or contains(., 'wp-block-post-author-name')]/parent::*[{OTHERS}]"
)
_CLASSED = etree.XPath(
    "descendant::*/@class[contains(concat(' ', ., ' '), ' author ') or contains(., 'author-name')]"
    f"/parent::*[not(descendant::*/@class[contains(., 'author')])][{OTHERS}]"
)


def author_rungs(
    head: Head, structured: StructuredArticle, layout: Layout
) -> Iterator[Rung[list[str]]]:
    """Yield the authors' names as each rule finds them, the surest first."""
    yield Rung("rel-author", _names(layout, _LINKED))
    yield Rung("author block", _names(layout, _BLOCKS))
    yield Rung("header label", _labelled(layout, "reporters"))
    yield Rung("json-ld", structured.names("author"))
    yield Rung("meta", head.metas("author"))
    yield Rung("author class", _names(layout, _CLASSED))
    yield Rung("header line", _beside_moment(layout))


def editor_rungs(layout: Layout) -> Iterator[Rung[list[str]]]:
    """Yield the editors' names that the header prints below their label."""
    yield Rung("header label", _labelled(layout, "editors"))


def _labelled(layout: Layout, role: str) -> list[str]:
    """Return the names in *role* that stand in the header on the line below their label."""
    bylines = split_bylines(layout.header_lines)
    return [name for byline in bylines for name in getattr(byline, role)]


def _names(layout: Layout, find: etree.XPath) -> list[str]:
    """Return the names that *find* finds around the story, without the word before them."""
    names = [fold(visible_text(element)) for element in layout.around(find)]
    bylines = [(name, parse_byline(name)) for name in names if name]
    return [name for text, byline in bylines for name in (byline.reporters if byline else [text])]


def _beside_moment(layout: Layout) -> list[str]:
    """Return the name that is the whole line before or behind the printed moment."""
    lines = join_clocks(line for line in layout.header_lines if not parse_byline(line))
    told = next((place for place, line in enumerate(lines) if is_dated_label(line)), None)
    if told is None:
        return []
    beside = lines[max(told - 1, 0) : told] + lines[told + 1 : told + 2]
    return [line for line in beside if not layout.is_title(line) and _may_be_author(line)][:1]


def _may_be_author(line: str) -> bool:
    """Tell whether a line without a label is a name of few words, or a login in small letters."""
    if line.count(" ") > MOST_NAME_SPACES or name_boilerplate(line):
        return False
    return is_name(line) or (line.isalpha() and line.islower())
