"""Read the desk's marks off a story: dateline, desk code, bylines, signature, captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.items import Article, Picture
from mina_crawler.parsing.story import read_story
from mina_crawler.parsing.urls import image_stem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mina_crawler.parsing.story import Story

PRINTED_RULES = frozenset({"header", "header label", "footer"})
"""Names the page prints for its readers; what it tells machines yields to a name in the story."""


class NewsroomPipeline:
    """Moves what is no prose from the blocks to the fields it belongs to, and to ``removed``."""

    def process_item(self, item: Any) -> Any:  # noqa: ANN401  (tombstones pass through)
        """Read the story of an article."""
        if isinstance(item, Article) and not item.is_read:
            story = read_story(item.blocks, item.title, item.image and item.image["caption"])
            item.blocks = story.blocks
            item.removed.extend(story.cuts)
            _set_marks(item, story)
            _set_names(item, story)
            _set_pictures(item, story)
        return item


def _set_marks(article: Article, story: Story) -> None:
    article.dateline = story.dateline
    article.desk_code = story.desk_code
    for key in ("dateline", "desk_code"):
        if getattr(article, key):
            article.provenance[key] = "story"


def _set_names(article: Article, story: Story) -> None:
    for key in ("reporters", "editors"):
        told = [name for byline in story.bylines for name in getattr(byline, key)]
        printed = getattr(article, key) if article.provenance.get(key) in PRINTED_RULES else []
        if told:
            setattr(article, key, _once([*printed, *told]))
            article.provenance[key] = f"{article.provenance[key]}+story" if printed else "story"
    article.byline_raw = _once([*article.byline_raw, *(byline.raw for byline in story.bylines)])


def _set_pictures(article: Article, story: Story) -> None:
    """Tell the main picture, which may stand again in the story, from the story's own."""
    pictures = {picture["url"]: picture for picture in reversed(story.pictures)}
    inside = list(reversed(pictures.values()))
    if article.image is None and story.lead_pictures:
        article.image = inside[0]
        article.provenance["image"] = "story"
    if article.image is not None:
        stem = image_stem(article.image["url"])
        same = [picture for picture in inside if image_stem(picture["url"]) == stem]
        inside = [picture for picture in inside if picture not in same]
        captions = [(picture["caption"], picture["credit"]) for picture in same]
        _caption(article.image, captions + story.lead_captions)
    article.images = inside


def _caption(image: Picture, captions: Iterable[tuple[str | None, str | None]]) -> None:
    for caption, credit in captions:
        image["caption"] = image["caption"] or caption
        image["credit"] = image["credit"] or credit


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
