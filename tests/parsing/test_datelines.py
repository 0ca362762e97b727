"""Datelines as printed since 2012, in three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mina_crawler.parsing.datelines import partition_dateline

if TYPE_CHECKING:
    from mina_crawler.items import Dateline

PLACES = {
    "MINANEWS.NET, KUDUS -- ": "KUDUS",
    "MINA, Demak, Jawa Tengah – ": "Demak, Jawa Tengah",
    "Minanews.net, Kudus - ": "Kudus",
    # since 2017
    "Moskow, MINA – ": "Moskow",
    "Jakarta, MINA – ": "Jakarta",
    "Al-Muhajirun, Lampung Selatan, MINA – ": "Al-Muhajirun, Lampung Selatan",
    "Cileungsi, Kab. Bogor, MINA – ": "Cileungsi, Kab. Bogor",
    "Cotabato City, Philippines, MINA – ": "Cotabato City, Philippines",
    "Kuala Lumpur, MINA – ": "Kuala Lumpur",
    "MINA, Kuala Lumpur – ": "Kuala Lumpur",
    "Sana’a, MINA – ": "Sana’a",
    "Sana'a, MINA – ": "Sana'a",
    "al-Quds, MINA – ": "al-Quds",
    "El-Arish, Mesir, MINA – ": "El-Arish, Mesir",
    "Khan al-Ahmar, Tepi Barat, MINA – ": "Khan al-Ahmar, Tepi Barat",
    "Washington D.C., MINA – ": "Washington D.C.",
    "Mina, Arab Saudi, MINA – ": "Mina, Arab Saudi",
    "Gaza/Jakarta, MINA – ": "Gaza/Jakarta",
    "Port-au-Prince, Haiti, MINA – ": "Port-au-Prince, Haiti",
    "Bangka dan Belitung, MINA – ": "Bangka dan Belitung",
    "GAZA CITY, MINA – ": "GAZA CITY",
    "São Paulo, MINA – ": "São Paulo",
    "İstanbul, MINA – ": "İstanbul",
    "Jakarta,\xa0MINA\xa0–\xa0": "Jakarta",
    "Muntok, Bangka Barat, Kepulauan Bangka Belitung, MINA – ": (
        "Muntok, Bangka Barat, Kepulauan Bangka Belitung"
    ),
    # dashes and slips
    "Kuala Lumpur, MINA — ": "Kuala Lumpur",
    "Kuala Lumpur, MINA - ": "Kuala Lumpur",
    "Kalianda, MINA- ": "Kalianda",
    "Kalianda, MINA-": "Kalianda",
    "Kalianda, MINA –": "Kalianda",
    "Kalianda, MINA –– ": "Kalianda",
    "Kalianda, MINA – – ": "Kalianda",
    "Kalianda, MINA,– ": "Kalianda",
    "Kalianda, MINA.- ": "Kalianda",
    "Kalianda, MINA: ": "Kalianda",
    "Kalianda, MINA | ": "Kalianda",
    "Kalianda, MINA ~ ": "Kalianda",
    "Kalianda, Miraj News Agency (MINA) – ": "Kalianda",
    "Kalianda, Mi’raj Islamic News Agency (MINA) – ": "Kalianda",
    "Ambon, (MINA) – ": "Ambon",
    "Ambon (MINA) – ": "Ambon",
    "Jakarta, MINAN – ": "Jakarta",
    "Cileungsi,Bogor, MINA – ": "Cileungsi, Bogor",
    "Makkah,MINA – ": "Makkah",
    "Makkah MINA – ": "Makkah",
    "Makkah. MINA – ": "Makkah",
    "Jakarta – MINA – ": "Jakarta",
    "mina logoJAKARTA, MINA – ": "JAKARTA",
    "mina logo Jakarta, MINA – ": "Jakarta",
    "  Jakarta, MINA – ": "Jakarta",
    ", MINA – ": None,
    "MINA – ": None,
    "(MINA) – ": None,
}

DATED: dict[str, tuple[str | None, str | None, str | None]] = {
    "Jakarta, 8 Rabi’ul Awwal 1437/20 Desember 2015 (MINA) – ": (
        "Jakarta", "8 Rabi’ul Awwal 1437", "2015-12-20"),
    "Jakarta, 8 Rabi'ul Awwal 1437/20 Desember 2015 (MINA) - ": (
        "Jakarta", "8 Rabi'ul Awwal 1437", "2015-12-20"),
    "Jakarta, 8 Rabi-’ul Awwal 1437/20 Desember 2015 (MINA) – ": (
        "Jakarta", "8 Rabi-’ul Awwal 1437", "2015-12-20"),
    "Jakarta, 14 Muharram 1436 H/7 November 2014 M (MINA) – ": (
        "Jakarta", "14 Muharram 1436", "2014-11-07"),
    "Jakarta, 14 Muharram 1436H/7 November 2014M (MINA) – ": (
        "Jakarta", "14 Muharram 1436", "2014-11-07"),
    "Bandung, 12 Jumadil Awwal 1437 /21 Februari 2016 (MINA) – ": (
        "Bandung", "12 Jumadil Awwal 1437", "2016-02-21"),
    "Gaza, 22 Dzulhijjah 1433 / 6 November 2012 (MINA) -": (
        "Gaza", "22 Dzulhijjah 1433", "2012-11-06"),
    "Gaza, 25 Rajab 1437/3 Mei, 2016 (MINA) – ": ("Gaza", "25 Rajab 1437", "2016-05-03"),
    "Gaza, 18 Rabi’ul Akhir/28 Januari 2016 (MINA) – ": (
        "Gaza", "18 Rabi’ul Akhir", "2016-01-28"),
    "Gaza, 5 Sya’ban 1437/12 May 2016 (MINA) – ": ("Gaza", "5 Sya’ban 1437", "2016-05-12"),
    "London, 5 Sha’ban 1436/23 Mei 2015 (MINA) – ": ("London", "5 Sha’ban 1436", "2015-05-23"),
    "Gaza, 5 Ramadan 1436/22 Juni 2015 (MINA) ": ("Gaza", "5 Ramadan 1436", "2015-06-22"),
    "Gaza, 5 Dzulqadah 1436/20 Agustus 2015 (MINA), ": (
        "Gaza", "5 Dzulqadah 1436", "2015-08-20"),
    "Gaza, 5 Shafar 1437/17 Nopember 2015 (MINA) – ": ("Gaza", "5 Shafar 1437", "2015-11-17"),
    "Gaza, 5 Rabiul Akhir 1437/ 15 Januari 2016 (MINA) – ": (
        "Gaza", "5 Rabiul Akhir 1437", "2016-01-15"),
    "Gaza, 5  Syawwal 1437 - 10 Juli 2016 (MINA) – ": ("Gaza", "5 Syawwal 1437", "2016-07-10"),
    "Gaza, Senin, 5 Syawwal 1437/11 Juli 2016 (MINA) – ": (
        "Gaza", "5 Syawwal 1437", "2016-07-11"),
    "JAKARTA,  October 26, 2012 (MINA) – ": ("JAKARTA", None, "2012-10-26"),
    "Jakarta, 26 Oktober 2012 (MINA) – ": ("Jakarta", None, "2012-10-26"),
    "Jakarta, 26/10/2012 (MINA) – ": ("Jakarta", None, "2012-10-26"),
    "Jakarta, 26 Oktober 2012, MINA – ": ("Jakarta", None, "2012-10-26"),
    "Jakarta, 8 Ramadhan 1437 H (MINA) – ": ("Jakarta", "8 Ramadhan 1437", None),
    "Jakarta, Indonesia – 21 Dzulhijjah 1433 / 6 November 2012 (MINA) -": (
        "Jakarta, Indonesia", "21 Dzulhijjah 1433", "2012-11-06"),
    "mina logoJAKARTA, 21 Dzulhijjah 1433 / 6 November 2012 (MINA) – ": (
        "JAKARTA", "21 Dzulhijjah 1433", "2012-11-06"),
    "Cileungsi, Kab. Bogor, 9 Rajab 1437/17 April 2016 (MINA) – ": (
        "Cileungsi, Kab. Bogor", "9 Rajab 1437", "2016-04-17"),
    "9 Rajab 1437/17 April 2016 (MINA) – ": (None, "9 Rajab 1437", "2016-04-17"),
    # what cannot be read is cut all the same
    "Jakarta, 8 Rabi’ul Awwal 1437/31 Februari 2015 (MINA) – ": (
        "Jakarta", "8 Rabi’ul Awwal 1437", None),
    "Jakarta, 8 Rabi’ul Awwal 1437/20 Desembr 2015 (MINA) – ": (
        "Jakarta", "8 Rabi’ul Awwal 1437", None),
    "Jakarta, 8 Rabiulawall 1437 H/20 Desember 2015 (MINA) – ": (
        "Jakarta", "8 Rabiulawall 1437", "2015-12-20"),
    "Jakarta, 1437 /21 Februari 2016 (MINA) – ": ("Jakarta", "1437", "2016-02-21"),
    "Jakarta, 20 Desembr 2015 (MINA) – ": ("Jakarta", None, None),
    # Arabic
    "جاكرتا 6 صفر 1434/ 19 ديسمبر 2012 (مينا) ": ("جاكرتا", "6 صفر 1434", "2012-12-19"),
    "جاكرتا، 6 صفر 1434هـ/ 19 ديسمبر 2012م (مينا) – ": ("جاكرتا", "6 صفر 1434", "2012-12-19"),
    "جاكرتا، ٦ صفر ١٤٣٤/ ١٩ ديسمبر ٢٠١٢ (مينا) – ": ("جاكرتا", "٦ صفر ١٤٣٤", "2012-12-19"),
    "غزة، 3 ربيع الأول 1435/ 5 كانون الثاني 2014 (معراج) – ": (
        "غزة", "3 ربيع الأول 1435", "2014-01-05"),
    "السبت، 6 صفر 1434/ 19 ديسمبر 2012\nجاكرتا (مينا) – ": (
        "جاكرتا", "6 صفر 1434", "2012-12-19"),
}  # fmt: skip

AGENCIES = {
    "Gaza, 23 Syawwal 1436/8 Agustus 2015 (Al Qassam/MINA) – ": ["Al Qassam", "MINA"],
    "Gaza, 23 Syawwal 1436/8 Agustus 2015 (MINA/Anadolu) – ": ["MINA", "Anadolu"],
    "Gaza, 23 Syawwal 1436/8 Agustus 2015 (Ma’an / Al Ray / MINA) – ": [
        "Ma’an",
        "Al Ray",
        "MINA",
    ],
    "Gaza, 23 Syawwal 1436/8 Agustus 2015 (Suara Rakyat) – ": ["Suara Rakyat"],
    "Bethlehem, 23 Syawwal 1436/8 Agustus 2015 – ": [],
    "Bethlehem, 8 Agustus 2015 – ": [],
    "New York, MINA/Anadolu – ": ["MINA", "Anadolu"],
    "New York, Anadolu/MINA – ": ["Anadolu", "MINA"],
    "Ramallah (WAFA/MINA) – ": ["WAFA", "MINA"],
    "Ramallah (WAFA) – ": ["WAFA"],
    "Jakarta, MINAN – ": ["MINA"],
    "MINANEWS.NET, KUDUS -- ": ["MINA"],
    "MINA, Kudus – ": ["MINA"],
    "Kudus, Minanews.net – ": ["MINA"],
    "Jakarta (Mi’raj News Agency) – ": ["Mi’raj News Agency"],
    "جاكرتا، مينا – ": ["مينا"],
    "جاكرتا (معراج) – ": ["معراج"],
    "القدس المحتلة ـ مينا ـ ": ["مينا"],
}

STORY = "Kementerian Luar Negeri menyampaikan keterangan tertulis pada Senin (28/3). Lalu pulang."


def opening(text: str) -> Dateline:
    dateline, rest = partition_dateline(text + STORY)
    assert dateline is not None
    assert rest == STORY
    assert dateline["raw"] == text.strip()
    return dateline


@pytest.mark.parametrize(("printed", "place"), PLACES.items(), ids=PLACES)
def test_the_place_is_read_as_printed(printed: str, place: str | None) -> None:
    dateline = opening(printed)
    assert dateline["place"] == place
    assert dateline["agencies"] == ["MINA"]
    assert dateline["hijri"] is dateline["date"] is None


@pytest.mark.parametrize(("printed", "facts"), DATED.items(), ids=DATED)
def test_place_and_both_dates_are_read(printed: str, facts: tuple[str | None, ...]) -> None:
    dateline = opening(printed)
    assert (dateline["place"], dateline["hijri"], dateline["date"]) == facts


@pytest.mark.parametrize(("printed", "agencies"), AGENCIES.items(), ids=AGENCIES)
def test_the_agencies_are_read(printed: str, agencies: list[str]) -> None:
    assert opening(printed)["agencies"] == agencies


def test_a_place_and_a_dash_before_a_paragraph_are_a_dateline() -> None:
    assert opening("Jakarta – ")["place"] == "Jakarta"
    assert opening("Kuala Lumpur, Malaysia – ")["place"] == "Kuala Lumpur, Malaysia"


def test_the_dash_may_be_forgotten() -> None:
    dateline, rest = partition_dateline("Semarang, MINA Prominent scholars met on Sunday.")
    assert dateline is not None
    assert (dateline["place"], dateline["raw"]) == ("Semarang", "Semarang, MINA")
    assert rest == "Prominent scholars met on Sunday."


def test_without_a_dash_the_story_may_begin_with_an_office() -> None:
    dateline, rest = partition_dateline("Al-Quds, MINA Ketua yayasan itu membuka klinik baru.")
    assert dateline
    assert dateline["place"] == "Al-Quds"
    assert rest == "Ketua yayasan itu membuka klinik baru."


def test_the_story_may_begin_with_a_small_letter_or_be_missing() -> None:
    assert partition_dateline("Moskow, MINA – telah berunding.")[1] == "telah berunding."
    assert partition_dateline("Moskow, MINA –")[1] == ""


def test_a_line_of_nothing_but_the_date_is_a_dateline_without_a_place() -> None:
    dateline, rest = partition_dateline("السبت، 6 صفر 1434هـ/ 19 ديسمبر 2012م")
    assert dateline is not None
    assert (dateline["place"], dateline["hijri"], dateline["date"], rest) == (
        None,
        "6 صفر 1434",
        "2012-12-19",
        "",
    )


def test_the_two_calendars_need_not_agree() -> None:
    dateline = opening("Gaza, 22 Dzulhijjah 1433 / 26 November 2012 (MINA) – ")
    assert (dateline["hijri"], dateline["date"]) == ("22 Dzulhijjah 1433", "2012-11-26")
