"""Grows sentences out of a grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quality.prose import arabic, english, indonesian

if TYPE_CHECKING:
    from quality.corpus.dice import Dice

GRAMMARS = {"id": indonesian.GRAMMAR, "en": english.GRAMMAR, "ar": arabic.GRAMMAR}
SYMBOL = re.compile(r"\{(\w+)\}")


def grow(edition: str, symbol: str, dice: Dice) -> str:
    """Return one thing that *symbol* may become in the language of *edition*."""
    production = dice.pick(GRAMMARS[edition][symbol])
    text = SYMBOL.sub(lambda found: grow(edition, found[1], dice), production)
    return text[:1].upper() + text[1:] if symbol in {"sentence", "trap", "headline"} else text


def paragraph(edition: str, dice: Dice) -> str:
    """Return one to three sentences, some of which look like marks and are prose."""
    sentences = [grow(edition, "sentence", dice) for _ in range(dice.number(1, 3))]
    if dice.odd("trap"):
        sentences.append(grow(edition, "trap", dice))
    return " ".join(sentences)
