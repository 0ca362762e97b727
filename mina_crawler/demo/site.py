"""A living news site: what it has published, edited, moved and deleted so far."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.demo.chance import dice
from mina_crawler.demo.schedule import WIB, Schedule
from mina_crawler.demo.story import Element
from mina_crawler.demo.vocabulary import categories
from mina_crawler.demo.writer import FIRST_POST_ID, POST_ID_STEP, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mina_crawler.demo.story import Story
    from mina_crawler.demo.vocabulary import Category


class Edit(NamedTuple):
    """A later change to a story; *what* is ``text`` or ``title``."""

    what: str
    at: datetime


@dataclass(frozen=True)
class Plan:
    """What a site is to be."""

    articles: int = 300
    seed: int = 1
    edition: str = "id"
    theme: str = "C"
    today: date | None = None
    """The day after the last article; by default the current day in the site's zone."""


def _now() -> datetime:
    return datetime.now(WIB).replace(microsecond=0)


class Site:
    """The state of one site; articles are known by number, in order of publication."""

    def __init__(self, plan: Plan, clock: Callable[[], datetime] = _now) -> None:
        self.plan = plan
        self.clock = clock
        self.theme = plan.theme
        self.root = ""
        """The address it is served at, without a slash; known once the server listens."""
        self.schedule = Schedule(plan.seed, plan.today or clock().date(), plan.articles)
        self.writer = Writer(plan.seed, self.schedule, plan.edition)
        self.menu = categories(plan.edition)
        self.edits: defaultdict[int, list[Edit]] = defaultdict(list)
        self.deleted: set[int] = set()
        self.moved: dict[int, str] = {}
        self.copies: dict[int, int] = {}
        """Number of a republished story -> number of the first one."""
        topics = self.writer.words.topics
        self.tags = sorted({tag for topic in topics for tag in topic["tags"]})
        self._by_category: defaultdict[str, list[int]] = defaultdict(list)
        self._by_tag: defaultdict[str, list[int]] = defaultdict(list)
        for number in range(plan.articles):
            self._file(number)

    def story(self, number: int) -> Story:
        """Return the story as it stands now."""
        first = self.copies.get(number)
        story = self.writer.story(number if first is None else first)
        if first is not None:
            moment = self.schedule.published(number)
            story = replace(
                story,
                number=number,
                post_id=FIRST_POST_ID + POST_ID_STEP * number,
                slug=f"{story.slug.rpartition('-')[0]}-{number}",
                published=moment,
                modified=moment,
            )
        for edit in self.edits.get(number, ()):
            story = self._edited(story, edit)
        return replace(story, slug=self.moved.get(number, story.slug))

    def url(self, number: int) -> str:
        """Return the address of an article."""
        return self.root + self.story(number).path

    def find(self, slug: str) -> int | None:
        """Return the number of the article that has, or had, this slug."""
        digits = slug.rpartition("-")[2]
        if not (digits.isdecimal() and digits.isascii() and self.is_public(int(digits))):
            return None
        number = int(digits)
        current = self.story(number).slug
        known = {current, current.removeprefix(MOVED)} if number in self.moved else {current}
        return number if slug in known else None

    def find_id(self, post_id: int) -> int | None:
        """Return the number of the article with this post id."""
        number, rest = divmod(post_id - FIRST_POST_ID, POST_ID_STEP)
        return number if rest == 0 and self.is_public(number) else None

    def is_public(self, number: int) -> bool:
        """Tell whether there is such an article now."""
        return 0 <= number < self.count and number not in self.deleted

    @property
    def count(self) -> int:
        """Return how many articles were ever published."""
        return self.plan.articles + len(self.schedule.live)

    def everything(self) -> list[int]:
        """Return the public articles, oldest first."""
        return self._public(range(self.count))

    def in_category(self, category: Category) -> list[int]:
        """Return the public articles of a category and its children, oldest first."""
        slugs = [category.slug, *(c.slug for c in self.menu if c.parent == category.slug)]
        if len(slugs) == 1:
            return self._public(self._by_category[category.slug])
        return self._public(sorted({n for slug in slugs for n in self._by_category[slug]}))

    def in_tag(self, name: str) -> list[int]:
        """Return the public articles with this tag, oldest first."""
        return self._public(self._by_tag.get(name, ()))

    def between(self, first: date, last: date) -> list[int]:
        """Return the public articles of these days, inclusive, oldest first."""
        return self._public(self.schedule.between(first, last))

    def modified(self, number: int) -> datetime:
        """Return when an article was last touched; cheap."""
        if number in self.edits:
            return self.edits[number][-1].at
        if number in self.copies:
            return self.schedule.published(number)
        return self.writer.modified(number)

    @property
    def last_modified(self) -> datetime:
        """Return when the site last published or edited something."""
        newest = self.everything()[-10:]
        return max(self.modified(number) for number in [*newest, *self.edits])

    def publish(self, count: int = 1) -> list[int]:
        """Publish new articles and return their numbers."""
        numbers = [self.schedule.add(self.clock()) for _ in range(count)]
        for number in numbers:
            self._file(number)
        return numbers

    def edit(self, number: int, what: str = "text") -> None:
        """Change an article: add a sentence to its text, or rewrite its title."""
        self.edits[number].append(Edit(what, self.clock()))

    def delete(self, number: int) -> None:
        """Take an article off the site."""
        self.deleted.add(number)

    def move(self, number: int) -> None:
        """Give an article another slug; the old address redirects."""
        self.moved[number] = MOVED + self.story(number).slug

    def republish(self, number: int) -> int:
        """Publish the same text again as a new article and return its number."""
        copy = self.schedule.add(self.clock())
        self.copies[copy] = number
        self._file(copy)
        return copy

    def untouched(self, count: int) -> list[int]:
        """Return articles that nothing has happened to, spread over the years."""
        touched = {*self.edits, *self.moved, *self.copies, *self.copies.values()}
        fresh = [number for number in self.everything() if number not in touched]
        return dice(self.plan.seed, len(touched) + len(self.deleted), "pick").sample(fresh, count)

    def _public(self, numbers: Iterable[int]) -> list[int]:
        return [number for number in numbers if number not in self.deleted]

    def _file(self, number: int) -> None:
        source = self.copies.get(number, number)
        for category in self.writer.categories(source):
            self._by_category[category.slug].append(number)
        for tag in self.writer.tags(source):
            self._by_tag[tag].append(number)

    def _edited(self, story: Story, edit: Edit) -> Story:
        words = self.writer.words.general
        if edit.what == "title":
            return replace(story, title=words["updated_title"] + story.title, modified=edit.at)
        note = words["update"].format(hour=f"{edit.at:%H}", minute=f"{edit.at:%M}")
        elements = (*story.elements[:-1], Element("p", note), story.elements[-1])
        return replace(story, elements=elements, modified=edit.at)


MOVED = "terbaru-"
"""What an article's slug is prefixed with when it moves."""
