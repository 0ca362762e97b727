"""Figures, and how they are printed: in groups, beside those of an earlier revision."""

from __future__ import annotations

import sys

Figures = dict[str, dict[str, float]]
"""Group, which tells the unit -> name -> figure."""


def write(figures: Figures, earlier: Figures | None = None) -> None:
    """Print *figures*, and how they stood *earlier*."""
    for group, rows in figures.items():
        before = (earlier or {}).get(group, {})
        sys.stdout.write(f"{group}\n")
        for name, value in rows.items():
            was = f"{before[name]:12.2f} before" if name in before else ""
            sys.stdout.write(f"  {name:<55}{value:10.2f}{was}\n")
    sys.stdout.flush()
