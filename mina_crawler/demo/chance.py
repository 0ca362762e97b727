"""Chance that can be repeated: the same seed, number and purpose give the same outcome."""

from __future__ import annotations

from random import Random
from zlib import crc32


def draw(seed: int, number: int, purpose: str, sides: int) -> int:
    """Return a whole number from 0 to *sides* - 1; cheap enough to ask for every article."""
    return (crc32(f"{purpose}/{seed}/{number}".encode()) >> 5) % sides


def dice(seed: int, number: int, purpose: str) -> Random:
    """Return a generator for many outcomes of one purpose."""
    return Random(f"{purpose}/{seed}/{number}")
