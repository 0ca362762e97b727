"""Compares two stories: by words, exactly, and by what should not or should be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FEW_WORDS = 3
ENOUGH = 0.5


def fold(text: str) -> str:
    r"""Return *text* with every run of white space as one space.

    >>> fold(" Gaza,\u00a0MINA\n– ")
    'Gaza, MINA –'
    """
    return " ".join(text.split())


def common_words(one: list[str], other: list[str]) -> int:
    """Return the length of the longest common subsequence, counted in bits of long integers.

    >>> common_words("a b c d".split(), "b x d".split())
    2
    """
    places: dict[str, int] = {}
    for place, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << place
    full = (1 << len(one)) - 1
    row = full
    for word in other:
        matched = row & places.get(word, 0)
        row = ((row + matched) | (row - matched)) & full
    return len(one) - row.bit_count()


def rouge_l(truth: str, read: str) -> float:
    """Return the F1 of ROUGE-L over words, 0 to 1.

    >>> rouge_l("a b c d", "a b c d")
    1.0
    """
    true_words, read_words = truth.split(), read.split()
    if not true_words or not read_words:
        return float(true_words == read_words)
    common = common_words(true_words, read_words)
    return 2 * common / (len(true_words) + len(read_words))


def is_exact(truth: str, read: str) -> bool:
    """Tell whether the stories are the same once spaces are folded."""
    return fold(truth) == fold(read)


def left_in(truth: str, read: str, noise: Iterable[str]) -> list[str]:
    """Return those of the *noise* that stand in the text more often than in the truth."""
    true_text, text = fold(truth), fold(read)
    folded = dict.fromkeys(fold(piece) for piece in noise if piece)
    return [piece for piece in folded if text.count(piece) > true_text.count(piece)]


def lost(truth: str, read: str) -> list[str]:
    """Return the blocks of the truth most of which is missing from what was read."""
    text = fold(read)
    words = text.split()
    seen = set(zip(words, words[1:], words[2:], strict=False))
    return [
        block
        for block in truth.split("\n\n")
        if fold(block) not in text and _is_lost(block.split(), seen)
    ]


def _is_lost(words: list[str], seen: set[tuple[str, str, str]]) -> bool:
    threes = list(zip(words, words[1:], words[2:], strict=False))
    return len(words) < FEW_WORDS or sum(three in seen for three in threes) < ENOUGH * len(threes)
