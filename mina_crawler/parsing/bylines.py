"""Bylines: who reported, wrote and edited a story."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mina_crawler.parsing.names import split_names

REPORTERS = (
    "wartawan", "reporter", "penulis", "pewarta", "kontributor", "koresponden", "jurnalis", "oleh",
    r"ditulis \s+ oleh", r"dilaporkan \s+ oleh",
    *(rf"{one} \s+ (?:dan|&) \s+ (?:foto|teks|naskah)" for one in ("foto", "teks", "naskah")),
    "rep", "author", "correspondent", "contributor", r"reported \s+ by", r"written \s+ by", "by",
    "بقلم", "بواسطة", "كتبه", r"كتبت? (?: \s+ [–—-] )?", "الكاتب", "المراسل", "إعداد", "اعداد",
    "تقرير",
)  # fmt: skip
EDITORS = (
    r"editor (?: \s+ bahasa )?", "redaktur", "red", "penyunting", r"disunting \s+ oleh",
    r"diedit \s+ oleh", r"edited \s+ by", "تحرير", "المحرر",
)  # fmt: skip
"""Labels, as patterns; each begins with three letters, or has but two."""

BARE_LABELS = (
    "wartawan", "reporter", "penulis", "pewarta", "kontributor", "oleh", "editor", "redaktur",
    "penyunting", "by", "بقلم", "بواسطة", "كتب -", "كتبت -",
)  # fmt: skip
"""Labels that may open a line with no colon: ``Oleh Bahron Karim, wartawan MINA``."""

BARE_PHRASES = (
    "reported by", "written by", "edited by", "ditulis oleh", "dilaporkan oleh", "disunting oleh",
    "diedit oleh",
)  # fmt: skip
"""Labels that need no colon inside a line either: ``Reported by X, edited by Y``."""

BY = frozenset({"oleh", "by", "بقلم", "بواسطة"})
"""Labels that can only be followed by a person, a single word though it be."""

NO_NAMES = frozenset({
    "allah", "apa", "asing", "bagaimana", "baik", "berita", "buku", "default", "dengan", "film",
    "gaza", "harian", "indonesia", "ini", "israel", "itu", "jawab", "jazeera", "kapan", "karena",
    "kasih", "koran", "lalu", "lepas", "majalah", "mengapa", "muslim", "novel", "opini",
    "palestina", "para", "perang", "sebab", "senior", "siapa", "surat", "tanya", "tayang",
    "terbit", "terima", "the", "this", "yang",
})  # fmt: skip
"""Words that tell prose or a subhead from a person's name."""

PARTICLES = frozenset({
    "ad", "al", "an", "ar", "as", "at", "az", "bin", "binti", "bint", "de", "el", "ibn", "ibnu",
    "van", "von",
})  # fmt: skip
"""Parts of a name that may be spelt small."""


class Byline(NamedTuple):
    """The people named in a byline; empty where it names nobody (a lost link)."""

    reporters: tuple[str, ...]
    editors: tuple[str, ...]
    raw: str


