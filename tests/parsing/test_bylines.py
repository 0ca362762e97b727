"""Bylines are read wherever they stand; the same words inside prose are prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.bylines import parse_byline, partition_title_byline
from mina_crawler.parsing.headers import parse_header

People = tuple[tuple[str, ...], tuple[str, ...]]

HEADERS: dict[str, People] = {
    "Habib Karim - Sabtu, 26 September 2020 - 03:53 WIB": (("Habib Karim",), ()),
    "Iwan Karim Editor : Sri Hadi - Selasa, 22 Oktober 2024 - 10:54 WIB": (
        ("Iwan Karim",),
        ("Sri Hadi",),
    ),
    "Iwan Karim Editor: Sri Hadi – Selasa, 22 Oktober 2024 – 10:54 WIB": (
        ("Iwan Karim",),
        ("Sri Hadi",),
    ),
    "Hamidah Karim - Sunday, 4 April 2021 - 04:35 WIB": (("Hamidah Karim",), ()),
    "Farah Karim Editor : Sajadi - 8 hours ago": (("Farah Karim",), ("Sajadi",)),
    "Farah Karim - 3 jam yang lalu": (("Farah Karim",), ()),
    "Editor : Sajadi - Ahad, 4 April 2021 - 04:35 WIB": ((), ("Sajadi",)),
    "kurnia - Jum’at, 4 April 2021 - 04:35 WIB": (("kurnia",), ()),
    "Oleh Rudi Karim - Ahad, 4 April 2021 - 04:35 WIB": (("Rudi Karim",), ()),
    "Siti Karim, M.A. - Ahad, 4 April 2021 - 04:35 WIB": (("Siti Karim, M.A.",), ()),
    "Nur Al-Karim - Ahad, 4 April 2021 - 04:35 WIB": (("Nur Al-Karim",), ()),
    "Iwan Karim Editor : Sri Hadi Selasa, 22 Oktober 2024 - 10:54 WIB": (
        ("Iwan Karim",),
        ("Sri Hadi",),
    ),
    "Iwan Karim Selasa, 22 Oktober 2024 - 10:54 WIB Palestina": (("Iwan Karim",), ()),
    "Oleh: Iwan Karim Selasa, 22 Oktober 2024 - 10:54 WIB": (("Iwan Karim",), ()),
    "By Iwan Karim On Monday, 19 March 2018 | 12:56 WIB": (("Iwan Karim",), ()),
    "By: Iwan Karim Tuesday, October 22, 2024 - 10:54 WIB": (("Iwan Karim",), ()),
    "Iwan Karim Editor : Sri Hadi - Tuesday, October 22, 2024 - 10:54 WIB": (
        ("Iwan Karim",),
        ("Sri Hadi",),
    ),
    "Iwan Karim - Editor: Sri Hadi": (("Iwan Karim",), ("Sri Hadi",)),
    "iwan | Editor : Sri Hadi": (("iwan",), ("Sri Hadi",)),
    "Iwan Karim Editor : Sri Hadi": (("Iwan Karim",), ("Sri Hadi",)),
    "Iwan Karim Diterbitkan 18 Maret 2025, 11:20 WIB": (("Iwan Karim",), ()),
    "Iwan Karim Published on March 18, 2025 11:20 am": (("Iwan Karim",), ()),
    "Thursday, 9 January 2025 - 15:42 WIB by Rudi Karim": (("Rudi Karim",), ()),
    "Posted on 9 January 2025 15:42 by Rudi Karim": (("Rudi Karim",), ()),
    "9 Januari 2025 oleh Rudi Karim": (("Rudi Karim",), ()),
    "أحمد محمود - الأحد، 4 أبريل 2021 - 04:35 WIB": (("أحمد محمود",), ()),
}
NO_HEADERS = (
    "9 Januari 2025 oleh para nelayan di danau itu",
    "Rapat pada 9 Januari 2025 dipimpin oleh Rudi Karim",
    "Ahad, 4 April 2021 - 04:35 WIB",
    "Monday, 19 March 2018 | 12:56 WIB",
    "8 hours ago",
    "Perang di Gaza - kisah seorang dokter",
    "Rudi Karim pada 22 Oktober 2024 ditemui di rumahnya",
    "Gaza - October 7, 2023 and the year that followed",
    "by redaksi Selasa, 22 Oktober 2024 - 10:54 WIB",
    "Jakarta, MINA – Tiga orang luka.",
    "Nasional / By Karim / Ahad, 4 April 2021 - 04:35 WIB",
    "Nasional, Daerah Ahad, 4 April 2021 - 04:35 WIB",
    "Rapat itu digelar Ahad, 4 April 2021 - 04:35 WIB",
    "Kami bertanya kepada penulis, editor: siapa yang benar",
    "Menurut Editor: siapa yang benar",
    "Wartawan Iwan Karim Editor : Sri Hadi",  # a byline
    "Laporan Tahunan Diterbitkan 18 Maret 2025",
    "Buku itu diterbitkan 18 Maret 2025, 11:20 WIB",
    "",
)
BYLINES: dict[str, People] = {
    "Ditulis oleh Rudi Karim": (("Rudi Karim",), ()),
    "Disunting oleh: Sri Hadi": ((), ("Sri Hadi",)),
    "Penulis: Rudi Karim | Editor: Sri Hadi | Selasa, 22 Oktober 2024 | 10.54 WIB": (
        ("Rudi Karim",),
        ("Sri Hadi",),
    ),
    "Wartawan: Rudi Karim": (("Rudi Karim",), ()),
    "Wartawan : Rudi Karim": (("Rudi Karim",), ()),
    "WARTAWAN: RUDI KARIM": (("RUDI KARIM",), ()),
    "Reporter: Rudi Karim": (("Rudi Karim",), ()),
    "Penulis: Rudi Karim*": (("Rudi Karim",), ()),
    "Pewarta: Rudi Karim (MINA)": (("Rudi Karim",), ()),
    "Kontributor: Rudi Karim": (("Rudi Karim",), ()),
    "Editor: Nur Aini": ((), ("Nur Aini",)),
    "Editor : Nur Aini.": ((), ("Nur Aini",)),
    "Redaktur: Nur Aini": ((), ("Nur Aini",)),
    "Penyunting: Nur Aini": ((), ("Nur Aini",)),
    "Editor: sajadi": ((), ("sajadi",)),
    "Wartawan: Rudi Karim\nEditor: Nur Aini": (("Rudi Karim",), ("Nur Aini",)),
    "Wartawan:\nRudi Karim\nEditor:\nNur Aini": (("Rudi Karim",), ("Nur Aini",)),
    "Wartawan: Rudi Karim, Editor: Nur Aini": (("Rudi Karim",), ("Nur Aini",)),
    "Wartawan: Rudi Karim / Editor: Nur Aini": (("Rudi Karim",), ("Nur Aini",)),
    "Wartawan: Rudi Karim | Editor: Nur Aini": (("Rudi Karim",), ("Nur Aini",)),
    "Wartawan: Rudi Karim Editor: Nur Aini": (("Rudi Karim",), ("Nur Aini",)),
    "(Wartawan: Rudi Karim/Editor: Nur Aini)": (("Rudi Karim",), ("Nur Aini",)),
    "Wartawan: Rudi Karim dan Ali Hadi, Lc.": (("Rudi Karim", "Ali Hadi, Lc."), ()),
    "Reported by: Rudi Karim, Edited by: Nur Aini": (("Rudi Karim",), ("Nur Aini",)),
    "Reported by Rudi Karim, edited by Nur Aini": (("Rudi Karim",), ("Nur Aini",)),
    "By: Rudi Karim": (("Rudi Karim",), ()),
    "By Rudi Karim": (("Rudi Karim",), ()),
    "Oleh: Rudi Karim, Redaktur Senior Mi’raj Islamic News Agency (MINA)": (("Rudi Karim",), ()),
    "Oleh : , Redaktur Senior Mi’raj Islamic News Agency (MINA)": ((), ()),
    "Oleh Rudi Karim, wartawan MINA": (("Rudi Karim",), ()),
    "Oleh Sajadi, wartawan MINA": (("Sajadi",), ()),
    "Oleh: Imaam Hasan Karim": (("Imaam Hasan Karim",), ()),
    "Foto dan teks: Rudi Karim/MINA": (("Rudi Karim",), ()),
    "Oleh: Hasan bin Karim": (("Hasan bin Karim",), ()),
    "Wartawan:": ((), ()),
    "Editor Nur Aini": ((), ("Nur Aini",)),
    "Rep: Rudi Karim / Red: Nur Aini": (("Rudi Karim",), ("Nur Aini",)),
    "بقلم: أحمد محمود": (("أحمد محمود",), ()),
    "بقلم أحمد محمود": (("أحمد محمود",), ()),
    "بواسطة أحمد محمود": (("أحمد محمود",), ()),
    "كتب: أحمد محمود": (("أحمد محمود",), ()),
    "كتب – أحمد محمود": (("أحمد محمود",), ()),
    "كتبت: سلمى حداد": (("سلمى حداد",), ()),
    "كتبت - سلمى حداد": (("سلمى حداد",), ()),
    "تحرير: خالد سعيد": ((), ("خالد سعيد",)),
    "المحرر: خالد، سعيد": ((), ("خالد", "سعيد")),
}
PROSE = (
    "",
    "Editor surat kabar itu mengatakan, korban bertambah.",
    "Editor Surat Kabar Itu",
    "Oleh karena itu, kita harus bersabar.",
    "Oleh Karena Itu",
    "Oleh sebab itu: sabar.",
    "Wartawan MINA melaporkan dari Gaza.",
    "Wartawan Palestina",
    "Wartawan Al Jazeera",
    "Penulis buku itu, Ali Hadi, datang.",
    "Redaktur Pelaksana Ali Hadi menyampaikan salam.",
    "Reporter: Bagaimana pendapat Anda?",
    "Wartawan: Terima kasih.",
    "Wartawan: Apa kabar Gaza hari ini?",
    "By Default, Israel Wins",
    "تحرير فلسطين واجب",
    "كتب المعلم على السبورة",
    "كتبت الصحف",
    "Kata Editor: Ali Hadi",
    "Rep. Ali Hadi said so.",
    "Red Crescent: Convoy Arrives in Rafah",
    "Editor: Ali Hadi mengatakan bahwa tiga orang luka.",
)
TITLES = {
    "Menjaga Amanah (Oleh: Imaam Hasan Karim)": ("Menjaga Amanah", ("Imaam Hasan Karim",)),
    "Menjaga Amanah (Oleh Hasan Karim)": ("Menjaga Amanah", ("Hasan Karim",)),
    "Menjaga Amanah [Oleh: Hasan Karim, MINA]": ("Menjaga Amanah", ("Hasan Karim",)),
    "Menjaga Amanah, Oleh: Hasan Karim": ("Menjaga Amanah", ("Hasan Karim",)),
    "Menjaga Amanah - Oleh: Hasan Karim": ("Menjaga Amanah", ("Hasan Karim",)),
    "الأمانة (بقلم: أحمد محمود)": ("الأمانة", ("أحمد محمود",)),
}
PLAIN_TITLES = (
    "Menjaga Amanah",
    "Kota yang Diserang (oleh siapa?)",
    "Gaza Dibombardir oleh Israel",
    "(Oleh: Hasan Karim)",
)


@pytest.mark.parametrize(("printed", "people"), HEADERS.items(), ids=map(ascii, HEADERS))
def test_header(printed: str, people: People) -> None:
    byline = parse_header(printed)
    assert byline is not None
    assert byline == (*people, printed)


@pytest.mark.parametrize("text", NO_HEADERS)
def test_no_header(text: str) -> None:
    assert parse_header(text) is None


@pytest.mark.parametrize(("printed", "people"), BYLINES.items(), ids=map(ascii, BYLINES))
def test_byline(printed: str, people: People) -> None:
    byline = parse_byline(printed)
    assert byline is not None
    assert byline == (*people, printed)


@pytest.mark.parametrize("text", PROSE)
def test_prose(text: str) -> None:
    assert parse_byline(text) is None


@pytest.mark.parametrize(("printed", "expected"), TITLES.items(), ids=map(ascii, TITLES))
def test_title_with_byline(printed: str, expected: tuple[str, tuple[str, ...]]) -> None:
    title, byline = partition_title_byline(printed)
    assert byline is not None
    assert (title, byline.reporters) == expected


@pytest.mark.parametrize("title", PLAIN_TITLES)
def test_title_without_byline(title: str) -> None:
    assert partition_title_byline(title) == (title, None)


@given(st.text() | st.text().map(lambda name: f"Wartawan: {name}"))
def test_nothing_raises(text: str) -> None:
    parse_header(text)
    parse_byline(text)
    title, byline = partition_title_byline(text)
    assert byline or title == text
