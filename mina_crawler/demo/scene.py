"""What one story is about: its people, places and numbers, the same in every sentence."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

NUMBERS = {
    "few": (2, 9),
    "few2": (2, 9),
    "tens": (12, 95),
    "tens2": (11, 60),
    "hundreds": (110, 985),
    "hundreds2": (120, 870),
    "thousands": (1_050, 48_900),
    "thousands2": (1_100, 9_900),
}


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


FORMS: dict[str, Callable[[str], str]] = {
    "title": _title,
    "cap": lambda text: text[:1].upper() + text[1:],
    "city": lambda text: text.partition(",")[0],
    "short": lambda text: text.partition(" (")[0],
}


class Scene(dict[str, str]):
    """Values of the slots; ``{org_short}`` is ``{org}`` in another form, see ``FORMS``."""

    def __missing__(self, slot: str) -> str:
        """Derive a form from the value that the rest of the name stands for."""
        name, _, form = slot.rpartition("_")
        return FORMS[form](self[name])

    def write(self, template: str) -> str:
        """Return the sentence with its slots filled."""
        return template.format_map(self)


def draw_scene(
    rng: Random, general: dict[str, Any], topic: dict[str, Any], published: datetime
) -> Scene:
    """Cast a story: draw each slot once."""
    scene = Scene({slot: rng.choice(values) for slot, values in topic["slots"].items()})
    numbers = {slot: rng.randint(*limits) for slot, limits in NUMBERS.items()}
    scene.update({slot: _grouped(value, general) for slot, value in numbers.items()})
    scene["few_word"] = general["number_words"][numbers["few"]]
    names = general["names"][topic["names"]]
    first, second = rng.sample(names["first"], 2)
    last = rng.sample(names["last"], 2)
    scene["person"], scene["short"] = f"{first} {last[0]}", last[0]
    scene["other"] = f"{second} {last[1]}"
    scene["role"] = rng.choice(topic["roles"])
    day = published - timedelta(days=rng.randint(0, 1))
    scene["day"] = f"{general['weekdays'][day.weekday()]} ({day.day}/{day.month})"
    return scene


def _grouped(value: int, general: dict[str, Any]) -> str:
    return f"{value:,}".replace(",", general["thousands_separator"])
