"""The order of a story: lead, body, and now and then a list, a table, a verse, a second page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mina_crawler.demo.story import Element

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from mina_crawler.demo.scene import Scene

    Insert = Callable[[Random, Scene, dict[str, Any], dict[str, Any]], list[Element]]


def compose(
    rng: Random,
    scene: Scene,
    general: dict[str, Any],
    topic: dict[str, Any],
    lead: str,
    photos: int,
) -> tuple[Element, ...]:
    """Return the blocks of one story; the first and the last are always paragraphs."""
    body = _in_order(rng, topic["body"], len(topic["body"]) - rng.randint(0, 2))
    body += _in_order(rng, general["background"], rng.randint(1, 3))
    parts = [Element("p", lead), *(Element("p", scene.write(line)) for line in body)]
    for make, chance in INSERTS.items():
        if rng.random() < chance:
            parts[(at := rng.randint(2, len(parts) - 1)) : at] = make(rng, scene, general, topic)
    for nth in range(photos):
        parts.insert(rng.randint(1, len(parts) - 1), Element("picture", str(nth)))
    if rng.random() < PAGED:
        parts = _paged(rng, scene, general, parts)
    return tuple(parts)


def _in_order(rng: Random, lines: list[str], count: int) -> list[str]:
    chosen = sorted(rng.sample(range(len(lines)), count))
    return [lines[at] for at in chosen]


def _subhead(
    rng: Random, _scene: Scene, general: dict[str, Any], _topic: dict[str, Any]
) -> list[Element]:
    return [Element("h", rng.choice(general["subheads"]))]


def _list(
    rng: Random, scene: Scene, _general: dict[str, Any], topic: dict[str, Any]
) -> list[Element]:
    intro, *entries = topic["lists"]
    kind = rng.choice(("ul", "ol"))
    return [Element("p", intro), *(Element(kind, scene.write(entry)) for entry in entries)]


def _table(
    _rng: Random, scene: Scene, _general: dict[str, Any], topic: dict[str, Any]
) -> list[Element]:
    return [Element("row", scene.write(row)) for row in topic["table"]]


def _verse(
    rng: Random, _scene: Scene, general: dict[str, Any], _topic: dict[str, Any]
) -> list[Element]:
    verse, meaning = rng.choice(general["verses"])
    return [Element("verse", verse), Element("p", meaning)]


def _quote(
    rng: Random, _scene: Scene, general: dict[str, Any], _topic: dict[str, Any]
) -> list[Element]:
    return [Element("quote", rng.choice(general["quotes"]))]


INSERTS: dict[Insert, float] = {
    _subhead: 0.3,
    _list: 0.15,
    _table: 0.07,
    _verse: 0.12,
    _quote: 0.15,
}
"""What may be put into a story, with how often."""
PAGED = 0.06
"""How many stories are printed on two or three pages."""


def _paged(
    rng: Random, scene: Scene, general: dict[str, Any], parts: list[Element]
) -> list[Element]:
    """Lengthen a story until it fills pages, and break it between paragraphs."""
    more = [Element("p", scene.write(line)) for line in general["background"]]
    parts = [*parts, *(part for part in more if part not in parts)]
    breaks = [
        at
        for at in range(3, len(parts) - 2)
        if parts[at].kind == "p" and parts[at - 1].kind == "p" and not parts[at - 1].text.endswith(":")
    ]
    for at in sorted(rng.sample(breaks, min(len(breaks), rng.randint(1, 2))), reverse=True):
        parts.insert(at, Element("page", ""))
    return parts
