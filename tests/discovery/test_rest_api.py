"""What the API is asked for, and how its answers are read."""

from __future__ import annotations

import json
import re

import pytest
from scrapy.http import TextResponse

from mina_crawler.discovery.rest_api import parse_entries
from tests.discovery.sites import ROOT, listing, search

NOTICE = "<br />\n<b>Notice</b>:  Undefined index: [x] in <b>/home/x.php</b> on line <b>12</b>\n"
AROUND = {
    "a byte order mark": ("\ufeff", ""),
    "two byte order marks": ("\ufeff\ufeff", ""),
    "a notice of PHP": (NOTICE, ""),
    "a plain notice of PHP": ("\nNotice: Array[] to string in /home/x.php on line 12\n", ""),
    "a signature": ("", "\n<!-- Cached page generated on 2020-09-26 -->"),
}


def answer(query: str) -> TextResponse | None:
    """Give at most 20 of 45 posts; refuse to be asked for more."""
    size = int(re.findall(r"per_page=(\d+)", query)[0]) if "/posts?" in query else 0
    if size > 20:
        return TextResponse(ROOT, status=400)
    after, page = re.findall(r"modified_after=([^&]+)", query), re.findall(r"[?&]page=(\d+)", query)
    moments = [f"2020-01-01T00:00:{second}" for second in range(10, 55)]
    shown = [moment for moment in moments if not after or moment > after[0]]
    start = size * (int(page[0]) - 1) if page else 0
    posts = [
        {"link": f"{ROOT}kabar-{moment[-2:]}/", "modified": moment}
        for moment in shown[start : start + size]
    ]
    return TextResponse(ROOT, body=json.dumps(posts).encode()) if size else None


def test_a_site_that_refuses_to_give_a_hundred_is_asked_for_less() -> None:
    found = search("rest", answer)
    assert found.paths == [f"kabar-{second}/" for second in range(10, 55)]
    assert found.is_complete
    assert len(found.asked) <= 8


def test_an_api_that_gives_nothing_is_none() -> None:
    empty = TextResponse(ROOT, body=b"[]")
    assert list(search("rest", lambda _path: empty).failures.values()) == ["empty"]
    site = {"": listing("satu"), "2020/": listing("satu", "dua", day="2020-09-11")}
    auto = search("auto", lambda path: empty if "wp/v2" in path else site.get(path))
    assert (auto.paths, auto.failures) == (["satu/", "satu/", "dua/"], {})


@pytest.mark.parametrize(("before", "behind"), AROUND.values(), ids=AROUND)
@pytest.mark.parametrize("entries", [[], [{"id": 1, "title": {"rendered": "[x] {y}"}}]], ids=len)
def test_entries_are_read_whatever_the_server_prints_around_them(
    before: str, behind: str, entries: list[dict[str, object]]
) -> None:
    body = f"{before}{json.dumps(entries)}{behind}".encode()
    assert parse_entries(TextResponse(ROOT, body=body, encoding="utf-8")) == entries


@pytest.mark.parametrize("body", [NOTICE, f"{NOTICE}[]{NOTICE}", '[{"id": 1}, {"id', "<p>[]</p>"])
def test_what_only_holds_brackets_is_no_collection(body: str) -> None:
    assert parse_entries(TextResponse(ROOT, body=body.encode(), encoding="utf-8")) is None


def test_an_answer_that_claims_an_encoding_of_no_texts_is_read_as_utf_8() -> None:
    headers = {"Content-Type": "application/json; charset=uu"}
    body = f"{NOTICE}[]".encode()
    assert parse_entries(TextResponse(ROOT, headers=headers, body=body)) == []
