"""A file that is appended to holds every line once, wherever its writers died."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from mina_crawler.delivery import append
from mina_crawler.delivery.append import AppendDelivery, mend_last_line
from mina_crawler.delivery.desk import Account
from tests.ledgers import accept, article, clock, ledger, ledger_address

if TYPE_CHECKING:
    from io import FileIO
    from pathlib import Path

    from mina_crawler.ledger.ledger import Ledger

__all__ = ["clock", "ledger", "ledger_address"]

LINES = (b'{"n": 1}\n', b'{"n": 2}\n')


class Died(BaseException):
    """Stands for the end of the process, which nothing catches."""


@pytest.fixture
def account(ledger: Ledger, tmp_path: Path) -> Account:
    path = str(tmp_path / "feed.jsonl")
    run, feed = ledger.begin_run("r1"), ledger.deliveries.feed(path)
    return Account(ledger, run, feed, path, filter=None)  # type: ignore[arg-type] # not asked here


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "feed.jsonl"


def write(account: Account, path: Path, number: int) -> AppendDelivery:
    """Return a delivery that holds one line of an accepted article."""
    delivery = AppendDelivery(path, account, is_lines=True, delays=())
    spool = delivery.open(spider=None)  # type: ignore[arg-type] # not asked here
    item = article(number)
    line = accept(account.ledger, item, account.run, account.feed)
    spool.write(LINES[number - 1])
    assert line
    delivery.take(line, item)
    return delivery


def close(delivery: AppendDelivery) -> None:
    spool = delivery._spool
    assert spool
    asyncio.run(delivery.store(spool))


def test_what_was_appended_is_no_longer_owed(account: Account, path: Path) -> None:
    delivery = write(account, path, 1)
    delivery.append()
    assert path.read_bytes() == LINES[0]
    assert not list(account.owed())
    close(delivery)
    assert path.read_bytes() == LINES[0]


@pytest.mark.parametrize("written", [0, 1, 5, len(LINES[1])])
def test_a_death_while_writing_is_settled_by_looking(
    account: Account, path: Path, written: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(write(account, path, 1))

    def die_after(target: FileIO, *_rest: object) -> None:
        target.write(LINES[1][:written])
        raise Died

    delivery = write(account, path, 2)
    with monkeypatch.context() as patched:
        patched.setattr(append, "write_to", die_after)
        with pytest.raises(Died):
            close(delivery)
    AppendDelivery(path, account, is_lines=True, delays=()).settle()
    arrived = written == len(LINES[1])
    assert path.read_bytes() == (b"".join(LINES) if arrived else LINES[0])
    assert [item.url for _, item in account.owed()] == ([] if arrived else [article(2).url])


@pytest.mark.parametrize("delays", [(), (0.0,)], ids=["next time", "at once"])
@pytest.mark.parametrize("step", ["announce", "confirm", "merge"])
def test_a_ledger_that_cannot_be_written_to_for_once_has_no_line_delivered_twice(
    account: Account, path: Path, step: str, delays: tuple[float, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    deliveries = account.ledger.deliveries
    write_down, faults = getattr(deliveries, step), [OSError("no space left")]

    def fail_once(*given: object) -> object:
        if faults:
            raise faults.pop()
        return write_down(*given)

    monkeypatch.setattr(deliveries, step, fail_once)
    delivery = write(account, path, 1)
    delivery._delays = delays
    if not delays:
        with pytest.raises(OSError, match="no space"):
            delivery.append()
    close(delivery)
    assert path.read_bytes() == LINES[0]
    assert not list(account.owed())
    assert not deliveries.count_owed()


def test_two_writers_do_not_tear_each_others_lines(account: Account, path: Path) -> None:
    first, second = write(account, path, 1), write(account, path, 2)
    close(second)
    close(first)
    assert path.read_bytes() == LINES[1] + LINES[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b""),
        (b'{"a": 1}\n', b'{"a": 1}\n'),
        (b'{"a": 1}\n{"b"', b'{"a": 1}\n'),
        (b'{"a": 1}\n{"b": 2}', b'{"a": 1}\n{"b": 2}\n'),
        (b'{"torn', b""),
    ],
)
def test_the_last_line_is_whole_before_anything_is_appended(
    path: Path, before: bytes, after: bytes
) -> None:
    path.write_bytes(before)
    with path.open("ab+", buffering=0) as target:
        mend_last_line(target)
    assert path.read_bytes() == after
