"""The peers' environments: made once, one each, because their dependencies disagree."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parent
HOME = Path("build/quality/peers")


class Peer(NamedTuple):
    """An extractor, with what has to be installed for it."""

    name: str
    module: str
    packages: tuple[str, ...]


PEERS = (
    Peer("trafilatura 2.3.1", "with_trafilatura", ("trafilatura==2.3.1",)),
    Peer(
        "newspaper4k 0.9.6", "with_newspaper4k", ("newspaper4k==0.9.6", "lxml_html_clean", "nltk")
    ),
    Peer(
        "news-please 1.6.16", "with_news_please", ("news-please==1.6.16", "lxml_html_clean", "nltk")
    ),
)


def python(peer: Peer) -> Path:
    """Return the interpreter of *peer*'s environment, made where it is missing."""
    home = HOME / peer.module
    if not (home / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        install = (home / "bin/python", "-m", "pip", "install", "--quiet")
        subprocess.run([*install, "--upgrade", "pip>=25"], check=True)  # older: extras go missing
        subprocess.run([*install, *peer.packages], check=True)
        (home / "ready").touch()
    return home / "bin/python"


def read_all(peer: Peer, pages: Sequence[dict[str, str]]) -> list[dict[str, Any]]:
    """Return what *peer* reads from *pages*, which hold ``path`` and ``url``."""
    lines = "\n".join(json.dumps(page) for page in pages)
    command = [str(python(peer).absolute()), "feed.py", peer.module]
    answer = subprocess.run(
        command, cwd=FOLDER, input=lines, stdout=subprocess.PIPE, text=True, check=True
    )
    return [json.loads(line) for line in answer.stdout.splitlines() if line.startswith('{"')]
