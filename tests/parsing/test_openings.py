"""Boilerplate opens as the table of openings says, whatever rule names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import regex  # type: ignore[import-untyped]  # comes with dateparser; knows partial matches
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.boilerplate import name_boilerplate
from mina_crawler.parsing.boilerplate_rules import RULES
from mina_crawler.parsing.openings import may_be_boilerplate
from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz" + "".join(map(chr, range(0x621, 0x653)))
MARKS = '“”"‘«(﴿#'
SIGNS = " .,:;!?'’`»)[]{}/|-–—−+<>~@&*=_%©★☆•·…،؛؟"
FIGURES = frozenset("0٣")
"""A word behind one of them does not end what is looked at: ``1.2 k views``."""

ALPHABET = f"{LETTERS}0٣{MARKS}{SIGNS}"
MOST_BEFORE = 3
"""Marks and figures before the word that is looked at."""

SHORTEST, LONGEST = 3, 5
"""Characters of the first word that are looked at; whatever opens as a short one is let through."""

PATTERNS = [(name, regex.compile(one)) for name, several in RULES.items() for one in several]
OPENED_BY_ANY_WORD = [found for found in PATTERNS if found[1].fullmatch("qzj", partial=True)]


def refused(pattern: regex.Pattern[str], before: str = "") -> Iterator[str]:
    """Yield the openings of what *pattern* matches that are refused, or the whole where shorter."""
    for sign in ALPHABET:
        opening = before + sign
        if opening == " " or "  " in opening or not pattern.fullmatch(opening, partial=True):
            continue
        looked_at = opening.lstrip(f"{MARKS}0٣., ")
        has_ended = " " in looked_at and FIGURES.isdisjoint(opening)
        is_looked_at = has_ended or len(looked_at) == LONGEST
        is_decided = is_looked_at or pattern.fullmatch(opening) is not None
        is_let_through = may_be_boilerplate(opening)
        if is_decided and not is_let_through:
            yield opening
        is_stem = is_let_through and len(looked_at) >= SHORTEST
        if not (is_looked_at or is_stem) and len(opening) < MOST_BEFORE + len(looked_at):
            yield from refused(pattern, opening)


@pytest.mark.parametrize("found", [one for one in PATTERNS if one not in OPENED_BY_ANY_WORD])
def test_no_rule_matches_what_is_refused(found: tuple[str, regex.Pattern[str]]) -> None:
    assert list(refused(found[1])) == []


@pytest.mark.parametrize("length", range(3, 11))
@pytest.mark.parametrize("gap", [" ", ", ", "، "])
def test_any_word_may_open_a_moment_and_nothing_else(length: int, gap: str) -> None:
    assert [name for name, _ in OPENED_BY_ANY_WORD] == ["date-line"]
    moment = f"{'q' * length}{gap}3 juni 2024 18.25"
    assert OPENED_BY_ANY_WORD[0][1].fullmatch(moment)
    assert may_be_boilerplate(moment)


@given(
    st.sampled_from(PATTERNS).flatmap(lambda found: st.from_regex(found[1].pattern, fullmatch=True))
)
def test_whatever_a_rule_matches_is_let_through(printed: str) -> None:
    line = fold(printed).replace("\n", " ")
    assert may_be_boilerplate(line) or name_boilerplate(line) is None
