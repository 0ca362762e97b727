"""Pages that other processes read: what they tell, and what becomes of it where one dies."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.http import HtmlResponse, Response

from mina_crawler.items import to_line
from mina_crawler.pages.article import ArticlePage
from mina_crawler.readers.process import ReaderDiedError, ReadingProcess
from mina_crawler.readers.readers import PILE, Readers
from mina_crawler.readers.sheets import Order, Reading, Sheet
from mina_crawler.reading import read_pages
from tests.corpus import wait_until
from tests.crawls import PROJECT, Crawls
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.standin import StandIn

__all__ = ["serve"]

ORDER = Order(run="run", source="url", edition="id")
CASES = Path(__file__).parent.parent / "fixtures/articles"


def saved(case: str, **response: str) -> ArticlePage:
    """Return the page of a case as it comes from a site."""
    body = (CASES / case / "page.html").read_bytes()
    return ArticlePage(HtmlResponse("https://minanews.net/kabar/", body=body, **response))


async def called_in(processes: int) -> Readers:
    """Return so many readers, all of them at work."""
    readers = Readers(processes, unaided=0)
    await readers.read(saved("block-theme"), ORDER)
    for reader in readers._others:
        await reader.ready()
    return readers


def read_elsewhere(pages: Sequence[ArticlePage], **how: bool) -> list[Any]:
    """Return what two processes tell of *pages*; *how* is told to :func:`asyncio.gather`."""

    async def read() -> list[Any]:
        readers = await called_in(2)
        try:
            return await asyncio.gather(*(readers.read(page, ORDER) for page in pages), **how)
        finally:
            await readers.close()

    return asyncio.run(read())


def test_others_read_what_the_crawl_itself_would_read() -> None:
    pages = [saved(case) for case in ("advert-pictures", "block-theme", "amp-theme") * 3]
    for page, reading in zip(pages, read_elsewhere(pages), strict=True):
        assert reading.article is not None
        assert reading.article.is_read
        assert to_line(reading.article) == to_line(read_pages([page], **ORDER._asdict()))


def test_others_decode_as_the_answer_says() -> None:
    text = (CASES / "block-theme/page.html").read_text("utf-8")
    here, there = (
        ArticlePage(
            HtmlResponse(
                "https://minanews.net/kabar/",
                body=text.encode("cp1252", "xmlcharrefreplace"),
                headers={"Content-Type": "text/html; charset=cp1252"},
            )
        )
        for _ in range(2)
    )
    [reading] = read_elsewhere([there])
    assert reading.article is not None
    assert reading.article.text == read_pages([here], **ORDER._asdict()).text


def test_what_is_no_article_is_told_with_the_reason() -> None:
    page = ArticlePage(Response("https://minanews.net/berkas.pdf", body=b"%PDF"))
    assert read_elsewhere([page]) == [Reading(why_not=page.why_not)]


def test_an_error_comes_back_with_the_place_where_it_happened() -> None:
    page = saved("block-theme")
    page.fetched_at = "kemarin"  # type: ignore[assignment]
    with pytest.raises(AttributeError) as told:
        read_elsewhere([page])
    assert "loaders.py" in told.value.__notes__[0]


def test_a_reader_that_dies_costs_no_page() -> None:
    async def read() -> Reading:
        readers = await called_in(1)
        readers._others[0].process.kill()
        reading = await readers.read(saved("amp-theme"), ORDER)
        await readers.close()
        return reading

    assert asyncio.run(read()).article is not None


def test_until_a_reader_has_begun_the_crawl_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 600\n")
    slow.chmod(0o755)
    monkeypatch.setattr(sys, "executable", slow)

    async def read() -> tuple[Reading, int | None]:
        readers = Readers(1, unaided=0)
        reading = await readers.read(saved("block-theme"), ORDER)
        [reader] = readers._others
        await readers.close()
        return reading, reader.process.returncode

    reading, ended = asyncio.run(read())
    assert reading.article is not None
    assert not reading.article.is_read
    assert ended == -signal.SIGKILL


def test_what_a_busy_reader_has_no_time_for_the_crawl_reads() -> None:
    async def read() -> list[Reading]:
        readers = await called_in(1)
        process = readers._others[0].process
        process.send_signal(signal.SIGSTOP)
        pages = [readers.read(saved("block-theme"), ORDER) for _ in range(PILE + 3)]
        begun = [asyncio.ensure_future(page) for page in pages]
        await asyncio.wait(begun[PILE:])
        process.send_signal(signal.SIGCONT)
        readings = await asyncio.gather(*begun)
        await readers.close()
        return readings

    is_read = [reading.article and reading.article.is_read for reading in asyncio.run(read())]
    assert is_read == [True] * PILE + [False] * 3


def test_where_no_reader_can_be_begun_the_crawl_reads_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    readings = read_elsewhere([saved("block-theme"), saved("amp-theme")])
    assert [reading.article is not None for reading in readings] == [True, True]
    assert [record.message for record in caplog.records] == [
        "no reader can be begun: the crawl reads alone"
    ]


def test_what_ends_the_crawl_ends_no_reader_before_it() -> None:
    async def read() -> ReadingProcess:
        reader = await ReadingProcess.begin()
        for case in ("block-theme", "amp-theme"):
            await reader.read(Sheet.of(saved(case)), ORDER)
            reader.process.send_signal(signal.SIGTERM)
        await reader.end()
        return reader

    assert asyncio.run(read()).process.returncode == 0


class Deadly:
    """What no process survives that is sent it."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (1,)


