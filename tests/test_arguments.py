"""What the spider may be asked for, and what it answers to nonsense."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mina_crawler.arguments import ArgumentError, parse_arguments

if TYPE_CHECKING:
    from pathlib import Path

REFUSED = [
    ({"since": "kemarin"}, "since='kemarin': give a day as YYYY-MM-DD"),
    ({"until": "2020-02-30"}, "until='2020-02-30': give a day as YYYY-MM-DD"),
    ({"since": "20200101"}, "since='20200101': give a day as YYYY-MM-DD"),
    ({"edition": "fr"}, "edition='fr': give one of id, en, ar"),
    ({"sinse": "2020-01-01"}, "sinse: no such argument; did you mean since?"),
    ({"max_items": "0"}, "max_items='0': give a whole number from 1"),
    ({"max_items": "ten"}, "max_items='ten': give a whole number from 1"),
    ({"site": "minanews.net"}, "site='minanews.net': give a root address such as"),
    ({"categories": ","}, "categories=',': give slugs separated by commas"),
    ({"url": "warga-tanam-pohon"}, "url='warga-tanam-pohon': give addresses that start with"),
    ({"url": "@no-such-file"}, "url='@no-such-file': give a readable text file"),
    ({"url": "https://en.minanews.net/a/"}, "lies outside https://minanews.net/"),
    ({"source": "url"}, "source='url': give addresses too"),
    ({"since": "2020-02-01", "until": "2020-01-01"}, "give a day not after until='2020-01-01'"),
    ({"source": "guess"}, "source='guess': give one of pages, "),
]


@pytest.mark.parametrize(("given", "message"), REFUSED, ids=[str(given) for given, _ in REFUSED])
def test_nonsense_is_refused_with_a_line_that_says_what_to_write(
    given: dict[str, str], message: str
) -> None:
    with pytest.raises(ArgumentError) as error:
        parse_arguments(given)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_an_argument_unlike_any_other_is_answered_with_all_names() -> None:
    with pytest.raises(ArgumentError, match="known are edition, site, since"):
        parse_arguments({"qqq": "1"})


def test_the_job_id_of_scrapyd_is_no_argument_of_ours() -> None:
    assert parse_arguments({"_job": "6487ec79947edab3"}) == parse_arguments({})


def test_a_period_holds_both_its_ends() -> None:
    period = parse_arguments({"since": "2020-09-26", "until": "2020-09-27"}).period
    days = [date(2020, 9, day) for day in (25, 26, 27, 28)]
    assert [day in period for day in days] == [False, True, True, False]


def test_without_days_everything_is_in_the_period() -> None:
    period = parse_arguments({}).period
    assert not period
    assert date.min in period


def test_addresses_are_read_from_a_file_each_once(tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("https://minanews.net/a/\nhttps://minanews.net/b/\nhttps://minanews.net/a/\n")
    arguments = parse_arguments({"url": f"@{names}"})
    assert arguments.url == ("https://minanews.net/a/", "https://minanews.net/b/")
    assert arguments.source == "url"


@pytest.mark.parametrize("text", ["https://a.test", "https://a.test/", "https://a.test/?x=1"])
def test_a_site_is_known_by_its_root_with_a_slash(text: str) -> None:
    arguments = parse_arguments({"site": text})
    assert arguments.root == "https://a.test/"
    assert arguments.hosts == {"a.test"}


def test_each_edition_has_hosts_of_its_own() -> None:
    hosts = [parse_arguments({"edition": name}).hosts for name in ("id", "en", "ar")]
    assert len(frozenset.union(*hosts)) == sum(map(len, hosts))
