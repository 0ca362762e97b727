"""Stands between a crawler and S3, and keeps the first upload of lines for a while."""

from __future__ import annotations

import socketserver
import threading
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPMessage, parse_headers
from queue import SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.services.s3.server import S3

HOP = frozenset({"connection", "expect", "transfer-encoding"})
"""What a message tells of its way, not of itself."""
PATIENCE = 60.0

Message = tuple[str, str, HTTPMessage, bytes]
"""Method, path, headers and content of a request."""
Answer = tuple[int, HTTPMessage, bytes]
"""Status, headers and content of what is answered."""


class Late(socketserver.ThreadingTCPServer):
    """Forwards requests to S3, the first upload of lines only once it is told to."""

    daemon_threads = True

    def __init__(self, s3: S3) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.s3 = s3
        self._first = threading.Lock()
        self.has_one = threading.Event()
        """Set once an upload is kept, whole."""
        self._released = threading.Event()
        self._arrived: SimpleQueue[int] = SimpleQueue()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def pass_on(self, message: Message) -> Answer:
        """Return what S3 answers; keep an upload of lines, if it is the first, until released."""
        method, path, *_ = message
        if method != "PUT" or ".jsonl" not in path or not self._first.acquire(blocking=False):
            return self._forward(message)
        self.has_one.set()
        assert self._released.wait(PATIENCE)
        answer = self._forward(message)
        self._arrived.put(answer[0])
        return answer

    def release(self) -> None:
        """Let what was kept arrive."""
        self._released.set()
        assert self._arrived.get(timeout=PATIENCE) == 200

    def _forward(self, message: Message) -> Answer:
        method, path, headers, content = message
        connection = HTTPConnection("127.0.0.1", self.s3.ports["s3.port"], timeout=PATIENCE)
        passed = {name: value for name, value in headers.items() if name.lower() not in HOP}
        connection.request(method, path, content, passed)
        answer = connection.getresponse()
        told = answer.status, answer.headers, answer.read()
        connection.close()
        return told


class _Handler(socketserver.StreamRequestHandler):
    server: Late

    def handle(self) -> None:
        """Take one request and close, as a server may."""
        method, path, _ = self.rfile.readline().decode().split()
        headers = parse_headers(self.rfile)
        if headers.get("Expect"):
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        message = method, path, headers, self.rfile.read(int(headers.get("Content-Length", 0)))
        status, told, content = self.server.pass_on(message)
        with suppress(OSError):  # who asked may be dead by now
            self._answer(status, told, content)

    def _answer(self, status: int, told: HTTPMessage, content: bytes) -> None:
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
