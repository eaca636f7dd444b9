"""From a reading to what it means: candidates ranked, then one verdict.

The one rule: when in doubt, do not choose. What differs only in whom it is about is asked back; what leaves something
unexplained is not answered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import permutations

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.plain import as_json
from bot.model.knowledge import LANGS, Lang
from bot.model.understanding import (
    NOT_CHOSEN,
    Candidate,
    Inheritance,
    Interpretation,
    Reading,
    Understanding,
    Verdict,
)
from bot.text.clauses import is_long
from bot.text.normalise import key
from bot.understanding.askable import Askable
from bot.understanding.asking import HEAVY, Asking, asking_of
from bot.understanding.details import Details
from bot.understanding.examples import ExampleIndex, build_examples, filled, masked_text
from bot.understanding.fuzzy import nearest_acronyms
from bot.understanding.ranking import Witnesses, explained_concepts, rank_intents
from bot.understanding.reading import Reader
from bot.understanding.recall import INTENT, Recall
from bot.understanding.subjects import GROUPS, belongs_to, group_of, subject_rows

_MOST_LIGHT = 2
"""So many light concepts that an intent does not explain add up to something else being asked."""
_SURE_LIKENESS = 0.8
"""So like an example that one thing left unexplained may pass."""
_FIELD_CONCEPTS = frozenset(
    "head counterpart meeting agreement cooperation key_men chamber_word federation_word association region".split()
)
_MOST_LENT = 3
_SUPERLATIVE = frozenset({"first"})
"""Said beside words that only details explain, it asks for what they name: the first "from finance", not of all."""
_DESCRIBING = ("role", "founding", "seat", "membership", "series", "naming")
"""Kinds of fact that say what a subject is."""
_SOME_DAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Interpreter:
    """Reads and interprets utterances; compiled once from the knowledge."""

    knowledge: KnowledgeBase
    reader: Reader
    details: Details
    recall: Recall
    askable: Askable
    _sections: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    _examples: dict[Lang, ExampleIndex] = field(default_factory=dict, repr=False)
    _concepts: dict[Lang, Mapping[str, frozenset[str]]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, knowledge: KnowledgeBase) -> Interpreter:
        askable = Askable.of_intents(knowledge.intents.values())
        return cls(knowledge, Reader.of(knowledge), Details(knowledge), Recall.of(knowledge), askable)

    def sections(self) -> dict[str, str]:
        """All that was compiled, as JSON, in parts that are read back by themselves."""
        examples = {_examples_in(lang): as_json(self.examples(lang).plain()) for lang in LANGS}
        return {**self.reader.sections(), **examples}

    @classmethod
    def from_sections(cls, knowledge: KnowledgeBase, sections: Mapping[str, bytes]) -> Interpreter:
        """The interpreter again; the examples of a language are read when first asked for."""
        askable = Askable.of_intents(knowledge.intents.values())
        reader = Reader.from_sections(sections)
        return cls(knowledge, reader, Details(knowledge), Recall.of(knowledge), askable, sections)

    def read(self, utterance: str, today: date, default: Lang, mends: bool = True) -> Reading:
        return self.reader.read(utterance, today, default, mends)

    def interpret(self, reading: Reading, inheritance: Inheritance) -> Understanding:
        """Rank what the reading may mean and decide. What is longer than any question is not read as one."""
        asking = asking_of(reading)
        if is_long(reading.normal):
            return Understanding(*self._refused(reading, asking, ()))
        rows = subject_rows(self.knowledge, reading, inheritance)
        candidates = rank_intents(asking, rows, inheritance, self._witnesses(reading))
        decided = self._decided(reading, asking, candidates, inheritance)
        is_open = decided.verdict in (*NOT_CHOSEN, "unheld")
        leans = self._leans_on_details(decided, reading)
        recalled = self.recalled(reading, inheritance) if is_open or leans else None
        if recalled is None:
            return decided
        if leans and not reading.concepts & _SUPERLATIVE:
            recalled = _with_details(decided.candidates[0], recalled)
        return Understanding("chosen", (recalled, *candidates))

    def recalled(self, reading: Reading, inheritance: Inheritance) -> Candidate | None:
        """The facts whose own words answer, for what no intent explains or what its facts do not tell."""
        is_lent = inheritance.is_pointed_at or "why" in reading.concepts
        lent = inheritance.subject_ids[:_MOST_LENT] if is_lent and not reading.mentions else ()
        found = (self.recall.recalled(reading, (one,)) for one in lent)
        return next((one for one in found if one is not None), None) if lent else self.recall.recalled(reading)

    def leaves_out(self, reading: Reading, meant: Interpretation, fact_ids: Sequence[str], text: str) -> bool:
        """Whether an answer (``text``, of facts) says nothing of a word that picks one of several: the head "from
        Toray". What describes a subject itself picks nothing."""
        if not reading.unknown or not fact_ids or meant.intent in (INTENT, "unheld") or meant.fact_ids:
            return False
        known = self.examples(reading.lang).words.get(meant.intent, frozenset())
        new = [word for word in reading.unknown if word.casefold() not in known and key(word) not in key(text)]
        words = [word for word in new if not word.isascii() or word[0].isupper()]
        of_them = [fact.id for one in meant.subject_ids for fact in self.knowledge.facts_of(one, *_DESCRIBING)]
        left = self.recall.left_untold(words, (*fact_ids, *of_them))
        return any(self.details.explain(word, meant.subject_ids) for word in left)

    def _leans_on_details(self, decided: Understanding, reading: Reading) -> bool:
        """Whether words that no example has are explained only by facts of the subjects: those facts should be told."""
        if decided.verdict != "chosen" or not reading.unknown:
            return False
        known = self.examples(reading.lang).words.get(decided.candidates[0].interpretation.intent, frozenset())
        return any(word.casefold() not in known for word in reading.unknown)

    def _witnesses(self, reading: Reading) -> Witnesses:
        examples = self.examples(reading.lang)
        features = examples.features_of(self._masked(reading), reading.concepts)
        likeness = examples.similarities(features)
        return Witnesses(self.askable, likeness, self._explained(reading.lang), examples.words, self.details)

    def _explained(self, lang: Lang) -> Mapping[str, frozenset[str]]:
        if lang not in self._concepts:
            self._concepts[lang] = explained_concepts(self.knowledge.intents, self.examples(lang).concepts)
        return self._concepts[lang]

    def examples(self, lang: Lang) -> ExampleIndex:
        """The example utterances of a language, read like any utterance; compiled on first use."""
        if lang not in self._examples and _examples_in(lang) in self._sections:
            self._examples[lang] = ExampleIndex.from_plain(json.loads(self._sections[_examples_in(lang)]))
        if lang not in self._examples:
            names = self._sample_names(lang)
            read = []
            for intent, texts in sorted(self.knowledge.utterances.get(lang, {}).items()):
                for text in texts:
                    reading = self.reader.read(filled(text, names), _SOME_DAY, lang, mends=False)
                    read.append((intent, text, reading, self._masked(reading)))
            self._examples[lang] = build_examples(read)
        return self._examples[lang]

    def _masked(self, reading: Reading) -> str:
        return masked_text(reading, lambda entity_id: group_of(self.knowledge, entity_id))

    def _sample_names(self, lang: Lang) -> Mapping[str, str]:
        """Names to read example utterances with: of each group the two subjects that most is known of."""
        names = {"year": "2021"}
        for group in sorted(set(GROUPS.values())):
            members = [entity for entity in self.knowledge.entities.values() if GROUPS[entity.type] == group]
            members.sort(key=lambda entity: (-len(self.knowledge.facts_of(entity.id)), entity.id))
            for number, entity in enumerate(members[:2]):
                names[group + ("" if number == 0 else "2")] = entity.short[lang]
        return names

    def _decided(
        self, reading: Reading, asking: Asking, candidates: tuple[Candidate, ...], inheritance: Inheritance
    ) -> Understanding:
        best = candidates[0] if candidates else None
        if best is not None and _is_understood(best):
            if best.interpretation.intent == "unheld":
                return Understanding("unheld" if best.interpretation.subject_ids else "out_of_scope", candidates)
            rivals = self._rivals(best, reading, candidates, inheritance)
            others = tuple(candidate for candidate in candidates if candidate not in rivals)
            return Understanding("ambiguous" if len(rivals) > 1 else "chosen", (*rivals, *others))
        return Understanding(*self._refused(reading, asking, candidates))

    def _refused(
        self, reading: Reading, asking: Asking, candidates: tuple[Candidate, ...]
    ) -> tuple[Verdict, tuple[Candidate, ...], tuple[str, ...]]:
        """Why nothing is chosen: out of the field, a name not held, or a question not made out."""
        if reading.mentions:
            is_weak = all(mention.rule in ("weak", "family", "misspelt") for mention in reading.mentions)
            is_idle = is_weak and not asking.telling & HEAVY
            return "out_of_scope" if is_idle else "not_understood", candidates, ()
        if not asking.said & _FIELD_CONCEPTS:
            return "out_of_scope", candidates, ()
        near = dict.fromkeys(
            use.entity_id
            for word in asking.unknown
            for entry in nearest_acronyms(word.casefold(), self.reader.vocabulary)
            for use in entry.uses
        )
        return "unknown_name" if asking.unknown else "not_understood", candidates, tuple(near)

    def _rivals(
        self, best: Candidate, reading: Reading, candidates: tuple[Candidate, ...], inheritance: Inheritance
    ) -> tuple[Candidate, ...]:
        """Candidates as good as the best that ask the same of a namesake and could be answered as well."""
        mine = best.interpretation
        equal = [c for c in candidates if c.cost == best.cost and c.interpretation.intent == mine.intent]
        first = min(equal, key=lambda c: self._place(c, reading))
        found = {
            c.interpretation.subject_ids: c
            for c in reversed(equal)
            if c.interpretation.subject_ids == first.interpretation.subject_ids or _are_namesakes(c, first, reading)
        }
        narrowings = (
            self._related(found),
            self._answerable(found),
            self._of_country(found, mine.country),
            _in_focus(found, inheritance),
        )
        for narrowed in narrowings:
            found = {subjects: c for subjects, c in found.items() if subjects in narrowed} or found
        return tuple(found[subjects] for subjects in sorted(found))

    def _place(self, candidate: Candidate, reading: Reading) -> tuple[bool, int, bool, tuple[str, ...]]:
        """Of several bodies named, the one asked about: rather a federation than a company, then the first; rather
        those that are named than what they hold together."""
        subjects = candidate.interpretation.subject_ids
        kinds = [self.knowledge.entities[entity_id].kind for entity_id in subjects]
        order = [e for mention in reading.mentions for e in mention.entity_ids]
        places = [order.index(entity_id) for entity_id in subjects if entity_id in order]
        return "company" in kinds, min(places, default=0), not places, subjects

    def _related(self, found: Mapping[tuple[str, ...], Candidate]) -> dict[tuple[str, ...], Candidate]:
        """Those whose two subjects have to do with each other: Kobayashi of the body, not his namesake."""
        return {
            subjects: c
            for subjects, c in found.items()
            if len(subjects) == 2 and any(belongs_to(self.knowledge, a, b) for a, b in permutations(subjects))
        }

    def _answerable(self, found: Mapping[tuple[str, ...], Candidate]) -> dict[tuple[str, ...], Candidate]:
        return {s: c for s, c in found.items() if all(self._is_known(entity_id, c) for entity_id in s)}

    def _is_known(self, entity_id: str, candidate: Candidate) -> bool:
        kinds = self.knowledge.intents[candidate.interpretation.intent].facts
        facts = (*self.knowledge.facts_of(entity_id, *kinds), *self.knowledge.facts_naming(entity_id, *kinds))
        return bool(facts)

    def _of_country(
        self, found: Mapping[tuple[str, ...], Candidate], country: str | None
    ) -> dict[tuple[str, ...], Candidate]:
        if country is None:
            return {}
        return {s: c for s, c in found.items() if any(self.knowledge.entities[e].country == country for e in s)}


