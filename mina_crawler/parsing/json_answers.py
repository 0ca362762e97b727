"""JSON as a server sends it, with what its programs print around it."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import Any

MOST_STARTS = 20
"""Places at which the document is looked for."""

_BOM = "\ufeff"
_START = re.compile(r"\[(?=\s*[{\]])|\{(?=\s*[\"}])")
_COMMENT = re.compile(r"\s*<!--")


def parse_json(text: str) -> Any:  # noqa: ANN401 -- JSON is anything
    """Return the document in *text*, ``None`` where there is none.

    PHP prints its notices before it, plugins that keep copies sign behind it.

    >>> parse_json('<b>Notice</b>: Undefined index: [0] in x.php<br />[{"id": 1}]')
    [{'id': 1}]
    >>> parse_json("[]<!-- kept for an hour -->"), parse_json("Warning: Array[] to string")
    ([], None)
    """
    text = text.strip().lstrip(_BOM).strip()
    starts = (match.start() for match in _START.finditer(text))
    for start in islice((0, *islice(starts, MOST_STARTS)), MOST_STARTS):
        try:
            value, end = _DECODER.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        if end == len(text) or _COMMENT.match(text, end):
            return value
    return None


_DECODER = json.JSONDecoder()
