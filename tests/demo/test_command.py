"""``scrapy demo`` as a person runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def demo(data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scrapy", "demo", *options]
    environment = os.environ | {"MINA_DATA_DIR": str(data)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_it_crawls_the_stand_in_and_finds_all_of_it_each_time(tmp_path: Path) -> None:
    for _ in range(2):
        done = demo(tmp_path, "--articles=30")
        assert done.returncode == 0, done.stdout + done.stderr
        assert "30 articles found, 30 on the site" in done.stdout
    lines = (tmp_path / "demo" / "articles.jsonl").read_text("utf-8").splitlines()
    assert len({json.loads(line)["url"] for line in lines}) == len(lines) == 30


def test_it_touches_nothing_that_other_crawls_have_left(tmp_path: Path) -> None:
    corpus = tmp_path / "articles.jsonl"
    corpus.write_text("{}\n")
    demo(tmp_path, "--articles=5")
    assert corpus.read_text() == "{}\n"


def test_it_prints_the_ground_truth(tmp_path: Path) -> None:
    done = demo(tmp_path, "--truth", "--articles=5", "--today=2026-03-02")
    assert [json.loads(line)["edition"] for line in done.stdout.splitlines()] == ["id"] * 5


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--theme=D", "choose from"),
        ("--articles=-3", "'-3': give a whole number"),
        ("--port=70000", "port must be 0-65535"),
        ("--thme=D", "--thme=D: scrapy demo takes the options"),
    ],
)
def test_nonsense_is_refused(tmp_path: Path, option: str, message: str) -> None:
    done = demo(tmp_path, "--truth", option)
    assert done.returncode == 2
    assert message in done.stderr


def test_where_nothing_can_be_written_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    done = demo(tmp_path / "data", "--articles=5")
    assert done.returncode == 2
    assert f"{tmp_path}/data/demo: Not a directory: set MINA_DATA_DIR" in done.stderr


def test_serve_leaves_it_running(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "scrapy", "demo", "--serve", "--articles=5"]
    environment = os.environ | {"MINA_DATA_DIR": str(tmp_path)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        assert process.poll() is None
        process.terminate()
    assert process.returncode == 0
