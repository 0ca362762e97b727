"""The galley of a story: its blocks while they are cut, and what was cut from them so far."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from mina_crawler.items import Cut
from mina_crawler.parsing.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence


class Galley:
    """Blocks by their places, which stay as they are while other blocks are cut."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks: dict[int, Block] = dict(enumerate(blocks))
        self._cuts: list[tuple[int, Cut]] = []

    @property
    def prose(self) -> list[Block]:
        """The words that are left."""
        return [block for block in self.blocks.values() if block.kind != "picture"]

    @property
    def places(self) -> list[int]:
        """Where the words stand that are left."""
        return [place for place, block in self.blocks.items() if block.kind != "picture"]

    @property
    def words(self) -> list[tuple[int, Block]]:
        """The words that are left, each block behind its place."""
        return [item for item in self.blocks.items() if item[1].kind != "picture"]

    @property
    def cuts(self) -> list[Cut]:
        """What was cut, in the order of the story."""
        return [cut for _, cut in sorted(self._cuts, key=itemgetter(0))]

    def places_of(self, rules: Collection[str]) -> list[int]:
        """Return where something was cut under one of *rules*."""
        return [place for place, cut in self._cuts if cut["rule"] in rules]

    def cut(self, place: int, rule: str, text: str, rest: str = "") -> None:
        """Take *text* out of a block under *rule*; *rest* stays."""
        self._cuts.append((place, Cut(rule=rule, text=text)))
        if rest:
            block = self.blocks[place]
            self.blocks[place] = Block(block.kind, rest, seams=block.seams)
        else:
            del self.blocks[place]

    def cut_lines(self, place: int, name_rule: Callable[[str], str | None]) -> str | None:
        """Cut a block that a rule names, or those of its lines that it does; return that rule."""
        text = self.blocks[place].text
        rule = name_rule(text)
        if rule:
            self.cut(place, rule, text)
        elif "\n" in text:
            named = [(line, name_rule(line)) for line in text.split("\n")]
            if any(line_rule for _, line_rule in named):
                self._cut_some(place, named)
        return rule

    def _cut_some(self, place: int, named: list[tuple[str, str | None]]) -> None:
        """Cut those of a block's lines that a rule names."""
        self._cuts += [(place, Cut(rule=rule, text=line)) for line, rule in named if rule]
        rest = "\n".join([line for line, rule in named if not rule])
        if rest:
            self.blocks[place] = replace(self.blocks[place], text=rest)
        else:
            del self.blocks[place]
