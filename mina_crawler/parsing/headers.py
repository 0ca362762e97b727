"""The line under a headline: who wrote a story, who edited it, and when."""

from __future__ import annotations

import re

from mina_crawler.parsing.bylines import Byline, is_name, parse_byline
from mina_crawler.parsing.dates import is_timestamp
from mina_crawler.parsing.figures import YEAR
from mina_crawler.parsing.names import split_names

_HEADER = re.compile(
    r"""
    (?P<author> [^|\n]{0,120}? ) (?: ^ | (?=\s) )  # not to try the rest at each letter
    (?: (?:^|\s) Editor \s* : \s* (?P<editor> [^|\n]{0,120}? ) (?=\s) )?
    (?P<gap> ^ | \s+ [-–—|•·]
      | \s (?: (?: on | pada ) \s )?
        (?= [^\W\d][\w'’‘`]{2,10} [,،] \s (?: \w+ \s )? \d.* \d[:.]\d\d )
      | \s (?: di(?:terbitkan|publikasikan) | terbit | tayang | published | posted )
        (?: \s (?: on | pada ) )? (?: \s? : )? (?= \s [^()\n]{0,40} \d[:.]\d\d )
    ) \s*
    (?P<when> (?: \w[\w'’‘`]{2,10} [,،] \s )? \d{1,2} \s \w+ \s \d{4} [^()]{0,40}  # no “(MINA)”
            | (?: \w{6,9} , \s )? \w{3,9} \s \d{1,2} , \s \d{4} [^()]{0,12} \d[:.]\d\d [^()]{0,20}
            | \d{1,3} \s \w+ \s (?: ago | lalu | yang \s lalu )         # fresh posts
            | منذ .* )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEHIND_MOMENT = re.compile(
    r"""
    (?: (?: posted | published ) \s on \s )? (?: \w[\w'’‘`]{2,10} [,،] \s )?
    (?: \d{1,2} \s \w+ | \w+ \s \d{1,2} , ) \s \d{4} [\s\d:.,|–-]{0,14}
    (?: WIB | WITA | WIT | am | pm )? [\s|–-]{0,3} \b (?: oleh | by | بقلم | بواسطة ) \s
    (?P<author> [^|\n():]{2,80} ) (?P<editor>)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNDATED_HEADER = re.compile(
    r"""
    (?P<author> [^|\n:]{2,80}? ) (?P<sign> \s* [-–—|•·,/] \s* | \s )
    Editor \s* : \s* (?P<editor> [^|\n:]{2,80} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENING_BY = re.compile(r"^(?:oleh|by|بقلم|بواسطة)\b\s*:?\s*", re.IGNORECASE)
_MOMENT = re.compile(r"[0-9٠-٩۰-۹](?:\s+\w+\s+(?:\d{4}|(?i:ago|lalu|yang))|,\s+\d{4})")
"""What every header ends with: a tenth of the time that ``_HEADER`` takes to refuse a sentence."""

BARS = ("|", "•", "·")
"""What sets the names apart from all the theme tells behind them: not only the moment."""

SIGNS = frozenset({*BARS, "-", "–", "—"})
"""What can stand between the names and their moment."""

_LONGEST_MOMENT = 120
_LONGEST_HEADER = 250
_AGO = ("ago", "lalu")
_LONGEST_AGO = 4
_LAST_OF_AGO = frozenset("oOuU")


def parse_header(text: str) -> Byline | None:
    """Return the people in the line under a headline, folded; ``None`` where it names none.

    >>> parse_header("Iwan Karim Editor : Sri Hadi - Selasa, 22 Oktober 2024 - 10:54 WIB")[:2]
    (('Iwan Karim',), ('Sri Hadi',))
    >>> parse_header("sajadi - 8 hours ago").reporters
    ('sajadi',)
    >>> parse_header("Iwan Karim - Editor: Sri Hadi")[:2]
    (('Iwan Karim',), ('Sri Hadi',))
    >>> parse_header("Ahad, 4 April 2021 - 04:35 WIB")
    """
    return _people_in(text) if _may_be_header(text) else None


def is_header(text: str) -> bool:
    """Tell whether *text* stands under a headline: people with their moment, or that alone.

    >>> is_header("sajadi - 8 hours ago"), is_header("Ahad, 4 April 2021 - 04:35 WIB")
    (True, True)
    """
    return _may_be_header(text) and (is_timestamp(text) or _people_in(text) is not None)


def _may_be_header(text: str) -> bool:
    """Tell whether *text* has what each header has: a year, an editor, or how long ago it was."""
    return len(text) <= _LONGEST_HEADER and (
        "ditor" in text
        or "منذ" in text
        or YEAR.search(text, len(text) - _LONGEST_MOMENT) is not None
        or (text[-1:] in _LAST_OF_AGO and text[-_LONGEST_AGO:].lower().endswith(_AGO))
    )


def _people_in(text: str) -> Byline | None:
    line = text.replace("\n", " ")
    match = _match_header(line)
    if match is None:
        return None
    parts = match.groupdict()
    gap, editors = parts.get("gap", " "), split_names(parts["editor"] or "")
    if SIGNS.isdisjoint(gap) and not _is_sure(_without_label(parts["author"]), editors):
        return None
    if parts.get("sign") == " " and (
        not all(map(is_name, editors)) or parse_byline(line, is_at_foot=True)
    ):
        return None
    reporters = split_names(_OPENING_BY.sub("", parts["author"]))
    raw = line[: match.start("gap")] if gap.strip() in BARS else line
    return Byline(tuple(reporters), tuple(editors), raw) if reporters or editors else None


def _without_label(author: str) -> str:
    """Return *author* without ``Oleh:``; behind a bare ``by`` stands who uploaded it."""
    opening = _OPENING_BY.match(author)
    return author[opening.end() :] if opening and ":" in opening[0] else author


def _is_sure(author: str, editors: list[str]) -> bool:
    """Tell a name from prose and terms, where no dash sets it apart from the moment behind it."""
    return (is_name(author) and " " in author and "," not in author) or (
        bool(editors) and " " not in author
    )


def _match_header(line: str) -> re.Match[str] | None:
    """Return what *line* is if it is a header: with its moment, or else with its editor."""
    if "leh " in line or "y " in line or "بقلم" in line or "بواسطة" in line:
        match = _BEHIND_MOMENT.fullmatch(line)
        if match:
            return match
    is_dated = "منذ" in line or _MOMENT.search(line[-_LONGEST_MOMENT:])
    match = _HEADER.fullmatch(line) if is_dated else None
    return match or (_UNDATED_HEADER.fullmatch(line) if "ditor" in line else None)
