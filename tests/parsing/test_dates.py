"""Timestamps as the site prints them, era by era."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from mina_crawler.parsing.dates import WIB, find_timestamp, parse_day, parse_timestamp

NOW = datetime(2024, 10, 22, 12, 0, tzinfo=WIB)

HEADERS = {
    # era C
    "Habib Hizbullah - Sabtu, 26 September 2020 - 03:53 WIB": "2020-09-26T03:53:00+07:00",
    "Rina Sari Editor : Sri Astuti - Selasa, 22 Oktober 2024 - 10:54 WIB": (
        "2024-10-22T10:54:00+07:00"
    ),
    "Hamidah Juariyah - Sunday, 4 April 2021 - 04:35 WIB": "2021-04-04T04:35:00+07:00",
    "Ahad, 4 April 2021 - 04:35 WIB": "2021-04-04T04:35:00+07:00",
    "Minggu, 4 April 2021 - 04:35 WIB": "2021-04-04T04:35:00+07:00",
    "Jum'at, 1 Januari 2021 - 00:00 WIB": "2021-01-01T00:00:00+07:00",
    "Jum’at, 1 Januari 2021 - 00:00 WIB": "2021-01-01T00:00:00+07:00",
    "Jum‘at, 1 Januari 2021 - 00:00 WIB": "2021-01-01T00:00:00+07:00",
    "Jum`at, 1 Januari 2021 - 00:00 WIB": "2021-01-01T00:00:00+07:00",
    "Jumat, 1 Januari 2021 - 00:00 WIB": "2021-01-01T00:00:00+07:00",
    "Senin, 31 Desember 2018 – 23:59 WIB": "2018-12-31T23:59:00+07:00",
    # eras A and B
    "Monday, 19 March 2018 | 12:56 WIB": "2018-03-19T12:56:00+07:00",
    "Senin, 19 Maret 2018 | 12:56 WIB": "2018-03-19T12:56:00+07:00",
    "Ahad, 3 Nopember 2019 | 7:05 WIB": "2019-11-03T07:05:00+07:00",
    "Rabu, 12 Pebruari 2014 | 17.45 WIB": "2014-02-12T17:45:00+07:00",
    "Sab 26 Sep 2020 03:53": "2020-09-26T03:53:00+07:00",
    "Sel, 22 Okt 2024 10:54": "2024-10-22T10:54:00+07:00",
    "26 September 2020 03:53": "2020-09-26T03:53:00+07:00",
    "26 September 2020 03.53": "2020-09-26T03:53:00+07:00",
    "26 September 2020, 03:53:21 WIB": "2020-09-26T03:53:21+07:00",
    "26 September 2020 pukul 14.30": "2020-09-26T14:30:00+07:00",
    "26 September 2020 pukul 14.30 WITA": "2020-09-26T14:30:00+08:00",
    "26 September 2020, Pukul: 14.30 WIT": "2020-09-26T14:30:00+09:00",
    "26 September 2020 (14.30 WIB)": "2020-09-26T14:30:00+07:00",
    "26 September 2020 jam 14.30": "2020-09-26T14:30:00+07:00",
    "26 Ags 2020 03:53": "2020-08-26T03:53:00+07:00",
    "26 Agt 2020 03:53": "2020-08-26T03:53:00+07:00",
    "26 Agu 2020 03:53": "2020-08-26T03:53:00+07:00",
    "26 Okt 2020 03:53": "2020-10-26T03:53:00+07:00",
    "26 Nop 2020 03:53": "2020-11-26T03:53:00+07:00",
    "26 Des. 2020 03:53": "2020-12-26T03:53:00+07:00",
    "26-Mei-2020 03:53": "2020-05-26T03:53:00+07:00",
    "SABTU, 26 SEPTEMBER 2020 - 03:53 WIB": "2020-09-26T03:53:00+07:00",
    # English
    "September 26, 2020 3:53 pm": "2020-09-26T15:53:00+07:00",
    "September 26, 2020 at 3:53 PM": "2020-09-26T15:53:00+07:00",
    "Sept. 26, 2020, 12:05 a.m.": "2020-09-26T00:05:00+07:00",
    "26th September 2020 12:05 pm": "2020-09-26T12:05:00+07:00",
    "October 3rd, 2020 9:00 am": "2020-10-03T09:00:00+07:00",
    "26 Sept 2020, 3 PM": "2020-09-26T15:00:00+07:00",
    "Sat, 26 Sep 2020 03:53:00 +0000": "2020-09-26T03:53:00+00:00",
    "Sat, 26 Sep 2020 03:53:00 GMT": "2020-09-26T03:53:00+00:00",
    "26 September 2020 03:53 GMT+7": "2020-09-26T03:53:00+07:00",
    "26 September 2020 03:53 UTC": "2020-09-26T03:53:00+00:00",
    # figures, the day first
    "26/09/2020 03:53": "2020-09-26T03:53:00+07:00",
    "3/5/2018 14.30": "2018-05-03T14:30:00+07:00",
    "26-09-2020 03:53 WIB": "2020-09-26T03:53:00+07:00",
    "26.09.2020 03:53": "2020-09-26T03:53:00+07:00",
    "2020-09-26 03:53": "2020-09-26T03:53:00+07:00",
    "2020/09/26 03:53": "2020-09-26T03:53:00+07:00",
    # Arabic
    "الأحد، 19 ديسمبر 2012 - 10:54": "2012-12-19T10:54:00+07:00",
    "الثلاثاء 22 تشرين الأول 2024 الساعة 10:54": "2024-10-22T10:54:00+07:00",
    "الثلاثاء 22 تشرين الأول/أكتوبر 2024 - 10:54": "2024-10-22T10:54:00+07:00",
    "٢٢ أكتوبر (تشرين الأول) ٢٠٢٤ - ١٠:٥٤": "2024-10-22T10:54:00+07:00",
    "الجمعة، ٢٦ سبتمبر ٢٠٢٠ - ٠٣:٥٣": "2020-09-26T03:53:00+07:00",
    "26 كانون الثاني 2020 3:53 م": "2020-01-26T15:53:00+07:00",
    "26 اغسطس 2020 3:53 ص": "2020-08-26T03:53:00+07:00",
    "26 آذار 2020 3:53 صباحا": "2020-03-26T03:53:00+07:00",
    "26 يونيو 2020 03:53 بتوقيت جاكرتا": "2020-06-26T03:53:00+07:00",
    # bare days are their midnight
    "26 September 2020": "2020-09-26T00:00:00+07:00",
    "October 26, 2012": "2012-10-26T00:00:00+07:00",
    "3 Mei, 2016": "2016-05-03T00:00:00+07:00",
    "7 November 2014 M": "2014-11-07T00:00:00+07:00",
    "26 September 2020 dihadiri 3.500 orang": "2020-09-26T00:00:00+07:00",
    # a time of day goes first
    "Sejak 17 Agustus 1945. Ahad, 4 April 2021 - 04:35 WIB": "2021-04-04T04:35:00+07:00",
}

RELATIVE = {
    "Farah Salsabila Editor : Sajadi - 8 hours ago": timedelta(hours=8),
    "an hour ago": timedelta(hours=1),
    "5 mins ago": timedelta(minutes=5),
    "2 days ago": timedelta(days=2),
    "3 jam lalu": timedelta(hours=3),
    "3 jam yang lalu": timedelta(hours=3),
    "sejam lalu": timedelta(hours=1),
    "10 menit yang lalu": timedelta(minutes=10),
    "2 minggu lalu": timedelta(weeks=2),
    "2 pekan silam": timedelta(weeks=2),
    "منذ 3 ساعات": timedelta(hours=3),
    "منذ ساعتين": timedelta(hours=2),
    "منذ ساعة": timedelta(hours=1),
    "قبل ٥ دقائق": timedelta(minutes=5),
    "kemarin": timedelta(days=1, hours=12),
    "Sajadi - kemarin": timedelta(days=1, hours=12),
    "kemarin pukul 14.30": timedelta(hours=21, minutes=30),
    "yesterday": timedelta(days=1, hours=12),
    "hari ini 09:15 WIB": timedelta(hours=2, minutes=45),
    "أمس": timedelta(days=1, hours=12),
}

NO_TIMESTAMPS = [
    "",
    "Ahad (21/7)",
    "Senin (28/3)",
    "pada (24-25/7) di Bogor",
    "Ahad (19/20)",
    "tahun 2020 Rusia",
    "8 Rabi’ul Awwal 1437",
    "6 صفر 1434",
    "QS. 2:255",
    "021-2020-2021",
    "Rp 26.000.000",
    "Kemarin para petani berkumpul",
    "999 Views",
]


@pytest.mark.parametrize(("printed", "moment"), HEADERS.items(), ids=HEADERS)
def test_a_printed_timestamp_is_read(printed: str, moment: str) -> None:
    value = parse_timestamp(printed)
    assert value is not None
    assert value.isoformat() == moment


@pytest.mark.parametrize(("printed", "distance"), RELATIVE.items(), ids=RELATIVE)
def test_a_relative_time_is_read_against_now(printed: str, distance: timedelta) -> None:
    assert parse_timestamp(printed, now=NOW) == NOW - distance


@pytest.mark.parametrize("printed", RELATIVE)
def test_a_relative_time_is_nothing_without_now(printed: str) -> None:
    assert find_timestamp(printed) is None


@pytest.mark.parametrize("printed", NO_TIMESTAMPS)
def test_what_is_no_timestamp_is_left_alone(printed: str) -> None:
    assert find_timestamp(printed, now=NOW) is None


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        (
            "Habib Hizbullah - Sabtu, 26 September 2020 - 03:53 WIB 12 Views",
            "Sabtu, 26 September 2020 - 03:53 WIB",
        ),
        ("Terbit Monday, 19 March 2018 | 12:56 WIB", "Monday, 19 March 2018 | 12:56 WIB"),
        ("oleh Sajadi - 8 hours ago", "8 hours ago"),
        ("Sajadi Sel 22 Okt 2024 10:54", "Sel 22 Okt 2024 10:54"),
        ("كتبه سامي ٣ نوفمبر، ٢٠٢٤", "٣ نوفمبر، ٢٠٢٤"),
        ("tanggal 31 Februari 2020 - 10:00 dan 1 Maret 2020", "1 Maret 2020"),
    ],
)
def test_the_raw_text_is_what_the_page_prints(text: str, raw: str) -> None:
    found = find_timestamp(text, now=NOW)
    assert found is not None
    assert found[0] == raw


@pytest.mark.parametrize(
    ("printed", "day"),
    {
        "Jakarta, 20 Desember 2015 (MINA)": date(2015, 12, 20),
        "8 Rabi’ul Awwal 1437/20 Desember 2015": date(2015, 12, 20),
        "6 صفر 1434/ 19 ديسمبر 2012": date(2012, 12, 19),
        "28/3/2016": date(2016, 3, 28),
        "October 26, 2012": date(2012, 10, 26),
        "Ahad (21/7)": None,
        "": None,
    }.items(),
)
def test_a_day_is_read(printed: str, day: date | None) -> None:
    assert parse_day(printed) == day


@pytest.mark.parametrize("printed", ["31 Februari 2020", "30/02/2020", "0 Mei 2020", "1 Mei 0000"])
def test_an_impossible_day_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match=r"day|month|year"):
        parse_day(printed)
    with pytest.raises(ValueError, match=r"day|month|year"):
        parse_timestamp(printed)
    assert find_timestamp(printed) is None


def test_an_impossible_time_of_day_is_refused() -> None:
    with pytest.raises(ValueError, match="hour"):
        parse_timestamp("26 September 2020 - 25:10 WIB")
    assert find_timestamp("26 September 2020 - 25:10 WIB") is None


@pytest.mark.parametrize(
    ("printed", "moment"),
    {
        "26 Sep 20": "2020-09-26T00:00:00+07:00",
        "03:53 WIB, 26 Sep 20": "2020-09-26T03:53:00+07:00",
        "Tue Oct 22 10:54:00 2024": "2024-10-22T10:54:00+07:00",
        "two hours ago": "2024-10-22T10:00:00+07:00",
        "الشهر الماضي": "2024-09-22T12:00:00+07:00",
    }.items(),
)
def test_a_form_that_the_site_does_not_print_is_read_too(printed: str, moment: str) -> None:
    value = parse_timestamp(printed, now=NOW)
    assert value is not None
    assert value.isoformat() == moment


@pytest.mark.parametrize(
    "printed", ["12:00", "Senin", "26", "26 Sep", "September 2020", "1600000000"]
)
def test_what_is_missing_is_never_filled_from_today(printed: str) -> None:
    assert parse_timestamp(printed, now=NOW) is None
