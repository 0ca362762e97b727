"""The same words have the same fingerprint; an edit has another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.fingerprints import content_hash

SAME = {
    "“Damai”, kata dia": '"Damai", kata dia',
    "Mi’raj": "Mi'raj",
    "2020–2021 — kini": "2020-2021 -- kini",
    "lalu…": "lalu...",
    "satu\n\ndua": "satu dua",
    "satu\xa0dua": "satu dua",
    "ko\u200bta": "kota",
    "ﷺ": "صلى الله عليه وسلم",
    "3×4": "3x4",
}
DIFFERENT = {
    "dua orang luka": "tiga orang luka",
    "Allah": "allah",
    "ia pulang.": "ia pulang",
    "“damai”": "damai",
}


@pytest.mark.parametrize(("one", "other"), SAME.items(), ids=map(ascii, SAME))
def test_a_rendering_does_not_count(one: str, other: str) -> None:
    assert content_hash("Judul", one) == content_hash("Judul", other)
    assert content_hash(one, "Teks") == content_hash(other, "Teks")


@pytest.mark.parametrize(("one", "other"), DIFFERENT.items(), ids=DIFFERENT)
def test_an_edit_counts(one: str, other: str) -> None:
    assert content_hash("Judul", one) != content_hash("Judul", other)
    assert content_hash(one, "Teks") != content_hash(other, "Teks")


def test_a_word_moved_from_title_to_text_counts() -> None:
    assert content_hash("satu dua", "tiga") != content_hash("satu", "dua tiga")


def test_it_never_changes_between_releases() -> None:
    """Ledgers keep it: another value would turn every article into an edit."""
    expected = "4b73c72977edf1813086ddac6ad19dfc6c4c0a46fe35eabc7ab072cf8fd7c882"
    assert content_hash("Judul", "Teks “berita”.") == expected


@given(st.text(), st.text())
def test_any_text_has_one(title: str, text: str) -> None:
    assert len(content_hash(title, text)) == 64