def test_a_page_that_no_reader_survives_takes_no_other_with_it() -> None:
    deadly = saved("block-theme")
    deadly.fetched_at = Deadly()  # type: ignore[assignment]
    pages = [*(saved("block-theme") for _ in range(6)), deadly, saved("amp-theme")]
    *read, died, last = read_elsewhere(pages, return_exceptions=True)
    assert isinstance(died, ReaderDiedError)
    assert all(reading.article is not None for reading in (*read, last))


def test_what_a_script_does_that_crawls_is_done_once(tmp_path: Path) -> None:
    script = tmp_path / "crawl.py"
    script.write_text(
        "from tests.readers.test_readers import read_elsewhere, saved\n"
        "print(len(read_elsewhere([saved('block-theme')])))\n"
    )
    done = subprocess.run(
        [sys.executable, script], env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("1\n", "")


def readers_of(pid: int) -> list[int]:
    """Return the processes that read for the crawl *pid*."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    commands = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children}
    return [pid for pid, command in commands.items() if b"mina_crawler.readers" in command]


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("who", ["reader", "crawl"])
def test_whoever_is_killed_nothing_is_lost_and_nobody_is_left_behind(
    serve: Callable[..., StandIn], tmp_path: Path, who: str
) -> None:
    site = serve(articles=250)
    crawls = Crawls(site.site, tmp_path, source="sitemap")
    process = crawls.start(settings={"MINA_READERS": 2})
    wait_until(lambda: len(readers_of(process.pid)) == 2)
    readers = readers_of(process.pid)
    os.kill(readers[0] if who == "reader" else process.pid, signal.SIGKILL)
    process.wait(60)
    assert process.returncode == (0 if who == "reader" else -signal.SIGKILL)
    wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in readers))
    assert crawls.run().code == 0
    assert sorted(line["url"] for line in crawls.lines()) == sorted(
        line["url"] for line in site.truth()
    )


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_what_ends_all_at_once_is_told_of_once(
    serve: Callable[..., StandIn], tmp_path: Path, name: str
) -> None:
    crawls = Crawls(serve(articles=250).site, tmp_path, source="sitemap")
    process = crawls.start(settings={"MINA_READERS": 2}, start_new_session=True)
    wait_until(lambda: len(readers_of(process.pid)) == 2)
    readers = readers_of(process.pid)
    os.killpg(process.pid, signal.Signals[name])
    process.wait(60)
    wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in readers))
    log = crawls.log.read_text()
    assert "Traceback" not in log
    assert "a reader died" not in log
