"""A news story as MINA's desk writes it: what is told, and what stands around it.

picture, caption
Jakarta, MINA – The first paragraph behind its dateline.
Further paragraphs, subheads, lists, tables, pictures with captions.
The last paragraph, with its desk code. (L/R1/P2)
Mi’raj News Agency (MINA)
Wartawan: …
Editor: …
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from mina_crawler.parsing.boilerplate import name_boilerplate
from mina_crawler.parsing.bylines import opens_byline, parse_byline
from mina_crawler.parsing.caption_places import place_captions
from mina_crawler.parsing.closings import ENDINGS, are_sources, cut_behind_close
from mina_crawler.parsing.credits import cut_credits
from mina_crawler.parsing.datelines import join_datelines, partition_dateline
from mina_crawler.parsing.dates import is_timestamp
from mina_crawler.parsing.desk_codes import partition_desk_code, partition_end_mark
from mina_crawler.parsing.galley import Galley
from mina_crawler.parsing.headers import is_header
from mina_crawler.parsing.labels import is_dated_label, is_label
from mina_crawler.parsing.listed import ListCutter
from mina_crawler.parsing.residue import partition_residue, partition_shortcodes
from mina_crawler.parsing.sayings import Sayings
from mina_crawler.parsing.signatures import LONGEST as LONGEST_SIGNATURE
from mina_crawler.parsing.signatures import is_signature
from mina_crawler.parsing.split_bylines import is_byline_label, join_byline
from mina_crawler.parsing.story_captions import CaptionCutter
from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mina_crawler.items import Cut, Dateline, Picture
    from mina_crawler.parsing.blocks import Block
    from mina_crawler.parsing.bylines import Byline

LONGEST_LEAD = 8
"""Blocks among which the dateline is looked for."""

LONGEST_TITLE = 200
FEWEST_TRAILING_LINKS = 2
"""Blocks at the end that are links and nothing else: a list of other articles."""

ARROWS = ("←", "→", "«", "»", "‹", "›")
"""What stands before or behind the link to the next article."""


@dataclass(slots=True)
class Story:
    """What a story tells, and what was found and cut around it."""

    blocks: list[Block] = field(default_factory=list)
    """The prose that remains."""
    dateline: Dateline | None = None
    desk_code: str | None = None
    bylines: list[Byline] = field(default_factory=list)
    lead_captions: list[tuple[str | None, str | None]] = field(default_factory=list)
    """Captions with credits that stand before the story and under no picture of its own."""
    pictures: list[Picture] = field(default_factory=list)
    """Pictures of the story, in order."""
    lead_pictures: int = 0
    """How many of them stand before its first paragraph."""
    cuts: list[Cut] = field(default_factory=list)


def read_story(blocks: Sequence[Block], title: str, caption: str | None = None) -> Story:
    """Read *blocks*, from which the read-also links are gone.

    *title* is the headline and *caption* that of the main picture: themes print both again.
    """
    reader = _StoryReader(blocks, title, caption)
    reader.cut_residue()
    reader.cut_furniture()
    reader.cut_ending()
    reader.cut_bylines()
    reader.cut_lead()
    reader.cut_captions()
    reader.cut_behind_end()
    return reader.finish()


class _StoryReader:
    """Takes a story apart; each method cuts one kind of thing."""

    def __init__(self, blocks: Sequence[Block], title: str, caption: str | None) -> None:
        self.story = Story()
        self._titles = Sayings([title])
        self._galley = Galley(blocks)
        self._captions = CaptionCutter(self._galley, caption or title)
        self._end: int | None = None

    def finish(self) -> Story:
        """Return the story."""
        placed = place_captions(self._galley.blocks, self._captions.found)
        self.story.pictures, self.story.lead_pictures, self.story.lead_captions = placed
        self.story.blocks = self._galley.prose
        self.story.cuts = self._galley.cuts
        return self.story

    def cut_residue(self) -> None:
        """Cut the rests of torn tags, and shortcodes; what stands in one for captions is one."""
        blocks = self._galley.blocks
        for index, block in self._galley.words:
            if ">" not in block.text and "[" not in block.text:
                continue
            rest, residue = partition_residue(block.text)
            if residue:
                self._galley.cut(index, "html-residue", residue, rest)
            rest, codes = partition_shortcodes(rest)
            if codes:
                self._galley.cut(index, "shortcode", codes, fold(rest))
            if codes and index in blocks and codes.startswith("[caption"):
                blocks[index] = replace(blocks[index], kind="caption")

    def cut_furniture(self) -> None:
        """Cut the headline said again, lines that the theme prints, and links it recommends."""
        above = None
        told = False
        lists = ListCutter(self._galley)
        for index, block in self._galley.words:
            if told and block.kind == "h" and is_timestamp(block.text):
                continue  # in a report by the hour
            if lists.cut(index, block, above):
                continue
            if above in {"title", "header"} and is_dated_label(block.text):
                self._galley.cut(index, "header", block.text)
                above = "header"
            else:
                above = self._galley.cut_lines(index, self._name_furniture)
                told = told or (above is None and not is_label(block.text))
        lists.cut_pictures()

    def _name_furniture(self, text: str) -> str | None:
        if len(text) <= LONGEST_TITLE and text in self._titles:
            return "title"
        if is_header(text):
            return "header"
        return name_boilerplate(text)

    def cut_ending(self) -> None:
        """Cut the signature, the desk code and the closing mark."""
        for index, block in self._galley.words:
            if len(block.text) <= LONGEST_SIGNATURE or "\n" in block.text:
                self._galley.cut_lines(index, _name_signature)
        for index in reversed(self._galley.places):
            text = self._galley.blocks[index].text
            rest, code = partition_desk_code(text)
            rule = "desk-code"
            if code is None:
                rest, code = partition_end_mark(text)
                rule = "end-mark"
            if code is None:
                continue
            if rule == "desk-code":
                self.story.desk_code = code
            self._galley.cut(index, rule, text[len(rest) :].strip() or text, rest)
            self._end = index
            return

    def cut_bylines(self) -> None:
        """Cut the lines that say who wrote and who edited."""
        words = self._galley.words
        endings = self._galley.places_of(ENDINGS)
        foot = max(endings or [index for index, _ in words[-1:]], default=0)
        name_byline = partial(self._name_byline, is_at_foot=False)
        label = ""
        for index, block in words:
            if index >= foot:
                name_byline = partial(self._name_byline, is_at_foot=True)
            if block.kind == "h":  # "Penulis Sejarah Itu": a subhead
                continue
            if label and (byline := join_byline(label, block.text)):
                self.story.bylines.append(byline)
                self._galley.cut(index, "byline", block.text)
                label = ""
                continue
            if "\n" in block.text or opens_byline(block.text):
                self._galley.cut_lines(index, name_byline)
            label = block.text if ":" in block.text and is_byline_label(block.text) else ""
        self.story.bylines += cut_credits(self._galley)

    def _name_byline(self, text: str, *, is_at_foot: bool) -> str | None:
        byline = parse_byline(text, is_at_foot=is_at_foot)
        if byline is None:
            return None
        self.story.bylines.append(byline)
        return "byline"

    def cut_lead(self) -> None:
        """Cut the dateline, and the captions that stand before it."""
        lead = self._galley.places[:LONGEST_LEAD]
        for index in lead:
            dateline, rest = partition_dateline(self._galley.blocks[index].text)
            if dateline:
                self._galley.cut(index, "dateline", dateline["raw"], rest)
                self.story.dateline = dateline if rest else self._continued(dateline, lead, index)
                self._captions.cut_above(lead[: lead.index(index)])
                return

    def _continued(self, dateline: Dateline, lead: list[int], index: int) -> Dateline:
        """Join a dateline whose place stands on the next line (Arabic, 2013-2015)."""
        below = next((place for place in lead if place > index), None)
        second, rest = (
            partition_dateline(self._galley.blocks[below].text) if below is not None else (None, "")
        )
        if second is None or below is None:
            return dateline
        self._galley.cut(below, "dateline", second["raw"], rest)
        return join_datelines(dateline, second)

    def cut_captions(self) -> None:
        """Cut the captions in the story."""
        self._captions.cut_all()

    def cut_behind_end(self) -> None:
        """Cut what follows a story, with the links and labels that a theme leaves behind it."""
        cut_behind_close(self._galley)
        trailing = list(takewhile(self._is_behind_end, reversed(self._galley.places)))
        if not trailing or (self._end is None and are_sources(self._galley, trailing)):
            return
        links = [index for index in trailing if self._galley.blocks[index].is_link]
        if self._end is not None or len(links) >= FEWEST_TRAILING_LINKS or self._leads_on(links):
            for index in trailing if self._end is not None else links:
                self._galley.cut(index, "behind-end", self._galley.blocks[index].text)

    def _leads_on(self, links: list[int]) -> bool:
        """Tell whether an arrow stands at one of *links*."""
        texts = [self._galley.blocks[index].text for index in links]
        return any(text.startswith(ARROWS) or text.endswith(ARROWS) for text in texts)

    def _is_behind_end(self, index: int) -> bool:
        block = self._galley.blocks[index]
        if self._end is None:
            return block.is_link
        return index > self._end and (block.is_link or is_label(block.text))


def _name_signature(text: str) -> str | None:
    return "signature" if is_signature(text) else None
