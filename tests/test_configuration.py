"""What our settings may be, and what is answered to nonsense."""

from __future__ import annotations

import subprocess

import pytest
from scrapy.settings import Settings

from mina_crawler import settings as defaults
from mina_crawler.configuration import misspelt
from tests.crawls import PROJECT, SCRAPY

REFUSED = [
    ("MINA_READERS", "two", "give a whole number from 0"),
    ("MINA_READERS", "-1", "give a whole number from 0"),
    ("MINA_BATCH_SECONDS", "45s", "give a number from 0"),
    ("MINA_ONE_AT_A_TIME", "maybe", "give 1, or 0 for no"),
    ("MINA_DELIVERY_BACKOFF", "1,soon", "give numbers from 0, separated by commas"),
    ("MINA_DUPLICATES", "keep", "give one of drop, mark"),
]


def set_to(name: str, value: object) -> Settings:
    return Settings({**vars(defaults), name: value})


def test_what_stands_in_the_settings_file_can_be() -> None:
    assert misspelt(Settings(vars(defaults))) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MINA_READERS", "2"),
        ("MINA_BATCH_SECONDS", "0.5"),
        ("MINA_ONE_AT_A_TIME", "false"),
        ("MINA_DELIVERY_BACKOFF", "0"),
        ("MINA_DELIVERY_BACKOFF", ""),
    ],
)
def test_a_value_may_be_text_as_a_command_line_gives_it(name: str, value: str) -> None:
    assert misspelt(set_to(name, value)) is None


@pytest.mark.parametrize(("name", "value", "message"), REFUSED)
def test_nonsense_is_answered_with_what_to_write(name: str, value: object, message: str) -> None:
    assert misspelt(set_to(name, value)) == f"{name}={value!r}: {message}"


def test_a_crawl_is_refused_in_one_line() -> None:
    command = [*SCRAPY, "crawl", "mina", "-s", "MINA_BUSY_PAUSE=soon"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "MINA_BUSY_PAUSE='soon': give a number from 0\n")
