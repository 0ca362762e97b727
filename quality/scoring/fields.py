"""Compares the fields of an article with the truth, lenient where the contract leaves a choice."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from quality.scoring.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

MINUTE = 60
QUOTES = str.maketrans("“”’‘`", "\"\"'''")
SIZE = re.compile(r"(?:-scaled|-\d+x\d+)(?=\.\w+$)")
TITLE_BYLINE = re.compile(r" \(Oleh: .*\)$")
SAME_AGENCY = {"مينا": "MINA", "معراج": "MINA", "MINAN": "MINA"}


def same(truth: object, read: object) -> bool:
    """Tell whether both are equal."""
    return bool(truth == read)


def same_instant(truth: str | None, read: str | None) -> bool:
    """Tell whether both name the same minute; pages print no seconds."""
    if truth is None or read is None:
        return truth is read
    moment = datetime.fromisoformat(read)
    if moment.tzinfo is None:
        return False
    return abs((datetime.fromisoformat(truth) - moment).total_seconds()) < MINUTE


def is_one_of(truth: list[str | None], read: str | None) -> bool:
    """Tell whether *read* is allowed; an unedited article may give its publication."""
    return any(same_instant(instant, read) for instant in truth)


def same_title(truth: str, read: str | None) -> bool:
    """Tell whether both are the same but for the shape of quotes and a writer in brackets."""
    headline = TITLE_BYLINE.sub("", fold(read or ""))
    return fold(truth).translate(QUOTES) == headline.translate(QUOTES)


def same_address(truth: str, read: str | None) -> bool:
    """Tell whether both are the same; old ``.html`` addresses may end in a slash."""
    return truth == read or (truth.endswith(".html") and (read or "").rstrip("/") == truth)


def is_printed(truth: list[str], read: str | None) -> bool:
    """Tell whether what was read stands in one of the printed forms."""
    return bool(read) and any(fold(read or "") in fold(form) for form in truth)


def same_dateline(truth: dict[str, Any] | None, read: dict[str, Any] | None) -> bool:
    """Tell whether place, days and agencies agree; capitals of the place may differ."""
    if truth is None or read is None:
        return truth is read
    return _dateline(truth) == _dateline(read)


def _dateline(value: dict[str, Any]) -> tuple[Any, ...]:
    agencies = [SAME_AGENCY.get(agency, agency) for agency in value["agencies"]]
    return (value["place"] or "").casefold(), value["hijri"], value["date"], agencies


def same_picture(truth: dict[str, Any] | None, read: dict[str, Any] | None) -> bool:
    """Tell whether both agree but for size suffixes and closing stops."""
    if truth is None or read is None:
        return truth is read
    return _picture(truth) == _picture(read)


def _picture(value: dict[str, Any]) -> tuple[str, str, str]:
    credit = re.sub(r"^(?:Do[ck]\.?) ", "", value["credit"] or "")
    return SIZE.sub("", value["url"] or ""), (value["caption"] or "").rstrip(". "), credit


def same_pictures(truth: list[dict[str, Any]], read: list[dict[str, Any]]) -> bool:
    """Tell whether all pictures agree, in order."""
    return [_picture(each) for each in truth] == [_picture(each) for each in read]


def same_links(truth: list[dict[str, Any]], read: list[dict[str, Any]]) -> bool:
    """Tell whether titles and addresses agree, in order."""
    return [_link(each) for each in truth] == [_link(each) for each in read]


def _link(value: dict[str, Any]) -> tuple[str, str]:
    return fold(value["title"]).translate(QUOTES), unquote(value["url"] or "").rstrip("/")


FIELDS: dict[str, Callable[[Any, Any], bool]] = {
    "published_at": same_instant,
    "modified_at": is_one_of,
    "published_raw": is_printed,
    "title": same_title,
    "url": same_address,
    "post_id": same,
    "edition": same,
    "dateline": same_dateline,
    "reporters": same,
    "editors": same,
    "desk_code": same,
    "categories": same,
    "tags": same,
    "image": same_picture,
    "images": same_pictures,
    "related": same_links,
    "pages": same,
}
