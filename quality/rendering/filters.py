"""WordPress's content filters as far as the corpus needs them."""

from __future__ import annotations

import re

BLOCK_COMMENT = re.compile(r"<!-- /?wp:[^>]*-->\n?")
BLOCK_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|table|tbody|tr|td|blockquote|figure|hr)\b|\[caption"
)
TAG = re.compile(r"(<[^>]*>)")
OPENING = re.compile(r"(?:(?<=[\s(\[>])|^)\"")
CAPTION = re.compile(r"\[caption[^\]]*\](<img[^>]*>)\s*(.*?)\[/caption\]", re.DOTALL)
PARAGRAPH_END = re.compile(r"</p>")


def paragraphs(content: str) -> str:
    """Wrap loose text in ``p``, as ``wpautop`` does; the block editor has done so itself."""
    if "<!-- wp:" in content:
        return BLOCK_COMMENT.sub("", content)
    chunks = (chunk.strip() for chunk in re.split(r"\n\s*\n", content))
    return "\n".join(
        chunk if BLOCK_TAG.match(chunk) else f"<p>{_breaks(chunk)}</p>" for chunk in chunks if chunk
    )


def _breaks(chunk: str) -> str:
    return re.sub(r"(?<!<br />)\n", "<br />\n", chunk)


def typography(html: str) -> str:
    """Curl quotes and lengthen dashes outside of tags, as ``wptexturize`` does."""
    pieces, before = [], " "
    for part in TAG.split(html):
        if part.startswith("<"):
            before = " " if BLOCK_TAG.match(part) or part.startswith("<br") else before
            pieces.append(part)
        elif part:
            pieces.append(_curl(part, before))
            before = part[-1]
    return "".join(pieces)


def _curl(text: str, before: str) -> str:
    curled = OPENING.sub("“", before + text)[1:]
    curled = re.sub(r'(?<=\d)"', "″", curled).replace('"', "”").replace("'", "’")
    return curled.replace(" - ", " – ").replace("...", "…")


def captions(html: str, markup: str) -> str:
    """Resolve the caption shortcode into a theme's *markup* with ``{image}`` and ``{caption}``."""
    return CAPTION.sub(lambda found: markup.format(image=found[1], caption=found[2]), html)


def insert_after_paragraphs(html: str, inserts: dict[int, str], last: str = "") -> str:
    """Put inserts after the paragraphs of those numbers, as plugins do, or at the end."""
    ends = [end.end() for end in PARAGRAPH_END.finditer(html)]
    for number in sorted(inserts, reverse=True):
        place = ends[number - 1] if number <= len(ends) else len(html)
        html = f"{html[:place]}\n{inserts[number]}\n{html[place:]}"
    return html + last
