"""Everything that has grown old, in one list. The one rule: what has waited longest comes first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from bot.curation import dead_sources, ended_terms, past_announcements, unconfirmed_posts
from bot.curation.findings import Finding, soonest_first
from bot.knowledge.base import KnowledgeBase


class Rule(Protocol):
    """A module that knows one way to grow old: its code, and what it finds."""

    CODE: str

    def find(self, base: KnowledgeBase, today: date, months: int) -> Iterable[Finding]: ...


RULES: tuple[Rule, ...] = (unconfirmed_posts, ended_terms, past_announcements, dead_sources)


def find_stale(base: KnowledgeBase, today: date, months: int) -> tuple[Finding, ...]:
    """All that should be looked at again as of a day; a post is vouched for during so many months."""
    return soonest_first(finding for rule in RULES for finding in rule.find(base, today, months))
