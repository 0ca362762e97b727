"""Whole crawls of a site made to hurt them: each hostile answer is named or read, none steers."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.crawls import PROJECT, SCRAPY, Crawled, Crawls
from tests.hostile.site import BOMB, Answer, Site, article, packed, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIGNS = (
    "\x00\x07\x1b[2J\x1b]0;x\x07\x7f\x9b2J\r\u202e\u2066\u200b\u200f\u3164\n2021-04-04 [x] ERROR: y"
)
"""What moves a cursor, turns the line, prints nothing, or looks like the log's next line."""
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\u3164]")
UNPACKABLE = "broken compression"
PLAIN = article().encode()
SEEN = {"RETRY_TIMES": 0, "LOG_LEVEL": "DEBUG", "MINA_DUPLICATES": "mark"}


def moved(location: str) -> Answer:
    return Answer(status=302, headers=(("Location", location),))


REFUSED = {
    "bom-gzip": (packed(BOMB, "gzip"), "too large"),
    "bom-deflate": (packed(BOMB, "deflate"), "too large"),
    "bom-brotli": (packed(BOMB, "br"), "too large"),
    "tak-terhingga": (Answer(BOMB), "too large"),
    "tak-terhingga-diam": (Answer(BOMB, is_length_told=False), "too large"),
    "kepala-raksasa": (Answer(PLAIN, (("X-Raksasa", "x" * 200_000),)), "connection lost"),
    "ke-berkas": (moved("file:///etc/passwd"), "302"),
    "ke-data": (moved("data:text/html,x"), "302"),
    "ke-metadata": (moved("http://169.254.169.254/latest/meta-data/"), "offsite"),
    "ke-pribadi": (moved("http://10.0.0.1/kabar/"), "offsite"),
    "ke-loopback": (moved("http://127.0.0.1:1/kabar/"), "offsite"),
    "ke-lain": (moved("//example.org/kabar/"), "offsite"),
    "ke-pemakai": (moved("http://minanews.net@10.0.0.1/kabar/"), "offsite"),
    **{
        f"bukan-{coding}": (Answer(b"x" * 100, (("Content-Encoding", coding),)), UNPACKABLE)
        for coding in ("gzip", "deflate", "br", "zstd")
    },
}
"""Path -> what is served there, and the reason that the receipt gives for refusing it."""
READ = {
    "sandi-tak-dikenal": Answer(PLAIN, kind="text/html; charset=tidak-ada"),
    "sandi-tak-ada": Answer(PLAIN, kind="text/html"),
    "sandi-bertentangan": Answer(
        article(extra='<meta charset="iso-8859-1">').encode(), kind="text/html; charset=utf-8"
    ),
    "sandi-utf-16": Answer(article().encode("utf-16"), kind="text/html"),
    "sandi-rusak": Answer(
        article("Warga \udc80\ud800 Tanam Pohon").encode("utf-8", "surrogatepass")
    ),
    "nul": Answer(PLAIN.replace(b"kota", b"ko\x00ta")),
    "tanda": Answer(article(f"Warga {SIGNS} Tanam Pohon").encode()),
    "kuki": Answer(PLAIN, tuple(("Set-Cookie", f"k{n}=x; Path=/") for n in range(100))),
    "..%2f..%2fetc%2fpasswd": Answer(PLAIN),
}
"""Path -> what is served there, and read in spite of what it holds."""


class Hurt(NamedTuple):
    """A crawl of all these addresses, and where it happened."""

    done: Crawled
    crawls: Crawls
    around: Path


@pytest.fixture(scope="module")
def hurt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hurt]:
    around = tmp_path_factory.mktemp("around")
    answers = {name: answer for name, (answer, _) in REFUSED.items()} | READ
    with running(Site({f"/{name}/": answer for name, answer in answers.items()})) as site:
        crawls = Crawls(site.root, around / "data", source="url")
        urls = ",".join(f"{site.root}{name}/" for name in answers)
        done = crawls.run(f"url={urls}", settings=SEEN)
        yield Hurt(done, crawls, around)


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_named_with_its_reason(hurt: Hurt, name: str) -> None:
    named = {failure["url"]: failure["reason"] for failure in hurt.done.receipt["failures"]}
    assert named[f"{hurt.crawls.site}{name}/"] == REFUSED[name][1]


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_delivered_without_what_hurts(hurt: Hurt, name: str) -> None:
    lines = {line["url"].lower(): line for line in hurt.crawls.lines()}
    line = lines[f"{hurt.crawls.site}{name}/"]
    assert line["title"].startswith("Warga")
    assert line["title"].isprintable()
    assert not UNSEEN.search(line["text"])


def test_the_verdict_and_the_exit_code_tell_of_what_was_refused(hurt: Hurt) -> None:
    assert (hurt.done.receipt["verdict"], hurt.done.code) == ("partial", 3)
    assert hurt.done.receipt["accepted"] == len(READ)
    assert len(hurt.done.receipt["failures"]) == len(REFUSED)


def test_no_text_of_the_sites_writes_to_the_log(hurt: Hurt) -> None:
    assert UNSEEN.findall(hurt.done.log) == []
    assert not re.search(r"^2021-04-04 \[x\]", hurt.done.log, re.MULTILINE)
    assert "Traceback" not in hurt.done.log


def test_no_page_steers_where_anything_is_written(hurt: Hurt) -> None:
    assert [path.name for path in hurt.around.iterdir()] == ["data"]
    written = {str(path.relative_to(hurt.crawls.data)) for path in hurt.crawls.data.rglob("*")}
    names = r"(articles\.jsonl|ledger\.db[-.\w]*|crawl\.log|runs|runs/[\w.-]+\.json)"
    assert [name for name in sorted(written) if not re.fullmatch(names, name)] == []


@pytest.mark.parametrize(
    "command", [("runs",), ("runs", "{run}"), ("ledger",), ("ledger", "--verify")]
)
def test_no_command_prints_what_a_terminal_obeys(hurt: Hurt, command: tuple[str, ...]) -> None:
    arguments = [part.format(run=hurt.done.receipt["run"]) for part in command]
    told = scrapy(*arguments, data=hurt.crawls.data)
    assert told
    assert UNSEEN.findall(told) == []


def test_an_explanation_prints_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(READ["tanda"].body)
    told = scrapy("explain", str(page), data=tmp_path)
    assert "Tanam Pohon" in told
    assert UNSEEN.findall(told) == []


def scrapy(*arguments: str, data: Path) -> str:
    environment = {**os.environ, "MINA_DATA_DIR": str(data)}
    done = subprocess.run(
        [*SCRAPY, *arguments], cwd=PROJECT, env=environment, capture_output=True, check=False
    )
    return (done.stdout + done.stderr).decode()
