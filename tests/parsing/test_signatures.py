"""The signature is a whole paragraph; the same words in a sentence are prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.signatures import is_signature

SIGNATURES = (
    "Mi’raj News Agency (MINA)",
    "Mi'raj News Agency (MINA).",
    "Miraj News Agency (MINA)",
    "Mi’raj Islamic News Agency (MINA)",
    "Mi’raj Islamic News Agency/MINA",
    "Mi’ra News Agency (MINA)",
    "Mir’aj News Agency (MINA)",
    "Mi’raj New Agency (MINA)",
    "MI’RAJ NEWS AGENCY (MINA)",
    "Mi’raj News Agency",
    "وكالة مينا للأنباء",
    "وكالة معراج للأنباء (مينا).",
    "المصدر: وكالة مينا للأنباء",
    "Sumber: Mi’raj News Agency (MINA)",
)
PROSE = (
    "",
    "MINA",
    "The Mi’raj News Agency (MINA)",
    "Kantor Berita Mi’raj News Agency (MINA) genap sepuluh tahun.",
    "Mi’raj News Agency (MINA) melaporkan.",
    "قالت وكالة مينا للأنباء",
    "المصدر: الأناضول",
)


@pytest.mark.parametrize("text", SIGNATURES)
def test_signature(text: str) -> None:
    assert is_signature(text)


@pytest.mark.parametrize("text", PROSE)
def test_prose(text: str) -> None:
    assert not is_signature(text)


@given(st.text())
def test_nothing_raises(text: str) -> None:
    assert isinstance(is_signature(text), bool)
