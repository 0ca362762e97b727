"""Captions give their words and their credit, without ``Foto:`` and brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.captions import is_caption, parse_caption

Parts = tuple[str | None, str | None]

CAPTIONS: dict[str, Parts] = {
    "(Foto: File/Ma’an)": (None, "File/Ma’an"),
    "Suasana pasar. (Foto : Hadis/MINA)": ("Suasana pasar.", "Hadis/MINA"),
    "Suasana pasar (Photo: Kompas.id)": ("Suasana pasar", "Kompas.id"),
    "Suasana pasar. (Photo: Kompas.id).": ("Suasana pasar.", "Kompas.id"),
    "Suasana pasar (Doc. MINA/RS)": ("Suasana pasar", "MINA/RS"),
    "Suasana pasar (dok. MER-C)": ("Suasana pasar", "MER-C"),
    "Suasana pasar (Dok: MER-C)": ("Suasana pasar", "MER-C"),
    "Suasana pasar (Foto Diki/MINA)": ("Suasana pasar", "Diki/MINA"),
    "Suasana pasar (Foto oleh Diki)": ("Suasana pasar", "Diki"),
    "Suasana pasar (Istimewa)": ("Suasana pasar", "Istimewa"),
    "Suasana pasar (Foto: Ist.)": ("Suasana pasar", "Ist"),
    "Suasana pasar (Ilustrasi)": ("Suasana pasar", "Ilustrasi"),
    "Suasana pasar (Gambar: Al Jazeera": ("Suasana pasar", "Al Jazeera"),
    "Foto: Diki/MINA": (None, "Diki/MINA"),
    "Suasana pasar. Foto: Diki/MINA": ("Suasana pasar.", "Diki/MINA"),
    "Suasana (kiri) pasar. [Ali Karim, Sputnik, via AP Photo]": (
        "Suasana (kiri) pasar.",
        "Ali Karim, Sputnik, via AP Photo",
    ),
    "سوق غزة (صورة: وكالة مينا)": ("سوق غزة", "وكالة مينا"),
}
UNDER_A_PICTURE_ONLY: dict[str, Parts] = {
    "Suasana pasar (AFP)": ("Suasana pasar", "AFP"),
    "Suasana pasar (Anadolu Agency)": ("Suasana pasar", "Anadolu Agency"),
    "Suasana pasar (Sumber: Al Jazeera)": ("Suasana pasar", "Al Jazeera"),
    "Suasana pasar [Ali Karim]": ("Suasana pasar", "Ali Karim"),
    "Suasana pasar": ("Suasana pasar", None),
    "Presiden Karim (kiri)": ("Presiden Karim (kiri)", None),
    "Pasar pada Ahad (21/7)": ("Pasar pada Ahad (21/7)", None),
    "Berkas itu (dokumen rahasia)": ("Berkas itu (dokumen rahasia)", None),
    "Foto itu tersebar.": ("Foto itu tersebar.", None),
    "": (None, None),
}


@pytest.mark.parametrize(("text", "parts"), CAPTIONS.items(), ids=map(ascii, CAPTIONS))
def test_caption(text: str, parts: Parts) -> None:
    assert parse_caption(text) == parts
    assert is_caption(text)


@pytest.mark.parametrize(
    ("text", "parts"), UNDER_A_PICTURE_ONLY.items(), ids=map(ascii, UNDER_A_PICTURE_ONLY)
)
def test_words_that_only_a_picture_makes_a_caption(text: str, parts: Parts) -> None:
    assert parse_caption(text) == parts
    assert not is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "(HR. Ahmad)",
        "Allah berfirman (Q.S. Ali Imran [3]: 110)",
        "Ia pulang. (T/R1/P1)",
        "Satu [1]",
    ],
)
def test_prose(text: str) -> None:
    assert not is_caption(text)


def test_a_long_paragraph_is_no_caption() -> None:
    assert not is_caption("Ia pulang. " * 50 + "(Foto: Diki/MINA)")


@given(st.text())
def test_nothing_raises(text: str) -> None:
    caption, credit = parse_caption(text)
    assert caption != "" != credit
    assert isinstance(is_caption(text), bool)
