"""Who put a story on the site, as themes say it by themselves: no byline of the newsroom's."""

from __future__ import annotations

import re

from mina_crawler.parsing.names import split_names

_POSTED_BY = re.compile(
    r"(?:(?:posted|published|written|dikirim|ditulis|diterbitkan) )?(?:by|oleh|بواسطة|بقلم):? "
    r"(?P<name>[^|\n():,]{2,60}?) (?:on|pada|في|/|\|):? (?=[^.]{0,16}\d)",
    re.IGNORECASE,
)
_ALL_POSTS = re.compile(
    r"(?:(?:view|see|read|lihat) )?(?:all|more|semua) (?:posts|articles|stories|pos|tulisan)"
    r"(?: (?:by|from|oleh|dari)\b)?:? ?"
    r"|(?:مشاهدة|عرض) (?:كل|جميع) (?:ال)?(?:مقالات|مشاركات)(?: بواسطة)? ?",
    re.IGNORECASE,
)
"""What a box behind a story says before the name."""


def uploaders_in(line: str) -> list[str]:
    """Return the names in a *line* of the header that names them before the day.

    >>> uploaders_in("Posted by Rana Salim on 3 June 2019 @ 07:45")
    ['Rana Salim']
    """
    match = _POSTED_BY.match(line)
    return split_names(match["name"]) if match else []


def without_all_posts(text: str) -> str:
    """Return the name in a link to all that its bearer wrote.

    >>> without_all_posts("View all posts by Rana Salim")
    'Rana Salim'
    """
    return _ALL_POSTS.sub("", text, 1)
