"""The ladder: what several rules answer to one question, the surest first."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Rung(NamedTuple, Generic[T]):
    """What one rule answers; an empty value is no answer."""

    rule: str
    value: T
