"""The floors below which the build fails."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FLOORS = Path(__file__).with_name("floors.toml")


def breaches(means: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return a sentence for each figure that is worse than its floor."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    found = []
    for group, figures in means.items():
        least, most = floors["least"] | floors.get(group, {}), floors["most"]
        found += [
            f"{group}: {name} is {figures[name]:.4f}, at least {floor} is promised"
            for name, floor in least.items()
            if name in figures and figures[name] < floor
        ]
        found += [
            f"{group}: {name} is {figures[name]:.4f}, at most {ceiling} is promised"
            for name, ceiling in most.items()
            if figures[name] > ceiling
        ]
    return found
