"""The agency's signature under a story."""

from __future__ import annotations

import re

LONGEST = 60

_OPENING = re.compile(
    r"[\W\d_]*(?:(?:المصدر|[Ss]umber|[Ss]ource)[\W\d_]*)?(?:[mM][\W\d_]*[iI]|و[\W\d_]*ك)"
)
_LETTERS = re.compile(r"[^\W\d_]+")

# Compared without spaces, apostrophes, brackets and full stop, where most typos are.
_SIGNATURE = re.compile(
    r"""
    (?: المصدر | sumber | source )?
    (?:
      mi+r+a[jh]?j?                 # also "Mi’ra"
      (?: islam (?: ic | i )? )?    # 2014-2017
      news? ag[ea]n[gc]{1,2}y
      (?: mina )?
    | وكالة (?: مينا | معراج ) (?: الإسلامية | الاسلامية )? لل[أا]نباء (?: الإسلامية )? (?: مينا )?
    )
    """,
    re.VERBOSE,
)


def is_signature(text: str) -> bool:
    """Tell whether the whole of *text* is the agency's signature.

    >>> is_signature("Mi’raj News Agency (MINA)")
    True
    >>> is_signature("The Mi’raj News Agency (MINA) was founded in 2012.")
    False
    """
    if len(text) > LONGEST or not _OPENING.match(text):
        return False
    return _SIGNATURE.fullmatch("".join(_LETTERS.findall(text)).casefold()) is not None
