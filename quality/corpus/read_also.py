"""Read-also links that editors put into the post themselves."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quality.corpus.addresses import slugify
from quality.corpus.model import Link, Piece
from quality.prose.grammar import grow

if TYPE_CHECKING:
    from quality.corpus.dice import Dice

PREFIXES = {
    "id": ("Baca Juga:", "Baca juga:", "BACA JUGA:", "Baca Juga :", "Baca juga"),
    "en": ("Also Read:", "Read Also:", "Also read:", "ALSO READ:"),
    "ar": ("اقرأ أيضا", "قراءة المزيد:", "اقرأ أيضاً:"),
}
BLOCKS = (
    "<p><strong>{prefix} {link}</strong></p>",
    "<blockquote><p>{prefix} {link}</p></blockquote>",
    "<div>{prefix}&nbsp; {link}</div>",
    "<p>{prefix}&nbsp;{link}</p>",
    "<p>{prefix}<br />{link}</p>",
)


def link(edition: str, dice: Dice) -> Link:
    """Return a link to an invented story."""
    title = grow(edition, "headline", dice)
    host = "minanews.net" if edition == "id" else f"{edition}.minanews.net"
    return Link(title, f"https://{host}/{slugify(title)}-{dice.number(100, 99999)}/")


def anchor(to: Link) -> str:
    """Return the link as HTML, or its bare title."""
    return f'<a href="{to.url}">{escape(to.title)}</a>' if to.url else escape(to.title)


def block(edition: str, dice: Dice) -> tuple[Piece, list[Link], str]:
    """Return a block of its own, its links and the words that must go."""
    prefix = dice.pick(PREFIXES[edition])
    if dice.odd("read-also list"):
        links = [link(edition, dice) for _ in range(dice.number(2, 3))]
        items = "".join(f"<li>{anchor(each)}</li>" for each in links)
        return Piece(f"<p><strong>{prefix}</strong></p>\n<ul>{items}</ul>"), links, prefix
    to = link(edition, dice)
    if ":" in prefix and dice.odd("unlinked read-also"):
        to = Link(to.title, None)
    return Piece(dice.pick(BLOCKS).format(prefix=prefix, link=anchor(to))), [to], prefix


def glued(edition: str, dice: Dice) -> tuple[str, Link, str]:
    """Return the tail of a paragraph, its link and the words that must go."""
    to = link(edition, dice)
    prefix = dice.pick(PREFIXES[edition][:3])
    return f" {prefix} {anchor(to)}", to, prefix
