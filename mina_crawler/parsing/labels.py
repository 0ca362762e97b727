"""Labels: lines too short and too bare to be sentences of a story."""

from __future__ import annotations

from mina_crawler.parsing.dates import find_timestamp, is_timestamp

LONGEST = 80
"""Characters."""

_SENTENCE_ENDS = (".", "”", '"', "?", "!", ")")


def is_label(text: str) -> bool:
    """Tell whether *text* is too short, and not punctuated, for a sentence.

    >>> is_label("Bagikan ke teman"), is_label("Ia pulang.")
    (True, False)
    """
    return len(text) <= LONGEST and not text.endswith(_SENTENCE_ENDS)


def is_dated_label(text: str) -> bool:
    """Tell whether *text* is a line under a headline: a moment with little beside it.

    >>> is_dated_label("Senin, 3 Juni 2024 - 18:25 WIB 0")
    True
    """
    found = find_timestamp(text) if is_label(text) else None
    return found is not None and is_timestamp(found[0])
