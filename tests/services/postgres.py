"""A PostgreSQL of the tests' own: a fresh cluster on a socket and a free loopback port."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN = Path("/usr/lib/postgresql")
USER = "postgres"
FAST = "-c fsync=off -c max_connections=200"
"""A cluster that lives for a minute survives kills of the crawler, not of the machine."""


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL here."""
    folders = sorted(DEBIAN.glob("*/bin"), key=lambda path: int(path.parent.name))
    return folders[-1] if folders else None


@contextmanager
def run_postgres() -> Iterator[str]:
    """Run a cluster; yield the address of its first database."""
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        directory, port = Path(name), _free_port()
        _give_away(directory)
        data, log = str(directory / "data"), str(directory / "log")
        _run("initdb", "--pgdata", data, "--auth=trust", f"--username={USER}")
        options = f"-h 127.0.0.1 -p {port} -k {directory} {FAST}"
        _run("pg_ctl", "start", "--wait", "-D", data, "-l", log, "-o", options)
        try:
            yield f"postgresql+psycopg://{USER}:geheim@127.0.0.1:{port}/postgres"
        finally:
            _run("pg_ctl", "stop", "--mode=immediate", "-D", data)


def _run(program: str, *arguments: str) -> None:
    folder = programs()
    assert folder
    command = [str(folder / program), *arguments]
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        command = [shutil.which("runuser") or "runuser", "-u", USER, "--", *command]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


def _give_away(directory: Path) -> None:
    if os.geteuid() == 0:
        owner = pwd.getpwnam(USER)
        os.chown(directory, owner.pw_uid, owner.pw_gid)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
