"""XML that programs spoilt on its way: what keeps it from being well-formed, and means nothing."""

from __future__ import annotations

import re

MOST_BEFORE = 10_000
"""Characters in which the document begins, behind what PHP prints."""

_DECLARATION = re.compile(r"<\?xml\s[^<>]{0,200}\?>\s*")
_FORBIDDEN = re.compile(
    r"""
    [\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]
    | &\# 0{0,6} (?: [0-8] | 1[124-9] | 2\d | 3[01] ) ;  # the same, by its number
    | &\# x 0{0,6} (?: [0-8bcef] | 1[0-9a-f] ) ;
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BARE_AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)", re.IGNORECASE
)


def repair_xml(body: bytes) -> bytes:
    r"""Return *body* as UTF-8, whatever it says, without what XML forbids or what stands before it.

    >>> repair_xml(b'\xef\xbb\xbf\nNotice: x\n<?xml version="1.0" encoding="x"?><a>b\x0b&nbsp;</a>')
    b'<a>b&amp;nbsp;</a>'
    """
    text = body.decode("utf-8-sig", "replace")
    declaration = _DECLARATION.search(text, 0, MOST_BEFORE)
    if declaration:
        text = text[declaration.end() :]
    return _BARE_AMPERSAND.sub("&amp;", _FORBIDDEN.sub("", text)).strip().encode()
