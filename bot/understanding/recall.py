"""Facts that tell what was asked although no pattern asks for it: their own words cover the words of the question.

The one rule: a fact is recalled only if it accounts for every name, every day and every heavy word that was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import LANGS, Fact, Lang
from bot.model.understanding import Candidate, Evidence, Interpretation, Reading, Segment
from bot.text.normalise import key
from bot.understanding.asking import HEAVY, NEUTRAL, PLACE
from bot.understanding.telling import Telling, Tellings, days, has_number

INTENT = "fact"
"""The intent of a recalled answer; its file says what each kind of fact tells by itself."""
_MOST = 2
_MOST_LIGHT = 1
_ELSEWHERE = 2
"""A fact of another subject than the one named, or of one where none is named, must say so many telling words: in
passing, it may say any one."""
_SHORTEST = 2
_STEM = 5
_PHRASE = 9
"""Latin text of this length may run over several words."""
_LONGEST_RUN = 5
_STEM_SHARE = 0.7
_OPEN = frozenset("who what which how latest past country country_kr country_jp time".split())
"""Asked by these, any fact may answer."""
_TYPED = frozenset({"when", "how_many", "why"})
"""Asked by these, a fact answers that has a day, a number, or a word for a cause."""
_COMMON = _OPEN | _TYPED | frozenset("head post person body company association federation_word where region".split())
"""What these name stands in many facts: that a fact says it does not yet make it the one asked for."""
_FIELD = frozenset({"chamber_word", "key_men", "normalization"})
_BOTH = frozenset({"country_kr", "country_jp"})
_BETWEEN = frozenset("exchange connection relation cooperation agreement contact channel counterpart outcome".split())
"""A question that names nobody is of this field by one of these words, by both countries, or by a city and what
may be between two of them."""
_RELATIVE = frozenset("before after next until since history compare difference more old long same why left".split())
_MAY_HAVE_A_REASON = frozenset({"why", "left", "change"})
"""Asked why, these stand in the words of the fact that has the reason."""
"""What these ask for lies between facts, never in the words of one."""
_ANSWERED_BY: Mapping[str, frozenset[str]] = {"where": frozenset({"place", "city", "region"})}
"""A question word is answered by a fact that says one of these."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that was said: the entities it may stand for, and how it was written."""

    entity_ids: tuple[str, ...]
    written: str = ""


