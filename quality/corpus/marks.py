"""The marks a newsroom leaves on a story: desk codes, signatures, bylines, promo tails."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quality.corpus import people

if TYPE_CHECKING:
    from datetime import date

    from quality.corpus.dice import Dice

KINDS = ("T", "L", "T", "L", "TL", "LKG")
REPORTERS = ("RI-1", "Sj", "R05", "B05", "hrn/B03", "M09/R05", "nda", "P011", "Ast", "Nia", "RS2")
EDITORS = ("P1", "R05", "RS3", "RE1", "IR", "R03", "P2", "P001", "B05")
END_MARK_SINCE = (2024, 12)
ISLAMIC_YEARS = range(2014, 2018)
PROMO = (
    "Ikuti saluran WhatsApp Kantor Berita MINA untuk dapatkan berita terbaru seputar Palestina "
    "dan dunia Islam. Klik disini."
)
"""The tail that asks to follow the channel; its last words are a link."""


class Code(NamedTuple):
    """What follows the last sentence, and the code it holds."""

    printed: str
    code: str | None


def desk_code(day: date, dice: Dice) -> Code:
    """Return the end of the last paragraph: a code, or ``[]`` since December 2024."""
    if dice.odd("no desk code"):
        return Code("", None)
    glue = "" if dice.odd("desk code glued") else " "
    if (day.year, day.month) >= END_MARK_SINCE:
        return Code(f"{glue}[]", None)
    parts = [dice.pick(KINDS), dice.pick(EDITORS)]
    if dice.number(0, 5):
        parts.insert(1, dice.pick(REPORTERS))
    code = "/".join(parts)
    printed = f"( {code.replace('/', ' / ')} )" if dice.odd("desk code spaced") else f"({code})"
    return Code(glue + printed + ("." if dice.odd("desk code stop") else ""), code)


def signature(edition: str, day: date, dice: Dice) -> str | None:
    """Return the agency's name under the story, as it was written in those years."""
    if dice.odd("no signature"):
        return None
    if edition == "ar":
        return "وكالة مينا للأنباء"
    if dice.odd("signature typo"):
        return "Mi’ra News Agency (MINA)"
    name = (
        "Mi’raj Islamic News Agency (MINA)"
        if day.year in ISLAMIC_YEARS
        else "Mi’raj News Agency (MINA)"
    )
    return name + ("." if dice.odd("signature stop") else "")


class Byline(NamedTuple):
    """A byline of the story's own, as HTML and text, and the people it names."""

    html: str
    text: str
    reporters: list[str]
    editors: list[str]


HEADS = {
    "id": ("Oleh: {n}{r}", "Oleh {n}{r}", "Oleh : {n}{r}", "Penulis: {n}", "OLEH: {n}{r}"),
    "en": ("By: {n}", "By {n}{r}"),
    "ar": (),
}
FEET = {
    "id": (
        "Wartawan: {n}",
        "Reporter: {n}",
        "Reporter : {n}",
        "Penulis: {n}{r}",
        "Penulis : {n}",
        "Wartawan {n}",
    ),
    "en": ("Reporter: {n}", "Wartawan: {n}"),
    "ar": (),
}
EDITED = ("Editor: {e}", "Redaktur: {e}", "Editor : {e}", "Redaktur : {e}")
JOINTS = ("<br />\n", " ", "\n\n")


def head_byline(edition: str, author: str, names: list[str], dice: Dice) -> Byline | None:
    """Return ``Oleh: …`` as it stands over an opinion; the name may be a link, or missing."""
    if not HEADS[edition]:
        return None
    role = dice.pick(people.ROLES) if edition == "id" else ""
    if edition == "id" and dice.odd("missing name"):
        text = "Oleh : , Redaktur Senior Mi’raj Islamic News Agency (MINA)"
        return Byline(text, text, [], [])
    form, printed = dice.pick(HEADS[edition]), people.enumerate_names(names, dice)
    linked = printed.replace(
        author, f'<a href="https://minanews.net/author/{people.login(author)}/">{author}</a>'
    )
    shown = linked if dice.odd("linked name") else printed
    return Byline(form.format(n=shown, r=role), form.format(n=printed, r=role), names, [])


def foot_byline(edition: str, names: list[str], editor: str | None, dice: Dice) -> Byline | None:
    """Return ``Reporter: …`` and ``Editor: …`` as they stand under a story."""
    if not FEET[edition]:
        return None
    text = dice.pick(FEET[edition]).format(
        n=people.enumerate_names(names, dice), r=dice.pick(people.ROLES[:4])
    )
    if editor is None:
        return Byline(text, text, names, [])
    second = dice.pick(EDITED).format(e=editor)
    return Byline(text + dice.pick(JOINTS) + second, f"{text}\n{second}", names, [editor])
