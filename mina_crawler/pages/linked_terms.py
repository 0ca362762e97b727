"""The categories and tags of an article: those it links to, and those that machines are told."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from mina_crawler.pages.block_reader import visible_text
from mina_crawler.pages.furniture import ASIDE_TAGS
from mina_crawler.pages.ladder import answers
from mina_crawler.pages.surroundings import around_story
from mina_crawler.pages.terms import is_archive, partition_terms
from mina_crawler.parsing.blocks import Anchor
from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from mina_crawler.pages.head import Head
    from mina_crawler.pages.ladder import Rung
    from mina_crawler.pages.layout import Layout
    from mina_crawler.pages.structured import StructuredArticle

HIGHEST_LINE = 3
"""Elements around a story before which a line of its categories may stand."""

_BREADCRUMBS = etree.XPath(  # themes misspell it: breadcumb, breadcrum
    "(descendant::*/@class[contains(., 'crumb') or contains(., 'breadc')]"
    " | descendant::*/@id[contains(., 'crumb') or contains(., 'breadc')])"
    "/parent::*/descendant::a[contains(@href, '/category/')]"
)


class LinkedTerms(NamedTuple):
    """The names of the terms that are linked to around a story."""

    categories: list[str]
    tags: list[str]


def linked_terms(layout: Layout) -> LinkedTerms:
    """Return the terms that lines of their own link to, or else any links around the story."""
    lines = [link for block in layout.term_blocks for link in block.anchors]
    categories, tags = partition_terms(lines)
    if not (categories and tags):
        links = [
            Anchor(fold(visible_text(element)), element.get("href") or "")
            for element in around_story(layout, _links_to_terms)
        ]
        other_categories, other_tags = partition_terms(links)
        categories, tags = categories or other_categories, tags or other_tags
    if not tags:
        tags = [fold(visible_text(link)) for link in _tags_behind(layout.scope)]
    if not categories:
        categories = [fold(visible_text(link)) for link in _categories_before(layout.scope)]
    return LinkedTerms(categories, tags)


def _tags_behind(scope: _Element) -> list[_Element]:
    """Return the links in the first element with any behind *scope*, if all are to the post's tags.

    A cloud of all tags has no such relation to the post.
    """
    links = _links_of_first(scope.itersiblings("*"))
    are_ours = all("/tag/" in link.get("href", "") and link.get("rel") == "tag" for link in links)
    return links if are_ours else []


def _categories_before(scope: _Element) -> list[_Element]:
    """Return the links to this post's categories in what stands right before *scope*, if no others.

    Those to comments may stand beside them.
    """
    for element in islice((scope, *scope.iterancestors()), HIGHEST_LINE):
        links = _links_of_first(element.itersiblings("*", preceding=True))
        if links:
            ours = [link for link in links if "category" in link.get("rel", "")]
            to_comments = [link for link in links if "#" in link.get("href", "")]
            are_all = len({*ours, *to_comments}) == len(links)
            return ours if are_all else []
    return []


def _links_of_first(siblings: Iterable[_Element]) -> list[_Element]:
    """Return the links in the first of *siblings* that holds any, none if that is a margin."""
    for sibling in siblings:
        links = list(sibling.iterdescendants("a"))
        if links:
            return [] if sibling.tag in ASIDE_TAGS else links
    return []


def _links_to_terms(scope: _Element) -> list[_Element]:
    """Return the links in *scope* to archives of categories and tags, or marked up as such."""
    return [link for link in scope.iterdescendants("a") if _leads_to_term(link)]


def _leads_to_term(link: _Element) -> bool:
    relations = link.get("rel", "")
    return is_archive(link.get("href", "")) or "tag" in relations or "category" in relations


def category_rungs(
    linked: LinkedTerms, head: Head, structured: StructuredArticle, root: _Element
) -> Iterator[Rung[list[str]]]:
    """Yield the names of the categories as each rule finds them, the surest first."""
    yield from answers(
        ("links", linked.categories),
        ("json-ld", structured.texts("articleSection")),
        ("opengraph", head.metas("article:section")),
    )
    yield from answers(("breadcrumb", list(map(visible_text, _BREADCRUMBS(root)))))


def tag_rungs(
    linked: LinkedTerms, head: Head, structured: StructuredArticle
) -> Iterator[Rung[list[str]]]:
    """Yield the names of the tags as each rule finds them, the surest first."""
    yield from answers(
        ("links", linked.tags),
        ("opengraph", head.metas("article:tag")),
        ("json-ld", structured.texts("keywords")),
    )