_Named = tuple[_Name, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """A stretch of the question that has to be accounted for; ``forms``: it or what means the same, in keys."""

    written: str
    forms: tuple[str, ...]
    concepts: frozenset[str]

    @property
    def is_heavy(self) -> bool:
        return not self.concepts or bool(self.concepts & HEAVY) or self.is_attribute or self.concepts == PLACE

    @property
    def is_telling(self) -> bool:
        """Whether a fact that says it is likely to be the one asked for."""
        return self.is_heavy and not (self.concepts and self.concepts <= _COMMON)

    @property
    def is_attribute(self) -> bool:
        """Whether it asks for something that is seldom held."""
        return any(":" in concept for concept in self.concepts)


@dataclass(frozen=True)
class Recall:
    """The facts of a knowledge base by what they say; gathered on first use."""

    knowledge: KnowledgeBase
    tellings: Tellings
    _forms: dict[tuple[Lang, str], tuple[str, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, knowledge: KnowledgeBase) -> Recall:
        return cls(knowledge, Tellings(knowledge))

    def recalled(self, reading: Reading, subject_ids: Sequence[str] = ()) -> Candidate | None:
        """The facts that account for the whole question, the fullest and newest first.

        ``subject_ids``: whom an earlier turn lends it, where it names nobody itself.
        """
        named = tuple(_Name(mention.entity_ids, mention.text) for mention in reading.mentions)
        named = named or tuple(_Name((one,)) for one in subject_ids[:1])
        terms = tuple(self._terms(reading))
        relative = _RELATIVE - _MAY_HAVE_A_REASON if "why" in reading.concepts else _RELATIVE
        is_relative = reading.time is not None and reading.time.when in _RELATIVE and reading.time.date is None
        if is_relative or any(term.concepts & relative for term in terms) or not (named or _is_of_the_field(reading)):
            return None
        facts = self._facts_naming(named, terms)
        scores = tuple(self._score(fact, terms, reading, named) for fact in facts)
        best = max((score for score in scores if score is not None), default=None)
        if best is None:
            return None
        found = sorted((fact for fact, score in zip(facts, scores, strict=True) if score == best), key=_newest_first)
        found = found[:_MOST]
        meant = Interpretation(INTENT, self._subjects(found[0], named), fact_ids=tuple(fact.id for fact in found))
        evidence = Evidence("told by", ", ".join(meant.fact_ids))
        return Candidate(meant, 0.75, (), (evidence,))

    def left_untold(self, words: Sequence[str], fact_ids: Sequence[str]) -> tuple[str, ...]:
        """The words that stand in none of the facts."""
        told = [self.tellings.of(self.knowledge.facts[one]) for one in fact_ids]
        terms = [_Term(word, (key(word),), frozenset()) for word in words if len(key(word)) >= _SHORTEST]
        return tuple(term.written for term in terms if not any(_says(each, term) for each in told))

    def _terms(self, reading: Reading) -> Iterator[_Term]:
        for segment in reading.segments:
            if segment.kind == "unknown" and len(key(segment.text)) >= _SHORTEST:
                yield _Term(segment.text, (key(segment.text),), frozenset())
            elif segment.concepts == PLACE:
                yield _Term(segment.text, (key(segment.text),), PLACE)
            elif segment.kind == "word" and segment.concepts - NEUTRAL:
                forms = self._meaning_the_same(segment, reading.lang)
                yield _Term(segment.text, forms, segment.concepts - NEUTRAL)

    def _meaning_the_same(self, segment: Segment, lang: Lang) -> tuple[str, ...]:
        concepts = [one for concept in segment.concepts for one in (concept, *_ANSWERED_BY.get(concept, ()))]
        forms = [form for concept in sorted(concepts) for form in self._forms_of(lang, concept)]
        return (key(segment.text), *forms)

    def _forms_of(self, lang: Lang, concept: str) -> tuple[str, ...]:
        if (lang, concept) not in self._forms:
            words = self.knowledge.lexicons[lang].concepts.get(concept, ())
            self._forms[lang, concept] = tuple(form for word in words if len(form := key(word)) >= _SHORTEST)
        return self._forms[lang, concept]

    def _facts_naming(self, named: _Named, terms: tuple[_Term, ...]) -> tuple[Fact, ...]:
        """The facts that speak of each one named; where nobody is, those that say a word as it was written."""
        if named:
            found = frozenset.intersection(*(self._speaking_of(one) for one in named))
        else:
            found = frozenset().union(*(self.tellings.saying(term.written) for term in terms if term.is_telling))
        return tuple(self.knowledge.facts[one] for one in sorted(found))

    def _speaking_of(self, name: _Name) -> frozenset[str]:
        said = self.tellings.saying(name.written) if len(name.written) >= _SHORTEST else frozenset()
        return said.union(*(self.tellings.speaking_of(one) for one in name.entity_ids))

    def _score(self, fact: Fact, terms: tuple[_Term, ...], reading: Reading, named: _Named) -> tuple[int, ...] | None:
        """What speaks for a fact, in order; None where it leaves something open.

        How many telling terms it says, the longest run of words that stands in it, how many terms it answers, whether
        it is a fact of one of those named, and whether it has a day that is asked for.
        """
        if not _is_of_that_time(fact, reading):
            return None
        spoken = [term for term in terms if self._is_spoken(fact, term)]
        left = [term for term in terms if term not in spoken and not self._tells(fact, term)]
        if any(term.is_heavy for term in left) or len(left) > _MOST_LIGHT:
            return None
        telling = [term for term in spoken if term.is_telling]
        names_enough = len(named) > 1 and any(term.is_heavy for term in terms if term not in left)
        if not telling and not names_enough:
            return None
        if not named and not reading.concepts & _BOTH <= self.tellings.country_concepts(fact):
            return None
        is_its_own = any(fact.subject_id in one.entity_ids for one in named)
        if not is_its_own and len(named) < _ELSEWHERE and len(telling) < _ELSEWHERE:
            return None
        quoted = _longest_quote(reading, self.tellings.of(fact))
        is_dated = fact.period.start is not None and any("when" in term.concepts for term in terms)
        return (len(telling), quoted, len(terms) - len(left), int(is_its_own), int(is_dated))

    def _is_spoken(self, fact: Fact, term: _Term) -> bool:
        """Whether the fact says the term; of an attribute seldom held only a kind of fact that is known to tell it."""
        if term.concepts & _TYPED or (term.is_attribute and not self._is_told_by_kind(fact, term)):
            return False
        return _says(self.tellings.of(fact), term)

    def _tells(self, fact: Fact, term: _Term) -> bool:
        """Whether a fact answers by its kind: a memorandum to "agreement", anything dated to "when"."""
        if term.concepts and term.concepts <= _OPEN:
            return True
        if "when" in term.concepts:
            return any(True for _ in days(fact))
        if "why" in term.concepts:
            return self._gives_a_reason(fact)
        if "how_many" in term.concepts:
            return has_number(fact)
        return not term.is_attribute and self._is_told_by_kind(fact, term)

    def _gives_a_reason(self, fact: Fact) -> bool:
        told = self.tellings.of(fact)
        forms = (form for lang in LANGS for form in self._forms_of(lang, "cause"))
        return any(form in told.words if form.isascii() else form in told.text for form in forms)

    def _is_told_by_kind(self, fact: Fact, term: _Term) -> bool:
        spec = self.knowledge.intents.get(INTENT)
        topics = {value for value in fact.data.values() if isinstance(value, str)}
        return bool(term.concepts & topics) or (
            spec is not None and bool(term.concepts & spec.tells.get(fact.kind, frozenset()))
        )

    def _subjects(self, fact: Fact, named: _Named) -> tuple[str, ...]:
        """Of each name the entity that the fact speaks of."""
        ids = (one for name in named for one in name.entity_ids if fact.id in self.tellings.speaking_of(one))
        return tuple(dict.fromkeys(ids))


def _is_of_the_field(reading: Reading) -> bool:
    """Whether a question that names nobody speaks of what this field has: an exchange of cities, the two countries'."""
    said = reading.concepts
    has_places = any(segment.concepts == PLACE for segment in reading.segments)
    return bool(said & _FIELD) or said >= _BOTH or (has_places and bool(said & _BETWEEN))


def _says(told: Telling, term: _Term) -> bool:
    """Whether a form of the term stands in what is told: as a word in Latin (its ending may differ), else as a part."""
    is_exact = any(":" in concept for concept in term.concepts)
    return any(
        _says_word(told, form, is_exact=is_exact) if form.isascii() else form in told.text for form in term.forms
    )


def _says_word(told: Telling, form: str, *, is_exact: bool) -> bool:
    is_phrase = len(form) >= _PHRASE and form in told.text
    return form in told.words or is_phrase or (not is_exact and _inflected(form, told))


def _longest_quote(reading: Reading, told: Telling) -> int:
    """How many segments in a row stand in what is told just as they were said: "Busan Declaration"."""
    said = reading.segments
    runs = ((i, j) for i in range(len(said)) for j in range(i + 2, min(len(said), i + _LONGEST_RUN) + 1))
    spans = ((j - i, key(reading.utterance[said[i].start : said[j - 1].end])) for i, j in runs)
    return max((length for length, form in spans if form in told.text), default=0)


def _inflected(form: str, told: Telling) -> bool:
    if len(form) < _STEM:
        return False
    stem = form[: max(_STEM, int(len(form) * _STEM_SHARE))]
    if f"\n{stem}" not in told.listed:
        return False
    return any(word.startswith(stem) and abs(len(word) - len(form)) <= len(stem) // 2 for word in told.words)


def _is_of_that_time(fact: Fact, reading: Reading) -> bool:
    """Whether a day or a number that was said is the fact's own."""
    if reading.ordinal is not None and reading.ordinal not in fact.data.values():
        return False
    time = reading.time
    if time is None or time.date is None:
        return True
    if time.when == "since":
        return any(time.date.first <= day.last for day in days(fact))
    last = (time.until or time.date).last
    return any(time.date.first <= day.last and day.first <= last for day in days(fact))


def _newest_first(fact: Fact) -> tuple[int, str]:
    start = fact.period.start
    return (-start.last.toordinal() if start is not None else 0, fact.id)
