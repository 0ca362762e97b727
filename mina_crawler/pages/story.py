"""Where the story is: the part of a page that holds its paragraphs, on any theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.pages.block_reader import is_prose
from mina_crawler.pages.containers import named_containers, parts_of
from mina_crawler.pages.ladder import Rung
from mina_crawler.parsing.datelines import has_dateline
from mina_crawler.parsing.desk_codes import partition_desk_code
from mina_crawler.parsing.signatures import is_signature

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
        around = outline.beside(headline)
        dense = outline.densest_in(_opening(outline, headline, around) or around)
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


def _opening(outline: Outline, headline: _Element | None, around: Node) -> Node | None:
    """Return the innermost node in *around* that holds *headline*, dateline and the whole story.

    The last of several datelines counts: the first may be an excerpt's. Behind the story stands
    prose only under a heading of its own.
    """
    title = outline.node_of(headline) if headline is not None else None
    inner = around.child_at(title.start) if title else None
    if title is None or title.element is not headline or inner is None:
        return None
    blocks = outline.blocks
    end = min(title.end + LONGEST_LEAD, len(blocks))
    if _first_dated(blocks, title.end, min(inner.end, end)) is None:
        return None  # as on nearly every page: its header stands apart
    dated = next(place for place in reversed(range(end)) if _is_dated(blocks[place]))
    if dated >= inner.end:
        return None
    node = outline.around(title.start, dated + 1)
    behind = (block for block in blocks[node.end :] if block.kind == "h" or is_prose(block))
    following = next(behind, None)
    return node if following is None or following.kind == "h" else None


def _between_anchors(outline: Outline, dense: Node) -> Node | None:
    """Return the innermost node around the dateline and the last mark before another story's."""
    blocks = outline.blocks
    last = _last_mark(blocks, dense.start, dense.end)  # told sooner than a dateline
    first = None if last is None else _first_dated(blocks, dense.start, dense.end)
    if last is None or first is None:
        return None
    second = _first_dated(blocks, first + 1, last + 1)
    if second is not None:
        last = _last_mark(blocks, dense.start, second)
    return None if last is None else outline.around(min(first, last), max(first, last) + 1)


def _last_mark(blocks: Sequence[Block], start: int, end: int) -> int | None:
    """Return the place of the last mark among *blocks* from *start* to before *end*."""
    places = reversed(range(start, end))
    return next((place for place in places if _is_mark(blocks[place].text)), None)


def _first_dated(blocks: Sequence[Block], start: int, end: int) -> int | None:
    """Return the place of the first dateline among *blocks* from *start* to before *end*."""
    return next((place for place in range(start, end) if _is_dated(blocks[place])), None)


def _is_mark(text: str) -> bool:
    """Tell whether *text* is what the desk closes a story with."""
    return is_signature(text) or partition_desk_code(text)[1] is not None


def _is_dated(block: Block) -> bool:
    """Tell whether *block* opens with a dateline."""
    return block.kind not in UNDATED_KINDS and has_dateline(block.text)
