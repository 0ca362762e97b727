"""Where the story is: the part of a page that holds its paragraphs, on any theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.pages.block_reader import is_prose
from mina_crawler.pages.containers import named_containers, parts_of
from mina_crawler.pages.ladder import Rung
from mina_crawler.parsing.datelines import partition_dateline
from mina_crawler.parsing.desk_codes import partition_desk_code
from mina_crawler.parsing.signatures import is_signature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from mina_crawler.pages.outline import Node, Outline
    from mina_crawler.parsing.blocks import Block

LONGEST_LEAD = 12
"""Blocks under the headline among which the dateline is looked for."""


UNDATED_KINDS = frozenset({"picture", "caption", "row"})
"""Of blocks that no story opens with."""


def story_rungs(outline: Outline, headline: _Element | None) -> Iterator[Rung[Node]]:
    """Yield the containers that the rules find, the surest first."""
    for rule, parts in named_containers(outline, headline):
        node = _around(outline, parts)
        if node:
            yield Rung(rule, node)
    if outline.root.prose:
        dense = outline.densest(headline, _opening(outline, headline))
        dense = _around(outline, parts_of(dense.element, headline)) or dense
        anchored = _between_anchors(outline, dense)
        if anchored:
            yield Rung("anchors", anchored)
        yield Rung("density", dense)


def _around(outline: Outline, parts: list[_Element]) -> Node | None:
    """Return the innermost node around *parts*."""
    nodes = [node for node in map(outline.node_of, parts) if node]
    if len(nodes) < len(parts) or len(parts) == 1:
        return nodes[0] if nodes else None
    return outline.around(nodes[0].start, nodes[-1].end)


def _opening(outline: Outline, headline: _Element | None) -> Node | None:
    """Return the innermost node around *headline* and dateline, if the story goes on nowhere else.

    The last of several datelines counts: the first may be an excerpt's. Behind the story stands
    prose only under a heading of its own.
    """
    title = outline.node_of(headline) if headline is not None else None
    if title is None or title.element is not headline:
        return None
    lead = enumerate(outline.blocks[title.end : title.end + LONGEST_LEAD], title.end)
    dated = [place for place, block in lead if _is_dated(block)]
    if not dated:
        return None
    node = outline.around(title.start, dated[-1] + 1)
    behind = (block for block in outline.blocks[node.end :] if block.kind == "h" or is_prose(block))
    following = next(behind, None)
    return node if following is None or following.kind == "h" else None


def _between_anchors(outline: Outline, dense: Node) -> Node | None:
    """Return the innermost node around the dateline and the last mark before another story's."""
    blocks = outline.blocks
    dated = (place for place in range(dense.start, dense.end) if _is_dated(blocks[place]))
    first = next(dated, None)
    if first is None:
        return None
    places = range(dense.start, next(dated, dense.end))
    last = next((place for place in reversed(places) if _is_mark(blocks[place].text)), None)
    return None if last is None else outline.around(min(first, last), max(first, last) + 1)


def _is_mark(text: str) -> bool:
    """Tell whether *text* is what the desk closes a story with."""
    return is_signature(text) or partition_desk_code(text)[1] is not None


def _is_dated(block: Block) -> bool:
    """Tell whether *block* opens with a dateline."""
    return block.kind not in UNDATED_KINDS and partition_dateline(block.text)[0] is not None
