"""Pictures in the markup: where their addresses stand, and which are no part of a story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

IMAGE_TAGS = frozenset({"img", "amp-img"})
LAZY_ATTRIBUTES = ("data-lazy-src", "data-src", "data-original")
"""Where lazy loaders put a picture's address, a placeholder into ``src``; others end likewise."""

SIZES_ATTRIBUTES = ("srcset", "data-srcset", "data-lazy-srcset")
"""Where the addresses of a picture in several sizes may stand."""

PICTURE_FILES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
"""How the address ends that a picture leads to in order to be seen larger."""

_ORNAMENT = re.compile("emoji|wp-smiley|avatar")
_FACE = re.compile("a(?:vatar|uthor-(?:image|img|photo|pic|thumb))")
"""Parts of classes of what holds somebody's face."""

_COPY = re.compile(r"(?:\./)?[^/:]{1,250}_files/")
"""How the address of a picture begins that a browser saved with its page."""

_DOTS = frozenset({"0", "1"})
"""Widths and heights of what counts who looks."""


def source_of(image: _Element) -> str:
    """Return the address of *image* as the page gives it, empty where it gives none."""
    names = map(str, image.keys())
    others = [name for name in names if name.startswith("data-") and name.endswith("src")]
    for name in (*LAZY_ATTRIBUTES, *others, "src"):
        url = (image.get(name) or "").strip()
        if url and not url.startswith("data:"):
            return _without_copy(image, url)
    return ""


def others_of(image: _Element, href: str) -> Iterator[str]:
    """Yield the addresses that the page gives *image* beside its own: where it leads, its sizes.

    *href* is the address of the link around it, if it has one.
    """
    sizes = ",".join(filter(None, map(image.get, SIZES_ATTRIBUTES)))
    parts = [href.split(), *(size.split() for size in sizes.split(","))]
    yield from (part[0] for part in parts if part)


def _without_copy(image: _Element, url: str) -> str:
    """Return *url*, or what a browser that saved the page left of it beside the copy's name."""
    if "_files/" not in url or not _COPY.match(url):
        return url
    return (image.get("srcset") or "").partition(",")[0].strip().partition(" ")[0]


def is_ornament(image: _Element) -> bool:
    """Tell whether *image* is an emoji, a smiley, somebody's face or a counting pixel."""
    if image.get("width") in _DOTS or image.get("height") in _DOTS:
        return True
    if _ORNAMENT.search(image.get("class", "")):
        return True
    holder = image.getparent()
    return holder is not None and _FACE.search(holder.get("class", "")) is not None


def is_advert(href: str, base_url: str) -> bool:
    """Tell whether a picture on *base_url* that leads to *href* leads to another site."""
    host = _site_of(href)
    is_ours = not host or host == _site_of(base_url)
    return not is_ours and not href.lower().endswith(PICTURE_FILES)


def _site_of(url: str) -> list[str]:
    """Return the last two labels of the host in *url*, none where it names no host."""
    host = url.partition("//")[2].partition("/")[0]
    return host.split(".")[-2:] if host else []
