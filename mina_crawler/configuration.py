"""What can be known to be wrong with a setting of ours before anything is crawled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.settings import BaseSettings

from mina_crawler import settings as defaults

if TYPE_CHECKING:
    from collections.abc import Callable

CHOICES = {"MINA_DUPLICATES": ("drop", "mark")}


def misspelt(settings: BaseSettings) -> str | None:
    """Return what to write instead of the first value that cannot be, ``None`` where all can.

    >>> misspelt(BaseSettings({**vars(defaults), "MINA_BUSY_PAUSE": "soon"}))
    "MINA_BUSY_PAUSE='soon': give a number from 0"
    """
    for name, default in vars(defaults).items():
        if name.startswith("MINA_") and (wanted := _lacking(settings, name, type(default))):
            return f"{name}={settings[name]!r}: give {wanted}"
    return None


def _lacking(settings: BaseSettings, name: str, kind: type) -> str | None:
    if name in CHOICES and settings[name] not in CHOICES[name]:
        return f"one of {', '.join(CHOICES[name])}"
    read, wanted = _READ.get(name) or _READ.get(kind) or _ANYTHING
    try:
        return wanted if read(settings, name) < 0 else None
    except (TypeError, ValueError):
        return wanted


def _shortest(settings: BaseSettings, name: str) -> float:
    return min((float(number) for number in settings.getlist(name)), default=0.0)


_ANYTHING: tuple[Callable[[BaseSettings, str], float], str] = (lambda *_: 0, "")
_READ: dict[type | str, tuple[Callable[[BaseSettings, str], float], str]] = {
    bool: (BaseSettings.getbool, "1, or 0 for no"),
    int: (BaseSettings.getint, "a whole number from 0"),
    float: (BaseSettings.getfloat, "a number from 0"),
    "MINA_DELIVERY_BACKOFF": (_shortest, "numbers from 0, separated by commas"),
}
"""Type of a default, or the name of a setting -> how it is read, and what it may be."""
