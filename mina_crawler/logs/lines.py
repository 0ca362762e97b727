"""Log records as lines, for people or for programs; no text of a site's begins one."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from traceback import format_exception_only
from typing import TYPE_CHECKING, Any

from mina_crawler.parsing.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable
    from logging import _SysExcInfoType


OUTSIDE = ("builtins.OSError", "boto3.", "botocore.", "sqlalchemy.exc.OperationalError")
"""Errors of disks, networks, storages and databases: where the program met them tells nothing."""


class PlainLines(logging.Formatter):
    """A line a record; the lines of a traceback follow, indented; the last where that is enough."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - Python's name
        """Return the line of *record*."""
        return printable(super().formatMessage(record))

    def formatException(self, ei: _SysExcInfoType) -> str:  # noqa: N802 - likewise
        """Return the traceback, in lines that cannot be taken for a record's."""
        if _is_outside(ei[1]):
            lines = [" ".join("".join(format_exception_only(ei[1])).split())]
        else:
            lines = super().formatException(ei).split("\n")
        return "\n".join(f"    {printable(line)}" for line in lines)


class JsonLines(logging.Formatter):
    """A JSON object a record, on one line of ASCII."""

    def __init__(self, run: Callable[[], str | None]) -> None:
        """Take the name of the run from *run*, once there is one."""
        super().__init__()
        self._run = run

    def format(self, record: logging.LogRecord) -> str:
        """Return the object; ``exception`` is there where a traceback is."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "run": self._run(),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line)


def _is_outside(error: BaseException | None) -> bool:
    kinds = (f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__)
    return any(name.startswith(OUTSIDE) for name in kinds)
