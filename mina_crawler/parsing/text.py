"""Folding: the same words, whatever white space and invisible signs they came in."""

from __future__ import annotations

import re
from html import unescape

_FILLER = "\u3164"
"""Hangul filler: the theme prints it after the view counter; Python takes it for a letter."""

_JOINING = "\u0600-\u06ff\u0750-\u077f\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
"""Arabic letters and emoji: between two of these a joiner changes what is read."""

_INVISIBLE = re.compile(
    rf"""
      [\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]      # control characters that are no white space
    | [\xad\u180e\u200b\u2060-\u2064\ufeff]       # soft hyphen, zero-width spaces, BOM
    | [\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]  # directions
    | [\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]    # no characters at all
    | (?<![{_JOINING}]) [\u200c\u200d]            # joiners that join nothing
    | [\u200c\u200d] (?![{_JOINING}])
    """,
    re.VERBOSE,
)

_ENTITY = re.compile(
    r"""
    & (?: (?: amp | \#0{0,4}38 ) ; )*+
    (?P<entity> (?: \#\d{1,7} | \#[xX][\da-fA-F]{1,6} | nbsp | quot | apos | lt | gt | shy | hellip
                | [lr][sd]quo | [nm]dash | [lr]aquo ) ; )?
    """,
    re.VERBOSE,
)
"""An entity, however often its ampersand was encoded again."""


def fold(text: str) -> str:
    r"""Return *text* with each run of white space as one space, each line stripped, no empty line.

    A newline (from a ``<br>``) stays; signs that print nothing go, except a joiner inside a word.
    Entities that were encoded twice are resolved.

    >>> fold("  Baca Juga:\xa0 Judul\u200b ")
    'Baca Juga: Judul'
    >>> fold("baris satu \n\n\t baris dua\ufeff")
    'baris satu\nbaris dua'
    >>> fold("1.234 Views \u3164")
    '1.234 Views'
    >>> fold("Isra&nbsp;Mi&#8217;raj")
    'Isra Mi’raj'
    """
    if "\n" not in text:
        return fold_line(text)
    return "\n".join(filter(None, map(fold_line, text.split("\n"))))


def fold_line(text: str) -> str:
    r"""Return *text* folded, newlines like any white space: those of a page's source mean nothing.

    >>> fold_line(" satu\n\t baris ")
    'satu baris'
    """
    if "&" in text and ";" in text:
        text = _resolve(text)
    if text.isprintable() and _FILLER not in text:  # the common case: no white space but spaces
        return " ".join(text.split()) if "  " in text else text.strip()
    line = " ".join(text.split())
    if line.isprintable() and _FILLER not in line:
        return line
    return " ".join(_INVISIBLE.sub("", line.replace(_FILLER, " ")).split())


def _resolve(text: str) -> str:
    """Return *text* with its entities resolved; their newlines are spaces."""
    return _ENTITY.sub(_character, _INVISIBLE.sub("", text))


def _character(match: re.Match[str]) -> str:
    entity = match["entity"]
    return unescape(f"&{entity}").replace("\n", " ") if entity else "&"
