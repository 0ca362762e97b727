"""The order of a story: lead, body, and now and then a list, a table, a verse, a second page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mina_crawler.demo.story import Element

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from mina_crawler.demo.scene import Scene

PAGED = 0.06
"""How many stories are printed on two or three pages."""


@dataclass(frozen=True, slots=True)
class Composer:
    """Writes one story: *topic* holds the body that goes with its angle."""

    rng: Random
    scene: Scene
    general: dict[str, Any]
    topic: dict[str, Any]

    def compose(self, lead: str, photos: int) -> tuple[Element, ...]:
        """Return the blocks of the story; the first and the last are always paragraphs."""
        rng, body = self.rng, self.topic["body"]
        parts = [
            Element("p", lead),
            *self._in_order(body, len(body) - rng.randint(0, 2)),
            *self._in_order(self.general["background"], rng.randint(1, 3)),
        ]
        for make, chance in INSERTS.items():
            if rng.random() < chance:
                at = rng.choice([at for at in range(2, len(parts)) if _is_gap(parts, at)])
                parts[at:at] = make(self)
        for nth in range(photos):
            parts.insert(rng.randint(1, len(parts) - 1), Element("picture", str(nth)))
        return tuple(self._paged(parts) if rng.random() < PAGED else parts)

    def subhead(self) -> list[Element]:
        """Return a subhead."""
        return [Element("h", self.rng.choice(self.general["subheads"]))]

    def bullets(self) -> list[Element]:
        """Return a list, ordered or not, with the sentence before it."""
        intro, *entries = self.topic["lists"]
        kind = self.rng.choice(("ul", "ol"))
        return [
            Element("p", intro),
            *(Element(kind, self.scene.write(entry)) for entry in entries),
        ]

    def table(self) -> list[Element]:
        """Return the rows of a table."""
        return [Element("row", self.scene.write(row)) for row in self.topic["table"]]

    def verse(self) -> list[Element]:
        """Return a verse with its meaning."""
        verse, meaning = self.rng.choice(self.general["verses"])
        return [Element("verse", verse), Element("p", meaning)]

    def quotation(self) -> list[Element]:
        """Return words set apart from the story."""
        return [Element("quote", self.rng.choice(self.general["quotes"]))]

    def _in_order(self, lines: list[str], count: int) -> list[Element]:
        chosen = sorted(self.rng.sample(range(len(lines)), count))
        return [Element("p", self.scene.write(lines[at])) for at in chosen]

    def _paged(self, parts: list[Element]) -> list[Element]:
        """Lengthen a story until it fills pages, and break it between paragraphs."""
        more = self._in_order(self.general["background"], len(self.general["background"]))
        parts = [*parts, *(part for part in more if part not in parts)]
        gaps = [at for at in range(3, len(parts) - 2) if _is_gap(parts, at)]
        for at in sorted(self.rng.sample(gaps, self.rng.randint(1, 2)), reverse=True):
            parts.insert(at, Element("page", ""))
        return parts


def _is_gap(parts: list[Element], at: int) -> bool:
    """Tell whether something may stand before block *at*: between two full paragraphs."""
    before, after = parts[at - 1], parts[at]
    return before.kind == after.kind == "p" and not before.text.endswith(":")


INSERTS: dict[Callable[[Composer], list[Element]], float] = {
    Composer.subhead: 0.3,
    Composer.bullets: 0.15,
    Composer.table: 0.07,
    Composer.verse: 0.12,
    Composer.quotation: 0.15,
}
"""What may be put into a story, with how often."""
