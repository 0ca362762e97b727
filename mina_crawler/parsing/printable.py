"""Text that neither moves a terminal's cursor nor ends a line of the log."""

from __future__ import annotations


def printable(text: str) -> str:
    r"""Return *text* with each sign that prints nothing spelt out.

    >>> printable("Warga \x1b[2JTanam\nPohon")
    'Warga \\x1b[2JTanam\\nPohon'
    """
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text
    )
