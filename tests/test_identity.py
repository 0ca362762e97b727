"""What a site reads in its log about the crawl."""

from __future__ import annotations

import pytest
from scrapy.settings import Settings

from mina_crawler import __version__
from mina_crawler.identity import Identity


@pytest.mark.parametrize(
    ("contact", "name"),
    [
        ("", f"mina-crawler/{__version__}"),
        ("redaksi@example.org", f"mina-crawler/{__version__} (+redaksi@example.org)"),
    ],
)
def test_the_user_agent_names_a_contact_only_where_one_was_given(contact: str, name: str) -> None:
    settings = Settings({"MINA_CONTACT": contact})
    Identity().update_settings(settings)
    assert settings["USER_AGENT"] == name


def test_a_user_agent_of_ones_own_is_kept() -> None:
    settings = Settings({"USER_AGENT": "warta/2"})
    Identity().update_settings(settings)
    assert settings["USER_AGENT"] == "warta/2"
