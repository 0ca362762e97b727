"""Folding keeps the words and drops what nobody can see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.text import fold

FOLDED = {
    "satu  dua": "satu dua",
    " satu\t dua ": "satu dua",
    "Baca Juga:\xa0 Judul": "Baca Juga: Judul",
    "1.234 Views \u3164": "1.234 Views",
    "\u202f1\u202f000": "1 000",
    "\ufeffsatu": "satu",
    "ko\u200bta": "kota",
    "ko\xadta": "kota",
    "\u200fقدس\u200e": "قدس",
    "می\u200cروم": "می\u200cروم",
    "satu\u200cdua": "satudua",
    "👨\u200d👩": "👨\u200d👩",
    "baris satu \n\n baris dua": "baris satu\nbaris dua",
    "\xa0\n\u3164": "",
    "a\x00b\ud800c": "abc",
    "a\r\nb": "a\nb",
    "satu&nbsp;dua &#8220;tiga&#x201d;": "satu dua “tiga”",
    "Mi&amp;#8217;raj &amp;amp; Isra": "Mi’raj & Isra",
    "&nbsp;": "",
    "ko&shy;ta": "kota",
    "baris&#10;satu\nbaris dua": "baris satu\nbaris dua",
    "Tanya & Jawab; R&D; AT&T": "Tanya & Jawab; R&D; AT&T",
    "&amp;#38;nbsp;": "",
    "&#0;&#1114112;": "\ufffd\ufffd",
    "": "",
}


@pytest.mark.parametrize(("printed", "folded"), FOLDED.items(), ids=map(ascii, FOLDED))
def test_folded(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    st.lists(st.text("abcءجد.,’", min_size=1), min_size=1), st.sampled_from(" \t\xa0\u3164\u2009")
)
def test_no_word_is_lost(words: list[str], space: str) -> None:
    assert fold(space.join(words)).split() == words
