"""Names keep their titles and lose roles, employers and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.names import canonical_name, split_names

NAMES = {
    "Rudi Karim": ["Rudi Karim"],
    " Rudi Karim* ": ["Rudi Karim"],
    "Rudi Karim.": ["Rudi Karim"],
    "Rudi K.": ["Rudi K."],
    "sajadi": ["sajadi"],
    "Rudi Karim (MINA)": ["Rudi Karim"],
    "Rudi Karim/MINA": ["Rudi Karim"],
    "Rudi Karim, Wartawan Kantor Berita MINA": ["Rudi Karim"],
    "Rudi Karim wartawan MINA": ["Rudi Karim"],
    "Rudi Karim – Redaktur MINA": ["Rudi Karim"],
    "Rudi Karim, Dosen STAI Al-Karim dan Ketua Yayasan": ["Rudi Karim"],
    "Ust. Rudi Karim, S.Ag., Dai Ponpes Contoh": ["Ust. Rudi Karim, S.Ag."],
    "Rudi Karim, Guru Besar IAIN, kolumnis": ["Rudi Karim"],
    "Rudi Karim, Redaktur Senior Mi’raj Islamic News Agency (MINA)": ["Rudi Karim"],
    ", Redaktur Senior Mi’raj Islamic News Agency (MINA)": [],
    "Dr. Hamid Saleh, M.A.": ["Dr. Hamid Saleh, M.A."],
    "Hamid Saleh, Lc., S.Pd.I": ["Hamid Saleh, Lc., S.Pd.I"],
    "Hamid Saleh, Lc, MA, dosen": ["Hamid Saleh, Lc, MA"],
    "Hamid Saleh, Ph.D, dan Nur Aini": ["Hamid Saleh, Ph.D", "Nur Aini"],
    "Prof. Dr. H. Hamid Saleh, S.H., M.Hum., pakar hukum": [
        "Prof. Dr. H. Hamid Saleh, S.H., M.Hum."
    ],
    "Rudi Karim, Nur Aini": ["Rudi Karim", "Nur Aini"],
    "Rudi Karim & Nur Aini": ["Rudi Karim", "Nur Aini"],
    "Rudi Karim dan Nur Aini": ["Rudi Karim", "Nur Aini"],
    "Rudi Karim and Nur Aini": ["Rudi Karim", "Nur Aini"],
    "Rudi Karim/Nur Aini": ["Rudi Karim", "Nur Aini"],
    "Rudi Karim, Nur Aini, dan Ali Hadi": ["Rudi Karim", "Nur Aini", "Ali Hadi"],
    "Rudi Karim, wartawan MINA, dan Nur Aini, redaktur": ["Rudi Karim", "Nur Aini"],
    "Rudi Karim, Rudi Karim": ["Rudi Karim"],
    "Imam Karim": ["Imam Karim"],
    "Mina Larasati": ["Mina Larasati"],
    "خالد، سعيد": ["خالد", "سعيد"],
    "أحمد محمود، مراسل وكالة مينا": ["أحمد محمود"],
    "": [],
    "*": [],
    "(MINA)": [],
}


@pytest.mark.parametrize(("printed", "names"), NAMES.items(), ids=map(ascii, NAMES))
def test_names(printed: str, names: list[str]) -> None:
    assert split_names(printed) == names
    assert canonical_name(printed) == (names[0] if names else None)


@given(st.text())
def test_nothing_raises(text: str) -> None:
    assert all(name.strip() == name != "" for name in split_names(text))
