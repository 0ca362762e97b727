"""The moment of the last change, told beside that of publication."""

from __future__ import annotations

import re

_UPDATE = re.compile(
    r"(?:terakhir )?(?:diperbar(?:ui|ukan)|diubah)"
    r"|(?:last )?(?:update[ds]?\b|modified|edited\b(?! by))|(?:[آا]خر )?(?:ال)?تحديث",
    re.IGNORECASE,
)
_WORDS = ("perbar", "ubah", "update", "modified", "edited", "تحديث")
"""One of these is in each: a cheap look that spares most lines the pattern."""

_FIGURE = re.compile(r"\d")
_EDGES = " ,;|•·-–—("


def partition_update(text: str) -> tuple[str, str]:
    r"""Return what the lines of *text* say of the publication, and what of the last change.

    >>> partition_update("9 Januari 2025 - 15:42 WIB, diperbarui 10 Januari 2025")
    ('9 Januari 2025 - 15:42 WIB', 'diperbarui 10 Januari 2025')
    >>> partition_update("Terakhir diubah: 10 Januari 2025\nRudi Karim")
    ('Rudi Karim', 'Terakhir diubah: 10 Januari 2025')
    >>> partition_update("Written by: Rudi Karim, Edited by: Nur Aini")[1]
    ''
    >>> partition_update("10 Januari 2025 (updated)")
    ('', '10 Januari 2025 (updated)')
    >>> partition_update("سلمى حداد آخر تحديث: 11 فبراير 2023")[0]
    'سلمى حداد'
    """
    lowered = text.lower()
    if not [word for word in _WORDS if word in lowered] or _UPDATE.search(text) is None:
        return text, ""
    pairs = list(map(_partition_line, text.split("\n")))
    told, changed = ("\n".join(filter(None, parts)) for parts in zip(*pairs, strict=True))
    return told, changed


def _partition_line(line: str) -> tuple[str, str]:
    match = _UPDATE.search(line)
    if match is None:
        return line, ""
    if _FIGURE.search(line, match.end()) is None:
        return "", line
    return line[: match.start()].rstrip(_EDGES), line[match.start() :]
