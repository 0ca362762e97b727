"""Puts a story together: byline, caption, dateline, paragraphs, code, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quality.corpus import body, datelines, marks, people, pictures, read_also, typesetting
from quality.corpus.markup import stored
from quality.corpus.model import Piece

if TYPE_CHECKING:
    from quality.corpus.dice import Dice
    from quality.corpus.model import Picture, Post

SIGNATURES = ("<strong>{}</strong>", "<b>{}</b>", "{}")
LINKED_CITY = '<a href="https://minanews.net/tag/{slug}/">{city}</a>'


def write(post: Post, dice: Dice) -> None:
    """Fill in *post*'s content and the truth about it."""
    post.noise = {"read_also": [], "boilerplate": []}
    post.truth = {"dateline": None, "desk_code": None, "reporters": [], "editors": []}
    pieces = _paragraphs(post, dice)
    shown: list[Picture] = []
    pieces = [*_head(post, dice), *_opening(post, pieces, shown, dice)]
    pieces = _signed(post, pieces, dice) + _foot(post, dice)
    post.truth["text"] = "\n\n".join(block for piece in pieces for block in piece.blocks)
    post.truth["images"] = [picture.truth() for picture in shown]
    post.content = typesetting.content(pieces, post, dice)


def _paragraphs(post: Post, dice: Dice) -> list[Piece]:
    """Return the story itself with dateline, code and stored read-also links in their places."""
    pieces = (
        body.interview(post.edition, dice)
        if post.genre == "interview"
        else body.news(post.edition, dice)
    )
    if post.genre == "news" and not dice.odd("no dateline"):
        pieces[0] = _datelined(post, pieces[0], dice)
    if post.genre != "sermon":
        pieces = _coded(post, pieces, dice)
    for place in range(len(pieces) - 2, 1, -1):
        pieces[place:place] = _stored_links(post, dice)
    if dice.odd("glued read-also"):
        pieces = _glued(post, pieces, dice)
    if any(body.RESIDUE_MARK in piece.html for piece in pieces):
        post.noise["boilerplate"].append(body.RESIDUE_MARK)
    return pieces


def _datelined(post: Post, first: Piece, dice: Dice) -> Piece:
    printed = datelines.dateline(post.edition, post.published.date(), dice)
    post.truth["dateline"] = printed.truth
    post.noise["boilerplate"].append(printed.text.strip(" –—-"))
    html = stored(printed.text)
    place = printed.truth["place"]
    if place and dice.odd("dateline link"):
        html = html.replace(place, LINKED_CITY.format(slug="kota", city=place), 1)
    if dice.odd("dateline in tags"):
        html = f"<strong>{html.rstrip()}</strong>{html[len(html.rstrip()) :]}"
    if dice.odd("logo before dateline"):
        html = f"mina logo{html}"
    residue, mark, rest = first.html.rpartition(body.RESIDUE_END)
    return Piece(residue + mark + html + rest, first.blocks, inline=True)


def _coded(post: Post, pieces: list[Piece], dice: Dice) -> list[Piece]:
    code = marks.desk_code(post.published.date(), dice)
    post.truth["desk_code"] = code.code
    if code.printed:
        post.noise["boilerplate"].append(code.printed.strip(". "))
    last = pieces[-1]
    if code.code and dice.odd("desk code alone"):
        return [*pieces, Piece(code.printed.strip(), inline=True)]
    return [*pieces[:-1], Piece(last.html + code.printed, last.blocks, inline=True)]


def _stored_links(post: Post, dice: Dice) -> list[Piece]:
    if not dice.odd("stored read-also"):
        return []
    piece, links, prefix = read_also.block(post.edition, dice)
    post.related += links
    post.noise["read_also"] += [prefix, *(link.title for link in links)]
    return [piece]


def _glued(post: Post, pieces: list[Piece], dice: Dice) -> list[Piece]:
    tail, link, prefix = read_also.glued(post.edition, dice)
    places = [
        n
        for n, piece in enumerate(pieces[1:-1], 1)
        if piece.inline and len(piece.blocks) == 1 and len(piece.html) > 120
    ]
    if not places:
        return pieces
    place = dice.pick(places)
    post.related.append(link)
    post.noise["read_also"] += [prefix, link.title]
    pieces[place] = Piece(pieces[place].html + tail, pieces[place].blocks, inline=True)
    return pieces


def _head(post: Post, dice: Dice) -> list[Piece]:
    """Return ``Oleh: …`` of an essay; a news story has none."""
    if post.genre not in {"opinion", "sermon"}:
        return []
    if " " in post.author and dice.odd("academic titles"):
        post.author = people.titled(post.author, dice)
    if post.edition == "id" and dice.odd("title byline"):
        post.printed_title = f"{post.title} (Oleh: {post.author})"
        post.truth["reporters"] = [post.author]
        return []
    byline = marks.head_byline(post.edition, post.author, [post.author], dice)
    if byline is None:
        return []
    post.truth["reporters"] = byline.reporters
    post.noise["boilerplate"].append(byline.text)
    return [Piece(byline.html, inline=True)]


def _opening(post: Post, pieces: list[Piece], shown: list[Picture], dice: Dice) -> list[Piece]:
    """Return the story with its pictures and, in front of the dateline, perhaps a caption."""
    day = post.published.date()
    if dice.odd("story picture"):
        picture = pictures.picture(post.edition, day, dice)
        shown.append(picture)
        pieces = [*pieces[:2], pictures.piece(picture, dice), *pieces[2:]]
        post.noise["boilerplate"] += [picture.printed]
    if (
        post.thumbnail
        and post.thumbnail.printed
        and post.truth["dateline"]
        and dice.odd("caption first")
    ):
        post.leading_caption = post.thumbnail
        post.noise["boilerplate"].append(post.thumbnail.printed)
        pieces = [Piece(stored(post.thumbnail.printed), inline=True), *pieces]
    return pieces


def _signed(post: Post, pieces: list[Piece], dice: Dice) -> list[Piece]:
    """Return the story with its signature, a paragraph or, seldom, only a line of its own."""
    signature = marks.signature(post.edition, post.published.date(), dice)
    if signature is None:
        return pieces
    post.noise["boilerplate"].append(signature)
    html, last = dice.pick(SIGNATURES).format(signature), pieces[-1]
    if last.inline and dice.odd("signature line"):
        return [*pieces[:-1], last._replace(html=f"{last.html}<br />\n{html}")]
    return [*pieces, Piece(html, inline=True)]


def _foot(post: Post, dice: Dice) -> list[Piece]:
    """Return byline and promo tail."""
    pieces = []
    if post.genre in {"news", "interview"} and dice.odd("body byline"):
        pieces += _foot_byline(post, dice)
    if dice.odd("promo"):
        post.noise["boilerplate"].append(marks.PROMO)
        pieces.append(Piece(marks.PROMO, inline=True))
    return pieces


def _foot_byline(post: Post, dice: Dice) -> list[Piece]:
    names = [post.author]
    if dice.odd("two reporters"):
        names.append(people.person(post.edition, dice))
    byline = marks.foot_byline(post.edition, names, post.editor, dice)
    if byline is None:
        return []
    post.truth |= {"reporters": byline.reporters, "editors": byline.editors}
    post.noise["boilerplate"] += byline.text.split("\n")
    return [Piece(byline.html, inline=True)]
