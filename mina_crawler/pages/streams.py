"""Streams: pages on which another article follows the first, for readers who scroll on."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.pages.block_reader import is_prose, visible_text
from mina_crawler.pages.containers import SHORTEST_STORY, kind_of
from mina_crawler.pages.headline import holds_link
from mina_crawler.parsing.bylines import parse_byline
from mina_crawler.parsing.captions import is_caption
from mina_crawler.parsing.datelines import has_dateline
from mina_crawler.parsing.headers import parse_header
from mina_crawler.parsing.labels import is_dated_label
from mina_crawler.parsing.titles import squash

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from mina_crawler.pages.outline import Node, Outline
    from mina_crawler.parsing.blocks import Block

LONGEST_HEADER = 6
"""Blocks under a headline among which its article says when, by whom or where it was written."""

MOST_HEADLINES = 20
"""Further ones are not looked at."""

_HEADINGS = ("h1", "h2", "h3")


class Candidate(NamedTuple):
    """What may be another article, and what is marked up as it is around the headline."""

    own: _Element
    top: _Element
    heading: _Element


def find_other(outline: Outline, headline: _Element) -> _Element | None:
    """Return the element with which another article begins behind the one under *headline*.

    It has a headline of its own, and under that a moment, a byline or a dateline: a subhead that an
    editor made as large as the headline has none of them.
    """
    title = outline.node_of(headline)
    if title is None or title.element is not headline:
        return None
    candidates = islice(_candidates(headline, outline.root.element), MOST_HEADLINES)
    return next((one.top for one in candidates if _is_other(outline, title, one)), None)


def _is_other(outline: Outline, title: Node, candidate: Candidate) -> bool:
    """Tell whether *candidate* is an article, and stands behind another one under *title*."""
    own, top, heading = candidate
    inner, whole, node = map(outline.node_of, candidate)
    if inner is None or whole is None or node is None or node.element is not heading:
        return False
    if squash(visible_text(heading)) == squash(visible_text(title.element)):
        return False
    is_loose = own is title.element or kind_of(own)
    told = outline.blocks[title.end : whole.start if is_loose else inner.end]
    if sum(len(block.text) for block in told if _is_told(block)) < SHORTEST_STORY:
        return False
    is_alike = top.tag == "article" or heading.tag == title.element.tag
    header = outline.blocks[node.end : node.end + LONGEST_HEADER]
    return sum(map(_opens_article, header)) >= (1 if is_alike and top is not heading else 2)


def _is_told(block: Block) -> bool:
    """Tell whether *block* is a story's, and no line of a header or under a picture."""
    return is_prose(block) and block.kind != "caption" and not _is_header(block)


def _is_header(block: Block) -> bool:
    """Tell whether *block* is a line under a headline, or a picture's credit."""
    line = block.label
    return (
        is_dated_label(line)
        or is_caption(line)
        or parse_header(line) is not None
        or parse_byline(line) is not None
    )


def _opens_article(block: Block) -> bool:
    """Tell whether *block* is what stands under a headline, or first in a story."""
    if block.kind == "picture":
        return False
    return _is_header(block) or has_dateline(block.text)


def _candidates(headline: _Element, body: _Element) -> Iterator[Candidate]:
    """Yield what may be other articles, the nearest first."""
    for element in (headline, *headline.iterancestors()):
        yield from _alike(element)
    if headline.tag == "h1":
        following = islice(_titles_behind(headline, body), MOST_HEADLINES)
        yield from filter(None, (_parallel(headline, heading) for heading in following))


def _titles_behind(headline: _Element, body: _Element) -> Iterator[_Element]:
    """Yield the ``<h1>`` behind *headline*, which is one, in *body*."""
    titles = list(body.iter("h1"))
    for title in titles[titles.index(headline) + 1 :]:
        if headline not in title.iterancestors():
            yield title


def _alike(element: _Element) -> Iterator[Candidate]:
    """Yield the siblings behind *element* that are marked up as it is and open with a headline."""
    siblings = list(element.itersiblings(str(element.tag)))
    kind = kind_of(element) if siblings else ""
    if not kind and element.tag != "article":
        return
    for sibling in siblings:
        if kind_of(sibling) != kind:
            continue
        heading = next(sibling.iter(*_HEADINGS), None)
        if heading is None:
            continue
        if heading.tag == "h1" or sibling.tag == "article" or not holds_link(heading):
            yield Candidate(element, sibling, heading)


def _parallel(headline: _Element, heading: _Element) -> Candidate | None:
    """Return the siblings that hold *headline* and *heading*, each in the same elements."""
    own, top = headline, heading
    while own.tag == top.tag and kind_of(own) == kind_of(top):
        around, above = own.getparent(), top.getparent()
        if around is None or above is None:
            return None
        if around is above:
            return Candidate(own, top, heading)
        own, top = around, above
    return None


def is_from(other: _Element, element: _Element) -> bool:
    """Tell whether *element* is, or is in, *other* or one of its later siblings."""
    holder = other.getparent()
    around = (element, *element.iterancestors())
    top = next((one for one in around if one.getparent() is holder), None)
    return holder is not None and top is not None and holder.index(top) >= holder.index(other)
