"""Serves the site until it is stopped: ``python -m bench.site ARTICLES``; prints its address.

It speaks just enough HTTP: a GET is answered in one piece, on a connection that stays open.
"""

from __future__ import annotations

import asyncio
import socket
import sys

from bench.site.routes import answer
from bench.site.stock import Stock

END = b"\r\n\r\n"


class Connection(asyncio.Protocol):
    """Answers one request after the other."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep where to write to."""
        self._transport: asyncio.WriteTransport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        """Answer every request that has arrived whole."""
        *requests, self._received = (self._received + data).split(END)
        for request in requests:
            self._answer(request.split(b" ", 2)[1].decode())

    def _answer(self, path: str) -> None:
        found = answer(self._stock, path)
        body = found.body.encode()
        head = (
            f"HTTP/1.1 {found.status}\r\nContent-Type: {found.kind}; charset=UTF-8\r\n"
            f"{found.head}Content-Length: {len(body)}\r\n\r\n"
        )
        self._transport.write(head.encode() + body)


async def serve(count: int) -> None:
    """Serve a site of *count* articles on a free port of the loopback interface."""
    listening = socket.create_server(("127.0.0.1", 0))
    stock = Stock(f"http://127.0.0.1:{listening.getsockname()[1]}", count)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(stock), sock=listening)
    sys.stdout.write(f"{stock.root}/\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
