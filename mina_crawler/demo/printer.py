"""Prints the site's pages in the theme it wears."""

from __future__ import annotations

from html import escape
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.demo import furniture, markup, read_also
from mina_crawler.demo.chance import dice
from mina_crawler.demo.edition import EDITIONS
from mina_crawler.demo.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mina_crawler.demo.site import Site
    from mina_crawler.demo.story import Story
    from mina_crawler.demo.themes.theme import Theme

RECENT = 5
LINKED_BACK = 80
"""Read-also links lead to one of so many newest articles."""
ADVERT = '<div class="ads-inline"><p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p></div>'


class Archive(NamedTuple):
    """A list of articles: *url* is the address of its first page, *kind* its body classes."""

    headline: str
    url: str
    kind: str


class Printer:
    """Turns stories and lists of stories into HTML; remembers which links it injected."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.edition = EDITIONS[site.plan.edition]
        self.renderings = 0
        self.injected: dict[tuple[int, int], tuple[int, ...]] = {}
        """(article, page) -> the articles that its last rendering linked to."""

    @property
    def theme(self) -> Theme:
        """Return the theme that the site wears now."""
        return THEMES[self.site.theme]

    def article(self, number: int, page: int) -> str:
        """Return one page of an article."""
        self.renderings += 1
        story, root = self.site.story(number), self.site.root
        content = self._content(story, page)
        main = self.theme.render(
            "article",
            root=root,
            url=self.site.url(number),
            post_id=str(story.post_id),
            headline=escape(story.title, quote=False),
            byline=self.theme.byline(story),
            author=escape(story.author.name),
            login=story.author.login,
            printed=self.theme.printed(story.published, self.site.clock(), self.edition),
            iso=self.theme.machine(story.published),
            views=str(40 + number % 900 + self.renderings),
            picture=self._main_picture(story),
            content="\n".join(content),
            pages=furniture.story_pages(self.site, story, page),
            categories=furniture.category_links(self.site, story),
            tags=furniture.tag_links(self.site, story),
            neighbours=furniture.neighbours(self.site, number),
            related=furniture.items(self.site, islice(self._links(number, "related"), RECENT)),
            related_label=self.edition.related,
            reply_label=self.edition.reply,
        )
        head = self.theme.structured(story, root, self.theme, self.edition)
        kind = f"post-template-default single single-post postid-{story.post_id}"
        title = story.title + (f" - {page}" if page > 1 else "")
        return self.frame(main, title, self.site.url(number), kind, head)

    def listing(self, archive: Archive, numbers: Sequence[int], page: int, last: int) -> str:
        """Return page *page* of *last* of a list of articles."""
        main = self.theme.render(
            "listing",
            headline=escape(archive.headline),
            entries="\n".join(self._entry(number) for number in numbers),
            pages=furniture.listing_pages(
                archive.url, page, last, self.edition.newer, self.edition.older
            ),
        )
        address = archive.url if page == 1 else f"{archive.url}page/{page}/"
        return self.frame(main, archive.headline, address, f"archive {archive.kind}", "")

    def notice(self, headline: str, url: str, text: str, kind: str) -> str:
        """Return a page that is no article: a static page, or one that says what is missing."""
        main = f'<main id="primary"><h1 class="page-title">{headline}</h1><p>{text}</p></main>'
        return self.frame(main, headline, url, kind, "")

    def frame(self, main: str, title: str, url: str, kind: str, head: str) -> str:
        """Return the page around *main*."""
        return self.theme.render(
            "frame",
            lang=self.edition.lang,
            dir=self.edition.direction,
            site_name=escape(self.edition.site_name),
            tagline=self.edition.tagline,
            about=self.edition.about,
            recent_label=self.edition.recent,
            root=self.site.root,
            title=escape(title, quote=False),
            url=url,
            head=head,
            body_class=kind,
            menu=furniture.menu(self.site),
            recent=furniture.items(self.site, self._newest(RECENT)),
            main=main,
        )

    def _content(self, story: Story, page: int) -> list[str]:
        site, edition, theme = self.site, self.edition, self.theme
        pages = markup.pages(story, site.root, edition.credit)
        body = [*(markup.opening(story, edition.by) if page == 1 else []), *pages[page - 1]]
        closing = markup.closing(story, edition.promo) if page == len(pages) else []
        if theme.read_also:
            links = self._links(story.number, "read-also")
            content, chosen = read_also.inject(body, closing, links, self._read_also)
            self.injected[story.number, page] = tuple(chosen)
        else:
            content = [*body, *closing]
        if theme.adverts:
            content.insert(2, ADVERT)
        return [*content, *(theme.credits(story, edition) if page == len(pages) else [])]

    def _links(self, number: int, purpose: str) -> Iterator[int]:
        """Yield other recent articles, in an order that no two renderings share."""
        others = [n for n in self._newest(LINKED_BACK) if n != number]
        rng = dice(self.site.plan.seed, self.renderings, purpose)
        yield from rng.sample(others, len(others))

    def _newest(self, count: int) -> list[int]:
        numbers = range(self.site.count - 1, -1, -1)
        return list(islice(filter(self.site.is_public, numbers), count))

    def _read_also(self, number: int) -> str:
        return self.theme.render(
            "read_also",
            label=self.edition.read_also,
            url=self.site.url(number),
            title=escape(self.site.story(number).title, quote=False),
        )

    def _main_picture(self, story: Story) -> str:
        if story.photo is None:
            return ""
        return markup.figure(story.photo, self.site.root, self.edition.credit)

    def _entry(self, number: int) -> str:
        story = self.site.story(number)
        photo = story.photo.path if story.photo else "/wp-content/uploads/kosong.jpg"
        return self.theme.render(
            "entry",
            url=self.site.url(number),
            post_id=str(story.post_id),
            headline=escape(story.title, quote=False),
            summary=escape(story.summary, quote=False),
            categories=furniture.category_links(self.site, story),
            thumbnail=f"{self.site.root}{photo.replace('.jpg', '-300x199.jpg')}",
            iso=self.theme.machine(story.published),
            printed=self.theme.printed(story.published, self.site.clock(), self.edition),
        )
