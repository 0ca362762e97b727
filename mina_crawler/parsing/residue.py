"""What broken markup leaves in a text: the rest of a torn tag, shortcodes that nobody resolved."""

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
_SHORTCODE = re.compile(
    r"""
    \[ /? (?: caption | embed | gallery | audio | video | playlist | youtube | vc_\w{1,30} )
    (?: \s [^\[\]]{0,300} )? \]
    | \[ (?i: gambas ) : [^\[\]]{1,60} \]
    """,
    re.VERBOSE,
)
"""Those of WordPress itself, of a page builder that is gone, and for a newsroom's own videos."""


def partition_shortcodes(text: str) -> tuple[str, str | None]:
    """Return *text* without the shortcodes in it, and those.

    >>> partition_shortcodes('[caption width="300"] Perahu tua[/caption]')
    ('Perahu tua', '[caption width="300"] [/caption]')
    >>> partition_shortcodes("QS. Ali Imran [3]: 103")
    ('QS. Ali Imran [3]: 103', None)
    """
    codes = [match[0] for match in _SHORTCODE.finditer(text)]
    if not codes:
        return text, None
    return _SHORTCODE.sub(" ", text).strip(), " ".join(codes)


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
