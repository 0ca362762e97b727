"""What holds for every dateline, and for every text."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing import calendars, hijri
from mina_crawler.parsing.datelines import partition_dateline

HIJRI_DAYS = st.builds(
    "{} {} {}".format,
    st.integers(1, 30),
    st.sampled_from([name for names in hijri.MONTHS.values() for name in names]),
    st.integers(1400, 1460),
)


@given(
    st.sampled_from(["Jakarta", "Al-Muhajirun, Lampung Selatan", "Cileungsi, Kab. Bogor", "غزة"]),
    HIJRI_DAYS,
    st.dates(date(2012, 10, 26), date(2030, 12, 31)),
    st.data(),
)
def test_any_pair_of_dates_is_read_back(
    place: str, islamic: str, day: date, data: st.DataObject
) -> None:
    month = data.draw(st.sampled_from(calendars.MONTHS[day.month]))
    joint = data.draw(st.sampled_from(["/", " / ", " H/", " /", "هـ/ "]))
    raw = f"{place}, {islamic}{joint}{day.day} {month} {day.year} (MINA) –"
    dateline, rest = partition_dateline(f"{raw} Warga tiba.")
    assert dateline is not None
    assert (dateline["raw"], rest) == (raw, "Warga tiba.")
    assert (dateline["place"], dateline["hijri"]) == (place, islamic)
    assert dateline["date"] == day.isoformat()


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "Jakarta",
                ", ",
                "MINA",
                "(",
                ")",
                " – ",
                "-",
                "/",
                "\n",
                " ",
                "8 Rajab 1437",
                "مينا",
            ),
            *("6 صفر 1434", "31 Februari 2015", "1 Mei 0000", "mina logo", "Kab.", "غزة", "ـ", "’"),
        ]
    ),
    max_size=14,
).map("".join)


@given(st.one_of(st.text(), PIECES))
def test_nothing_raises_and_nothing_is_lost_on_arbitrary_text(text: str) -> None:
    dateline, rest = partition_dateline(text)
    kept = (dateline["raw"] if dateline else "") + rest
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece",
    ["A", "A ", "Jakarta, ", "Kab. ", "Al-A'", "8 Rajab 1437/", "Jakarta (", "غزة ", "MINA/", "\n"],
)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    def cost(length: int) -> float:
        text = piece * (length // len(piece))
        spent = []
        for _ in range(3):
            started = time.process_time()
            partition_dateline(text)
            spent.append(time.process_time() - started)
        return min(spent)

    cost(1_000)
    assert cost(64_000) < 16 * cost(16_000) + 0.01
