"""Stores a story as ``post_content``: classic editor, block editor, word processor, bare divs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quality.corpus.dice import Dice
    from quality.corpus.model import Piece, Post

BLOCKS_SINCE = 2019
NEXT_PAGE = "<!--nextpage-->"
LONG_ENOUGH = 8


def _wrapper(post: Post, dice: Dice) -> str:
    if dice.odd("word paste"):
        return '<p style="text-align: justify;"><span style="font-size: 12pt;">{}</span></p>'
    if dice.odd("div paragraphs"):
        return "<div>{}</div>"
    return (
        "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->"
        if post.published.year >= BLOCKS_SINCE
        else "{}"
    )


def _page(pieces: list[Piece], wrapper: str) -> str:
    parts = []
    for piece in pieces:
        parts += (
            [wrapper.format(part) for part in piece.html.split("\n\n")]
            if piece.inline
            else [piece.html]
        )
    return "\n\n".join(parts)


def content(pieces: list[Piece], post: Post, dice: Dice) -> str:
    """Return the stored post, cut into pages where it is long."""
    wrapper = _wrapper(post, dice)
    if len(pieces) < LONG_ENOUGH or not dice.odd("multi-page"):
        return _page(pieces, wrapper)
    post.pages = dice.number(2, 4)
    size = -(-len(pieces) // post.pages)
    cuts = [pieces[start : start + size] for start in range(0, len(pieces), size)]
    post.pages = len(cuts)
    return f"\n{NEXT_PAGE}\n".join(_page(cut, wrapper) for cut in cuts)
