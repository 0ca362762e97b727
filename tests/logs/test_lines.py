"""What a site prints can neither begin a line of the log nor reach the terminal."""

from __future__ import annotations

import json
import logging
import sqlite3
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError
from sqlalchemy.exc import OperationalError

from mina_crawler.logs.lines import JsonLines, PlainLines

if TYPE_CHECKING:
    from collections.abc import Callable

FORGED = "2026-11-24 04:00:00 [x] INFO: COMPLETE (exit code 0)"
TITLES = [f"Warga\n{FORGED}", f"Warga\r{FORGED}", f"Warga\u2028{FORGED}", f"Warga\x85{FORGED}"]
ESCAPES = ["Warga\x1b[2J", "Warga\x9b2J", "Warga\x00", "Warga\u202egnoleb"]
FORMATTERS: dict[str, Callable[[], logging.Formatter]] = {
    "plain": lambda: PlainLines("%(asctime)s [%(name)s] %(levelname)s: %(message)s"),
    "json": lambda: JsonLines(lambda: "20261124T040000-cafe"),
}


def record(message: str, *args: object, **more: Any) -> logging.LogRecord:
    return logging.LogRecord("mina", logging.WARNING, __file__, 1, message, args, None, **more)


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, "No space left on device", "ledger.db"),
        ConnectionRefusedError(111, "Connection refused"),
        ClientError({"Error": {"Code": "NoSuchBucket", "Message": "none"}}, "PutObject"),
        OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error")),
    ],
)
def test_of_a_disk_or_a_network_a_line_tells_enough(error: Exception) -> None:
    broken = record("broke on %s", "https://minanews.net/a/")
    broken.exc_info = caught(error)
    first, second = FORMATTERS["plain"]().format(broken).splitlines()
    assert first.endswith("broke on https://minanews.net/a/")
    assert second.startswith("    ")
    assert str(error).splitlines()[0] in second


def caught(error: Exception) -> tuple[Any, Any, Any]:
    """Return what ``sys.exc_info`` tells of *error*."""
    try:
        raise error
    except type(error):
        return sys.exc_info()


def raised(message: str) -> tuple[Any, Any, Any]:
    """Return what ``sys.exc_info`` tells of a ``ValueError``."""
    try:
        int(message)
    except ValueError:
        return sys.exc_info()
    raise AssertionError(message)


@pytest.mark.parametrize("title", TITLES + ESCAPES)
@pytest.mark.parametrize("kind", FORMATTERS)
def test_a_record_is_one_line_of_signs_that_print(kind: str, title: str) -> None:
    for written in (record("failed: %s", title), record(f"failed: {title}")):
        line = FORMATTERS[kind]().format(written)
        assert line.isprintable()
        assert len(line.splitlines()) == 1
        assert "Warga" in line


@pytest.mark.parametrize("title", TITLES)
def test_the_message_of_an_exception_begins_no_line(title: str) -> None:
    broken = record("broke on %s", "https://minanews.net/a/")
    broken.exc_info = raised(title)
    first, *rest = FORMATTERS["plain"]().format(broken).splitlines()
    assert first.endswith("broke on https://minanews.net/a/")
    assert rest
    assert all(line.startswith("    ") for line in rest)
    assert len(FORMATTERS["json"]().format(broken).splitlines()) == 1


def test_a_line_of_json_tells_when_how_grave_who_what_and_in_which_run() -> None:
    written = record("has %s", "Jum’at")
    line = json.loads(FORMATTERS["json"]().format(written))
    moment = datetime.fromisoformat(line.pop("time"))
    assert moment.timestamp() == pytest.approx(written.created, abs=0.001)
    assert line == {
        "level": "WARNING",
        "logger": "mina",
        "message": "has Jum’at",
        "run": "20261124T040000-cafe",
    }


def test_a_traceback_is_there_whole() -> None:
    broken = record("broke")
    broken.exc_info = raised("kemarin")
    line = json.loads(FORMATTERS["json"]().format(broken))
    assert line["exception"].endswith("'kemarin'")
