"""Rank what may be meant: patterns of the intents, held against what was said, compared by ordered costs.

The one rule: costs are compared in order and never added up, so no likeness of wording can buy off something that
was said and is not explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.knowledge.base import PAIR, IntentSpec, Pattern
from bot.model.understanding import Candidate, Evidence, Inheritance, Interpretation
from bot.understanding.askable import PAIRED, Askable
from bot.understanding.asking import FIELD, HEAVY, INTRODUCTION, NEUTRAL, TALK, Asking
from bot.understanding.details import Details
from bot.understanding.slots import interpretation_of
from bot.understanding.subjects import Row

ALIKE = 0.62
"""From this likeness to an example on, an utterance may be read by it although no pattern fits."""
_REMINDS = 0.3
"""From this likeness on an example is considered, as a guess that is not answered."""
_SAME = 0.985
"""So like an example that the two are the same but for a name: what names nobody may be read by it alone."""
_HOLDING = frozenset({"know", "list", "latest", "change", "tell"})
_HELD = frozenset({"body", "association", "sector_word", "region", "agreement", "counterpart", "regular"})
_BETWEEN_REGIONS = frozenset("body association exchange contact meeting level cooperation".split())
_GOING_ON = frozenset("time ordinal country past now latest next first".split())
"""What a question that names nobody must say to ask the last one again: another time, or the other side."""
_ALL_THERE_IS = frozenset("list all every country exist there each".split())
"""What is asked of all that there is, whatever the talk is about."""
_DEPUTY = "deputy"
_CARRIED = frozenset("time ordinal country country_kr country_jp past also".split())
"""What a question may add to the one before it and still ask the same."""
_SMALL = frozenset(
    "who what which how past tell body association company industry country country_kr country_jp business_word name"
    " head_office federation_word chamber_word represent economic".split()
)
"""What may be said beside a bare name and still ask for nothing in particular."""
_OPEN = frozenset("who what which how is about do where called".split())
"""Words that ask openly: a pattern of these alone is meant only where nothing else is said."""
_CONTINUED_LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What ranking rests on: the intents, the likeness of the utterance to each one's examples, the concepts that each
    explains, the words of its examples that no entry explains, and the words of the subjects' own facts."""

    intents: Askable
    likeness: Mapping[str, float]
    explained: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    details: Details

    def unknown_to(self, spec: IntentSpec, asking: Asking, row: Row, *, asks: bool) -> tuple[str, ...]:
        """The words said that neither an example of the intent nor a fact of the subjects contains, cities among them:
        the federation "of Okinawa" is none that we know. Where a fact contains some, and something else that is held is
        asked (``asks``), one word beside them may be new: it tells of the same thing. Subjects of an earlier turn
        explain nothing, or talk of something else would be taken for talk of them.
        """
        known = self.words.get(spec.id, frozenset())
        new = tuple(word for word in asking.unknown if word.casefold() not in known)
        if row.inherited:
            return new
        cities = asking.places if row.subject_ids else ()
        left = self.undetailed(new, row)
        may_be_new = asks and len(left) == 1 and len(left) < len(new)
        return (() if may_be_new else left) + self.undetailed(cities, row)

    def undetailed(self, words: Iterable[str], row: Row) -> tuple[str, ...]:
        """The words that no fact of the row's subjects contains."""
        subjects = (*row.subject_ids, *row.context_ids)
        return tuple(word for word in words if not self.details.explain(word, subjects))


