"""The words that can name the place where a story was filed, and those that cannot."""

from __future__ import annotations

import re

from mina_crawler.parsing import calendars, hijri
from mina_crawler.parsing.spellings import APOSTROPHES, key_of

PARTICLES = "dan|and|di|of|the|de|del|la|el|al|as|ash|at|bin"
"""Words of a name that are spelt small."""

_NOT_SMALL = r"[^\W\d_a-zß-ÿـ]"
_MORE = rf"(?: \w | [{APOSTROPHES}] | -(?=\w) ){{0,29}}"
_WORD = rf"""(?:
      (?: {_NOT_SMALL}\w{{0,4}} \. ){{1,3}}                               # Kab., D.C.
    | {_NOT_SMALL} {_MORE}
    | (?: {PARTICLES} ) (?!\w) {_MORE}
)"""

PLACE = rf"(?: {_WORD} (?: (?: \s? [,،/] \s{{0,2}} | \s{{1,2}} ) {_WORD} ){{0,7}}? )"
"""A place of several parts, the shortest that fits; needs ``re.VERBOSE``, minds the case."""

SHORT_PLACE = rf"(?: {_WORD} (?: (?: [,،] \s{{0,2}} | \s ) {_WORD} ){{0,3}}? )"

OPENERS = """
    Menurut Menurutnya Kata Ujar Selain Namun Tetapi Sementara Sebelumnya Sedangkan Demikian Dalam
    Pada Dari Untuk Kepada Ketika Saat Setelah Sejak Karena Oleh Dengan Jika Bila Kalau Adapun
    Sebagai Hingga Sampai Lalu Kemudian Bagi Tentang Terkait Seperti Bahwa Apakah Mengapa Bagaimana
    According However Meanwhile While When After Before Since For From With By The This That In On
    At As If But And He She They It His Her Their
    قال قالت أعلن أعلنت وقال وقالت وأعلن ذكر ذكرت وذكر أفاد أفادت وأفاد صرح وفي وكان كما هذا هذه
"""
ROLES = """
    Wartawan Reporter Redaktur Redaksi Editor Jurnalis Koresponden Kontributor Correspondent
    Journalist Contributor Direktur Pemimpin Director Chief Kantor Berita Tim Staff Team Oleh
    Penulis Foto Photo Sumber Source Video Baca Also Read Lihat Catatan مراسل وكالة
"""
OFFICES = """
    Ketua Sekretaris Kepala Presiden Menteri Anggota Pimpinan Chairman President Minister
"""
THINGS = """
    Islam Allah Nabi Rasulullah Muhammad Quran Alquran Hadits Sunnah Iman Takwa Shalat Salat Zakat
    Puasa Haji Umrah Dakwah Tanya Jawab Pertanyaan Assalamualaikum Alhamdulillah Bismillah Tausiyah
    Khutbah Opini Doa Pertama Kedua Ketiga Keempat Kelima First Second Third Isra
"""
BODIES = "Foundation Network Institute News Indonesia TV Arab Channel Talk"
"""What follows ``MINA`` where it is a name of its own."""

_NEVER = frozenset(
    key_of(word)
    for words in (
        OPENERS.split(),
        ROLES.split(),
        OFFICES.split(),
        THINGS.split(),
        *calendars.MONTHS.values(),
        *calendars.WEEKDAYS,
        *hijri.MONTHS.values(),
    )
    for word in words
)
_ARABIC = re.compile(r"[\u0621-\u064a]")
_COMMA = re.compile(r" ?([,،]) ?")
_LONGEST_ARABIC_PLACE = 5  # words: the script has no capitals to tell a name by


def is_place(words: str) -> bool:
    """Tell whether *words*, capitalised as names are, can be a place.

    >>> is_place("Al-Muhajirun, Lampung Selatan"), is_place("Menurut")
    (True, False)
    """
    if key_of(words) in _NEVER or key_of(words.strip().partition(" ")[0].strip(",،")) in _NEVER:
        return False
    return not _ARABIC.search(words) or len(words.split()) <= _LONGEST_ARABIC_PLACE


def canonical_place(words: str) -> str:
    """Return *words* with one space after each comma and between words, the case as printed.

    >>> canonical_place("Cileungsi,Bogor")
    'Cileungsi, Bogor'
    """
    place = " ".join(words.split())
    return _COMMA.sub(r"\1 ", place).strip() if "," in place or "،" in place else place
