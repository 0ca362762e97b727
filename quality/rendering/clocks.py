"""The moment of publication as themes print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quality.corpus import calendar

if TYPE_CHECKING:
    from datetime import datetime

    from quality.corpus.model import Post

FRIDAYS = ("Jum’at", "Jum'at", "Jum`at")
HOUR = 3600
OLD_MONTHS = {"Februari": "Pebruari", "November": "Nopember"}
AGO = {
    "id": ("{} jam lalu", "{} menit lalu"),
    "en": ("{} hours ago", "{} mins ago"),
    "ar": ("{} hours ago", "{} mins ago"),
}


def _weekday(post: Post) -> str:
    name = calendar.weekday(post.published, post.edition)
    return FRIDAYS[post.id % 3] if name == "Jumat" and post.id % 2 else name


def full(post: Post, joint: str = " - ") -> str:
    """Return ``Sabtu, 26 September 2020 - 03:53 WIB``; the Arabic edition prints English too."""
    when, language = post.published, "en" if post.edition == "ar" and post.id % 2 else post.edition
    day = calendar.weekday(when, language) if language != "id" else _weekday(post)
    month = calendar.MONTHS[language][when.month - 1][0]
    comma = "،" if language == "ar" else ","
    return f"{day}{comma} {when.day} {month} {when.year}{joint}{calendar.clock(when)} WIB"


def english(post: Post) -> str:
    """Return ``Monday, 19 March 2018 | 12:56 WIB``, as era A printed it in all editions."""
    when = post.published
    day, month = calendar.weekday(when, "en"), calendar.MONTHS["en"][when.month - 1][0]
    return f"{day}, {when.day} {month} {when.year} | {calendar.clock(when)} WIB"


def old_fashioned(post: Post) -> str:
    """Return ``Ahad, 1 Nopember 2020, pukul 03.53 WIB``, or ``Sunday, … | 03.53 WIB``."""
    text = full(post, ", pukul " if post.edition == "id" else " | ").replace(
        calendar.clock(post.published), f"{post.published:%H.%M}"
    )
    for today, once in OLD_MONTHS.items():
        text = text.replace(today, once)
    return text


def ago(post: Post, fetched: datetime) -> str:
    """Return ``8 jam lalu``, rounded as WordPress rounds."""
    seconds = (fetched - post.published).total_seconds()
    hours, minutes = AGO[post.edition]
    if seconds < HOUR:
        return minutes.format(max(1, round(seconds / 60)))
    return hours.format(round(seconds / HOUR))
