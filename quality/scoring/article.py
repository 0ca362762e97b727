"""Scores one reading of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quality.scoring.fields import FIELDS
from quality.scoring.text import is_exact, left_in, lost, rouge_l

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quality.rendering.page import Rendered


def score(rendered: Rendered, read: Mapping[str, Any]) -> dict[str, float]:
    """Return a figure for each measure that both the theme and the reader know of."""
    true_text, text = rendered.truth["text"], read.get("text") or ""
    figures = {
        "f1": rouge_l(true_text, text),
        "exact": float(is_exact(true_text, text)),
        "read_also_left": float(bool(left_in(true_text, text, rendered.noise["read_also"]))),
        "boilerplate_left": float(bool(left_in(true_text, text, rendered.noise["boilerplate"]))),
        "prose_lost": float(bool(lost(true_text, text))),
    }
    for name, is_same in FIELDS.items():
        if name in rendered.truth and name in read:
            figures[name] = float(is_same(rendered.truth[name], read[name]))
    return figures
