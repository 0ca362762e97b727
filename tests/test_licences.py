"""What is installed with the crawler may be used with it, by the licences of all of it."""

from __future__ import annotations

import re
from importlib.metadata import metadata, requires
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXTRAS = ("", "s3", "postgres", "monitor")
COMPATIBLE = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|ISC|MPL-2|Mozilla Public License 2|ZPL|LGPL"
    r"|Lesser General Public|Artistic|Permission is hereby granted",
)
OPTIONAL = {
    "rfc3987": "by Spidermon, for who installs the extra monitor; nothing of ours imports it"
}
"""What is under another licence -> by whom it is wanted, and why that is no matter."""


def wanted(extras: Iterable[str]) -> Iterator[str]:
    """Yield the name of each distribution that the project needs with these *extras*."""
    waiting, met = [("mina-crawler", extra) for extra in extras], set[tuple[str, str]]()
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in met:
            continue
        met.add((name, extra))
        yield name
        for needed in map(Requirement, requires(name) or ()):
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                waiting += [(needed.name.lower(), extra) for extra in ("", *needed.extras)]


def licence(name: str) -> str:
    """Return all that a distribution says of its licence."""
    told = metadata(name)
    fields = ("License-Expression", "License", "Classifier")
    lines = [line for field in fields for line in told.get_all(field) or ()]
    return "\n".join(line for line in lines if " :: " not in line or line.startswith("License"))


@pytest.mark.parametrize("name", sorted({*wanted(EXTRAS)} - {*OPTIONAL}))
def test_the_licence_is_compatible_with_ours(name: str) -> None:
    assert COMPATIBLE.search(licence(name)), f"{name}: {licence(name)!r}"


def test_without_the_extras_nothing_else_is_installed() -> None:
    assert {*wanted([""])}.isdisjoint(OPTIONAL)
