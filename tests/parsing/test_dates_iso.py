"""Timestamps as machines write them."""

from __future__ import annotations

import pytest

from mina_crawler.parsing.dates import parse_iso

ISO = {
    "2018-03-19T12:56:57+00:00": "2018-03-19T12:56:57+00:00",
    "2018-03-19T12:56:57Z": "2018-03-19T12:56:57+00:00",
    "2018-03-19t12:56:57z": "2018-03-19T12:56:57+00:00",
    "2018-03-19T12:56:57+0700": "2018-03-19T12:56:57+07:00",
    "2018-03-19T12:56:57+07": "2018-03-19T12:56:57+07:00",
    "2018-03-19 12:56:57 +07:00": "2018-03-19T12:56:57+07:00",
    "2018-03-19T12:56+07:00": "2018-03-19T12:56:00+07:00",
    "2018-03-19T12:56:57.123Z": "2018-03-19T12:56:57.123000+00:00",
    "2018-03-19T12:56:57.123456789Z": "2018-03-19T12:56:57.123456+00:00",
    "2018-03-19T12:56:57": "2018-03-19T12:56:57",
    "2018-03-19 12:56": "2018-03-19T12:56:00",
    "2018-03-19": "2018-03-19T00:00:00",
    "  2018-03-19 ": "2018-03-19T00:00:00",
}

NOT_ISO = [
    "",
    "2018",
    "20180319",
    "2018-W12-1",
    "19-03-2018",
    "2018-03-19T12",
    "2018-03-19T12:56:57+07:00 WIB",
    "0000-00-00 00:00:00",
    "-0001-11-30T00:00:00+00:00",
    "2018-02-31T00:00:00Z",
    "2018-03-19T12:56:57+99:99",
    "Senin, 19 Maret 2018",
]


@pytest.mark.parametrize(("written", "moment"), ISO.items(), ids=ISO)
def test_a_machine_readable_timestamp_is_read(written: str, moment: str) -> None:
    value = parse_iso(written)
    assert value is not None
    assert value.isoformat() == moment


@pytest.mark.parametrize("written", NOT_ISO)
def test_what_is_no_iso_timestamp_is_none(written: str) -> None:
    assert parse_iso(written) is None
