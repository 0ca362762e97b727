"""What broken HTML leaves in a text: the rest of a tag that the editor tore apart."""

from __future__ import annotations

import re

_TORN_IMAGE = re.compile(
    r"""
    (?: (?<!\S) \S{0,200} )? \.(?: jpe?g | png | gif | webp ) ["”″']  # the end of an address
    (?: \s+ [\w-]{1,20} \s* = \s* ["”″'] [^"”″'<>]{0,200} ["”″'] ){0,12}
    \s* /? >
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTES = re.compile(
    r"""
    ^ (?: [\w-]{1,20} \s* = \s* ["”″'] [^"”″'<>]{0,200} ["”″'] \s* ){1,12} /? >
    """,
    re.VERBOSE,
)


def partition_residue(text: str) -> tuple[str, str | None]:
    """Return *text* without the rest of a torn tag, and that rest.

    >>> partition_residue('warga-300x199.jpg" alt="" width="300" height="199" /> Warga menanti.')
    ('Warga menanti.', 'warga-300x199.jpg" alt="" width="300" height="199" />')
    >>> partition_residue("Nilai x > 3 tercapai.")
    ('Nilai x > 3 tercapai.', None)
    """
    if ">" not in text:
        return text, None
    match = _TORN_IMAGE.search(text) or _ATTRIBUTES.match(text)
    if match is None:
        return text, None
    before, behind = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    return " ".join(part for part in (before, behind) if part), match[0].strip()
