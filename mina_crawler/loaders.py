"""What a page says, turned into the normalised fields of an article."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from itemloaders import ItemLoader
from itemloaders.common import wrap_loader_context

from mina_crawler.items import Article, Cut, Picture
from mina_crawler.parsing.bylines import parse_byline, partition_title_byline
from mina_crawler.parsing.captions import parse_caption
from mina_crawler.parsing.dates import join_clocks
from mina_crawler.parsing.headers import parse_header
from mina_crawler.parsing.instants import falsely_zoned, reconcile
from mina_crawler.parsing.readings import machine_readings, printed_readings
from mina_crawler.parsing.text import fold
from mina_crawler.parsing.titles import canonical_title
from mina_crawler.parsing.updates import partition_update

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from mina_crawler.pages.article import ArticlePage
    from mina_crawler.pages.ladder import Rung
    from mina_crawler.parsing.bylines import Byline
    from mina_crawler.parsing.instants import Instant


class LayoutError(ValueError):
    """A page that calls itself an article lacks what every article has."""


def _given(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if value]


def _folded(values: Iterable[str]) -> list[str]:
    return _given(map(fold, values))


def _titles(values: Iterable[str], loader_context: dict[str, Any]) -> list[str]:
    site_names = loader_context["site_names"]
    return _given(canonical_title(text, site_names) for text in values)


def _terms(values: Iterable[str]) -> list[str]:
    return _given(fold(text).strip("#,; ") for text in values)


def _unique(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _first(values: Sequence[Any]) -> Any:  # noqa: ANN401  (of whatever field)
    return values[0] if values else None


_MOMENTS = ("published_at", "modified_at", "published_raw")
PROCESSORS: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "title": (_titles, _first),
    "summary": (_folded, _first),
    "byline_raw": (_given, _unique),
    **dict.fromkeys(("post_id", *_MOMENTS, "image"), (_given, _first)),
    **dict.fromkeys(("reporters", "editors"), (_folded, _unique)),
    **dict.fromkeys(("categories", "tags"), (_terms, _unique)),
    **dict.fromkeys(("blocks", "removed"), (_given, list)),
    "warnings": (_given, _unique),
}
"""Field -> what each value goes through when it is added, and all of them in the end."""


class ArticleLoader(ItemLoader):
    """Collects the values of one article; every value comes with the rule that supplied it.

    Empty values go in no field. Processors are looked up in a table: to look for attributes and
    defaults takes longer than all that they do.
    """

    default_item_class = dict

    def __init__(self, *, site_names: Sequence[str]) -> None:
        super().__init__(site_names=site_names)
        self.provenance: dict[str, str] = {}

    def get_input_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what the values of *field_name* go through when they are added."""
        return PROCESSORS[field_name][0]

    def get_output_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what the collected values of *field_name* go through in the end."""
        return PROCESSORS[field_name][1]

    def get_output_value(self, field_name: str) -> Any:  # noqa: ANN401  (of whatever field)
        """Return what the values of *field_name* come to: these processors ask for no context."""
        return self.get_output_processor(field_name)(self.get_collected_values(field_name))

    def load_item(self) -> dict[str, Any]:
        """Return field -> value, of those that have one."""
        values = {field: PROCESSORS[field][1](given) for field, given in self._values.items()}
        return {field: value for field, value in values.items() if value is not None}

    def add_normal(self, field: str, values: Iterable[Any]) -> None:
        """Add *values* that are as they shall be: to process them takes 10 times as long."""
        self._values.setdefault(field, []).extend(values)

    def add_first(self, field: str, rungs: Iterable[Rung[Any]]) -> None:
        """Take the first rung whose value is still one after normalisation."""
        for rung in rungs:
            if rung.value and self._add_processed(field, rung.value):
                self.provenance[field] = rung.rule
                return

    def _add_processed(self, field: str, value: Any) -> bool:  # noqa: ANN401
        """Add what is left of *value*, a list of values or one; tell whether anything is."""
        given = value if isinstance(value, list) else [value]
        values = wrap_loader_context(self.get_input_processor(field), self.context)(given)
        if values:
            self.add_normal(field, values)
        return bool(values)

    def add_instant(self, field: str, instant: Instant | None) -> None:
        """Take a reconciled instant, with its warnings."""
        if instant:
            self.add_normal(field, [instant.value.isoformat(timespec="seconds")])
            self.add_normal("warnings", instant.warnings)
            self.provenance[field] = instant.rule

    def add_names(self, rule: str, bylines: Iterable[Byline]) -> None:
        """Take reporters and editors from printed bylines."""
        for byline in bylines:
            if byline.raw:
                self.add_normal("byline_raw", [byline.raw])
            for field, names in (("reporters", byline.reporters), ("editors", byline.editors)):
                if names:
                    self._add_processed(field, list(names))
                    self.provenance[field] = rule

    def add_title_byline(self) -> None:
        """Take the names that the headline itself ends with."""
        _, byline = partition_title_byline(self.get_output_value("title") or "")
        if byline:
            self.add_names("title", [byline])

    def add_image(self, rungs: Iterable[Rung[tuple[str, str]]]) -> None:
        """Take the surest picture: its address, and caption and credit from the words under it."""
        for rung in rungs:
            url, words = rung.value
            caption, credit = parse_caption(fold(words)) if words else (None, None)
            self.add_normal("image", [Picture(url=url, caption=caption, credit=credit)])
            self.provenance["image"] = rung.rule
            return


def load_article(pages: Sequence[ArticlePage], *, run: str, source: str, edition: str) -> Article:
    """Return the article on *pages*, its first page first, its story still in blocks.

    Raises :class:`LayoutError` where a title or an instant of publication is nowhere to be found,
    and for a page without end.
    """
    first = pages[0]
    if any(page.is_oversized for page in pages):
        raise LayoutError(f"more elements than any article has on {first.url}")
    loader = ArticleLoader(site_names=first.site_names)
    loader.add_first("title", first.titles)
    loader.add_first("post_id", first.post_ids)
    loader.add_first("categories", first.categories)
    loader.add_first("tags", first.tags)
    loader.add_first("summary", first.summaries)
    told, changed = _partition_header(first)
    _load_instants(loader, first, told, changed)
    _load_names(loader, first, told)
    loader.add_image(first.images)
    _load_story(loader, pages)
    values = loader.load_item()
    for field in ("title", "published_at"):
        if not values.get(field):
            message = f"no {field} on {first.url}: has the page layout changed?"
            raise LayoutError(message)
    return Article(
        **values,
        url=first.canonical_url,
        edition=edition,
        pages=len(pages),
        fetched_at=first.fetched_at.astimezone(UTC).isoformat(timespec="seconds"),
        run=run,
        source=source,
        provenance=loader.provenance,
    )


def _partition_header(page: ArticlePage) -> tuple[list[str], list[str]]:
    """Return what the lines of the header say of the publication, and what of the last change."""
    lines = map(page.times.without_edit, page.layout.header_lines)
    pairs = [partition_update(line) for line in lines]
    return [told for told, _ in pairs], [changed for _, changed in pairs]


def _load_instants(
    loader: ArticleLoader, page: ArticlePage, told: Iterable[str], changed: Iterable[str]
) -> None:
    machine = machine_readings(page.published_machine, page.fetched_at)
    header = printed_readings("header", join_clocks(told), page.fetched_at)
    printed = header or printed_readings("time", page.times.printed, page.fetched_at)
    if not (machine or printed):
        printed = printed_readings("footer", page.footer_lines, page.fetched_at)
    published = reconcile("published_at", machine, printed)
    loader.add_instant("published_at", published)
    if published and published.raw:
        loader.add_normal("published_raw", [published.raw])
    _load_modified(loader, page, changed, {reading.rule for reading in machine}, published)


def _load_modified(
    loader: ArticleLoader,
    page: ArticlePage,
    lines: Iterable[str],
    vetted: Collection[str],
    published: Instant | None,
) -> None:
    """Take when it was changed; the rules in *vetted* have said when it was published, too."""
    machine = machine_readings(page.modified_machine, page.fetched_at)
    others = [reading for reading in machine if reading.rule not in vetted]
    false_zones = published.false_zones | falsely_zoned(others, published) if published else ()
    printed = printed_readings("header", lines, page.fetched_at)
    modified = reconcile("modified_at", machine, printed, false_zones=false_zones)
    loader.add_instant("modified_at", modified)


def _load_names(loader: ArticleLoader, page: ArticlePage, told: Iterable[str]) -> None:
    bylines = [byline for line in told if (byline := parse_header(line) or parse_byline(line))]
    loader.add_names("header", bylines)
    if not loader.get_collected_values("reporters"):
        loader.add_first("reporters", page.authors)
    if not loader.get_collected_values("editors"):
        loader.add_first("editors", page.editors)
    loader.add_title_byline()


def _load_story(loader: ArticleLoader, pages: Sequence[ArticlePage]) -> None:
    """Join the pages; what stands on all of them is not the story's."""
    if pages[0].layout.container:
        loader.provenance["text"] = pages[0].layout.container.rule
    for page in pages:
        if page is not pages[0]:
            page.continue_story(pages[0])
        loader.add_normal("blocks", page.layout.story_blocks)
        loader.add_normal("removed", [Cut(rule=rule, text=text) for rule, text in page.layout.cuts])
