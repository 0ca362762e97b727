"""Days at work with nothing mocked: kills, an outage and a power cut, and the bucket is whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

import pytest

from tests.corpus import wait_until
from tests.crawls import read_lines
from tests.services.machine import BUCKET, Machine, machine
from tests.services.s3.told import manifests, receipts

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = 60


@dataclass(slots=True)
class History:
    """What happened on a machine."""

    machine: Machine
    runs: dict[str, str] = field(default_factory=dict)
    """Run -> the verdict that it should have."""
    edits: Counter[str] = field(default_factory=Counter)
    """How often each article was edited after it was known."""

    def note(self, run: str, verdict: str) -> None:
        self.runs[run] = verdict

    def change_the_site(self) -> None:
        """Let the newsroom publish something, and edit what was read before."""
        self.machine.site.control("publish", n=4)
        edited = self.machine.site.control("edit", n=5)["edited"]
        self.edits.update(self.machine.known().intersection(edited))


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[History]:
    with machine(tmp_path_factory.mktemp("machine"), ARTICLES) as at_work:
        told = History(at_work)
        _kill_one_run_and_shut_the_bucket_to_another(told)
        _cut_the_power(told)
        _schedule_two_at_once(told)
        yield told


def _kill_one_run_and_shut_the_bucket_to_another(told: History) -> None:
    work = told.machine
    killed = work.begin()
    work.kill_while_uploading(killed)
    told.note(killed, "killed")
    told.change_the_site()
    work.s3.stop()
    told.note(work.crawl("recheck=9999"), "not delivered")
    work.s3.start()
    told.change_the_site()
    told.note(work.crawl("recheck=9999"), "complete")


def _cut_the_power(told: History) -> None:
    work = told.machine
    told.change_the_site()
    before = work.known()
    cut = work.begin("recheck=9999")
    wait_until(lambda: work.known() > before)
    work.cut_power()
    told.note(cut, "killed")
    work.start()
    told.note(work.crawl("recheck=9999"), "complete")


def _schedule_two_at_once(told: History) -> None:
    work = told.machine
    with work.site.paused():  # that neither is done before the other has begun
        together = [work.begin(), work.begin()]
        wait_until(lambda: not work.receipts().keys().isdisjoint(together))
    for run in together:
        work.scrapyd.wait_for(run)
    first, second = sorted(together, key=lambda run: work.receipts()[run]["requests"])
    told.note(first, "yielded")
    told.note(second, "complete")


def test_every_article_and_every_edit_is_in_the_bucket_once(history: History) -> None:
    lines = read_lines(history.machine.s3.feeds(BUCKET).values())
    revisions = Counter((line["url"], line["revision"]) for line in lines)
    truth = {line["url"]: line["text"] for line in history.machine.site.truth()}
    expected = {(url, n) for url in truth for n in range(1, history.edits[url] + 2)}
    assert revisions == Counter(expected)
    assert history.edits.total() >= 10
    latest = {line["url"]: line["text"] for line in sorted(lines, key=itemgetter("revision"))}
    assert latest == truth


def test_the_bucket_tells_of_all_runs_and_tells_the_truth(history: History) -> None:
    told = receipts(history.machine.s3, BUCKET)
    assert {run: receipt["verdict"] for run, receipt in told.items()} == history.runs
    assert told == history.machine.receipts()
    listed = manifests(history.machine.s3, BUCKET)
    assert {run: manifest["verdict"] for run, manifest in listed.items()} == history.runs
    killed, shut_out, *_ = (listed[run]["lines"] for run in history.runs)
    assert killed > 0, "what it had uploaded is listed as its own"
    assert shut_out == 0


def test_nothing_is_left_over(history: History) -> None:
    runs = history.machine.scrapyd.data / "runs"
    assert [path for path in runs.rglob("*") if path.is_file() and path.parent != runs] == []
    assert {path.suffix for path in runs.iterdir() if path.is_file()} == {".json"}


def test_the_secret_key_is_written_nowhere(history: History) -> None:
    work = history.machine
    secret = work.s3.environment["AWS_SECRET_ACCESS_KEY"].encode()
    written = work.written()
    kinds = {name.rpartition(".")[2] for name in written}
    assert kinds >= {"log", "db", "json", "egg", "gz"}
    assert [name for name, content in written.items() if secret in content] == []
