"""Captions: what a picture shows, and who took it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from mina_crawler.parsing.blocks import Block

LABELS = (
    "fotografer", "foto", "photographer", "photo", "picture", "pict", "pic", "gambar", "image",
    "ilustrasi", "illustration", "grafis", "screenshot", "tangkapan layar", "dokumentasi",
    "dokumen", "dok", "doc", "sumber foto", "photo credit", "credit", "courtesy",
    "الصورة", "صورة", "تصوير",
)  # fmt: skip
"""Words that open a photographer's credit."""

SOURCES = ("sumber", "source", "المصدر")
"""Words that open a credit under a picture, but the source of a story elsewhere."""

STANDING = ("istimewa", "ist", "ilustrasi", "illustration", "screenshot", "dokumentasi")
"""Words that are the whole credit: ``(Istimewa)``."""

AGENCIES = (
    "AA", "AFP", "ANTARA", "AP", "Al Jazeera", "Anadolu", "Antara", "EPA", "Getty", "IRNA", "MEMO",
    "MINA", "Ma’an", "PIC", "QNN", "Quds", "Reuters", "SPA", "Sputnik", "WAFA", "Xinhua",
)  # fmt: skip
"""Names that are a credit by themselves in brackets, under a picture only."""

LONGEST = 400
"""Characters; a longer block is prose, whatever its end."""

FEWEST_SPACES = 2
"""Of a quotation or an item: fewer are in the theme's labels."""


def _any_of(words: tuple[str, ...]) -> str:
    """Return a pattern for one of *words*, to stand in a verbose one."""
    return f"(?: {'|'.join(map(re.escape, words))} )"


_CREDIT = re.compile(
    rf"""
    [(\[] \s*
    (?: (?i: {_any_of(LABELS)} (?: \s* [.:/]+ | \s+ (?: oleh | by ) \b ) )
        \s* (?P<named> [^()\[\]]* )
      | (?i: {_any_of(LABELS)} ) \s+ (?P<capital> [A-Z] [^()\[\]]* )   # (Foto Hadi/MINA)
      | (?P<standing> (?i: {_any_of(STANDING)} ) )
    ) \.? \s* [)\]]? \s* \.? \s* $
    """,
    re.VERBOSE,
)
_LINE = re.compile(
    rf"""
    (?: ^ | (?<= [.!?\s”] ) )
    (?i: {_any_of(LABELS)} ) \s* \.? \s* : \s* (?P<line> (?: [^\W a-z] [^:\n]{{0,119}} )? ) $
    """,
    re.VERBOSE,
)
_BRACKETS = re.compile(
    rf"""
      \[ \s* (?P<square> [^\[\]]{{2,150}} ) \] \s* \.? \s* $
    | \( \s* (?i: {_any_of(SOURCES)} \s* : \s* ) (?P<source> [^()]{{2,80}} ) \) \s* \.? \s* $
    | \( \s* (?P<agency> {_any_of(AGENCIES)} \b [^()]{{0,60}} ) \) \s* \.? \s* $
    """,
    re.VERBOSE,
)
_OPENING = re.compile(rf"^ {_any_of(LABELS)} \s* : \s*", re.VERBOSE | re.IGNORECASE)
_LONGEST_LABEL = 2 + max(map(len, LABELS))
_VOWELS = re.compile("[\u064b-\u0652]")
FEWEST_VOWELS = 3
"""Signs: fewer are in names and in words that could be misread."""

_PHOTO = re.compile(
    r"\b (?: photo | foto | via | AP | AFP | Reuters | Getty | Sputnik | Anadolu ) \b",
    re.VERBOSE | re.IGNORECASE,
)


