"""People's names as bylines print them: titles stay, roles and employers go."""

from __future__ import annotations

import re

from mina_crawler.parsing.text import fold

DEGREES = (
    "BA", "B.A", "BSc", "Dipl", "LLM", "Lc", "MA", "MAg", "MBA", "MH", "MHum", "MM", "MPd", "MSc",
    "MSi", "Ners", "PhD", "SAg", "SE", "SH", "SHI", "SHum", "SIP", "SKM", "SPd", "SPdI", "ST",
    "STP", "SSos", "SSosI", "Apt", "Ak", "CA",
)  # fmt: skip
"""Degrees that may follow a comma without dots of their own."""

TRADES = (
    "wartawan", "wartawati", "jurnalis", "reporter", "redaktur", "koresponden", "kontributor",
    "editor", "journalist", "correspondent", "contributor", "penulis",
)  # fmt: skip
"""Trades: they end a name even with no comma before them."""

ROLES = (
    *TRADES, "activist", "aktivis", "alumna", "alumni", "alumnus", "analis", "analyst", "anggota",
    "asisten", "author", "chairman", "chief", "columnist", "dai", "da’i", "director", "direktur",
    "dosen", "founder", "guru", "imaamul", "kabiro", "kandidat", "kepala", "ketua", "khatib",
    "kolumnis", "konsultan", "koordinator", "lecturer", "lulusan", "mahasiswa", "mahasiswi",
    "managing", "mantan", "member", "mubaligh", "muballigh", "pakar", "pegiat", "pembina",
    "pemerhati", "pemimpin", "penasihat", "pendiri", "peneliti", "pengajar", "pengamat", "pengasuh",
    "penggiat", "pengurus", "penyuluh", "pimpinan", "praktisi", "presiden", "president",
    "presidium", "professor", "redaksi", "rektor", "relawan", "researcher", "santri", "scholar",
    "sejarawan", "sekretaris", "senior", "staf", "staff", "student", "teacher", "tim", "ulama",
    "wakil", "warga", "writer",
    "رئيس", "مراسل", "مدير", "كاتب", "صحفي", "محرر", "عضو", "باحث", "داعية", "خطيب",
)  # fmt: skip
"""First words of what somebody is; none that is a given name too (Imam, Amir)."""

EMPLOYERS = (
    "AFP", "ANTARA", "AWG", "Al-Jazeera", "Anadolu", "Antara", "Biro", "Fakultas", "IAIN",
    "Institut", "Kantor", "Lembaga", "MER-C", "MINA", "MUI", "Miraj", "Mi’raj", "Pesantren",
    "Pondok", "Ponpes", "STAI", "Sekolah", "UIN", "Universitas", "University", "Yayasan",
    "وكالة", "مينا",
)  # fmt: skip
"""First words of where somebody works, as printed: Mina is also a given name."""

_TITLE = rf"""(?: [A-Z][A-Za-z]{{0,4}} (?: \. [A-Za-z]{{1,5}} ){{1,4}} | {"|".join(DEGREES)} )\.?"""
_DEGREES = re.compile(rf"{_TITLE} (?: \s+ {_TITLE} ){{0,3}}", re.VERBOSE)
_TRADE = re.compile(rf"\s(?:{'|'.join(TRADES)})\b.*", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?")
_SEPARATOR = re.compile(
    r"(?= [\s,،&/;+|] )"  # to look for what it starts with halves the time
    r"(?: (?P<comma> \s* [,،] \s* (?: (?: dan | and | & ) \s+ )? )"
    r"| \s+ (?: dan | and | serta | و ) \s+ | \s* [&/;+|\n] \s* | \s+ [-–—] \s+ )",
    re.VERBOSE,
)
_ROLES, _EMPLOYERS = frozenset(ROLES), frozenset(EMPLOYERS)
_LETTER = re.compile(r"\w")
_EDGES = ' \t\n*:;,،-–—_|•·/\\"“”'


def canonical_name(text: str) -> str | None:
    """Return the first name in *text*, without brackets and role; ``None`` where there is none.

    >>> canonical_name("Ali Karim, Redaktur Senior Mi’raj News Agency (MINA)*")
    'Ali Karim'
    >>> canonical_name("Dr. Hamid Saleh, M.A.")
    'Dr. Hamid Saleh, M.A.'
    >>> canonical_name("sajadi")
    'sajadi'
    """
    return next(iter(split_names(text)), None)


def split_names(text: str) -> list[str]:
    """Return the names in *text*, each once, in order.

    >>> split_names("Rudi Karim, S.Pd.I, Ismet Hadi dan Nur Aini (MINA)")
    ['Rudi Karim, S.Pd.I', 'Ismet Hadi', 'Nur Aini']
    >>> split_names(", Redaktur Senior Mi’raj News Agency (MINA)")
    []
    """
    if not text:  # a header seldom names an editor
        return []
    names: list[str] = []
    after_role = False
    for piece, after_comma in _pieces(text):
        if after_comma and names and not after_role and _DEGREES.fullmatch(piece):
            names[-1] += f", {piece}"
        elif _is_role(piece):
            after_role = True
        elif name := _without_trade(piece):
            names.append(name)
            after_role = False
    return list(dict.fromkeys(map(_without_full_stop, names)))


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Return what stands between separators, and whether the separator before it was a comma."""
    folded = fold(text)
    bare = _BRACKETS.sub("", folded) if "(" in folded or "[" in folded else folded
    pieces: list[tuple[str, bool]] = []
    at, comma = 0, False
    for separator in _SEPARATOR.finditer(bare):
        pieces.append((bare[at : separator.start()].strip(_EDGES), comma))
        at, comma = separator.end(), separator["comma"] is not None
    pieces.append((bare[at:].strip(_EDGES), comma))
    return [(piece, comma) for piece, comma in pieces if _LETTER.search(piece)]


def _is_role(piece: str) -> bool:
    """Tell whether *piece* says what somebody is or where they work."""
    first = piece.partition(" ")[0].replace("'", "’").rstrip(".")
    return first.casefold() in _ROLES or first in _EMPLOYERS


def _without_trade(piece: str) -> str:
    """Return *piece* up to a trade that follows the name without a comma."""
    return _TRADE.sub("", piece).strip(_EDGES)


def _without_full_stop(name: str) -> str:
    """Return *name* without the full stop of its line; that of a title or an initial stays."""
    last = name.replace(",", " ").rpartition(" ")[2]
    is_short_form = _DEGREES.fullmatch(last) or len(last) == 2  # "S."
    return name if is_short_form else name.rstrip(". ")
