"""One article under several themes and on several days is one article."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.themes import TEMPLATES, paragraphs, read, read_also, render

TITLE = "Perajin Lentera “Kertas” Menyambut Ramadhan – Lagi"
DATELINE = "Kudus, MINA – "
STORY = [
    "Perajin lentera kertas di tepi kali mulai bekerja dua bulan sebelum Ramadhan tiba.",
    "“Anak-anak memesan bentuk kapal,” kata Sukirman, perajin tertua di kampung itu.",
    "Lem dibuat dari tepung kanji, sedangkan rangkanya dari bambu sisa pagar.",
    "Harga sebuah lentera tidak naik sejak tiga tahun lalu.",
    "Sisa kertas dijahit menjadi buku gambar untuk sekolah dasar.",
]
SIGNED = f"{STORY[-1]} (L/Skm/P1)"
DAYS = {
    "no links": ((), "Gerakan Subuh Berjamaah"),
    "links of March": (
        ("Pasar Malam Dibuka Kembali", "Sumur Baru untuk Tiga Dusun"),
        "Hujan Lebat Guyur Pantura",
    ),
    "links of May": (
        ("Harga Gula Merah Turun", "Santri Juara Lomba Robot"),
        "Jalan Desa Diaspal Warga",
    ),
}
RENDERINGS = [(theme, day) for theme in TEMPLATES for day in DAYS]
PAIRS = list(pairwise(RENDERINGS))


def page_of(theme: str, day: str) -> bytes:
    """Return the article as *theme* prints it on *day*."""
    links, other = DAYS[day]
    blocks = paragraphs([DATELINE + STORY[0], *STORY[1:-1], SIGNED])
    for place, title in zip((2, 5), links, strict=False):
        blocks.insert(place, read_also(theme, title))
    return render(theme, TITLE, [*blocks, "<p>Mi’raj News Agency (MINA)</p>"], other)


@pytest.mark.parametrize(("theme", "day"), RENDERINGS)
def test_the_text_is_the_same_everywhere(theme: str, day: str) -> None:
    line = read(page_of(theme, day))
    assert line["title"] == TITLE
    assert line["text"] == "\n\n".join(STORY)
    assert [link["title"] for link in line["related"]] == list(DAYS[day][0])


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_no_theme_and_no_day_changes_the_fingerprint(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert read(page_of(*one))["content_hash"] == read(page_of(*other))["content_hash"]


@pytest.mark.parametrize("theme", TEMPLATES)
def test_an_edit_of_one_word_changes_the_fingerprint(theme: str) -> None:
    page = page_of(theme, "links of May")
    edited = page.replace(b"dua bulan", b"tiga bulan")
    assert edited != page
    assert read(edited)["content_hash"] != read(page)["content_hash"]
