"""Writes the stories: the same seed and number give the same story, whatever was asked before."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mina_crawler.demo import conventions
from mina_crawler.demo.chance import dice, draw
from mina_crawler.demo.composition import Composer
from mina_crawler.demo.scene import draw_scene
from mina_crawler.demo.story import Photo, Story
from mina_crawler.demo.vocabulary import categories, staff, vocabulary

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

    from mina_crawler.demo.scene import Scene
    from mina_crawler.demo.schedule import Schedule
    from mina_crawler.demo.vocabulary import Category, Person

FIRST_POST_ID = 1_001
POST_ID_STEP = 3
"""Pictures and revisions take the ids between."""
CORRECTED_AFTER = (0, 0, 7, 95)
"""Minutes."""
SLUG_FORMS = {7: "__trashed-{number}", 19: "{first}_{rest}-{number}", 31: "{first}-2-{number}"}
"""Odd slugs, by the remainder of the number divided by 97."""


class Writer:
    """The newsroom of one edition."""

    def __init__(self, seed: int, schedule: Schedule, edition: str) -> None:
        self.seed = seed
        self.schedule = schedule
        self.words = vocabulary(edition)
        self.by_name = {category.name: category for category in categories(edition)}
        self.story = lru_cache(maxsize=512)(self._story)

    def topic(self, number: int) -> dict[str, Any]:
        """Return what story *number* is about; cheap."""
        return self.words.topics[draw(self.seed, number, "topic", len(self.words.topics))]

    def categories(self, number: int) -> tuple[Category, ...]:
        """Return the categories of story *number*; cheap."""
        sets = self.topic(number)["categories"]
        names = sets[draw(self.seed, number, "categories", len(sets))]
        return tuple(self.by_name[name] for name in names)

    def tags(self, number: int) -> tuple[str, ...]:
        """Return the tags of story *number*; cheap."""
        tags = self.topic(number)["tags"]
        start = draw(self.seed, number, "tags", len(tags))
        return tuple(sorted((tags + tags)[start : start + 1 + start % 3]))

    def modified(self, number: int) -> datetime:
        """Return when story *number* was last touched in its first hours; cheap."""
        lag = CORRECTED_AFTER[draw(self.seed, number, "modified", len(CORRECTED_AFTER))]
        return self.schedule.published(number) + timedelta(minutes=lag)

    def _story(self, number: int) -> Story:
        published = self.schedule.published(number)
        rng, topic, day = dice(self.seed, number, "story"), self.topic(number), published.date()
        scene = draw_scene(rng, self.words.general, topic, published)
        angle = rng.choice(topic["angles"])
        title = scene.write(rng.choice(angle["titles"]))
        lead = scene.write(rng.choice(angle["leads"]))
        opinion = topic.get("kind") == "opinion"
        author, editor = self._people(rng, opinion=opinion)
        mark, code = conventions.end_mark(rng, day, author, editor)
        photos = self._photos(rng, scene, number)
        composer = Composer(rng, scene, self.words.general, {**topic, **angle})
        return Story(
            number=number,
            post_id=FIRST_POST_ID + POST_ID_STEP * number,
            slug=_slug(title, number),
            title=title.upper() if day < conventions.CAPITAL_TITLES else title,
            published=published,
            modified=self.modified(number),
            author=author,
            editor=editor if day >= conventions.NAMED_EDITORS and rng.random() < 0.9 else None,
            categories=self.categories(number),
            tags=self.tags(number),
            summary=lead,
            dateline=None
            if opinion
            else conventions.dateline(rng, scene["place"], day, self.words.general),
            role=rng.choice(self.words.general["writer_roles"]) if opinion else None,
            elements=composer.compose(lead, len(photos) - 1),
            end_mark="" if opinion else mark,
            desk_code=None if opinion else code,
            signature=conventions.signature(day, self.words.general)
            if rng.random() < 0.85
            else None,
            promo=day >= conventions.PROMO_IN_POST and rng.random() < 0.3,
            photo=photos[0] if rng.random() < 0.92 else None,
            photos=photos[1:],
        )

    def _people(self, rng: Random, *, opinion: bool) -> tuple[Person, Person]:
        people = staff()
        return rng.choice(people.writers if opinion else people.reporters), rng.choice(
            people.editors
        )

    def _photos(self, rng: Random, scene: Scene, number: int) -> tuple[Photo, ...]:
        """Return the main picture, then those inside the story."""
        month = self.schedule.published(number).strftime("%Y/%m")
        general = self.words.general
        return tuple(
            Photo(
                path=f"/wp-content/uploads/{month}/foto-{number}-{nth}.jpg",
                caption=scene.write(rng.choice(general["captions"])),
                credit=f"{rng.choice(general['photographers'])}/MINA"
                if rng.random() < 0.8
                else None,
            )
            for nth in range(1 + (rng.random() < 0.25))
        )


def _slug(title: str, number: int) -> str:
    words = re.sub(r"[\W_]+", "-", title.lower().replace("’", "")).strip("-")
    first, _, rest = words.partition("-")
    form = SLUG_FORMS.get(number % 97, "{first}-{rest}-{number}")
    return form.format(first=first, rest=rest, number=number)
