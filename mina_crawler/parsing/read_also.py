"""Read-also lines: links to other articles, put into the story each time it is rendered."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

PREFIXES = (
    r"(?: simak | tonton | lihat ) \s+ (?: (?: juga | pula ) \s+ )? video (?= \s* [:“\"] )",
    r"baca \s+ (?: juga | pula )",
    r"(?: lihat | simak ) \s+ (?: juga | pula )",
    r"also \s+ read",
    r"(?: read | see ) \s+ also",
    r"قر[اأ]ءة \s+ المزيد",
    r"[إأا]قر[أا] \s+ (?: [أا]يض[ًا]{1,3} | المزيد )",
    r"(?: شاهد | طالع ) \s+ [أا]يض[ًا]{1,3}",
)
"""Words that announce another article."""

LINKED_PREFIXES = (
    r"baca (?: \s+ selengkapnya )?",
    r"read \s+ more",
    r"(?: artikel | berita ) \s+ (?: terkait | lainnya )",
    r"simak",
    r"pilihan \s+ (?: editor | redaksi )",
    r"editor['’]?s? \s+ picks?",
    r"related (?: \s+ (?: news | posts? | articles? | stories ) )?",
    r"(?: مواضيع \s+ | [أا]خبار \s+ )? ذات \s+ صلة",
)
"""Words that do so only with a colon and a link behind them."""

_KEYS = (
    *("baca juga", "baca pula", "lihat juga", "lihat pula", "simak juga", "simak pula"),
    *("also read", "read also", "see also", "المزيد", "يضا", "يضً"),
    *("video:", "video :", "video “", 'video "'),
)
_KEYS_BEFORE_COLON = (
    *("baca:", "baca :", "selengkapnya", "read more", "terkait", "lainnya"),
    *("simak:", "simak :", "pilihan", "pick", "related", "ذات صلة"),
)
"""One of these is in any text with a prefix: a cheap look that spares most prose the pattern."""

_STEMS = ("juga", "pula", "also", "المزيد", "يض", "video")
"""One of these is in each of the keys that need no colon."""

_LONGEST_PREFIX = 60
"""Characters, with the brackets and spaces before it."""

_PREFIX = re.compile(
    rf"""
    (?<![\w-]) (?P<open> [(\[]? ) \s{{0,9}}
    (?= [abelprstقإأاشطمذ] )  # what they begin with: to look for that first nearly halves the time
    (?P<words> (?P<plain> {"|".join(PREFIXES)} ) | (?: {"|".join(LINKED_PREFIXES)} ) (?= \s* : ) )
    (?![\w-]) \s*+ (?: (?P<colon> [:;|\]] | [–—-] (?=\s) ) \s*+ )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?: (?: video | berita | artikel | liputan | foto ) \s+ )?"
    r"(?: (?: pilihan | menarik | terkait | lainnya ) \s* )?"
    r"(?: (?: (?: berikut | di \s bawah ) (?: \s ini )? | below | following ) \s* )? [:,.]?",
    re.VERBOSE | re.IGNORECASE,
)
"""What points at the links below, and is the title of none: ``Video Pilihan Berikut Ini:``."""
_WORD = re.compile(r"\w")
_SPACES = re.compile(r"[ \xa0]*")
LONGEST_HEADING = 40
_LONGEST_TITLE = 250
MOST_LINKS = 200
"""So many of a block are looked at, beside so many prefixes: a whole story in one has fewer."""
_SENTENCE_END = tuple(".!?…”\"’'»)]:؟\n")
_OPENING = "“‘\"'«("
_QUOTES = {"“": "”", '"': '"', "«": "»"}
_CLOSING = {"(": ")", "[": "]"}


def partition_read_also(
    text: str, anchor_texts: Sequence[str] = (), span: tuple[int, int] | None = None
) -> tuple[str, str | None]:
    r"""Return the prose of a block, and the read-also lines in it, one a line; ``None`` for none.

    *anchor_texts* are the words of the block's links, in order, where known, ``MOST_LINKS`` at
    most: they tell a link from prose, and where its title ends. *span* is what
    :func:`find_span` told, where asked.

    >>> partition_read_also("Baca Juga:\xa0 Mahasiswa Gelar Aksi")
    ('', 'Baca Juga:\xa0 Mahasiswa Gelar Aksi')
    >>> partition_read_also("Tiga orang luka, kata dia. Baca juga: Mahasiswa Gelar Aksi")
    ('Tiga orang luka, kata dia.', 'Baca juga: Mahasiswa Gelar Aksi')
    >>> partition_read_also("Baca Juga: Gelar Aksi Massa pun pulang.", ["Gelar Aksi"])
    ('Massa pun pulang.', 'Baca Juga: Gelar Aksi')
    >>> partition_read_also("Baca Juga: Aksi Reda Pasar kembali ramai.", ["Aksi", "Aksi Reda"])
    ('Pasar kembali ramai.', 'Baca Juga: Aksi Reda')
    >>> partition_read_also("Ia mengajak jamaah agar baca juga tafsirnya.")
    ('Ia mengajak jamaah agar baca juga tafsirnya.', None)
    """
    span = span or find_span(text)
    if span is None:
        return text, None
    prose: list[str] = []
    cuts: list[str] = []
    at = 0
    for match in islice(_PREFIX.finditer(text, span[0]), MOST_LINKS):
        end = _end_of_cut(text, match, anchor_texts) if match.start() >= at else None
        if end is not None:
            prose.append(_before_cut(text[at : match.start()], text[end : end + 1]))
            cuts.append(text[match.start() : end].strip())
            at = end
        if match.end() > span[1]:  # a title is searched for as long as all the rest takes
            break
    if not cuts:
        return text, None
    prose.append(text[at:])
    rest = fold("".join(prose))
    if rest and not _WORD.search(rest):  # ornaments
        return "", text
    return rest, "\n".join(cuts)


