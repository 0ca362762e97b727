"""Where things are on a page: the headline, the lines under it, the story, the lines behind it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from lxml import etree
from propcache.api import cached_property

from mina_crawler.pages.block_reader import (
    LIGHTEST_PARAGRAPH,
    LONGEST_LABEL,
    SENTENCE_ENDS,
    visible_text,
)
from mina_crawler.pages.cuts import cuts_of
from mina_crawler.pages.foot import bylines_in, foot_of
from mina_crawler.pages.headline import find_headline
from mina_crawler.pages.ladder import Rung
from mina_crawler.pages.page_links import find_page_links
from mina_crawler.pages.story import story_rungs
from mina_crawler.pages.streams import find_other, is_from
from mina_crawler.pages.terms import is_terms, without_terms
from mina_crawler.pages.tree import body_of
from mina_crawler.pages.walk import read_outline
from mina_crawler.parsing.credits import LONGEST_FOOT
from mina_crawler.parsing.datelines import has_dateline
from mina_crawler.parsing.dates import find_timestamp
from mina_crawler.parsing.listed import opens_others
from mina_crawler.parsing.sayings import Sayings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from mina_crawler.pages.outline import Node, Outline
    from mina_crawler.parsing.blocks import Block

_MARKED = etree.XPath("descendant::*/@itemprop/parent::*")

LONGEST_HEADER = 12
"""Blocks between headline and story that are read for names and dates."""


class Layout:
    """The parts of one article's page, found by meaning.

    *claims* are the titles that the page's metadata gives, without the site's name; *model* is the
    layout of the story's first page, for a further one may be too short to be read alone.
    """

    def __init__(
        self, root: _Element, url: str, claims: Sequence[str], model: Layout | None = None
    ) -> None:
        self._root = root
        self._url = url
        self._claims = claims
        self._model = model

    @cached_property
    def headline(self) -> _Element | None:
        """The heading that is the headline."""
        return find_headline(self._root, self._claims, self.marked)

    @cached_property
    def marked(self) -> list[_Element]:
        """All elements that microdata names, in the order of the page: for most pages none."""
        marked: list[_Element] = _MARKED(self._root)
        return marked

    @cached_property
    def outline(self) -> Outline:
        """All blocks of the page, but those of other articles that a reader may scroll on to."""
        return self._whole if self._other is None else self._read(self._other)

    @cached_property
    def _whole(self) -> Outline:
        """All blocks of the page."""
        return self._read(None)

    @cached_property
    def _other(self) -> _Element | None:
        """What another article begins with, behind this one."""
        return find_other(self._whole, self.headline) if self.headline is not None else None

    def _read(self, other: _Element | None) -> Outline:
        body = body_of(self._root)
        return read_outline(self._root if body is None else body, self._url, self.headline, other)

    @cached_property
    def container(self) -> Rung[Node] | None:
        """The part of the page that holds the story, and the rule that found it."""
        if self._model and self._model.container:
            node = self.outline.like(self._model.container.value)
            if node:
                return Rung(self._model.container.rule, node)
        return next(story_rungs(self.outline, self.headline), None)

    @cached_property
    def _title(self) -> Node | None:
        """The headline's place."""
        return self.outline.node_of(self.headline) if self.headline is not None else None

    @cached_property
    def _scope(self) -> Node:
        """The smallest part around the story and its headline; the whole post, if marked up."""
        outline = self.outline
        if self.container is None:
            return outline.root
        story = self.container.value
        title = self._title
        if title is None:
            holder = next(story.element.iterancestors("article", "main", "body"), None)
            return (outline.node_of(holder) if holder is not None else None) or outline.root
        scope = outline.around(min(title.start, story.start), max(title.end, story.end))
        element = scope.element
        post = element if element.tag == "article" else next(element.iterancestors("article"), None)
        return (outline.node_of(post) if post is not None else None) or scope

    @property
    def scope(self) -> _Element:
        """The smallest element around the story and its headline."""
        return self._scope.element

    @cached_property
    def _start(self) -> int:
        """Where the story starts: behind the headline, should that stand in its container."""
        if self.container is None:
            return self._scope.start
        story, title = self.container.value, self._title
        return title.end if title and title.is_single and title.is_in(story) else story.start

    @cached_property
    def teasers(self) -> list[Node]:
        """What announces other articles in the story's container."""
        return self.outline.teasers_in(self.container.value) if self.container else []

    @cached_property
    def story(self) -> list[Block]:
        """The blocks of the story's container."""
        if self.container is None:
            return []
        start, end = self._start, self.container.value.end
        blocks = self.outline.blocks[start:end]
        for teaser in reversed(self.teasers):
            del blocks[max(teaser.start - start, 0) : max(teaser.end - start, 0)]
        return blocks

    @cached_property
    def head(self) -> list[Block]:
        """The blocks of the scope before the story."""
        return self.outline.blocks[self._scope.start : self._start]

    @cached_property
    def tail(self) -> list[Block]:
        """The first blocks behind the story."""
        start = self.container.value.end if self.container else self._scope.end
        return self.outline.blocks[start : min(start + LONGEST_FOOT, self._scope.end)]

    @cached_property
    def head_blocks(self) -> list[Block]:
        """The last blocks before the story: those behind the headline, where there are any."""
        titles = self._title_places
        behind = self.head[titles[-1] + 1 :] if titles else self.head
        return (behind or self.untitled_head)[-LONGEST_HEADER:]

    @property
    def untitled_head(self) -> list[Block]:
        """All blocks before the story but the headline: a picture may stand above it."""
        return [block for place, block in enumerate(self.head) if place not in self._title_places]

    @cached_property
    def _title_places(self) -> list[int]:
        """Which blocks before the story say the headline."""
        return [place for place, block in enumerate(self.head) if self.is_title(block.text)]

    def is_title(self, text: str) -> bool:
        """Tell whether *text* is the headline."""
        return text in self._titles

    @cached_property
    def _titles(self) -> Sayings:
        printed = [visible_text(self.headline)] if self.headline is not None else []
        return Sayings([*self._claims, *printed])

    @cached_property
    def header_lines(self) -> list[str]:
        """The short lines between headline and story, in its container, or dated above both."""
        lead = takewhile(self._may_be_header, self.story[:LONGEST_HEADER])
        above = [one for one in self.outline.right_above(self.headline) if find_timestamp(one.text)]
        blocks = [block for block in [*self.head_blocks, *lead, *above] if block.kind != "picture"]
        lines = [without_terms(block) for block in blocks if len(block.label) <= LONGEST_LABEL]
        return [line for line in lines if line]

    def _may_be_header(self, block: Block) -> bool:
        """Tell whether *block* can stand before a story's first sentence."""
        text = block.text
        if len(text) > LONGEST_LABEL or has_dateline(text) or opens_others(text):
            return False
        is_sentence = len(text) >= LIGHTEST_PARAGRAPH and text.endswith(SENTENCE_ENDS)
        return not is_sentence or self.is_title(text)

    @cached_property
    def story_blocks(self) -> list[Block]:
        """The story's blocks, with the bylines that a theme prints right behind its container."""
        left_out = self.page_links | self.terms
        story = [block for place, block in enumerate(self.story) if place not in left_out]
        return story + bylines_in(self.footer)

    @cached_property
    def page_links(self) -> set[int]:
        """Which blocks of the story lead to its other pages."""
        return find_page_links(self.story, self._url)

    @cached_property
    def term_blocks(self) -> list[Block]:
        """The lines that only link to archives of categories and tags, in and around the story."""
        inside = [self.story[place] for place in sorted(self.terms)]
        return [*filter(is_terms, self.head), *inside, *filter(is_terms, self.footer)]

    @cached_property
    def terms(self) -> set[int]:
        """Which blocks of the story only link to such archives."""
        return {place for place, block in enumerate(self.story) if is_terms(block)}

    @cached_property
    def footer(self) -> list[Block]:
        """The blocks behind the story, up to where other articles are recommended."""
        return foot_of(self.tail)

    @cached_property
    def cuts(self) -> list[tuple[str, str]]:
        """What was cut from the story's container: rule and text."""
        return cuts_of(self)

    def is_anothers(self, element: _Element) -> bool:
        """Tell whether *element* stands in another article, which a reader may scroll on to."""
        return self._other is not None and is_from(self._other, element)

    def is_in_story(self, element: _Element) -> bool:
        """Tell whether *element* stands inside the story's container, which is not the page's."""
        return (
            self.container is not None
            and self._start == self.container.value.start
            and self.container.value.element in element.iterancestors()
        )
