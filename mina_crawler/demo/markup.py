"""A story as WordPress stores it: pages of HTML fragments, with the habits of their years."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from mina_crawler.demo.chance import draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mina_crawler.demo.edition import Edition
    from mina_crawler.demo.story import Element, Photo, Story

ENTITIES = str.maketrans({"“": "&#8220;", "”": "&#8221;", "’": "&#8217;", "–": "&#8211;"})
RESIDUE = 'sebuah-foto-300x199.jpg" alt="" width="300" height="199" /> '
"""What is left of a picture whose tag lost its beginning."""


def pages(story: Story, root: str, credit_label: str) -> list[list[str]]:
    """Return the fragments of each page: one block each, list entries apart from their list."""
    printed: list[list[str]] = [[]]
    for kind, run in groupby(_with_marks(story), key=lambda part: part.kind):
        if kind == "page":
            printed.append([])
        else:
            printed[-1] += WRAPPERS[kind](list(run), story, root, credit_label)
    return printed


def stored(story: Story, edition: Edition, root: str) -> str:
    """Return the whole post as feeds and the REST API hand it out, page breaks included."""
    printed = ["\n".join(page) for page in pages(story, root, edition.credit)]
    body = "\n<!--nextpage-->\n".join(printed)
    return "\n".join([*opening(story, edition.by), body, *closing(story, edition.promo)])


def closing(story: Story, promo: str) -> list[str]:
    """Return what stands after the story in the post itself."""
    words = [escape(story.signature)] if story.signature else []
    return [f"<p>{line}</p>" for line in [*words, *([promo] if story.promo else [])]]


def opening(story: Story, label: str) -> list[str]:
    """Return what stands before the story in the post itself."""
    if story.role is None:
        return []
    return [f"<p><strong>{label}: {escape(story.author.name)}, {escape(story.role)}</strong></p>"]


def _with_marks(story: Story) -> Iterator[Element]:
    """Put the dateline before the first paragraph and the desk code after the last."""
    raw = story.dateline.raw if story.dateline else ""
    first, *middle, last = story.elements
    yield first._replace(text=raw + first.text)
    yield from middle
    yield last._replace(text=last.text + story.end_mark)


def inline(text: str, story: Story) -> str:
    """Return escaped text with the entities, bold words and odd tags of a real editor."""
    html = escape(text, quote=False)
    if draw(0, story.number, "entities", 2):
        html = html.translate(ENTITIES)
    if draw(0, story.number, "nbsp", 4) == 0:
        html = html.replace(", ", ",&nbsp;", 1)
    if draw(0, story.number, "bold", 5) == 0:
        head, space, rest = html.partition(" ")
        html = f"<strong>{head[:3]}</strong>{head[3:]}{space}{rest}" if "&" not in head else html
    return html.replace("\n", "<br />\n")


def _paragraphs(run: list[Element], story: Story, root: str, _label: str) -> list[str]:
    lines = [inline(part.text, story) for part in run]
    lines = [_linked(line, story, root) for line in lines]
    if run[0].text.startswith(story.dateline.raw if story.dateline else "\0"):
        place = escape(story.dateline.place or "") if story.dateline else ""
        lines[0] = lines[0].replace(place, f"<strong>{place}</strong>", 1)
        if story.number % 97 == 11:
            lines[0] = escape(RESIDUE, quote=False) + lines[0]
    printed = [f"<p>{line}</p>" for line in lines]
    empty = draw(0, story.number, "empty", 6) == 0
    return [*printed, "<p>&nbsp;</p>"] if empty else printed


def _linked(line: str, story: Story, root: str) -> str:
    """Link the first mention of a tag, as the newsroom does."""
    tag = escape(story.tags[0], quote=False)
    slug = tag.lower().replace(" ", "-")
    return line.replace(f" {tag} ", f' <a href="{root}/tag/{slug}/">{tag}</a> ', 1)


def _subheads(run: list[Element], story: Story, _root: str, _label: str) -> list[str]:
    form = ("<h2>{}</h2>", "<h3>{}</h3>", "<p><strong>{}</strong></p>")
    return [form[draw(0, story.number, "subhead", 3)].format(escape(part.text)) for part in run]


def _list(run: list[Element], story: Story, _root: str, _label: str) -> list[str]:
    tag = run[0].kind
    return [f"<{tag}>", *(f"<li>{inline(part.text, story)}</li>" for part in run), f"</{tag}>"]


def _quotes(run: list[Element], _story: Story, _root: str, _label: str) -> list[str]:
    return [f"<blockquote><p>{escape(part.text)}</p></blockquote>" for part in run]


def _verses(run: list[Element], _story: Story, _root: str, _label: str) -> list[str]:
    return [f'<p dir="rtl" style="text-align: right;">{escape(part.text)}</p>' for part in run]


def _table(run: list[Element], _story: Story, _root: str, _label: str) -> list[str]:
    rows = [[f"<td>{escape(cell)}</td>" for cell in part.text.split(" | ")] for part in run]
    body = "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
    table = f"<table><tbody>\n{body}\n</tbody></table>"
    return [f'<figure class="wp-block-table">{table}</figure>']


def _pictures(run: list[Element], story: Story, root: str, label: str) -> list[str]:
    return [figure(story.photos[int(part.text)], root, label) for part in run]


def figure(photo: Photo, root: str, label: str) -> str:
    """Return a picture with the words under it."""
    return (
        '<figure class="wp-caption aligncenter">'
        f'<img decoding="async" src="{root}{photo.path}" alt="" width="640" height="427" />'
        f'<figcaption class="wp-caption-text">{caption(photo, label)}</figcaption></figure>'
    )


def caption(photo: Photo, label: str) -> str:
    """Return the words under a picture, with its credit in brackets."""
    credit = f"({label}: {photo.credit})" if photo.credit else ""
    return escape(" ".join(filter(None, (photo.caption, credit))), quote=False)


WRAPPERS: dict[str, Callable[[list[Element], Story, str, str], list[str]]] = {
    "p": _paragraphs,
    "h": _subheads,
    "ul": _list,
    "ol": _list,
    "quote": _quotes,
    "verse": _verses,
    "row": _table,
    "picture": _pictures,
}
