"""The main picture of an article: which one it is, and what is printed under it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from mina_crawler.pages.ladder import Rung
from mina_crawler.pages.terms import is_terms
from mina_crawler.parsing.boilerplate import name_boilerplate
from mina_crawler.parsing.bylines import parse_byline
from mina_crawler.parsing.captions import caption_of, is_caption, is_credit, is_told
from mina_crawler.parsing.dates import find_timestamp, is_day_in_sentence
from mina_crawler.parsing.headers import parse_header
from mina_crawler.parsing.links import parse_link
from mina_crawler.parsing.urls import canonical_image, image_stem, original_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mina_crawler.pages.head import Head
    from mina_crawler.pages.structured import StructuredArticle
    from mina_crawler.parsing.blocks import Block

FEWEST_CAPTION_SPACES = 2
"""Two words under a picture are a name or a button."""

_LOGO_WORDS = ("logo", "default", "placeholder", "favicon", "site-icon")


def picture_rungs(
    head: Head, structured: StructuredArticle, blocks: Sequence[Block], base_url: str
) -> Iterator[Rung[tuple[str, str]]]:
    """Yield address and caption (or ``""``) of the picture; *blocks* stand before the story."""
    url, caption = structured.image
    printed = [block.text for block in blocks if block.kind == "picture"]
    for rule, address, words in (
        ("opengraph", head.meta("og:image"), ""),
        ("json-ld", url, caption),
        ("picture", printed[-1] if printed else "", ""),
    ):
        link = parse_link(address, base_url)
        if link and not _is_logo(address):
            original = original_of(canonical_image(link), printed)
            yield Rung(rule, (original, words or _caption_of(original, blocks)))


def _is_logo(address: str) -> bool:
    """Tell whether the file at *address* is named as one that stands for the site."""
    name = address.rpartition("/")[2].lower()
    return any(word in name for word in _LOGO_WORDS)


def _caption_of(image: str, blocks: Sequence[Block]) -> str:
    """Return the words printed under *image*."""
    under_picture = False
    for block, below in zip_longest(blocks, blocks[1:]):
        if block.kind == "picture":
            under_picture = image_stem(block.text) == image_stem(image)
        elif block.kind == "caption" and _is_button(block, below):
            continue
        elif _says_caption(block) or (under_picture and not _is_label(block)):
            words = caption_of(block)
            has_more = below is not None and not is_caption(words) and is_credit(below.text)
            return f"{words} {below.text}" if below and has_more else words
    return ""


def _says_caption(block: Block) -> bool:
    """Tell whether *block* is a caption by itself, wherever its picture is."""
    return block.kind == "caption" or is_caption(block.text)


def _is_button(block: Block, below: Block | None) -> bool:
    """Tell whether the theme put one word above a caption: ``Perbesar``."""
    has_more = below is not None and below.kind == "caption"
    return has_more and " " not in block.text and is_told(block.text)


def _is_label(block: Block) -> bool:
    """Tell whether a line is the theme's and no caption: terms, a date, a name, two words."""
    line = block.label
    if is_terms(block):
        return True
    if is_caption(line):
        return False
    if line.count(" ") < FEWEST_CAPTION_SPACES or is_told(line) or name_boilerplate(line):
        return True
    return bool(_is_dated(line) or parse_header(line) or parse_byline(line))


def _is_dated(line: str) -> bool:
    """Tell whether *line* tells a moment, and is no sentence about a picture."""
    found = None if line.endswith(".") else find_timestamp(line)
    return found is not None and not is_day_in_sentence(found[0], line)