def _with_details(best: Candidate, recalled: Candidate) -> Candidate:
    """The reading that was chosen, with the facts that say the words it left to details."""
    meant = replace(best.interpretation, fact_ids=recalled.interpretation.fact_ids[:1])
    return replace(best, interpretation=meant, evidence=(*best.evidence, *recalled.evidence))


def _examples_in(lang: Lang) -> str:
    """The section that holds the examples of a language."""
    return f"examples-{lang}"


def _is_understood(candidate: Candidate) -> bool:
    violations, heavy, unknown = candidate.cost[:3]
    if violations or candidate.cost[5] >= _MOST_LIGHT:
        return False
    likeness = -candidate.cost[-1]
    return heavy + unknown == 0 or (heavy + unknown == 1 and likeness >= _SURE_LIKENESS)


def _are_namesakes(one: Candidate, other: Candidate, reading: Reading) -> bool:
    """Whether the two differ only in whom an ambiguous name stands for."""
    differing = set(one.interpretation.subject_ids) ^ set(other.interpretation.subject_ids)
    return any(differing and differing <= set(mention.entity_ids) for mention in reading.mentions)


def _in_focus(found: Mapping[tuple[str, ...], Candidate], inheritance: Inheritance) -> dict[tuple[str, ...], Candidate]:
    return {s: c for s, c in found.items() if set(s) & set(inheritance.subject_ids)}