def parse_caption(text: str) -> tuple[str | None, str | None]:
    """Return caption and credit of the words under a picture, without ``Foto:`` and brackets.

    >>> parse_caption("Anak-anak di tenda pengungsian. (Foto : Hadi/MINA)")
    ('Anak-anak di tenda pengungsian.', 'Hadi/MINA')
    >>> parse_caption("Foto: Diki/MINA")
    (None, 'Diki/MINA')
    >>> parse_caption("Presiden (kiri) berbicara [Ali Karim, via AP Photo]")
    ('Presiden (kiri) berbicara', 'Ali Karim, via AP Photo')
    >>> parse_caption("Foto: Kereta melintas (Dok. Balai)")
    ('Kereta melintas', 'Balai')
    """
    words = fold(text)
    match = _find_credit(words) or _BRACKETS.search(words, _last_bracket(words))
    if match is None:
        return words or None, None
    return _OPENING.sub("", words[: match.start()]).strip() or None, _credit(match)


def is_caption(text: str) -> bool:
    """Tell whether a block reads like a caption: short, with a photographer's credit at its end.

    >>> is_caption("Suasana Masjidil Aqsa. (Foto: File/Ma’an)")
    True
    >>> is_caption("Tiga orang luka, kata dia. (AFP)")
    False
    """
    if len(text) > LONGEST or not ("(" in text or "[" in text or ":" in text):
        return False
    if _find_credit(text) is not None:
        return True
    match = _BRACKETS.search(text, _last_bracket(text))
    return match is not None and _PHOTO.search(match["square"] or "") is not None


def is_credit(text: str) -> bool:
    """Tell whether *text* names the photographer and shows nothing else.

    >>> is_credit("Foto: Diki/MINA"), is_credit("Suasana pasar (Foto: Diki/MINA)")
    (True, False)
    """
    return is_caption(text) and parse_caption(text)[0] is None


def is_told(text: str) -> bool:
    """Tell whether a line of a few words, in the place of a caption, is the story's own.

    It leads on to the next line, or is a verse or a prayer with its vowel signs, or one word that
    is no word for a picture.

    >>> is_told("Jamaah Jumat yang dirahmati Allah,"), is_told("Mukadimah"), is_told("Ilustrasi")
    (True, True, False)
    """
    if " " not in text:
        return text.strip(".").casefold() not in STANDING
    return text.endswith((",", ":", "،")) or len(_VOWELS.findall(text)) >= FEWEST_VOWELS


def may_be_caption(block: Block) -> bool:
    """Tell whether *block*, above the dateline, is no prose: no subhead, quotation or item.

    >>> from mina_crawler.parsing.blocks import Block
    >>> may_be_caption(Block("p", "Pasar ikan")), may_be_caption(Block("quote", "Laut adalah ibu"))
    (True, False)
    """
    if block.kind in {"quote", "li"}:
        return block.text.count(" ") < FEWEST_SPACES or is_caption(block.text)
    if len(_VOWELS.findall(block.text)) >= FEWEST_VOWELS:
        return False
    return block.kind != "h" and len(block.text) <= LONGEST


def caption_of(block: Block) -> str:
    """Return the words of a caption; where style alone sets the credit apart, with a space there.

    >>> from mina_crawler.parsing.blocks import Block
    >>> caption_of(Block("caption", "Pasar IkanFoto: Diki", (), "Pasar Ikan Foto: Diki"))
    'Pasar Ikan Foto: Diki'
    """
    is_glued = bool(block.seams) and not is_caption(block.text) and is_caption(block.label)
    return block.label if is_glued else block.text


def _last_bracket(text: str) -> int:
    """Return where the last bracket opens, 0 where none does."""
    return max(text.rfind("("), text.rfind("["), 0)


def _find_credit(text: str) -> re.Match[str] | None:
    """Return the credit that a word such as ``Foto`` opens."""
    return _CREDIT.match(text, _last_bracket(text)) or _find_line(text)


def _find_line(text: str) -> re.Match[str] | None:
    """Return the credit behind the last colon, if a word such as ``Foto`` stands before that."""
    colon = text.rfind(":")
    start = max(colon - _LONGEST_LABEL, 0)
    is_label = text[start : max(colon, 0)].rstrip(" .\n\t\xa0").lower().endswith(LABELS)
    return _LINE.search(text, start) if is_label else None


def _credit(match: re.Match[str]) -> str | None:
    """Return the credit as it is to be shown."""
    printed = next((group for group in match.groups() if group is not None), "")
    return printed.strip(" .:;,") or None
