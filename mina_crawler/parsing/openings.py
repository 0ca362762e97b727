"""How boilerplate opens: nearly all prose is told from it by three characters."""

from __future__ import annotations

import re

OPENINGS = """
    a+ a+a a- a-a a− a−a aa abo ada adv ala all alr and ang ap apa art av ave ayo bac bag bal ban
    bat bel ber bio by can cek cet cli com con cop daf dam dap den dib dik dil dip dit diu don dow
    e-m edi ema est fac fil fol fon fun gab get gul hah hak hal hap hom htt ikl iku ima ins isi jan
    joi kag kam kem kir kom kon lam lan las lat lea lih lik lin lis lov luc mar men mes min mod mor
    mos mun nex no pag pea per pic pin pop pos pow pre pri pro pub rat rea rec red rek rel rep sad
    sal scr seb sed sel sen sha sig sim sit ski spo sub sud suk tab tag tak tay tel tem ten ter tex
    thi thr tid tik tin tre tul tum twe twi uku und uns upd vie wak wha wow you yuk
    أخب إعل اتر اخب اشت اعل الت الر الس الم الو انض تاب تحد تعل تلغ توي تيل جدو جمي حقو رد شار صفح
    طبا عدد عن فيس قد لا مشا مقا منذ موا نشر هذا وات وسو يست
"""
"""The first three characters, without spaces, of whatever a rule names that opens with a letter.

The tests hold them to the rules, and name those that a new rule needs.
"""

_MARKS = '“”"‘«(﴿# '
"""What quotations, verses and tags open with, and of boilerplate only a player's words."""

_OPENINGS = frozenset(OPENINGS.split())
_FIGURES = re.compile(
    r"""
    (?: \w[\w'’‘`]{2,9}+ [,،]? [ ] )? \d+ [ ]? \w     # a day or an age, behind that of the week
    | [\d.,]+ [ ]? [kKmM]? [ ]? [vVkKxXtTم]          # how often it was seen
    | [xX]\b                                         # the name of a network
    """,
    re.VERBOSE,
)


def may_be_boilerplate(line: str) -> bool:
    """Tell whether *line* opens as boilerplate does, for a tenth of what its rules cost.

    >>> may_be_boilerplate("Camat Ambon membuka dapur umum."), may_be_boilerplate("Iklan")
    (False, True)
    """
    opening = line.lstrip(_MARKS)[:3].replace(" ", "").lower()
    return opening in _OPENINGS or not opening[:1].isalnum() or _FIGURES.match(line) is not None