def explained_concepts(
    intents: Mapping[str, IntentSpec], said: Mapping[str, frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    """Intent → the concepts that it explains: those it likes, and those its examples say."""
    return {id_: spec.likes | said.get(id_, frozenset()) | NEUTRAL for id_, spec in intents.items()}


@dataclass(frozen=True, slots=True)
class _Support:
    """Why an intent is considered: the concepts that speak for it, the part they ask for, and the rule."""

    rule: str
    say: frozenset[str] = frozenset()
    part: str | None = None
    excused: frozenset[str] = frozenset()


def rank_intents(
    asking: Asking, rows: tuple[Row, ...], inheritance: Inheritance, witnesses: Witnesses
) -> tuple[Candidate, ...]:
    """Every reading that some pattern or a close example supports, best first; ties are broken by id."""
    found = []
    for row in rows:
        if not _is_grounded(asking, row, witnesses):
            continue
        for spec, patterns in witnesses.intents.of(row.groups):
            supports = _supports(spec, patterns, asking, row, inheritance, witnesses)
            candidates = [_candidate(spec, support, asking, row, inheritance, witnesses) for support in supports]
            found += [min(candidates, key=_order)] if candidates else []
    return tuple(sorted(found, key=_order))


def _is_grounded(asking: Asking, row: Row, witnesses: Witnesses) -> bool:
    """Whether the question is about this field at all. A name that may mean something else needs talk of the field
    around it, and nothing unknown; a question without a name is held to it by ``_supports``."""
    if row.inherited or row.is_sure or not row.subject_ids:
        return True
    talk = TALK | INTRODUCTION if "person" in row.groups else TALK
    return bool(asking.said & talk) and not witnesses.undetailed(asking.unknown, row)


def _order(candidate: Candidate) -> tuple[object, ...]:
    meant = candidate.interpretation
    return (candidate.cost, meant.intent, meant.part or "", -len(meant.subject_ids), meant.subject_ids)


def _supports(
    spec: IntentSpec,
    patterns: tuple[Pattern, ...],
    asking: Asking,
    row: Row,
    inheritance: Inheritance,
    witnesses: Witnesses,
) -> Iterator[_Support]:
    """Why the intent may be asked of the row, of which all its ``patterns`` here allow the groups."""
    titles, telling = _titles(asking, row), asking.telling
    asks_of_a_body = "age_of_body" in asking.said and row.groups == ("body",)
    if spec.status == "unknown" and (titles or asks_of_a_body):
        return
    if row.inherited and "you" in asking.said:
        return  # asked of Keymen itself, not of what the talk is about
    likeness = witnesses.likeness.get(spec.id, 0.0)
    is_open = spec.status == "answered" and bool(spec.facts) and not row.subject_ids
    if is_open and likeness < _SAME and not _names_the_field(asking, inheritance):
        return
    said = asking.said - titles
    for pattern in patterns:
        if not pattern.say <= said:
            continue
        is_open_question = pattern.say <= _OPEN
        if is_open_question and (not telling - pattern.say <= _SMALL or not _is_pointed(spec, row, inheritance)):
            continue
        yield _Support("says", pattern.say, pattern.part, _excused(pattern))
    goes_on = not row.inherited or asking.time is not None or bool(asking.said & _GOING_ON)
    continues = row.inherited_intent and inheritance.last is not None and inheritance.last.intent == spec.id
    if continues and patterns and goes_on and not (telling & HEAVY) - _CARRIED:
        yield _Support("continues", part=inheritance.last.part if inheritance.last else None, excused=_CARRIED)
    yield from _alone(spec, asking, row)
    if likeness >= _REMINDS and patterns:
        yield _Support("example", excused=frozenset(c for pattern in spec.patterns for c in pattern.say))


def _alone(spec: IntentSpec, asking: Asking, row: Row) -> Iterator[_Support]:
    """A name, or two, with nothing asked of them."""
    if row.distance or "time" in asking.said:
        return
    says_little = asking.telling - _titles(asking, row) <= _SMALL
    if len(row.groups) == 1 and set(row.groups) <= spec.default_for and says_little:
        yield _Support("name alone")
    is_pair = tuple(sorted(row.groups)) in PAIRED
    if PAIR in spec.default_for and is_pair and not asking.telling:
        yield _Support("two names alone")


def _is_pointed(spec: IntentSpec, row: Row, inheritance: Inheritance) -> bool:
    """Whether an open question is about the row: it is named, pointed at by a pronoun, or asked of the same again."""
    is_same = inheritance.last is not None and inheritance.last.intent == spec.id
    return not row.inherited or inheritance.is_pointed_at or is_same


def _names_the_field(asking: Asking, inheritance: Inheritance) -> bool:
    if asking.unknown or asking.is_repaired:
        return False
    speaks_of_heads = "head" in asking.said and len(asking.telling & HEAVY) > 1
    asks_for_holdings = bool(asking.said & _HOLDING) and bool(asking.said & _HELD)
    asks_of_regions = "region" in asking.said and bool(asking.said & _BETWEEN_REGIONS)
    is_of_the_field = bool(asking.said & FIELD) or speaks_of_heads or asks_for_holdings or asks_of_regions
    return is_of_the_field or inheritance.last is not None


def _excused(pattern: Pattern) -> frozenset[str]:
    """Asking how old a body is asks when it was founded; only of a person the age is not held."""
    return frozenset({"unheld"}) if "age_of_body" in pattern.say else frozenset()


def _distance(asking: Asking, row: Row, inheritance: Inheritance) -> int:
    """A question that names nothing of the field is sooner about what the talk is about than about all there is."""
    names_nothing = not row.subject_ids and bool(inheritance.subject_ids)
    counts_chambers = {"how_many", "chamber_word"} <= asking.said and not asking.said & _ALL_THERE_IS
    is_elliptic = names_nothing and (
        counts_chambers
        or ("counterpart" in asking.said and not asking.said & _ALL_THERE_IS - {"country"})
        or (not asking.said & FIELD and bool(asking.said & _HELD) and "region" not in asking.said)
    )
    return len(inheritance.subject_ids) + 1 if is_elliptic else row.distance


def _titles(asking: Asking, row: Row) -> frozenset[str]:
    """Beside a person, ``vice chairman`` is a title; of a body it asks for an office that may not be held."""
    return frozenset({"unheld", "vice"}) if asking.attribute == _DEPUTY and "person" in row.groups else frozenset()


def _candidate(
    spec: IntentSpec, support: _Support, asking: Asking, row: Row, inheritance: Inheritance, witnesses: Witnesses
) -> Candidate:
    likeness = _CONTINUED_LIKENESS if support.rule == "continues" else witnesses.likeness.get(spec.id, 0.0)
    excused = support.excused | _titles(asking, row)
    refused = (spec.refuses & asking.said) - excused - support.say
    explains_all = "*" in spec.likes
    left = frozenset() if explains_all else asking.said - support.say - excused - witnesses.explained[spec.id]
    counts_words = not explains_all or asking.attribute == _DEPUTY
    unknown = witnesses.unknown_to(spec, asking, row, asks=bool(support.say)) if counts_words else ()
    cost = (
        float(len(refused) + row.left_over + (support.rule == "example" and likeness < ALIKE)),
        float(len(left & HEAVY)),
        float(len(unknown)),
        float(_distance(asking, row, inheritance)),
        -float(len(support.say & HEAVY)),
        float(len(left - HEAVY)),
        -float(len(support.say)),
        -round(likeness, 3),
    )
    evidence = [Evidence(support.rule, " + ".join(sorted(support.say)) or f"likeness {likeness:.2f}")]
    evidence += [Evidence("refused by", ", ".join(sorted(refused)))] if refused else []
    evidence += (
        [Evidence("unexplained", ", ".join((*sorted(left & HEAVY), *unknown)))] if left & HEAVY or unknown else []
    )
    meant = interpretation_of(spec, support.part, asking, row)
    if support.rule == "continues" and inheritance.last is not None:
        meant = _carried(meant, inheritance.last, asking)
    return Candidate(meant, _score(cost, likeness), cost, tuple(evidence))


def _carried(meant: Interpretation, last: Interpretation, asking: Asking) -> Interpretation:
    """The day the last question was about goes on holding, where this one names none."""
    is_dated = asking.time is None and "now" not in asking.said and last.time.date is not None
    return replace(meant, time=last.time) if is_dated else meant


def _score(cost: tuple[float, ...], likeness: float) -> float:
    """How sure the reading is: 1 where all that was said is explained, less for each thing that is not."""
    sure = 0.97 - 0.35 * cost[0] - 0.25 * cost[1] - 0.2 * cost[2] - 0.05 * cost[3] - 0.02 * cost[5]
    return round(max(0.05, min(0.99, sure + 0.05 * (likeness - 0.5))), 3)
