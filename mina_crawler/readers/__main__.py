"""Reads what comes on standard input, a socket: ``python -m mina_crawler.readers``."""

from __future__ import annotations

import socket

from mina_crawler.readers.process import serve

if __name__ == "__main__":
    serve(socket.socket(fileno=0))
