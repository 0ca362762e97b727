"""A line at the foot of a terminal that changes while the log passes above it."""

from __future__ import annotations

import logging
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

ERASE = "\r\x1b[2K"


class LiveLine(logging.Handler):
    """Shows a line on *terminal*, and takes it away before the log writes there."""

    def __init__(self, terminal: TextIO, level: int | str) -> None:
        """Expect log records from *level* on."""
        super().__init__(level)
        self._terminal = terminal
        logging.root.handlers.insert(0, self)  # before the handler that writes

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - Python's signature
        """Make room for what is logged."""
        self.show("")

    def show(self, text: str) -> None:
        """Show *text*, as much of it as fits, instead of what was shown before."""
        width = shutil.get_terminal_size().columns - 1
        self._terminal.write(ERASE + text[:width])
        self._terminal.flush()

    def close(self) -> None:
        """Take the line away for good; Python calls this once more at its end."""
        if self in logging.root.handlers:
            logging.root.removeHandler(self)
            self.show("")
        super().close()
