"""The ladder: what several rules answer to one question, the surest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")


class Rung(NamedTuple, Generic[T]):
    """What one rule answers; an empty value is no answer."""

    rule: str
    value: T


def answers(*rungs: tuple[str, T]) -> Iterator[Rung[T]]:
    """Yield those *rungs*, each a rule and its value, that are answers."""
    return (Rung(rule, value) for rule, value in rungs if value)
