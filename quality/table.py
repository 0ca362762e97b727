"""Prints figures as a table for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quality.scoring.tally import MEASURES

if TYPE_CHECKING:
    from collections.abc import Mapping

MISSING = "–"


def _cell(name: str, figure: float | None) -> str:
    if figure is None:
        return MISSING
    if name == "ms":
        return f"{figure:.1f}"
    return f"{figure:.4f}" if name == "f1" else f"{100 * figure:.2f}"


def columns(means: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return the measures in reading order: the story, the fields, the time."""
    fields = dict.fromkeys(
        name for figures in means.values() for name in figures if name not in {*MEASURES, "ms"}
    )
    return [*MEASURES, *fields, "ms"]


def tables(means: Mapping[str, Mapping[str, float]]) -> str:
    """Return a table for each theme."""
    themes = dict.fromkeys(group.partition(": ")[0] for group in means)
    return "\n\n".join(f"{theme}\n{table(_of_theme(means, theme))}" for theme in themes)


def _of_theme(
    means: Mapping[str, Mapping[str, float]], theme: str
) -> dict[str, Mapping[str, float]]:
    groups = ((group.partition(": "), figures) for group, figures in sorted(means.items()))
    return {name: figures for (first, _, name), figures in groups if first == theme}


def table(means: Mapping[str, Mapping[str, float]]) -> str:
    """Return a table, a row for each measure, a column for each group; shares in per cent."""
    groups = list(means)
    rows = [
        ["", *groups],
        *(
            [name, *(_cell(name, means[group].get(name)) for group in groups)]
            for name in columns(means)
        ),
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(groups) + 1)]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
