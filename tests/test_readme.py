"""The README names everything that a user can type, set or receive."""

from __future__ import annotations

import json
import pkgutil
import re
from dataclasses import fields
from importlib import resources
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from mina_crawler import commands, settings
from mina_crawler.arguments import Arguments
from mina_crawler.items import ARTICLE_KEYS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "command", [module.name for module in pkgutil.iter_modules(commands.__path__)]
)
def test_every_command_is_told(command: str) -> None:
    assert f"scrapy {command}" in README


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_is_told(target: str) -> None:
    assert f"make {target}" in README


@pytest.mark.parametrize("argument", [field.name for field in fields(Arguments)])
def test_every_spider_argument_is_told(argument: str) -> None:
    assert re.search(rf"^\| `{argument}` +\|", README, re.MULTILINE)


@pytest.mark.parametrize("setting", [name for name in dir(settings) if name.startswith("MINA_")])
def test_every_setting_of_ours_is_told(setting: str) -> None:
    assert re.search(rf"^\| `{setting}` +\|", README, re.MULTILINE)


@pytest.mark.parametrize("key", ARTICLE_KEYS)
def test_every_key_of_the_line_is_told(key: str) -> None:
    assert re.search(rf"^\| `{key}` +\|", README, re.MULTILINE)


def test_the_line_shown_is_one_that_a_crawl_could_deliver() -> None:
    schema = resources.files("mina_crawler").joinpath("schemas/article.json").read_text("utf-8")
    line = example_line()
    fastjsonschema.compile(json.loads(schema))(line)
    assert tuple(line) == ARTICLE_KEYS


def example_line() -> dict[str, Any]:
    """Return the first JSON block of the README."""
    block = re.search(r"```json\n(.+?)\n```", README, re.DOTALL)
    assert block
    line: dict[str, Any] = json.loads(block[1])
    return line
