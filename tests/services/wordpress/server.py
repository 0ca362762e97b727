"""A WordPress that runs for the time of the tests."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.services.wordpress.posts import as_seed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.services.wordpress.posts import Post

HERE = Path(__file__).parent


class WordPress:
    """The site, and the one thing about it that changes: its theme."""

    def __init__(self, directory: Path, *, cache: bool = False) -> None:
        """Serve the site in *directory*; where there is a *cache*, each page is rendered once."""
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            "WP_DIR": str(directory),
            "WP_PORT": str(self.port),
            "WP_URL": self.url,
            "WP_CACHE": "pages" if cache else "off",
        }

    def use_theme(self, theme: str) -> None:
        self._run("up", WP_THEME=theme)

    def query(self, sql: str) -> None:
        """Change what the site keeps behind WordPress's back."""
        socket = f"{self.environment['WP_DIR']}/run/mysqld.sock"
        command = ["mariadb", "--no-defaults", "-S", socket, "-uroot", "wp", "-e", sql]
        subprocess.run(command, check=True)

    def stop(self) -> None:
        self._run("down")

    def _run(self, command: str, **environment: str) -> None:
        subprocess.run(
            ["bash", str(HERE / "up.sh"), command],
            env=os.environ | self.environment | environment,
            check=True,
            timeout=300,
        )


@contextmanager
def run_wordpress(posts: Sequence[Post], *, cache: bool = False) -> Iterator[WordPress]:
    """Run a WordPress with *posts*, in a folder that its web server may read as another user."""
    with tempfile.TemporaryDirectory(prefix="wp-", ignore_cleanup_errors=True) as name:
        directory = Path(name)
        directory.chmod(0o755)
        (directory / "seed.json").write_text(json.dumps(as_seed(posts)), encoding="utf-8")
        wordpress = WordPress(directory, cache=cache)
        try:
            yield wordpress
        finally:
            wordpress.stop()


def missing_packages() -> str:
    """Return the Debian packages that WordPress lacks here, separated by spaces."""
    command = ["bash", str(HERE.parent / "packages.sh"), "missing"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
