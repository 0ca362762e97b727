"""Tags that only an attacker writes: with so many attributes that no parser comes to their end."""

from __future__ import annotations

import re

MOST_ATTRIBUTES = 1000
"""libxml2 compares each attribute with all before it: 100,000 of them take it ten seconds."""
_SMALL = 64 * MOST_ATTRIBUTES
"""Characters: a shorter page has no room for enough of them to take half a second."""

_ATTRIBUTE = r"""
    [\s/]*+ [^\s/>] [^\s/>=]*+                                              # its name
    (?: \s*+ = \s*+ (?: "[^"]*+ (?:"|\Z) | '[^']*+ (?:'|\Z) | [^\s>"']*+ ) )?+  # its value
"""
_TAG = re.compile(
    rf"""
    < [A-Za-z] [^\s/>]*+ (?: {_ATTRIBUTE} ){{0,{MOST_ATTRIBUTES}}}+
    (?P<rest> (?: {_ATTRIBUTE} )*+ )
    """,
    re.VERBOSE,
)
"""A tag as browsers read it. Nothing is tried twice: each repetition keeps what it took."""


def trim_tags(html: str) -> str:
    """Return *html*, no tag in it with more attributes than anybody writes.

    >>> trim_tags('<p class="a">Kata.</p>')
    '<p class="a">Kata.</p>'
    >>> len(trim_tags("<p " + " ".join(f"a{n}" for n in range(20_000)) + ">")) < 10_000
    True
    """
    if len(html) < _SMALL:
        return html
    kept, at = [], 0
    for tag in _TAG.finditer(html):
        if tag["rest"]:
            kept.append(html[at : tag.start("rest")])
            at = tag.end()
    return "".join([*kept, html[at:]])
