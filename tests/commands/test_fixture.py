"""``scrapy fixture``: a case costs one command."""

from __future__ import annotations

import json
import shutil
import subprocess
from argparse import Namespace
from typing import TYPE_CHECKING

import pytest
from scrapy.exceptions import UsageError

from mina_crawler.commands.fixture import Command
from mina_crawler.fixtures import Fixture
from tests.crawls import PROJECT, SCRAPY
from tests.standin import stand_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Keep = Callable[..., None]

ARTICLES = PROJECT / "tests" / "fixtures" / "articles"
NEWS = ARTICLES / "era-b-news"
OTHER = ARTICLES / "era-c-news"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of its own, whose cases are its own."""
    shutil.copy(PROJECT / "scrapy.cfg", tmp_path)
    return tmp_path


@pytest.fixture
def keep(project: Path, monkeypatch: pytest.MonkeyPatch) -> Keep:
    """Return the command, run where it is."""
    monkeypatch.chdir(project)

    def run(*arguments: str | Path, force: bool = False) -> None:
        Command().run([str(argument) for argument in arguments], Namespace(force=force))

    return run


@pytest.fixture
def case(project: Path) -> Fixture:
    return Fixture(project / "tests" / "fixtures" / "articles" / "my-case")


def scrapy_fixture(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*SCRAPY, "fixture", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def test_a_saved_page_becomes_a_case_that_reads_as_it_does_today(keep: Keep, case: Fixture) -> None:
    keep(NEWS / "page.html", "my-case")
    assert case.expected == json.loads(json.dumps(case.read()))
    assert case.expected["title"] == Fixture(NEWS).expected["title"]
    assert (case.folder / "page.html").read_bytes() == (NEWS / "page.html").read_bytes()


def test_it_says_what_a_person_has_to_do_next(
    keep: Keep, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(NEWS / "page.html", "my-case")
    told = capsys.readouterr().out
    assert "meta.json" in told
    assert "correct each value by eye" in told
    assert "pytest -k my-case" in told


def test_a_case_is_not_overwritten_unless_forced(keep: Keep, case: Fixture) -> None:
    keep(NEWS / "page.html", "my-case")
    with pytest.raises(UsageError, match="give --force to overwrite it"):
        keep(OTHER / "page.html", "my-case")
    assert case.expected["title"] == Fixture(NEWS).expected["title"]
    keep(OTHER / "page.html", "my-case", force=True)
    assert case.expected["title"] == Fixture(OTHER).expected["title"]


def test_a_kept_case_is_read_again_and_keeps_its_reason(keep: Keep, case: Fixture) -> None:
    shutil.copytree(NEWS, case.folder)
    article = case.folder / "article.json"
    right = article.read_text("utf-8")
    article.write_text("{}", "utf-8")
    keep("my-case", force=True)
    assert article.read_text("utf-8") == right
    assert case.meta == Fixture(NEWS).meta


def test_pages_that_are_no_longer_there_are_not_kept(keep: Keep, case: Fixture) -> None:
    shutil.copytree(ARTICLES / "era-b-several-pages", case.folder)
    assert len(case.pages) == 3
    keep(NEWS / "page.html", "my-case", force=True)
    assert len(case.pages) == 1


def test_a_page_that_is_no_article_is_kept_with_the_reason(keep: Keep, case: Fixture) -> None:
    keep(ARTICLES / "not-challenge" / "page.html", "my-case")
    assert case.expected == {"why_not": "challenge"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a-page", "Bad Name"), "'Bad Name': give a name of small letters"),
        (("no-such-file.html", "my-case"), "give an address that starts with http, or a file"),
        (("my-case",), "no case 'my-case' is kept"),
        (("a", "b", "c"), "^$"),
    ],
)
def test_nonsense_is_refused_with_a_line_that_says_what_to_write(
    keep: Keep, arguments: tuple[str, ...], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        keep(*arguments)


@pytest.mark.long
def test_every_page_of_an_article_is_fetched(project: Path, case: Fixture) -> None:
    with stand_in(articles=60) as site:
        truth = next(line for line in site.truth() if line["pages"] > 1)
        done = scrapy_fixture(project, truth["url"], "my-case")
    assert done.returncode == 0, done.stderr
    assert len(case.pages) == truth["pages"] == case.expected["pages"]
    assert case.expected["text"] == truth["text"]
    assert case.expected["run"] == "fixture"


def test_an_address_that_cannot_be_fetched_leaves_nothing(project: Path, case: Fixture) -> None:
    with stand_in(articles=5) as site:
        done = scrapy_fixture(project, f"{site.site}no-such-article/", "my-case")
    assert done.returncode == 1
    assert "nothing was received from" in done.stdout
    assert not case.folder.exists()


def test_without_a_name_the_usage_is_told(project: Path) -> None:
    done = scrapy_fixture(project)
    assert done.returncode == 2
    assert "scrapy fixture [url|file] <name>" in done.stdout + done.stderr
