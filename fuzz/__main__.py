"""``python -m fuzz``: each target in its turn; ends with 1 where an input broke one."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from fuzz.seeds import seeds_of, words_in
from fuzz.targets import TARGETS

BUILD = Path("build", "fuzz")
LARGEST = 100_000
"""Bytes of an input."""


def main() -> int:
    """Share the time among the targets; what was found stays in ``build/fuzz`` for the next."""
    parser = argparse.ArgumentParser(prog="fuzz")
    parser.add_argument("--only", choices=[*TARGETS])
    parser.add_argument("--seconds", type=int, default=600)
    given = parser.parse_args()
    targets = [given.only] if given.only else [*TARGETS]
    share = max(1, given.seconds // len(targets))
    broken = [target for target in targets if fuzz(target, share)]
    for target in broken:
        print(f"{target} broke: see {BUILD / target}/broken-*")  # noqa: T201 -- what it is for
    return int(bool(broken))


def fuzz(target: str, seconds: int) -> int:
    """Fuzz *target* for so many *seconds*; return 0 where nothing broke it."""
    home = BUILD / target
    found, seeds = home / "corpus", home / "seeds"
    for folder in (found, seeds):
        folder.mkdir(parents=True, exist_ok=True)
    texts = list(seeds_of(target))
    for number, text in enumerate(texts):
        (seeds / str(number)).write_bytes(text)
    (home / "words").write_text("\n".join(words_in(texts)), "utf-8")
    options = (f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-dict={home / 'words'}")
    quiet = ("-verbosity=0", "-timeout=60", "-print_final_stats=1")
    command = [sys.executable, "-m", "fuzz.one", target, *options, *quiet]
    command += [f"-artifact_prefix={home}/broken-", str(found), str(seeds)]
    return subprocess.run(command, check=False).returncode  # noqa: S603 -- our own command


if __name__ == "__main__":
    sys.exit(main())
