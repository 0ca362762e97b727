"""Chance that can be repeated: the same seed, number and purpose give the same outcome."""

from __future__ import annotations

from hashlib import blake2b
from random import Random


def draw(seed: int, number: int, purpose: str, sides: int) -> int:
    """Return a whole number from 0 to *sides* - 1; cheap enough to ask for every article."""
    digest = blake2b(f"{purpose}/{seed}/{number}".encode(), digest_size=4).digest()
    return int.from_bytes(digest) % sides


def dice(seed: int, number: int, purpose: str) -> Random:
    """Return a generator for many outcomes of one purpose."""
    return Random(f"{purpose}/{seed}/{number}")
