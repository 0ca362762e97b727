"""Dresses a plain sentence as hands and word processors do, without changing what it says."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quality.corpus.dice import Dice

EMPHASIS = ("strong", "em", "b", "i", 'span style="font-weight: 400;"')
ASCII = str.maketrans({"“": '"', "”": '"', "’": "'"})
PLAIN_WORD = re.compile(r"(?<= )[a-z]{6,}(?= )")
GAP = re.compile(r"(?<=[a-z]) (?=[a-z])")


def stored(text: str) -> str:
    """Return *text* as HTML."""
    return escape(text, quote=False).replace("\n", "<br />\n")


def dress(text: str, dice: Dice) -> str:
    """Return *text* as HTML, by chance with emphasis, a link, a split word, typewriter quotes."""
    html = stored(text)
    if dice.odd("nbsp"):
        html = GAP.sub("&nbsp;", html, count=1)
    if dice.odd("ascii quotes"):
        html = html.translate(ASCII)
    if dice.odd("inline emphasis"):
        html = _around(html, dice.pick(EMPHASIS))
    if dice.odd("inline link"):
        html = _around(html, 'a href="https://minanews.net/tag/umat/"')
    if dice.odd("split word"):
        html = PLAIN_WORD.sub(
            lambda word: f"{word[0][:3]}<strong>{word[0][3:]}</strong>", html, count=1
        )
    return html


def _around(html: str, tag: str) -> str:
    name = tag.split(maxsplit=1)[0]
    words = list(PLAIN_WORD.finditer(html))
    if not words:
        return html
    word = words[len(words) // 2]
    return f"{html[: word.start()]}<{tag}>{word[0]}</{name}>{html[word.end() :]}"
