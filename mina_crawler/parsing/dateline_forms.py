"""The forms in which a dateline has been printed, era by era, as patterns."""

from __future__ import annotations

import re

from mina_crawler.parsing.agencies import ANY_LIST, KNOWN_LIST, OWN_LIST
from mina_crawler.parsing.calendars import MONTH, WEEKDAY
from mina_crawler.parsing.days import ANY_DAY
from mina_crawler.parsing.hijri import HIJRI_DAY
from mina_crawler.parsing.places import BODIES, PLACE, ROLES, SHORT_PLACE

_LEAD = r"\s* (?i: (?: mina\slogo | logo\smina ) \s{0,2} )? [\s,،]{0,3}"  # alt text of a picture
_DASH = r"(?: \s{0,3} [-–—―‒−]{1,2} | \s{1,2} ـ{1,3} (?=\s) ) \s{0,3}"
_GAP = r"(?: \s{0,2} [,،.:–—-] )? \s{0,3}"
_COMMA = r"\s{0,2} (?: [,،.] | (?<=\s) [-–ـ] (?=\s) )? \s{0,2}"
_WEEKDAY = rf"(?: (?i:{WEEKDAY}) [,،]? \s{{1,2}} )?"

_HIJRI = rf"(?i:{HIJRI_DAY}) (?: \s? (?: H\b\.? | هـ?(?!\w) ) )?"
_GREGORIAN = rf"(?i:{ANY_DAY}) (?: \s? [Mم](?!\w) \.? )?"
_BOTH = rf"{_HIJRI} \s{{0,2}} [/,(|–-]? \s{{0,2}} {_GREGORIAN} \)?"
_EXACT_DATES = rf"(?P<dates> {_BOTH} | {_HIJRI} | {_GREGORIAN} )"
_ROUGH_DATES = (
    rf"(?P<dates> (?: \d | (?i:{MONTH})\b ) (?=[^()\n]{{0,70}}\d{{4}}) [^()\n]{{4,75}}? )"
)

_IN_BRACKETS = r"\(\s? (?P<agencies>{}) \s?\)"
_BARE = rf"(?: (?<!\w) | (?<=logo) ) (?P<agencies> {OWN_LIST} )"
_SENTENCE = r"(?= [\"“‘'«(]? (?: [^\W\d_a-zß-ÿ] | \d ) )"
_NO_NAME = rf"(?! (?: {'|'.join((BODIES + ROLES).split())} )\b )"

_SOURCES = {
    # 2012-2017: Jakarta, 8 Rabi’ul Awwal 1437/20 Desember 2015 (MINA) –
    "dated, signed": rf"""(?: (?! (?i:{WEEKDAY}) [,،]? \s \d ) (?P<place>{PLACE}) {_GAP} )?
        {_WEEKDAY} {_ROUGH_DATES}
        \s{{0,3}} [,.]? \s? {_IN_BRACKETS.format(KNOWN_LIST)} (?: {_DASH} | [\s,:.]{{0,3}} )""",
    "dated, signed by others": rf"""(?P<place>{PLACE}) {_GAP} {_WEEKDAY} {_EXACT_DATES}
        \s{{0,3}} {_IN_BRACKETS.format(ANY_LIST)} {_DASH}""",
    # the same without brackets, or without an agency
    "dated": rf"""(?P<place>{PLACE}) {_GAP} {_WEEKDAY} {_EXACT_DATES}
        [\s,،]{{0,3}} (?: {_BARE} )? {_DASH} {_SENTENCE}
        (?! \d{{1,2}} [:.] \d{{2}} )  # the header of a page goes on with the time
        """,
    # since 2017: Jakarta, MINA –
    "signed": rf"""(?: (?P<place>{PLACE}) {_COMMA} )? (?P<dates>) {_BARE}
        (?: [,.] (?= \s? [-–—] ) )? {_DASH} (?: [-–—] \s )?""",
    "signed in brackets": rf"""(?: (?P<place>{PLACE}) {_COMMA} )? (?P<dates>)
        (?: Mi['’‘`]?raj \s (?: Islamic \s )? News \s Agency \s )?
        {_IN_BRACKETS.format(KNOWN_LIST)} {_DASH}""",
    # the agency first: MINANEWS.NET, Kudus –
    "signed before": rf"""{_BARE} \s? [,،] \s? (?P<place>{SHORT_PLACE}) (?P<dates>)
        \s{{0,2}} [-–—]{{1,2}} \s{{1,3}} {_SENTENCE}
        (?! [^\n]{{0,80}} \s[–—-]\s )               # a pair of dashes is an aside
        """,
    # a slip of the finger for the dash
    "signed, odd sign": rf"""(?P<place>{SHORT_PLACE}) [,،] \s? (?P<dates>) (?P<agencies>MINA)
        \s? [:|~] \s {_SENTENCE}""",
    # once: Semarang, MINA Prominent scholars
    "signed, no dash": rf"""(?P<place>{SHORT_PLACE}) [,،] \s{{0,2}} (?P<dates>)
        (?P<agencies>MINAN?) \s {_NO_NAME} (?= [“"‘]? [^\W\d_a-zß-ÿ]\w+ \s+ )""",
    # once: Jakarta –
    "place": rf"""(?! {OWN_LIST} \s?[,،] )
        (?P<place>{SHORT_PLACE}) (?P<dates>) (?P<agencies>) \s [-–—] \s
        (?! (?i:{WEEKDAY}|{MONTH})\b ) {_SENTENCE}
        (?! [^\n]{{0,80}} \s[–—-]\s )               # a pair of dashes is an aside
        (?= [^\n]{{40}} ) (?= [^\n]{{0,1500}} \. )  # no subhead: a paragraph follows
        """,
    # 2013-2015, Arabic: the place is on the next line
    "date line": rf"""(?P<place>)(?P<agencies>) {_WEEKDAY}
        (?P<dates> {_BOTH} | {_HIJRI} ) \s{{0,3}} (?: \n | $ )""",
}

FORMS = {name: re.compile(_LEAD + source, re.VERBOSE) for name, source in _SOURCES.items()}
"""Name -> pattern with the groups ``place``, ``dates`` and ``agencies``, the surest form first."""

_NEEDS = {
    "dated, signed": {"day", "bracket"},
    "dated, signed by others": {"day", "bracket"},
    "dated": {"day", "dash"},
    "signed": {"name", "any dash"},
    "signed in brackets": {"bracket", "any dash"},
    "signed before": {"name", "comma", "any dash"},
    "signed, odd sign": {"name", "comma"},
    "signed, no dash": {"name", "comma"},
    "place": {"dash"},
    "date line": {"day"},
}


def forms_with(signs: frozenset[str]) -> list[re.Pattern[str]]:
    """Return the forms that a text can have which opens with these *signs*, the surest first."""
    return [form for name, form in FORMS.items() if _NEEDS[name] <= signs]
