"""What a site says against the use of its texts for training and text mining."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_USES = 10
"""Three are defined; a file that denies more is not told to the end."""

_SIGNALS = re.compile(r"(?im)^[ \t]*content-signal[ \t]*:[ \t]*(?P<signals>[^#\r\n]*)")
_SIGNAL = re.compile(r"(?P<use>(?<![\w-])[\w-]{1,40})\s*=\s*(?P<answer>yes|no)\b", re.IGNORECASE)
RESERVED = "tdm-reservation"
_DIRECTIVES = ("noai", "noimageai", "noml", "notrain")
_NO_AI = re.compile(rf"\b(?:{'|'.join(_DIRECTIVES)})\b", re.IGNORECASE)
_REACH = 500
"""Bytes of a tag before and behind the word ``robots`` in which its directives stand."""


def content_signals(robots_txt: str) -> list[str]:
    """Return what the ``Content-Signal`` lines of a robots.txt deny, each use once.

    >>> content_signals("Content-Signal: search=yes, ai-train=no  # no training")
    ['ai-train=no']
    """
    uses = (
        signal["use"].lower()
        for line in _SIGNALS.finditer(robots_txt)
        for signal in _SIGNAL.finditer(line["signals"])
        if signal["answer"].lower() == "no"
    )
    return [f"{use}=no" for use in islice(dict.fromkeys(uses), MOST_USES)]


def robots_opt_outs(directives: Iterable[str]) -> list[str]:
    """Return the directives against training among those for robots, as a header or meta tag.

    >>> robots_opt_outs(["noindex, noai", "max-image-preview:large, noimageai"])
    ['noai', 'noimageai']
    """
    found = (word.lower() for text in directives for word in _NO_AI.findall(text))
    return list(dict.fromkeys(found))


def may_opt_out(markup: bytes) -> bool:
    """Tell whether a page can hold a signal, before it is parsed for that: few mention any.

    >>> may_opt_out(b"<meta name='robots' content='NoAI'>"), may_opt_out(b"<p>Gaza</p>")
    (True, False)
    """
    small = markup.lower()
    if b"\0" in small or RESERVED.encode() in small:  # UTF-16 is full of zeros
        return True
    # To look for each directive in the whole page takes three times as long.
    pieces = pairwise(small.split(b"robots"))
    tags = [before[-_REACH:] + behind[:_REACH] for before, behind in pieces]
    return any(word.encode() in tag for tag in tags for word in _DIRECTIVES)


def is_reserved(text: str) -> bool:
    """Tell whether a value of ``TDM-Reservation`` keeps text mining to those who ask.

    >>> is_reserved("1"), is_reserved("0")
    (True, False)
    """
    return text.strip() == "1"
