"""What was understood of an utterance: mentions, times, what is asked, and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.model.dates import PartialDate
from bot.model.knowledge import Lang

When = Literal["now", "at", "past", "before", "after", "first", "latest", "next", "since", "history"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the utterance (code points, as written) that names one entity, or one of several (``entity_ids``)."""

    start: int
    end: int
    text: str
    entity_ids: tuple[str, ...]
    score: float
    alias: str
    rule: str


@dataclass(frozen=True, slots=True)
class Time:
    """When the question is about.

    ``now``: nothing said, or said to be now; ``at``: ``date`` (to ``until`` when a span was given);
    ``past``: the past without a date; ``since``: from ``date`` on; ``before``/``after``: the one before or after
    the holder asked about; ``first``, ``latest``, ``next``: of a row of meetings or heads; ``history``: all of them.
    """

    when: When = "now"
    date: PartialDate | None = None
    until: PartialDate | None = None


NOW = Time()
PAST = Time("past")


_STRAY = 2

SegmentKind = Literal["name", "word", "skip", "particle", "time", "ordinal", "unknown"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the utterance (code points, as written) and the one thing it was read as."""

    start: int
    end: int
    text: str
    kind: SegmentKind
    concepts: frozenset[str] = frozenset()
    mention: Mention | None = None
    time: Time | None = None
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An utterance covered from end to end by segments; what nothing covers is ``unknown``.

    ``normal`` is the utterance's normal form. ``repairs`` tells which misspelt words were read as which.
    """

    utterance: str
    normal: str
    lang: Lang
    segments: tuple[Segment, ...]
    repairs: tuple[str, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(segment.mention for segment in self.segments if segment.mention is not None)

    @property
    def concepts(self) -> frozenset[str]:
        return frozenset(concept for segment in self.segments for concept in segment.concepts)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The content words that no entry explains, as written; a stray kana or two carry no content."""
        left = (segment.text for segment in self.segments if segment.kind == "unknown")
        return tuple(
            text for text in left if len(text) > _STRAY or not all("ぁ" <= character <= "ん" for character in text)
        )

    @property
    def time(self) -> Time | None:
        """The time that was said, an explicit date before a relative word; None when nothing was said."""
        times = [segment.time for segment in self.segments if segment.time is not None]
        return next((time for time in times if time.date is not None), times[0] if times else None)

    @property
    def ordinal(self) -> int | None:
        return next((segment.ordinal for segment in self.segments if segment.ordinal is not None), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a reading: the rule, and the words or names it rests on."""

    rule: str
    detail: str


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A chosen intent with its slots filled.

    ``subject_ids``: the entities asked about, in the order named. ``part``: which part of a many-sided intent
    (of a meeting: when, where, topics…; of a person: company…). ``country``, ``group`` (kind of body: chamber,
    federation…) and ``type`` (of entity) narrow lists. ``ordinal``: the number of a meeting or of a chair.
    ``attribute``: an attribute that is not held. ``yes_no``: asked as a question to be affirmed or denied.
    ``fact_ids``: the facts that were recalled by the words of the question. ``places``: cities that
    were said, as written.
    """

    intent: str
    subject_ids: tuple[str, ...] = ()
    time: Time = NOW
    part: str | None = None
    country: str | None = None
    group: str | None = None
    type: str | None = None
    ordinal: int | None = None
    attribute: str | None = None
    yes_no: bool = False
    count: bool = False
    inherited: tuple[str, ...] = ()
    fact_ids: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inheritance:
    """What an earlier turn lends to a question that leaves something out: subjects, likeliest first, and the last
    interpretation. ``is_pointed_at``: the question points at them by a pronoun, so it is about nobody else."""

    subject_ids: tuple[str, ...] = ()
    last: Interpretation | None = None
    is_pointed_at: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible reading: how sure (0 to 1), the ordered cost it was ranked by, and why."""

    interpretation: Interpretation
    score: float
    cost: tuple[float, ...]
    evidence: tuple[Evidence, ...] = field(default=())


Verdict = Literal["chosen", "ambiguous", "unheld", "not_understood", "unknown_name", "out_of_scope"]
NOT_CHOSEN: tuple[Verdict, ...] = ("not_understood", "unknown_name", "out_of_scope")


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a reading was taken to mean: the verdict, the candidates best first, and the entity ids nearby.

    ``chosen``: the first candidate. ``ambiguous``: the first candidates differ only in whom they are about.
    ``not_understood``: it is about the field, but what is asked is not clear. ``unknown_name``: it asks about
    something we do not hold by a name that is close to ``near_ids`` (possibly none).
    """

    verdict: Verdict
    candidates: tuple[Candidate, ...] = ()
    near_ids: tuple[str, ...] = ()
