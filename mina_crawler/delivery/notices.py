"""Documents about runs, on their way beside the feeds; they wait in a folder until they arrive."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mina_crawler.delivery.documents import write_document
from mina_crawler.delivery.parcels import measure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from mina_crawler.delivery.places import Place


class Notices:
    """Those that wait in *directory*, below it a folder for each goal."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def post(self, goal: str, name: str, document: Mapping[str, Any]) -> None:
        """Let *document* wait to be brought to the folder *goal* under *name*."""
        write_document(document, self._waiting_for(goal) / name)

    async def bring(self, goal: str, place_at: Callable[[str], Place]) -> None:
        """Bring what waits for *goal*; what is brought twice, by two runs, is the same."""
        waiting = self._waiting_for(goal)
        for path in sorted(waiting.rglob("*.json")):
            uri = f"{goal}/{path.relative_to(waiting).as_posix()}"
            with suppress(FileNotFoundError), path.open("rb") as file:
                await place_at(uri).put(file, measure(file, uri))
            path.unlink(missing_ok=True)

    def _waiting_for(self, goal: str) -> Path:
        return self._directory / quote(goal, safe="")
