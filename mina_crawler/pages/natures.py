"""What an element is to a reader, by its tag and its classes: furniture, a block, words in one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from mina_crawler.pages.furniture import (
    SPEAKING_ATTRIBUTES,
    hides,
    name_by_attributes,
    name_by_names,
)
from mina_crawler.pages.pictures import IMAGE_TAGS

if TYPE_CHECKING:
    from lxml.etree import _Attrib, _Element

KIND_OF_TAG = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "h"),
    "li": "li",
    "blockquote": "quote",
    "figcaption": "caption",
}
CAPTION_CLASSES = frozenset(
    {"wp-caption-text", "wp-element-caption", "gallery-caption", "caption", "image-caption"}
)
CONTAINER_CLASSES = frozenset(
    (
        "entry-content",
        "wp-block-post-content",
        "post-content",
        "post-entry",
        "article-content",
        "article-body",
        "single-content",
        "td-post-content",
        "elementor-widget-theme-post-content",
    )
)
"""Names that WordPress itself and most themes give the story's container."""

WORDLESS_TAGS = IMAGE_TAGS | {"br"}
"""Elements inside a block that stand for something else than the words in them."""

CELL_TAGS = frozenset({"td", "th"})
ROW_TAGS = CELL_TAGS | {"tr"}
BREAKING_TAGS = ROW_TAGS | {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "ul",
}  # fmt: skip
"""Elements before and after which a block ends."""

LONGEST_REMEMBERED = 200
"""Characters of classes and style; with longer ones a page could fill the memory."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What all elements with the same tag, classes and style have in common."""

    tag: str
    rule: str | None
    """The rule by which it is passed over, empty where it holds no words; ``None`` for the rest."""
    breaks: bool
    """Whether a block ends before and after it."""
    kind: str
    """Of the blocks in it; empty where it does not say."""
    is_row: bool
    """Whether it is a table's row or a cell of one."""
    container: str
    """The rule by which it says that it holds the story, or empty."""
    is_plain: bool
    """Whether one that holds nothing but words is put down in one go: half of all elements are."""


def nature_of(element: _Element) -> Nature:
    """Return what *element* is."""
    tag: str = element.tag  # type: ignore[assignment]  # no namespaces in HTML
    attributes = element.keys()
    if not attributes:
        return _nature_of_tag(tag)
    classes, style, is_told = "", "", False
    for name in attributes:  # one or two
        if name == "class":
            classes = element.get(name, "")
        elif name == "style":
            style = element.get(name, "")
        elif name in SPEAKING_ATTRIBUTES:
            is_told = True
    if not (classes or style or is_told):
        return _nature_of_tag(tag)
    recall = _remembered if len(classes) + len(style) <= LONGEST_REMEMBERED else _nature
    if is_told:
        return _as_told(recall(tag, classes, ""), element.attrib)  # which say the style, too
    return recall(tag, classes, style)


def _as_told(nature: Nature, attributes: _Attrib) -> Nature:
    """Return *nature* with what the *attributes* of an element say beside it."""
    rule = name_by_attributes(attributes) if nature.rule is None else nature.rule
    if attributes.get("itemprop") == "articleBody":
        return replace(nature, rule=rule, container="microdata", is_plain=False)
    return nature if rule == nature.rule else replace(nature, rule=rule, is_plain=False)


@lru_cache(maxsize=256)  # two thirds of all elements: half as long as to remember tag and classes
def _nature_of_tag(tag: str) -> Nature:
    """Return what an element with *tag* is that says no more of itself."""
    return _nature(tag, "", "")


def _nature(tag: str, classes: str, style: str) -> Nature:
    """Return what an element with *tag*, *classes* and *style* is."""
    rule = name_by_names(tag, classes.lower().split())
    if rule == "author box" and KIND_OF_TAG.get(tag) == "h":
        rule = None  # it opens what the story ends at
    names = frozenset(classes.split())
    breaks = tag in BREAKING_TAGS
    is_caption = tag not in ROW_TAGS and not CAPTION_CLASSES.isdisjoint(names)
    kind = KIND_OF_TAG.get(tag) or ("caption" if breaks and is_caption else "")
    is_container = not CONTAINER_CLASSES.isdisjoint(names)
    rule = "hidden" if rule is None and hides(style) else rule
    return Nature(
        tag,
        rule,
        breaks,
        kind,
        tag in ROW_TAGS,
        "wordpress" if is_container else "",
        rule is None and kind != "h" and tag not in WORDLESS_TAGS and not is_container,
    )


_remembered = lru_cache(maxsize=2048)(_nature)
"""A theme has few tags, classes and styles together: to remember takes 0.06 µs, to tell 1.0."""
