from __future__ import annotations

from datetime import date, timedelta

import pytest

from mina_crawler.demo.site import Plan, Site

TODAY = date(2026, 3, 2)


def site_of(articles: int = 60, **plan: object) -> Site:
    return Site(Plan(articles=articles, today=TODAY, **plan))  # type: ignore[arg-type]


def test_the_same_seed_tells_the_same_stories_in_whatever_order_they_are_asked_for() -> None:
    forward, backward = site_of(), site_of()
    read = {number: forward.story(number) for number in range(60)}
    assert all(backward.story(number) == read[number] for number in reversed(range(60)))


def test_another_seed_tells_other_stories() -> None:
    assert site_of(seed=1).story(3).text != site_of(seed=2).story(3).text


@pytest.mark.parametrize("edition", ["id", "en", "ar"])
def test_no_two_stories_share_text_or_address(edition: str) -> None:
    site = site_of(1000, edition=edition)
    stories = [site.story(number) for number in range(1000)]
    assert len({story.text for story in stories}) == len({story.slug for story in stories}) == 1000


@pytest.mark.parametrize("articles", [1, 7, 300, 5000, 100_000])
def test_numbers_rise_with_time_from_2012_to_yesterday(articles: int) -> None:
    schedule = site_of(articles).schedule
    moments = [schedule.published(number) for number in range(articles)]
    assert moments == sorted(moments)
    assert moments[-1].date() == TODAY - timedelta(days=1)
    assert articles < 300 or moments[0].year == 2012


@pytest.mark.parametrize("articles", [1, 300, 5000])
def test_the_days_of_the_archive_hold_every_article_once(articles: int) -> None:
    site = site_of(articles)
    days = {site.schedule.published(number).date() for number in range(articles)}
    listed = [number for day in days for number in site.between(day, day)]
    assert sorted(listed) == list(range(articles))


def test_every_category_of_the_menu_has_articles() -> None:
    site = site_of(300)
    assert [entry.name for entry in site.menu if not site.in_category(entry)] == []


def test_news_of_2015_carries_both_calendars_a_desk_code_and_the_old_signature() -> None:
    site = site_of(600)
    old = [site.story(n) for n in site.between(date(2015, 1, 1), date(2015, 12, 31))]
    news = [story for story in old if story.dateline]
    assert all("(MINA)" in s.dateline.raw or "/MINA)" in s.dateline.raw for s in news if s.dateline)
    assert all(
        story.desk_code and story.desk_code in "".join(story.end_mark.split()) for story in news
    )
    assert {story.signature for story in old} <= {"Mi’raj Islamic News Agency (MINA)", None}


def test_news_of_2025_ends_with_empty_brackets() -> None:
    site = site_of(600)
    new = [site.story(n) for n in site.between(date(2025, 1, 1), date(2025, 12, 31))]
    assert {story.end_mark.strip() for story in new if story.dateline} == {"[]"}


def test_opinion_has_a_writer_and_no_dateline() -> None:
    site = site_of(300)
    opinion = [story for story in map(site.story, range(300)) if story.role]
    assert opinion
    assert all(story.dateline is None and story.desk_code is None for story in opinion)


def test_titles_of_2012_are_in_capitals() -> None:
    assert all(site_of(600).story(number).title.isupper() for number in range(3))


def test_some_stories_have_pages_lists_tables_verses_quotations_and_pictures() -> None:
    site = site_of(300)
    kinds = {part.kind for number in range(300) for part in site.story(number).elements}
    assert kinds == {"p", "h", "ul", "ol", "quote", "verse", "row", "picture", "page"}
