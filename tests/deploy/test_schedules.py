"""Timers and crontab: accepted by their programs, and asking for the same crawls."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mina_crawler.arguments import parse_arguments
from tests.crawls import PROJECT

DEPLOY = PROJECT / "deploy"
TIMES = {
    "new": ("*/15 * * * *", "*:0/15", timedelta(minutes=15)),
    "recheck": ("37 2 * * *", "*-*-* 02:37:00", timedelta(days=1)),
    "complete": ("7 3 * * 0", "Sun *-*-* 03:07:00", timedelta(days=7)),
}
"""Schedule -> as cron and as systemd write it, and what that means."""
CHECK = ("52 * * * *", "*:52", timedelta(hours=1))
LINE = re.compile(r"(?P<time>@reboot|(?:[\d*/,-]+\s+){4}[\d*/,-]+)\s{2,}(?P<command>.+)")
needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed"
)


def jobs() -> dict[str, str]:
    """Return the commands of the crontab by their times."""
    lines = (DEPLOY / "crontab").read_text().splitlines()
    found = [LINE.fullmatch(line) for line in lines if not line.startswith("#")]
    return {job["time"]: job["command"] for job in found if job}


def arguments(name: str) -> list[str]:
    """Return what a timer asks for."""
    text = (DEPLOY / f"systemd/{name}.env").read_text()
    return text.strip().removeprefix("ARGUMENTS=").split()


@needs_systemd
def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    programs = str(Path(sys.executable).parent)
    for unit in (DEPLOY / "systemd").glob("mina-*"):
        there = unit.read_text().replace("/srv/mina-crawler/build/scrapyd/bin", programs)
        (tmp_path / unit.name).write_text(there.replace("/srv/mina-crawler", str(PROJECT)))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *sorted(tmp_path.iterdir())],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize(
    ("unit", "times"),
    [("mina-check", CHECK), *((f"mina-crawl@{name}", times) for name, times in TIMES.items())],
)
def test_a_timer_elapses_as_often_as_it_says(unit: str, times: tuple[str, str, timedelta]) -> None:
    _, calendar, period = times
    assert f"OnCalendar={calendar}\n" in (DEPLOY / f"systemd/{unit}.timer").read_text()
    done = subprocess.run(
        ["systemd-analyze", "calendar", "--iterations=3", calendar],
        capture_output=True, text=True, check=True, env={"TZ": "UTC", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    moments = re.findall(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", done.stdout)
    first, second, third = (
        datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in moments[-3:]
    )
    assert second - first == third - second == period


@pytest.mark.parametrize("name", TIMES)
def test_the_crontab_asks_for_what_the_timer_asks_for(name: str) -> None:
    command = jobs()[TIMES[name][0]]
    asked, _, output = command.rpartition("schedule.py ")[2].partition(" >")
    assert asked.replace("'", "").split() == arguments(name)
    assert output == "/dev/null", "cron mails what is printed: 96 names a day"


def test_the_crontab_does_all_that_the_units_do() -> None:
    assert set(jobs()) == {"@reboot", CHECK[0], *(cron for cron, _, _ in TIMES.values())}
    assert "runs --check" in jobs()[CHECK[0]]
    assert "runs --check" in (DEPLOY / "systemd/mina-check.service").read_text()
    assert "/start-scrapyd" in jobs()["@reboot"]


@pytest.mark.parametrize("command", jobs().values())
def test_cron_and_sh_understand_each_line(command: str) -> None:
    assert "%" not in command, "cron takes it for the end of the line"
    subprocess.run(["sh", "-n", "-c", command], check=True)


def test_the_example_of_the_environment_is_read_by_sh_and_sets_no_password() -> None:
    script = f"set -eua; . {DEPLOY}/mina-crawler.env; echo $MINA_DATA_DIR/$SCRAPYD_PASSWORD/"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "/var/lib/mina/data//\n"


@pytest.mark.parametrize("name", TIMES)
def test_the_spider_understands_what_it_is_asked_for(name: str) -> None:
    given = dict(text.split("=") for text in arguments(name))
    if given.get("since") == "{yesterday}":
        given["since"] = "2026-11-23"
    asked = parse_arguments(given)
    assert asked.recheck == (7 if name == "recheck" else None)
    assert asked.source == ("pages" if name == "complete" else "auto")
