"""Read-also lines are cut wherever they stand; prose that says the words stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing import read_also
from mina_crawler.parsing.read_also import (
    is_read_also_heading,
    partition_read_also,
    read_also_titles,
)

PREFIXES = (
    "Baca Juga:",
    "Baca Juga:\xa0",
    "Baca juga :",
    "BACA JUGA:",
    "Baca\xa0Juga:",
    "Baca Pula:",
    "Baca Juga –",
    "Baca Juga;",
    "[Baca Juga]",
    "👉 Baca Juga:",
    ">> Baca Juga:",
    "Lihat Juga:",
    "Simak Juga:",
    "Also Read:",
    "Read Also:",
    "See also:",
    "قراءة المزيد:",
    "اقرأ أيضا",
    "اقرأ أيضاً:",
    "اقرأ أيضًا:",
    "إقرأ أيضاً:",
    "اقرأ ايضا",
    "شاهد أيضا:",
    "إقرأ أيضًا |",
    "Baca Juga |",
    "Simak Video:",
)
GLUED = {
    "Ia pulang, kata dia. Baca Juga: Mahasiswa Gelar Aksi": "Ia pulang, kata dia.",
    "Ia pulang, kata dia.Baca juga: Mahasiswa Gelar Aksi": "Ia pulang, kata dia.",
    "“Ia pulang” Baca Juga: Mahasiswa Gelar Aksi": "“Ia pulang”",
    "Ia pulang, kata dia Baca Juga: Mahasiswa Gelar Aksi": "Ia pulang, kata dia",
    "Ia pulang.\nBaca Juga: Mahasiswa Gelar Aksi\nIa datang.": "Ia pulang.\nIa datang.",
    "Ia pulang. (Baca juga: Mahasiswa Gelar Aksi)": "Ia pulang.",
    "Ia pulang (Baca Juga: Mahasiswa Gelar Aksi). Ia datang.": "Ia pulang. Ia datang.",
}
LINKED = {
    "Baca: Gelar Aksi": ("", "Baca: Gelar Aksi"),
    "Simak Video “Gelar Aksi”": ("", "Simak Video “Gelar Aksi”"),
    "Simak juga video “Gelar Aksi”": ("", "Simak juga video “Gelar Aksi”"),
    "Baca juga “Gelar Aksi” Ia pulang.": ("Ia pulang.", "Baca juga “Gelar Aksi”"),
    "Baca juga “Gelar Aksi” agar paham.": ("Baca juga “Gelar Aksi” agar paham.", None),
    "Read More: Gelar Aksi": ("", "Read More: Gelar Aksi"),
    "Pilihan Editor: Gelar Aksi": ("", "Pilihan Editor: Gelar Aksi"),
    "Editor’s Pick: Gelar Aksi": ("", "Editor’s Pick: Gelar Aksi"),
    "Related: Gelar Aksi": ("", "Related: Gelar Aksi"),
    "ذات صلة: Gelar Aksi": ("", "ذات صلة: Gelar Aksi"),
    "Pilihan editor Gelar Aksi menang.": ("Pilihan editor Gelar Aksi menang.", None),
    "Ia pulang. Baca juga Gelar Aksi": ("Ia pulang.", "Baca juga Gelar Aksi"),
    "Baca Juga: Gelar Aksi Ia pulang.": ("Ia pulang.", "Baca Juga: Gelar Aksi"),
    "Ia baca juga Gelar Aksi.": ("Ia baca juga Gelar Aksi.", None),
    "Baca juga Gelar Aksi agar paham.": ("Baca juga Gelar Aksi agar paham.", None),
}
PROSE = (
    "",
    "Ia mengajak jamaah agar baca juga tafsirnya.",
    "Baca juga tafsir itu agar paham.",
    "Baca juga Tafsir Ibnu Katsir agar paham.",
    "Ia berkata, baca juga: tafsir itu.",
    "Surat ini (baca juga: tafsir) turun di Makkah.",
    "Baca: Bismillah.",
    "Ia mengajak warga lihat video “Perahu Tua” di balai desa.",
    "Tonton video “Perahu Tua” sebelum tidur, kata dia.",
    "Dalam video: perahu tua terbakar.",
    "Pilihan editor: kisah nelayan.",
    "It is not related: he said so.",
    "He also read the letter.",
    "Siswa itu pandai membaca juga menulis.",
    "Gemar Baca Juga Menulis",
)
HEADINGS = ("Baca Juga:", "Baca juga", "Baca Juga :", "Also Read:", "اقرأ أيضا:", "Berita Terkait:")


@pytest.mark.parametrize("prefix", PREFIXES, ids=ascii)
def test_a_block_of_its_own(prefix: str) -> None:
    text = f"{prefix} Mahasiswa Gelar Aksi"
    assert partition_read_also(text) == ("", text)
    assert read_also_titles(text) == ["Mahasiswa Gelar Aksi"]


@pytest.mark.parametrize("pattern", read_also.PREFIXES + read_also.LINKED_PREFIXES, ids=ascii)
@given(data=st.data())
def test_no_cheap_look_passes_by_a_prefix(pattern: str, data: st.DataObject) -> None:
    words = re.compile(pattern.partition("(?=")[0], re.VERBOSE)
    prefix = " ".join(data.draw(st.from_regex(words, fullmatch=True)).split())
    text = f"{prefix}: Gelar Aksi"
    assert partition_read_also(text, ["Gelar Aksi"]) == ("", text)


@pytest.mark.parametrize(("text", "prose"), GLUED.items(), ids=GLUED)
def test_glued_to_a_paragraph(text: str, prose: str) -> None:
    rest, cut = partition_read_also(text)
    assert rest == prose
    assert read_also_titles(cut or "") == ["Mahasiswa Gelar Aksi"]


@pytest.mark.parametrize(("text", "parts"), LINKED.items(), ids=LINKED)
def test_a_link_tells_a_title_from_prose(text: str, parts: tuple[str, str | None]) -> None:
    assert partition_read_also(text, ["Gelar Aksi"]) == parts


def test_a_link_may_cover_the_prefix() -> None:
    text = "Baca Juga: Gelar Aksi"
    assert partition_read_also(f"{text} Ia pulang.", [text]) == ("Ia pulang.", text)


def test_several_lines() -> None:
    text = "Baca Juga: Judul Satu\nBaca Juga: Judul Dua"
    assert partition_read_also(text) == ("", text)
    assert read_also_titles(text) == ["Judul Satu", "Judul Dua"]


def test_several_lines_without_a_colon() -> None:
    text = "Tonton video “Perahu Tua”\nSimak juga video “Gelar Aksi”"
    prose, cut = partition_read_also(text, ["Perahu Tua", "Gelar Aksi"])
    assert (prose, read_also_titles(cut or "")) == ("", ["“Perahu Tua”", "“Gelar Aksi”"])


def test_several_on_one_line() -> None:
    assert read_also_titles("Baca Juga: Judul Satu Baca Juga: Judul Dua") == [
        "Judul Satu",
        "Judul Dua",
    ]


def test_a_title_on_the_next_line() -> None:
    text = "Baca Juga:\nJudul Satu"
    assert partition_read_also(text) == ("", text)
    assert read_also_titles(text) == ["Judul Satu"]


def test_a_title_that_says_the_words() -> None:
    assert read_also_titles("Baca Juga: Santri Diajak Baca Juga Tafsir") == [
        "Santri Diajak Baca Juga Tafsir"
    ]


@pytest.mark.parametrize("text", PROSE)
def test_prose(text: str) -> None:
    assert partition_read_also(text) == (text, None)


@pytest.mark.parametrize("words", ["Video Pilihan Berikut Ini:", "Berita Lainnya", "di bawah ini:"])
def test_what_points_at_the_links_below_is_no_title(words: str) -> None:
    assert read_also_titles(f"Lihat Juga {words}") == []


@pytest.mark.parametrize("text", HEADINGS, ids=ascii)
def test_heading(text: str) -> None:
    assert is_read_also_heading(text)


@pytest.mark.parametrize("text", ["", "Baca Juga: Judul", "Ia baca juga"])
def test_no_heading(text: str) -> None:
    assert not is_read_also_heading(text)


@given(st.text(), st.lists(st.text(min_size=1)))
def test_nothing_raises(text: str, anchors: list[str]) -> None:
    prose, cut = partition_read_also(text, anchors)
    assert cut or prose == text
    assert isinstance(read_also_titles(text), list)
    assert isinstance(is_read_also_heading(text), bool)


@given(st.lists(st.sampled_from(["Ia", "pulang.", "Baca Juga:", "baca juga", "Aksi", "\n"])))
def test_no_word_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    prose, cut = partition_read_also(text)
    assert sorted(f"{prose} {cut or ''}".split()) == sorted(text.split())
