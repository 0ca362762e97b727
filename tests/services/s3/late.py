"""Stands between a crawler and S3, and lets the first upload of lines arrive late."""

from __future__ import annotations

import socketserver
import threading
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage, parse_headers
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.services.s3.server import S3

HOP = frozenset({"connection", "expect", "transfer-encoding"})
"""What a message tells of its way, not of itself."""
PATIENCE = 60.0

Message = tuple[str, str, HTTPMessage, bytes]
"""Method, path, headers and content of a request."""


class Late(socketserver.ThreadingTCPServer):
    """Forwards requests to S3; keeps the first upload of lines and never answers it."""

    daemon_threads = True

    def __init__(self, s3: S3) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.s3 = s3
        self._kept: Message | None = None
        self._lock = threading.Lock()
        self.has_one = threading.Event()
        """Set once an upload is kept, whole."""

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def keep(self, message: Message) -> bool:
        """Keep an upload of lines, if it is the first."""
        method, path, *_ = message
        with self._lock:
            if self._kept or method != "PUT" or ".jsonl" not in path:
                return False
            self._kept = message
        self.has_one.set()
        return True

    def forward(self, message: Message) -> tuple[int, HTTPMessage, bytes]:
        """Return the status, headers and content of what S3 answers."""
        method, path, headers, content = message
        connection = HTTPConnection("127.0.0.1", self.s3.ports["s3.port"], timeout=PATIENCE)
        passed = {name: value for name, value in headers.items() if name.lower() not in HOP}
        connection.request(method, path, content, passed)
        answer = connection.getresponse()
        told = answer.status, answer.headers, answer.read()
        connection.close()
        return told

    def release(self) -> None:
        """Let what was kept arrive."""
        assert self._kept
        assert self.forward(self._kept)[0] == 200


class _Handler(socketserver.StreamRequestHandler):
    server: Late

    def handle(self) -> None:
        """Take one request and close, as a server may."""
        method, path, _ = self.rfile.readline().decode().split()
        headers = parse_headers(self.rfile)
        if headers.get("Expect"):
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        message = method, path, headers, self.rfile.read(int(headers.get("Content-Length", 0)))
        if self.server.keep(message):
            self.rfile.read()  # until the other side is gone
            return
        status, told, content = self.server.forward(message)
        self.wfile.write(f"HTTP/1.1 {status} -\r\n".encode())
        for name, value in told.items():
            if name.lower() not in HOP:
                self.wfile.write(f"{name}: {value}\r\n".encode())
        self.wfile.write(b"Connection: close\r\n\r\n" + content)


@contextmanager
def run_late(s3: S3) -> Iterator[Late]:
    """Run it until the block ends."""
    with Late(s3) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