def find_span(text: str) -> tuple[int, int] | None:
    r"""Return where to begin to look for prefixes in *text*, and the last key; ``None`` for none.

    >>> find_span("Ia pulang. BACA\xa0JUGA"), find_span("Juga warga Gaza: semua.")
    ((0, 11), None)
    """
    lowered = text.lower().replace("\xa0", " ")
    keys: tuple[str, ...] = _KEYS_BEFORE_COLON if ":" in text else ()
    for stem in _STEMS:
        if stem in lowered:
            keys += _KEYS
            break
    if not keys:
        return None
    found = [key for key in keys if key in lowered]
    if not found:
        return None
    longer = len(lowered) - len(text)  # Turkish has a capital that is two small letters
    start = min(map(lowered.find, found)) - longer - _LONGEST_PREFIX
    return max(start, 0), max(map(lowered.rfind, found))


def read_also_titles(cut: str) -> list[str]:
    r"""Return the titles in what :func:`partition_read_also` cut.

    >>> read_also_titles("Baca Juga: Judul Satu\nBaca Juga: Judul Dua")
    ['Judul Satu', 'Judul Dua']
    """
    prefixes = [m for m in _PREFIX.finditer(cut) if m["colon"] or _opens_line(cut, m)]
    ends = [m.start() for m in prefixes[1:]] + [len(cut)]
    pairs = zip(prefixes, ends, strict=False)
    titles = (cut[m.end() : end].strip().rstrip(_CLOSING.get(m["open"], "\n")) for m, end in pairs)
    return [" ".join(title.split()) for title in titles if title and not _POINTER.fullmatch(title)]


def is_read_also_heading(text: str) -> bool:
    """Tell whether *text* only announces links, which follow as blocks of their own.

    >>> is_read_also_heading("Baca Juga:")
    True
    """
    return len(text) <= LONGEST_HEADING and _PREFIX.fullmatch(text.strip()) is not None


def _before_cut(prose: str, following: str) -> str:
    """Return *prose* fit to be joined to what follows a cut: a full stop takes no space."""
    return prose.rstrip() if following in {".", ",", ";"} else f"{prose} "


def _end_of_cut(text: str, match: re.Match[str], anchor_texts: Sequence[str]) -> int | None:
    """Return where the title behind a prefix ends; ``None`` where the words are prose."""
    linked = _end_of_links(text, match, anchor_texts)
    if linked is not None:
        return linked if match["colon"] or _opens_sentence(text, match) else None
    newline = text.find("\n", match.end())
    end = newline if newline >= 0 else len(text)
    if match["open"]:
        end = (text.find(_CLOSING[match["open"]], match.end(), end) + 1) or end
    return end if _is_announced(text, match, text[match.end() : end].strip()) else None


def _end_of_links(text: str, match: re.Match[str], anchor_texts: Sequence[str]) -> int | None:
    """Return where the links right behind a prefix end, if a new sentence or nothing follows."""
    end = match.end()
    for anchor in anchor_texts:
        if text.startswith(anchor, end):
            end += len(_longest_at(text, end, anchor_texts))
        elif end == match.end() and _covers(anchor, text, match):
            end = match.start() + len(match["open"]) + len(anchor)
        elif end == match.end() and (quoted := _QUOTES.get(text[end : end + 1])):
            linked = f"{anchor}{quoted}"
            end += 1 + len(linked) if text.startswith(linked, end + 1) else 0
        end = _SPACES.match(text, end).end()  # type: ignore[union-attr] # matches anywhere
    if end <= match.end():
        return None
    if match["open"] and text.startswith(_CLOSING[match["open"]], end):
        end += 1
    behind = text[end : end + _LONGEST_TITLE].strip()
    return None if behind and not _opens_title(behind) else end


def _longest_at(text: str, start: int, anchor_texts: Sequence[str]) -> str:
    """Return the link at *start*, where one title may begin as another does."""
    return max((a for a in anchor_texts if text.startswith(a, start)), key=len)


def _covers(anchor: str, text: str, match: re.Match[str]) -> bool:
    """Tell whether a link holds the prefix itself together with the title."""
    start = match.start("words")
    return len(anchor) > match.end() - start and text.startswith(anchor, start)


def _is_announced(text: str, match: re.Match[str], title: str) -> bool:
    """Tell whether prefix and title look like a line of their own, with no link to prove it."""
    if not match["plain"] or len(title) > _LONGEST_TITLE:
        return False
    capital = not any(word[0].islower() for word in match["words"].split())
    if match["colon"]:
        return _opens_sentence(text, match) or (capital and _opens_title(title))
    whole_line = _opens_line(text, match) and not title.endswith(".")
    return capital and whole_line and _opens_title(title)


def _opens_title(text: str) -> bool:
    """Tell whether *text* begins as a headline or a sentence does: no small letter first."""
    first = text.lstrip(_OPENING)[:1]
    return first.isalnum() and not first.islower()


def _opens_line(text: str, match: re.Match[str]) -> bool:
    """Tell whether a prefix stands first in its line, or behind an ornament."""
    return _WORD.search(text[: match.start("words")].rpartition("\n")[2]) is None


def _opens_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell whether a prefix stands first in its sentence."""
    before = text[: match.start()].rstrip(" \xa0")
    return before.endswith(_SENTENCE_END) or _opens_line(text, match)
