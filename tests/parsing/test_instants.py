"""One instant out of several readings, and the warnings that go with it."""

from __future__ import annotations

from datetime import datetime

import pytest

from mina_crawler.parsing.dates import WIB, find_timestamp, parse_iso
from mina_crawler.parsing.instants import Instant, Reading, reconcile

NOW = datetime(2020, 9, 26, 12, 0, tzinfo=WIB)
HEADER = "Sabtu, 26 September 2020 - 03:08 WIB"
LATE = "Sabtu, 26 September 2020 - 20:08 WIB"
TAKEN = "the printed time was taken"


def machine(rule: str, raw: str) -> Reading:
    value = parse_iso(raw)
    assert value is not None
    return Reading(rule, raw, value)


def printed(raw: str, rule: str = "header") -> Reading:
    found = find_timestamp(raw, now=NOW)
    assert found is not None
    return Reading(rule, *found)


def decide(values: dict[str, str], *prints: str, false_zones: tuple[str, ...] = ()) -> Instant:
    instant = reconcile(
        "published_at",
        [machine(rule, raw) for rule, raw in values.items()],
        [printed(raw) for raw in prints],
        false_zones=false_zones,
    )
    assert instant is not None
    return instant


def test_nothing_said_is_nothing_decided() -> None:
    assert reconcile("published_at", [], []) is None


@pytest.mark.parametrize(
    "written",
    [
        "2020-09-26T03:08:57+07:00",
        "2020-09-25T20:08:57+00:00",
        "2020-09-25T20:08:57Z",
        "2020-09-26T04:08:57+08:00",
        "2020-09-26T03:08:57",
    ],
)
def test_a_machine_value_that_agrees_gives_its_seconds(written: str) -> None:
    instant = decide({"json-ld": written}, HEADER)
    assert instant.value.isoformat() == "2020-09-26T03:08:57+07:00"
    assert (instant.rule, instant.raw, instant.warnings) == ("json-ld", HEADER, ())


@pytest.mark.parametrize("offset", ["+00:00", "Z", "+08:00", "-05:00"])
def test_a_false_zone_loses_against_the_printed_time(offset: str) -> None:
    instant = decide({"json-ld": f"2020-09-26T03:08:57{offset}"}, HEADER)
    assert instant.value.isoformat() == "2020-09-26T03:08:57+07:00"
    assert instant.rule == "header"
    assert instant.false_zones == {"json-ld"}
    assert len(instant.warnings) == 1


def test_the_warning_says_who_says_what_and_who_won() -> None:
    instant = decide({"json-ld": "2020-09-26T03:08:57+00:00"}, HEADER)
    assert instant.warnings == (
        f"published_at: json-ld says 03:08 UTC, the page prints 03:08 WIB; {TAKEN}",
    )


def test_a_false_zone_is_told_also_where_another_source_is_right() -> None:
    instant = decide(
        {"json-ld": "2020-09-26T03:08:57+00:00", "rest": "2020-09-25T20:08:57+00:00"}, HEADER
    )
    assert (instant.rule, instant.value.second) == ("rest", 57)
    assert instant.warnings == (
        f"published_at: json-ld says 03:08 UTC, the page prints 03:08 WIB; {TAKEN}",
    )


def test_a_printed_zone_other_than_wib_counts() -> None:
    instant = decide({"json-ld": "2020-09-26T03:08:57+00:00"}, "26 September 2020 pukul 03.08 WITA")
    assert instant.value.isoformat() == "2020-09-26T02:08:57+07:00"


def test_the_zone_found_false_for_one_field_is_false_for_the_next() -> None:
    instant = decide({"json-ld": "2020-09-27T10:00:05+00:00"}, false_zones=("json-ld",))
    assert instant.value.isoformat() == "2020-09-27T10:00:05+07:00"
    assert instant.warnings == (
        "published_at: json-ld says 10:00 UTC, a zone known to be false; 10:00 WIB was taken",
    )


@pytest.mark.parametrize("written", ["2020-09-26T03:18:00+07:00", "2020-09-26T05:08:00+00:00"])
def test_a_machine_value_of_another_time_loses(written: str) -> None:
    instant = decide({"json-ld": written}, HEADER)
    assert instant.value.isoformat() == "2020-09-26T03:08:00+07:00"
    assert instant.rule == "header"
    assert instant.warnings[0].endswith(TAKEN)


def test_another_day_is_told_with_its_date() -> None:
    instant = decide({"json-ld": "2020-09-28T03:08:00+07:00"}, HEADER)
    assert instant.warnings[0] == (
        "published_at: json-ld says 2020-09-28 03:08 WIB, "
        f"the page prints 2020-09-26 03:08 WIB; {TAKEN}"
    )


def test_a_printed_time_alone_is_taken() -> None:
    instant = decide({}, HEADER)
    assert (instant.rule, instant.raw, instant.warnings) == ("header", HEADER, ())


def test_two_printed_times_that_differ_are_told() -> None:
    instant = decide({}, HEADER, LATE)
    assert instant.raw == HEADER
    assert instant.warnings == (
        f"published_at: header says 20:08 WIB, the page prints 03:08 WIB; {TAKEN}",
    )


def test_a_printed_minute_goes_before_a_printed_day() -> None:
    assert decide({}, "26 September 2020", HEADER).raw == HEADER


