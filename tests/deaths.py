"""Crawls that die at a chosen moment, as if killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.crawls import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

DEATHS = {
    "when announced": "mina_crawler.delivery.desk.Account.announce",
    "when delivered": "mina_crawler.delivery.desk.Account.confirm",
}
DIE_IN = """
import os
from importlib import import_module

module, cls, method = "{path}".rsplit(".", 2)
owner = getattr(import_module(module), cls)
before = getattr(owner, method)

def die(*arguments):
    if method == "announce":
        before(*arguments)
    os._exit(9)

setattr(owner, method, die)
"""


def deadly(death: str, folder: Path) -> dict[str, str]:
    """Return the environment in which a crawl ends with code 9 at the first such moment."""
    (folder / "sitecustomize.py").write_text(DIE_IN.format(path=DEATHS[death]))
    return {"PYTHONPATH": f"{folder}:{PROJECT}"}
