"""``python -m fuzz.one TARGET …``: one target under libFuzzer, whose options follow its name."""

from __future__ import annotations

import sys
from time import process_time

import atheris

with atheris.instrument_imports(include=["mina_crawler"]):
    from fuzz.targets import TARGETS

LONGEST = 1.0
"""Seconds of the processor."""


class TooSlowError(Exception):
    """An input that its reader spent too long on."""


def main(target: str, *options: str) -> None:
    """Fuzz *target* until libFuzzer has had enough, or something escapes: then the process ends."""
    read = TARGETS[target]

    def once(body: bytes) -> None:
        began = process_time()
        read(body)
        if (took := process_time() - began) > LONGEST:
            raise TooSlowError(f"{took:.1f} seconds for {len(body)} bytes")

    atheris.Setup([target, *options], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
