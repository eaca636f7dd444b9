"""What earlier turns lend to a question: its subjects, what was asked, and the choices a clarification offered.

The one rule: a question that stands by itself inherits nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.model.conversation import Choice, Session
from bot.model.understanding import NOW, PAST, Inheritance, Interpretation, Reading

_TURNING = frozenset(
    "country country_kr country_jp no also other side one_of it that is please body association federation_word"
    " chamber_word he they yes and head".split()
)
"""What a turn to the other side consists of: "no, the Japanese one", "그럼 일본은?"."""

_COUNTRIES = frozenset({"country_kr", "country_jp"})
_PRONOUNS = frozenset({"he", "it"})
_POINTING = frozenset("first one_of that it please also yes no".split())


def inheritance(reading: Reading, session: Session, is_person: Callable[[str], bool]) -> Inheritance:
    """Subjects, likeliest first, and the last interpretation. A pronoun tells persons from bodies."""
    said = reading.concepts
    subjects = session.focus
    if "he" in said:
        subjects = tuple(sorted(subjects, key=lambda entity_id: not is_person(entity_id)))
    elif "it" in said:
        subjects = tuple(sorted(subjects, key=is_person))
    return Inheritance(subjects, session.last, bool(subjects) and bool(said & _PRONOUNS))


def picked(reading: Reading, session: Session, marks_of: Callable[[str], frozenset[str]]) -> Interpretation | None:
    """The choice of a waiting clarification that the utterance takes: by number, by name, or by country.

    ``marks_of``: what tells an entity from its namesakes, its country as a concept and those who hold it among them.
    """
    if not session.pending or reading.unknown:
        return None
    by_number = _by_number(reading, session.pending)
    if by_number is not None:
        return by_number.interpretation
    named = {entity_id for mention in reading.mentions for entity_id in mention.entity_ids}
    taken = [c for c in session.pending if named & set(c.interpretation.subject_ids)]
    if not taken and not reading.concepts - _TURNING:
        said = named | (reading.concepts & _COUNTRIES)
        taken = [c for c in session.pending if said and said <= _marks(c, marks_of)]
    return taken[0].interpretation if len(taken) == 1 else None


def _marks(choice: Choice, marks_of: Callable[[str], frozenset[str]]) -> frozenset[str]:
    return frozenset(mark for entity_id in choice.interpretation.subject_ids for mark in marks_of(entity_id))


def _by_number(reading: Reading, choices: tuple[Choice, ...]) -> Choice | None:
    written = reading.normal.strip()
    if written.isdigit() and 1 <= int(written) <= len(choices):
        return choices[int(written) - 1]
    number = reading.ordinal or (1 if "first" in reading.concepts else None)
    if number is not None and not reading.mentions and not reading.unknown and 1 <= number <= len(choices):
        return choices[number - 1]
    return None


def turned(reading: Reading, session: Session, other_side: Callable[[str, str], str | None]) -> Interpretation | None:
    """The last question turned to the other country: "and the Japanese side?", "no, the Korean one"."""
    countries = reading.concepts & _COUNTRIES
    if session.last is None or len(countries) != 1 or reading.mentions or reading.unknown or reading.repairs:
        return None
    if reading.concepts - _TURNING or reading.time is not None:
        return None
    country = "KR" if "country_kr" in countries else "JP"
    moved = [other_side(entity_id, country) for entity_id in session.last.subject_ids]
    subjects = tuple(entity_id for entity_id in moved if entity_id is not None)
    if session.last.subject_ids and not subjects:
        return replace(session.last, country=country, inherited=("subjects", "intent"))
    return replace(session.last, subject_ids=subjects, country=country, inherited=("intent",))


def listed(reading: Reading, session: Session) -> Interpretation | None:
    """The item of the last list that the utterance points at by number: "the second one"."""
    if session.last is None or reading.ordinal is None or reading.mentions or reading.unknown:
        return None
    if reading.concepts - _POINTING or not 1 <= reading.ordinal <= len(session.listed):
        return None
    return Interpretation("body", (session.listed[reading.ordinal - 1],), inherited=("subjects",))


def continued(meant: Interpretation, session: Session, edition: int | None) -> Interpretation:
    """The interpretation with what only the session knows: before or after whom, or which meeting, when none is named.

    ``edition`` is the number of the meeting that was told last; a part asked of "it" is asked of that meeting.
    """
    is_same_meeting = meant.intent == "edition" and meant.part is not None and meant.ordinal is None
    if is_same_meeting and "subjects" in meant.inherited and meant.time in (NOW, PAST) and edition is not None:
        return replace(meant, ordinal=edition)
    if meant.time.when not in ("before", "after") or meant.time.date is not None or "subjects" not in meant.inherited:
        return meant
    if meant.intent == "leader" and session.holder_id is not None and len(meant.subject_ids) == 1:
        return replace(meant, subject_ids=(*meant.subject_ids, session.holder_id))
    if meant.intent == "edition" and edition is not None:
        step = -1 if meant.time.when == "before" else 1
        return replace(meant, ordinal=edition + step, time=NOW)
    return meant
