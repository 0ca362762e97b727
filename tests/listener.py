"""Real servers that are told things: one for what is posted, one for mail."""

from __future__ import annotations

import json
import socketserver
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Listener:
    """What was posted to a server on this machine, in order."""

    url: str = ""
    status: int = 200
    heard: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


class _Post(BaseHTTPRequestHandler):
    server: _Posts

    def do_POST(self) -> None:
        listener = self.server.listener
        body = self.rfile.read(int(self.headers["Content-Length"]))
        listener.paths.append(self.path)
        if listener.status == 200:
            listener.heard.append(json.loads(body))
        self.send_response(listener.status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Keep quiet."""


class _Posts(ThreadingHTTPServer):
    listener: Listener


@contextmanager
def listening() -> Iterator[Listener]:
    """Run a server that takes what is posted to it."""
    with _Posts(("127.0.0.1", 0), _Post) as server:
        server.listener = Listener(f"http://127.0.0.1:{server.server_port}")
        with _running(server):
            yield server.listener


@pytest.fixture
def listener() -> Iterator[Listener]:
    with listening() as heard:
        yield heard


class _Mail(socketserver.StreamRequestHandler):
    """As much of SMTP as one letter needs."""

    server: _PostOffice

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().decode().rstrip():
            command = line[:4].upper()
            if command == "DATA":
                self._say("354 go on")
                self.server.letters.append(self._letter())
            self._say("221 bye" if command == "QUIT" else "250 fine")
            if command == "QUIT":
                return

    def _letter(self) -> str:
        lines = iter(self.rfile.readline, b".\r\n")
        return b"".join(lines).decode()

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class _PostOffice(socketserver.ThreadingTCPServer):
    letters: list[str]


@dataclass(frozen=True)
class PostOffice:
    """The letters that a server on this machine took."""

    url: str
    letters: list[str]


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    with _PostOffice(("127.0.0.1", 0), _Mail) as server:
        server.letters = []
        with _running(server):
            yield PostOffice(f"smtp://127.0.0.1:{server.server_address[1]}", server.letters)


@contextmanager
def _running(server: socketserver.BaseServer) -> Iterator[None]:
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
