"""What holds for every date: those that the grammar can print, and those that nobody would."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.calendars import MONTHS, WEEKDAYS, WIB, ZONES
from mina_crawler.parsing.dates import find_timestamp, parse_day, parse_iso, parse_timestamp
from mina_crawler.parsing.instants import Reading, reconcile

NOW = datetime(2024, 10, 22, 12, 0, tzinfo=WIB)
DAYS = st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 30))  # noqa: DTZ001  # a zone is drawn
ARABIC_FIGURES = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

DAY_FORMS = (
    "{weekday}, {day} {month} {year}",
    "{day} {month} {year}",
    "{month} {day}, {year}",
    "{weekday} {day} {month}, {year}",
    "{day:02}/{number:02}/{year}",
    "{year}-{number:02}-{day:02}",
)
JOINTS = (" - ", " – ", " | ", " ", ", ", " pukul ", " at ", "، الساعة ")
CLOCKS = ("{hour:02}:{minute:02}", "{hour:02}.{minute:02}", "{hour}:{minute:02}:00")


@st.composite
def printed_timestamps(draw: st.DrawFn) -> tuple[str, datetime]:
    moment = draw(DAYS)
    zone = draw(st.sampled_from(sorted(ZONES)))
    words = {
        "weekday": draw(st.sampled_from(WEEKDAYS[moment.weekday()])),
        "month": draw(st.sampled_from(MONTHS[moment.month])),
        "number": moment.month,
        **{part: getattr(moment, part) for part in ("year", "day", "hour", "minute")},
    }
    form = "".join(draw(st.sampled_from(parts)) for parts in (DAY_FORMS, JOINTS, CLOCKS))
    printed = f"{form.format(**words)} {zone}"
    figures = draw(st.sampled_from(({}, ARABIC_FIGURES)))
    value = moment.replace(second=0, microsecond=0, tzinfo=ZONES[zone])
    return printed.translate(figures), value


@given(printed_timestamps())
def test_any_timestamp_that_the_grammar_can_print_is_read_back(
    printed: tuple[str, datetime],
) -> None:
    text, value = printed
    assert find_timestamp(text) == (text, value)
    assert find_timestamp(f"Rina Sari Editor : Dewi - {text}\n12 Views") == (text, value)


@given(st.datetimes(timezones=st.sampled_from((WIB, UTC, None))))
def test_any_machine_readable_timestamp_is_read_back(value: datetime) -> None:
    assert parse_iso(value.isoformat()) == value
    assert parse_iso(value.isoformat()) is not None


SNIPPETS = st.lists(
    st.sampled_from(
        [
            *"0123456789/-.:,|–+TZ ٠٩\n",
            *("0000", "9999", "Jan", "Mei", "Ahad", "Jum’at", "WIB", "+14:00", "ago", "jam lalu"),
            *("999 tahun lalu", "منذ", "ساعة", "kemarin", "pm", "31 Februari 2020", "25:61"),
            *("1 Januari 0001 00:00 GMT+14", "31 Desember 9999 23:59 GMT-14", "İ", "ſ", "ı"),
        ]
    ),
    max_size=12,
).map("".join)


@given(st.one_of(st.text(), SNIPPETS), st.sampled_from((NOW, datetime.min.replace(tzinfo=WIB))))
def test_nothing_raises_on_arbitrary_text(text: str, now: datetime) -> None:
    found = find_timestamp(text, now=now)
    parse_iso(text)
    assert found is None or (found[0] in text and found[1].tzinfo is not None)


@given(SNIPPETS)
def test_an_impossible_date_raises_nothing_but_a_value_error(text: str) -> None:
    for parse in (parse_day, parse_timestamp):
        try:
            parse(text)
        except ValueError as error:
            assert type(error) is ValueError  # noqa: PT017  # raising is allowed, not required


ZONES_OF_THE_EARTH = st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours)))
ZONED = st.datetimes(timezones=st.none() | ZONES_OF_THE_EARTH)


def _readings(values: list[datetime]) -> list[Reading]:
    return [Reading(f"rule {n}", value.isoformat(), value) for n, value in enumerate(values)]


@given(st.lists(ZONED, max_size=3), st.lists(ZONED, max_size=2))
def test_every_contradiction_is_told(machine: list[datetime], printed: list[datetime]) -> None:
    instant = reconcile("published_at", _readings(machine), _readings(printed))
    if instant is None:
        return
    assert instant.value.utcoffset() == timedelta(hours=7)
    minutes = {
        (value if value.tzinfo else value.replace(tzinfo=WIB))
        .astimezone(UTC)
        .replace(second=0, microsecond=0)
        for value in (*machine, *printed)
        if 1 < value.year < 9999
    }
    assert len(minutes) <= 1 or instant.warnings


@pytest.mark.parametrize(
    "piece",
    ["1 ", "26 Jan", "2020-", "12.", "Jum’at ", "999 tahun ", "منذ ", "- ", "2020 pukul ", "ا"],
)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    def cost(length: int) -> float:
        text = piece * (length // len(piece)) + " 2020"
        spent = []
        for _ in range(3):
            started = time.process_time()
            find_timestamp(text, now=NOW)
            spent.append(time.process_time() - started)
        return min(spent)

    cost(1_000)
    assert cost(64_000) < 16 * cost(16_000) + 0.01
