"""Headlines lose the site's name, never a word of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.titles import SITE_NAMES, canonical_title

SEPARATORS = (" | ", " - ", " – ", " — ", " « ", " » ", " · ", " • ", ": ", "|", " ~ ")
HEADLINES = (
    "Tiga Orang Luka",
    "Gaza - Kota yang Bertahan",
    "Gaza – Kota yang Bertahan",
    "Ali Karim: Kita Bersatu",
    "Al-Aqsa Dijaga",
    "MINA: Sepuluh Tahun",
    "“Damai | Kini”",
    "Kantor Berita MINA Genap Sepuluh Tahun",
    "غزة - مدينة صامدة",
    "Kantor Berita MINA",
    "",
)
PRINTED = {
    "Tiga Orang Luka | Kantor Berita MINA - Damai di Palestina = Damai di Dunia": "Tiga Orang Luka",
    "Tiga Orang Luka - Minanews.net": "Tiga Orang Luka",
    "Tiga Orang Luka - Mi'raj Islamic News Agency (MINA)": "Tiga Orang Luka",
    "Tiga Orang Luka - MINA": "Tiga Orang Luka",
    "MINA | Tiga Orang Luka | MINA": "Tiga Orang Luka",
    "  Tiga\xa0Orang \n Luka ": "Tiga Orang Luka",
}


@pytest.mark.parametrize("separator", SEPARATORS, ids=ascii)
@pytest.mark.parametrize("headline", HEADLINES[:5], ids=ascii)
def test_a_name_in_front_or_behind(headline: str, separator: str) -> None:
    assert canonical_title(f"{headline}{separator}Situs Uji", ["Situs Uji"]) == headline
    assert canonical_title(f"Situs Uji{separator}{headline}", ["Situs Uji"]) == headline


@pytest.mark.parametrize("name", SITE_NAMES, ids=ascii)
def test_a_known_name_behind(name: str) -> None:
    assert canonical_title(f"Tiga Orang Luka - {name}") == "Tiga Orang Luka"


@pytest.mark.parametrize("headline", HEADLINES, ids=ascii)
def test_a_headline_stays(headline: str) -> None:
    assert canonical_title(headline, ["Situs Uji"]) == headline


@pytest.mark.parametrize(("printed", "title"), PRINTED.items(), ids=map(ascii, PRINTED))
def test_title(printed: str, title: str) -> None:
    assert canonical_title(printed) == title


@given(st.text(), st.lists(st.text()))
def test_any_text_has_a_form_that_is_its_own(title: str, names: list[str]) -> None:
    canonical = canonical_title(title, names)
    assert canonical_title(canonical, names) == canonical