# nothing printed


def test_of_two_equal_clocks_the_local_zone_is_right() -> None:
    instant = decide({"meta": "2020-09-26T03:08:57+00:00", "json-ld": "2020-09-26T03:08:57+07:00"})
    assert instant.value.isoformat() == "2020-09-26T03:08:57+07:00"
    assert instant.raw is None
    assert instant.false_zones == {"meta"}
    assert instant.warnings == (
        "published_at: meta says 03:08 UTC, json-ld says 03:08 WIB; json-ld was taken",
    )


def test_a_false_zone_has_no_vote_however_often_it_is_repeated() -> None:
    false = "2020-09-26T03:08:57+00:00"
    instant = decide({"meta": false, "time": false, "rest": "2020-09-26T03:08:57"})
    assert instant.value.isoformat() == "2020-09-26T03:08:57+07:00"
    assert len(instant.warnings) == 2


def test_the_majority_wins_and_the_minority_is_told() -> None:
    two = "2020-09-26T02:00:00Z"
    instant = decide({"json-ld": "2020-09-26T01:00:00Z", "meta": two, "time": two})
    assert (instant.rule, instant.value.hour) == ("meta", 9)
    assert len(instant.warnings) == 1


def test_without_a_majority_the_surest_wins() -> None:
    instant = decide({"json-ld": "2020-09-26T01:00:00Z", "meta": "2020-09-26T02:00:00Z"})
    assert instant.rule == "json-ld"
    assert len(instant.warnings) == 1


def test_a_machine_value_with_a_time_goes_before_a_bare_day() -> None:
    instant = decide({"json-ld": "2020-09-26", "meta": "2020-09-26T01:00:00Z"})
    assert (instant.rule, instant.warnings) == ("meta", ())


def test_a_bare_day_is_better_than_nothing() -> None:
    assert decide({"json-ld": "2020-09-26"}).value.isoformat() == "2020-09-26T00:00:00+07:00"


# coarse prints


@pytest.mark.parametrize("clock", ["03:05:00", "04:00:00", "04:55:00"])
def test_hours_ago_leave_the_minute_to_the_machine(clock: str) -> None:
    instant = decide({"json-ld": f"2020-09-26T{clock}+07:00"}, "8 hours ago")
    assert (instant.rule, instant.raw, instant.warnings) == ("json-ld", "8 hours ago", ())


@pytest.mark.parametrize("ago", ["3 days ago", "2 weeks ago", "5 months ago", "1 year ago"])
def test_a_bare_day_is_nearer_than_days_ago(ago: str) -> None:
    day = "April 5, 2020"
    assert decide({}, ago, day).raw == day
    assert decide({}, f"Published {ago} on {day}").raw == day
    assert decide({"microdata": "2020-04-05"}, ago).rule == "microdata"


def test_hours_ago_are_nearer_than_a_bare_day() -> None:
    assert decide({}, "September 26, 2020", "8 hours ago").raw == "8 hours ago"
    assert decide({"microdata": "2020-09-26"}, "8 hours ago").raw == "8 hours ago"


def test_hours_ago_show_a_false_zone() -> None:
    instant = decide({"json-ld": "2020-09-26T04:20:00+00:00"}, "8 hours ago")
    assert instant.value.isoformat() == "2020-09-26T04:20:00+07:00"
    assert instant.warnings == (
        f"published_at: json-ld says 04:20 UTC, the page prints '8 hours ago'; {TAKEN}",
    )


def test_hours_ago_do_not_overrule_a_machine_value() -> None:
    instant = decide({"json-ld": "2020-09-25T23:00:00+07:00"}, "8 hours ago")
    assert instant.value.isoformat() == "2020-09-25T23:00:00+07:00"
    assert instant.warnings[0] == (
        "published_at: header says '8 hours ago', json-ld says 2020-09-25 23:00 WIB; "
        "json-ld was taken"
    )


def test_a_printed_day_leaves_the_time_to_the_machine() -> None:
    instant = decide({"json-ld": "2020-09-25T20:08:57+00:00"}, "26 September 2020")
    assert instant.value.isoformat() == "2020-09-26T03:08:57+07:00"
    assert instant.warnings == ()


def test_a_printed_day_shows_a_false_zone() -> None:
    instant = decide({"json-ld": "2020-09-26T20:08:57+00:00"}, "26 September 2020")
    assert instant.value.isoformat() == "2020-09-26T20:08:57+07:00"
    assert len(instant.warnings) == 1


# the ends of the calendar


@pytest.mark.parametrize("written", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-10:00"])
def test_a_moment_outside_the_calendar_is_told_and_not_taken(written: str) -> None:
    instant = decide({"json-ld": written}, HEADER)
    assert instant.raw == HEADER
    assert instant.warnings == (
        f"published_at: json-ld says {written!r}, which lies outside the calendar",
    )


def test_of_two_moments_in_utc_one_may_be_jakartas_clock() -> None:
    instant = decide({"json-ld": "2020-09-26T09:31:00+00:00", "time": "2020-09-26T02:31:00+00:00"})
    assert instant.value.isoformat() == "2020-09-26T09:31:00+07:00"
    assert instant.false_zones == {"json-ld"}
    assert instant.warnings == (
        "published_at: json-ld says 09:31 UTC, time says 02:31 UTC; time was taken",
    )
