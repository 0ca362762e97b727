"""``scrapy crawl``, mistyped."""

from __future__ import annotations

import subprocess

import pytest

from tests.crawls import PROJECT, SCRAPY


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (("minna",), "'minna': no spider; known are mina"),
        (("mina", "--recheck=7"), "'--recheck=7': no spider"),
        (("mina", "mina"), "more than one spider"),
    ],
)
def test_what_is_no_spider_is_refused(typed: tuple[str, ...], message: str) -> None:
    command = [*SCRAPY, "crawl", *typed]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
