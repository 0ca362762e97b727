"""Categories and tags: the lines around a story that link to their archives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mina_crawler.parsing.blocks import Anchor, Block

LONGEST_LABEL = 20
"""Characters of ``Tags:`` or ``Posted in``, beside the links themselves."""

LONGEST_SEPARATOR = 3


def is_category(url: str) -> bool:
    """Tell whether *url* is the archive of a category."""
    return "/category/" in url


def is_archive(url: str) -> bool:
    """Tell whether *url* is the archive of a category or of a tag."""
    return is_category(url) or "/tag/" in url


def is_terms(block: Block) -> bool:
    """Tell whether *block* is nothing but links to categories and tags, perhaps behind a label."""
    links = block.anchors
    if not links or not all(is_archive(link.url) for link in links):
        return False
    besides = len(block.text) - sum([len(link.text) for link in links])
    longest = LONGEST_LABEL + LONGEST_SEPARATOR * len(links)
    return besides <= longest and not block.text.endswith(".")


def without_terms(block: Block) -> str:
    """Return the label of *block* without the names of categories and tags that it links to."""
    label = block.label
    for link in block.anchors:
        if is_archive(link.url):
            label = fold(label.replace(link.text, "", 1))
    return label


def partition_terms(links: Iterable[Anchor]) -> tuple[list[str], list[str]]:
    """Return the names of the categories and of the tags among *links*, each by its first link."""
    categories: list[str] = []
    tags: list[str] = []
    named: dict[str, Anchor] = {}
    for link in links:
        if link.text:
            named.setdefault(link.url or link.text, link)
    for link in named.values():
        (categories if is_category(link.url) else tags).append(link.text)
    return categories, tags
