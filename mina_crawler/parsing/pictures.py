"""Pictures: which addresses show the same one."""

from __future__ import annotations

import re

_VARIANT = re.compile(r"(?:-\d{2,5}x\d{2,5}|-scaled|-rotated|-e\d{10,13})+$")


def image_stem(url: str) -> str:
    """Return the name that all sizes of the picture at *url* share.

    >>> image_stem("https://minanews.net/wp-content/uploads/2024/10/warga-300x199.jpg")
    'warga'
    """
    name = url.rpartition("/")[2].rpartition(".")[0]
    return _VARIANT.sub("", name)
