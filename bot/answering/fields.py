"""The fields of a fact, by the shape they have. The one rule: a field of another shape reads as absent."""

from __future__ import annotations

from collections.abc import Mapping

from bot.model.dates import PartialDate
from bot.model.knowledge import Fact, Lang


def text_of(fact: Fact, field: str, lang: Lang) -> str | None:
    """A trilingual field in the language asked for."""
    value = fact.data.get(field)
    if isinstance(value, Mapping):
        found = value.get(lang)
        return found if isinstance(found, str) else None
    return None


def word_of(fact: Fact, field: str) -> str | None:
    """A reference or an enum."""
    value = fact.data.get(field)
    return value if isinstance(value, str) else None


def words_of(fact: Fact, field: str) -> tuple[str, ...]:
    """A list of references; one alone is a list of one."""
    value = fact.data.get(field)
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def number_of(fact: Fact, field: str) -> int | None:
    value = fact.data.get(field)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def truth_of(fact: Fact, field: str) -> bool | None:
    value = fact.data.get(field)
    return value if isinstance(value, bool) else None


def date_of(fact: Fact, field: str) -> PartialDate | None:
    value = fact.data.get(field)
    return value if isinstance(value, PartialDate) else None


def counts_of(fact: Fact, field: str) -> Mapping[str, int]:
    value = fact.data.get(field)
    if not isinstance(value, Mapping):
        return {}
    return {name: count for name, count in value.items() if isinstance(count, int)}