_LABEL = re.compile(
    rf"""
    (?: ^ | (?<=[\s,;|/&(–-]) )
    (?: (?P<reporter> {"|".join(REPORTERS)} ) | (?P<editor> {"|".join(EDITORS)} ) )
    (?: \s+ MINA )? (?P<colon> \s* : | (?=\s) )
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_OPENINGS = frozenset(label[:3] for label in (*REPORTERS, *EDITORS))
"""Of three small letters: a tenth of the time that the labels take to refuse a paragraph."""

_BEHIND_NAMES = re.compile(
    r"\s [|•·] \s (?: [^\W\d]{4,9} [,،]? \s )? \d{1,2} \s [^\W\d]{3,10} \s \d{4} \b .*", re.VERBOSE
)
"""The moment in the line of a header that labels its names."""

_TITLE_BYLINE = re.compile(
    r"(?: [(\[] \s* (?P<inside> (?: oleh | by | بقلم ) \b [^()\[\]]* ) [)\]]"
    r" | [,|–-]? \s (?P<bare> (?: oleh | بقلم ) \s* : .* ) ) \s* $",
    re.VERBOSE | re.IGNORECASE,
)
_DASH = re.compile("[–—]")
_LONGEST = 300
_EDGES = "()[]* "
_NAME = re.compile(r"[^\W\d_][\w.'’‘`-]*(?:,? [^\W\d_(][\w.'’‘`-]*){0,7}")


def parse_byline(text: str, *, is_at_foot: bool = False) -> Byline | None:
    """Return the people a whole folded block names as its authors or editors; ``None`` for prose.

    A byline that lost its name (``Oleh : , Redaktur Senior``) is one that names nobody. At the
    foot of a story a bare label may be followed by a login.

    >>> parse_byline("Wartawan: Rudi Karim, Editor: Ismet Hadi, M.A.")[:2]
    (('Rudi Karim',), ('Ismet Hadi, M.A.',))
    >>> parse_byline("Oleh Bahron Karim, wartawan MINA").reporters
    ('Bahron Karim',)
    >>> parse_byline("Wartawan yazid", is_at_foot=True).reporters
    ('yazid',)
    >>> parse_byline("Wartawan yazid")
    >>> parse_byline("Editor surat kabar itu mengatakan, korban bertambah.")
    """
    if len(text) > _LONGEST or not opens_byline(text):
        return None
    return _parse(text, is_at_foot)


@lru_cache(maxsize=64)  # a newsroom's names return on its other pages, and in a page's header
def _parse(text: str, is_at_foot: bool) -> Byline | None:  # noqa: FBT001
    """Return the people that a text opening like a byline names."""
    bare = text.strip(_EDGES)
    if not _LABEL.match(bare):
        return None
    bare = _BEHIND_NAMES.sub("", bare)
    labels = [label for label in _LABEL.finditer(bare) if _is_label(label, bare)]
    if not labels or labels[0].start():
        return None
    people: dict[str, list[str]] = {"reporter": [], "editor": []}
    ends = [label.start() for label in labels[1:]] + [len(bare)]
    for label, end in zip(labels, ends, strict=True):
        printed = bare[label.end() : end]
        names = split_names(printed)
        may_be_login = is_at_foot or (label["reporter"] or "").casefold() in BY
        if not _is_plausible(printed, names, ":" in label["colon"], may_be_login):
            return None
        people["editor" if label["editor"] else "reporter"] += names
    return Byline(_each_once(people["reporter"]), _each_once(people["editor"]), text)


def opens_byline(text: str) -> bool:
    """Tell whether *text* opens as a label does: nearly no prose does.

    >>> opens_byline("(By: Rudi Karim)"), opens_byline("Rudi Karim pulang.")
    (True, False)
    """
    opening = text.lstrip(_EDGES)[:3].lower()
    return opening in _OPENINGS or opening[:2] in _OPENINGS  # "by"


def partition_title_byline(title: str) -> tuple[str, Byline | None]:
    """Return *title* without the byline at its end, and that byline.

    >>> partition_title_byline("Menjaga Amanah (Oleh: Imaam Hasan Karim)")[0]
    'Menjaga Amanah'
    """
    may_name = len(title) <= _LONGEST and (":" in title or title.rstrip().endswith((")", "]")))
    match = _TITLE_BYLINE.search(title) if may_name else None
    byline = parse_byline(match["inside"] or match["bare"]) if match else None
    if match is None or byline is None or not title[: match.start()].strip():
        return title, None
    return title[: match.start()].rstrip(), byline._replace(raw=match[0].strip())


def _is_label(label: re.Match[str], text: str) -> bool:
    """Tell whether a word is a label here: a colon behind it, or first in its line."""
    if ":" in label["colon"]:
        return True
    words = " ".join(_DASH.sub("-", label["reporter"] or label["editor"]).casefold().split())
    before = text[: label.start()].rstrip(" ")
    opens_line = not before or before.endswith("\n")
    return words in BARE_PHRASES or (words in BARE_LABELS and opens_line)


def _is_plausible(printed: str, names: list[str], sure: bool, may_be_login: bool) -> bool:  # noqa: FBT001
    """Tell whether what stands behind a label are names, and no question or sentence."""
    if not names:
        return sure
    if printed.rstrip().endswith(("?", "!", "…", "”", '"')):
        return False
    if sure:
        return all(is_name(name) or _is_login(name, printed) for name in names)
    if len(names) == 1 and " " not in names[0]:  # a login: behind "oleh", or with a role
        return ("," in printed or may_be_login) and _is_login(names[0], printed)
    return all(is_name(name) for name in names)


def is_name(name: str) -> bool:
    """Tell whether *name* is spelt as a person's: few words, each with a capital letter.

    >>> is_name("Rudi bin Karim"), is_name("Rudi pulang"), is_name("Perang Gaza")
    (True, False, False)
    """
    if not _NAME.fullmatch(name):
        return False
    words = name.split()
    small = [word for word in words if word[0].islower() and word.casefold() not in PARTICLES]
    return not small and NO_NAMES.isdisjoint([word.strip(",.").casefold() for word in words])


def _is_login(name: str, printed: str) -> bool:
    """Tell whether *name* is a login or a name in small letters, with nothing behind it."""
    words = name.split()
    return len(words) <= 2 and NO_NAMES.isdisjoint(words) and not printed.rstrip().endswith(".")


def _each_once(names: list[str]) -> tuple[str, ...]:
    """Return *names*, each once, in order."""
    return tuple(dict.fromkeys(names))
