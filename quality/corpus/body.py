"""The paragraphs of a story, in the genres of the newsroom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quality.corpus.markup import dress, stored
from quality.corpus.model import Piece
from quality.prose.grammar import grow, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from quality.corpus.dice import Dice

SUBHEADS = ("<h3>{}</h3>", "<strong>{}</strong>", "{}", "<h2>{}</h2>")
VERSES = ("إِنَّ مَعَ الْعُسْرِ يُسْرًا", "فَاصْبِرْ صَبْرًا جَمِيلًا", "وَتَعَاوَنُوا عَلَى الْبِرِّ وَالتَّقْوَىٰ")
GLUED = {
    "id": ("katanya.yang", "ujarnya.Insya"),
    "en": ("he said.which", "she added.God"),
    "ar": ("قال.الذي", "قال.وهو"),
}
RESIDUE = 'banjir-{n}-300x199.jpg" alt="" width="300" height="199" /> '
RESIDUE_MARK = "banjir-"
RESIDUE_END = "/&gt; "


def prose(edition: str, dice: Dice) -> Piece:
    """Return a paragraph, with the slips of a newsroom in a hurry."""
    text = paragraph(edition, dice)
    if dice.odd("glued words"):
        text = f"{text} {dice.pick(GLUED[edition])} {grow(edition, 'claim', dice)}."
    if dice.odd("double stop"):
        text += "."
    if dice.odd("break"):
        text = f"{text}\n{paragraph(edition, dice)}"
    html = dress(text, dice)
    if dice.odd("residue"):
        html = stored(RESIDUE.format(n=dice.number(10, 99))) + html
    return Piece(html, (text,), inline=True)


def subhead(edition: str, dice: Dice) -> Piece:
    """Return a subhead: a heading, a bold paragraph, or just a short one."""
    text, form = grow(edition, "subhead", dice), dice.pick(SUBHEADS)
    return Piece(form.format(stored(text)), (text,), inline=not form.startswith("<h"))


def bullet_list(edition: str, dice: Dice) -> Piece:
    """Return a list, numbered or not."""
    items = [grow(edition, "item", dice) for _ in range(dice.number(3, 5))]
    tag = dice.pick(("ol", "ul"))
    rows = "".join(f"<li>{stored(item)}</li>\n" for item in items)
    return Piece(f"<{tag}>\n{rows}</{tag}>", tuple(items))


def typed_list(edition: str, dice: Dice) -> Piece:
    """Return a list whose numbers were typed, each a paragraph."""
    items = [f"{n}. {grow(edition, 'item', dice)}" for n in range(1, dice.number(3, 5) + 1)]
    return Piece("\n\n".join(stored(item) for item in items), tuple(items), inline=True)


def quotation(edition: str, dice: Dice) -> Piece:
    """Return a block quotation."""
    text = paragraph(edition, dice)
    return Piece(f"<blockquote>\n<p>{stored(text)}</p>\n</blockquote>", (text,))


def table(edition: str, dice: Dice) -> Piece:
    """Return a table of goods."""
    rows = [
        (str(n), grow(edition, "goods", dice), grow(edition, "number", dice))
        for n in range(1, dice.number(3, 6))
    ]
    html = "".join(
        "<tr>" + "".join(f"<td>{stored(cell)}</td>" for cell in row) + "</tr>\n" for row in rows
    )
    return Piece(
        f"<table>\n<tbody>\n{html}</tbody>\n</table>", tuple(" | ".join(row) for row in rows)
    )


def verse(edition: str, dice: Dice) -> Piece:
    """Return an Arabic verse with its translation and reference."""
    arabic, note = dice.pick(VERSES), grow(edition, "verse_note", dice)
    html = f'<p style="text-align: right;" dir="rtl">{arabic}</p>\n\n<p>{stored(note)}</p>'
    return Piece(html, (arabic, note))


EXTRAS: dict[str, tuple[Callable[[str, Dice], Piece], ...]] = {
    "subhead": (subhead,),
    "list": (bullet_list, typed_list),
    "quote": (quotation,),
    "table": (table,),
    "verse": (verse,),
}


def news(edition: str, dice: Dice) -> list[Piece]:
    """Return the parts of a news story or an essay, the last of them prose."""
    pieces = []
    for _ in range(dice.number(5, 12)):
        pieces.append(prose(edition, dice))
        pieces += [
            dice.pick(write)(edition, dice) for extra, write in EXTRAS.items() if dice.odd(extra)
        ]
        if dice.odd("empty paragraph"):
            pieces.append(Piece("&nbsp;", inline=True))
    return [*pieces, prose(edition, dice)]


def interview(edition: str, dice: Dice) -> list[Piece]:
    """Return questions and answers, in the form of the agency's interviews."""
    pieces = [prose(edition, dice)]
    asker, answerer = ("MINA: ", "Narasumber: ") if dice.number(0, 1) else ("", "")
    for _ in range(dice.number(4, 8)):
        question = asker + grow(edition, "question", dice)
        answer = answerer + paragraph(edition, dice)
        pieces.append(Piece(f"<strong>{stored(question)}</strong>", (question,), inline=True))
        pieces.append(Piece(stored(answer), (answer,), inline=True))
    return [*pieces, prose(edition, dice)]
