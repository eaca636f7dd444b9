"""All checks in one run. The one rule: the problems of reading and of checking come together, sorted by place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from bot.knowledge.checks import (
    backwards_period,
    broken_template,
    clashing_words,
    early_confirmation,
    empty_alias,
    lone_aggregator,
    look_alike_letters,
    missing_family_name,
    missing_words,
    one_sided_conflict,
    one_sided_counterpart,
    overlapping_terms,
    repeated_alias,
    repeated_utterance,
    shared_alias,
    shared_identifier,
    unknown_concept,
    unknown_fact,
    unknown_slot,
    unused_source,
    wrong_script,
)
from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem


class Check(Protocol):
    """A module of ``checks``: its code, and what it finds."""

    CODE: str

    def check(self, loaded: Loaded) -> Iterable[Problem]: ...


CHECKS: tuple[Check, ...] = (
    backwards_period,
    broken_template,
    clashing_words,
    early_confirmation,
    empty_alias,
    lone_aggregator,
    look_alike_letters,
    missing_family_name,
    missing_words,
    one_sided_conflict,
    one_sided_counterpart,
    overlapping_terms,
    repeated_alias,
    repeated_utterance,
    shared_alias,
    shared_identifier,
    unknown_concept,
    unknown_fact,
    unknown_slot,
    unused_source,
    wrong_script,
)


def check(loaded: Loaded) -> tuple[Problem, ...]:
    """Every problem of a knowledge folder: those of reading it, and those of what it says."""
    found = [problem for module in CHECKS for problem in module.check(loaded)]
    return tuple(sorted({*loaded.problems, *found}))
