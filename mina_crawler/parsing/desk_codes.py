"""The desk code that closes a story: how it was got, who reported it, who edited it."""

from __future__ import annotations

import re

from mina_crawler.parsing.text import fold

KINDS = ("LKG", "TL", "LT", "T", "L")
"""Terjemahan (foreign copy, translated), liputan (own coverage), and what else opens a code."""

_PART = r"[A-Za-z]{1,10} (?: \s?-?\s? \d{1,3} | -[A-Za-z]{1,10} )?"
_BETWEEN = rf"(?: \s*/\s* {_PART} ){{0,4}} \s*/\s*"
_EDITOR = r"[A-Z]{1,3} \s?-?\s? \d{1,3}"

_CODE = re.compile(
    rf"""
    [(\[] \s*
    (?P<code>
        (?: {"|".join(KINDS)} ) {_BETWEEN} (?: {_EDITOR} | [A-Za-z]{{2,10}} )
      | [A-Z]{{1,4}} {_BETWEEN} {_EDITOR}    # another kind: only with an editor's number
      | (?: P | R[A-Z]? ) -? \d{{1,3}} {_BETWEEN} {_EDITOR}    # no kind: from desk to desk
    )
    \s* [)\]] \s* (?P<stop> \.? ) \s* $
    """,
    re.VERBOSE,
)
_LONGEST = 60
_LONGEST_END_MARK = 8

_AGENCY = re.compile(r"/ \s* (?: MINA | AFP | AP | ANTARA | Reuters | Anadolu ) $", re.VERBOSE)
_END_MARK = re.compile(r"\s*\[\s*\]\s*\.?\s*$")
_CLOSING_NAMES = re.compile(
    r"\( \s? \*{1,3} (?: \s? / \s? [^\W\d_] [\w.,'’ -]{1,39} ){1,3} \) \.?", re.VERBOSE
)
"""``(*/Name)``: from a source that the desk does not name, by somebody it does."""
_CLOSED = (".", "!", "?", "…", "”", '"', "’", "'", "»", ")", "]", ":", "؟")


def partition_desk_code(text: str) -> tuple[str, str | None]:
    """Return *text* without the desk code at its end, and the code without brackets and spaces.

    An end mark behind the code goes with it. A full stop behind the code belongs to the sentence,
    where that has none of its own.

    >>> partition_desk_code("membantah berencana untuk menyerang. ( T/RI-1 / P1 )")
    ('membantah berencana untuk menyerang.', 'T/RI-1/P1')
    >>> partition_desk_code("membantah berencana untuk menyerang (T/RE1).")
    ('membantah berencana untuk menyerang.', 'T/RE1')
    >>> partition_desk_code("pada Ahad (21/7)")
    ('pada Ahad (21/7)', None)
    """
    if "/" not in text[-_LONGEST - _LONGEST_END_MARK :]:
        return text, None
    body = partition_end_mark(text)[0]
    start = max(body.rfind("("), body.rfind("["))
    if start < 0 or len(body) - start > _LONGEST or "/" not in body[start:]:
        return text, None
    match = _CODE.fullmatch(body, start)
    if match is None or _AGENCY.search(match["code"]):
        return text, None
    prose = body[:start].rstrip()
    if prose and not prose.endswith(_CLOSED):
        prose += match["stop"]
    return prose, "".join(fold(match["code"]).split())


def partition_end_mark(text: str) -> tuple[str, str | None]:
    """Return *text* without ``[]`` or ``(*/Name)`` at its end, and the mark as printed.

    >>> partition_end_mark("kata dia. []")
    ('kata dia.', '[]')
    >>> partition_end_mark("kata dia. (*/Rana Salim)")
    ('kata dia.', '(*/Rana Salim)')
    >>> partition_end_mark("kata dia.")
    ('kata dia.', None)
    """
    start = text.rfind("(*", -_LONGEST)
    if start >= 0 and _CLOSING_NAMES.fullmatch(text, start):
        return text[:start].rstrip(), text[start:].strip()
    end = text[-_LONGEST_END_MARK:]
    match = _END_MARK.search(end) if "]" in end[-4:] else None
    if match is None:
        return text, None
    cut = len(end) - match.start()
    return text[: len(text) - cut].rstrip(), match[0].strip()
