"""A natural question for each fact that ships, in each language, from its kind and the names it holds.

The one rule: only the kind of a fact and its data choose the question; no fact has one of its own, but for the few
overviews of the field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import yaml

from bot.answering.fields import number_of, text_of, truth_of, word_of, words_of
from bot.answering.wording import Slot, fill
from bot.knowledge.base import KnowledgeBase
from bot.model.dates import PartialDate
from bot.model.knowledge import LANGS, Fact, Lang
from bot.text.writing import write_date, write_ordinal

FORMS: Mapping[str, Mapping[Lang, list[str]]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
HEAD_ROLES = ("chair", "co-chair", "acting-chair", "board-chair", "president", "director-general", "managing-director")
COUNTRIES: Mapping[str, Mapping[Lang, str]] = {
    "KR": {"en": "Korea", "ko": "한국", "ja": "韓国"},
    "JP": {"en": "Japan", "ko": "일본", "ja": "日本"},
}
TOLD_IN_WORDS = frozenset(
    "activity quote correction role link sector-status channel strength key-bodies overview term-rule naming"
    " biography".split()
)
"""The kinds of which the words are what there is to tell."""
ADJECTIVES = {"KR": "Korean", "JP": "Japanese"}
OTHER = {"KR": "JP", "JP": "KR"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the fact that its answer has to rest on."""

    fact: Fact
    lang: Lang
    text: str


@dataclass(frozen=True)
class Asker:
    """Asks for facts of a knowledge base, as of a day."""

    knowledge: KnowledgeBase
    today: date

    def all(self) -> Iterator[Asked]:
        """A question for each fact in each language; the forms of a kind take turns."""
        turns: dict[str, int] = {}
        for fact in self.knowledge.facts.values():
            form = self.form_of(fact)
            turn = turns[form] = turns.get(form, -1) + 1
            for lang in LANGS:
                forms = [one for one in FORMS[form][lang] if self._can_fill(one, fact, lang)]
                text = forms[turn % len(forms)].rpartition(") ")[2]
                yield Asked(fact, lang, fill(text, self.slots(fact, lang)))

    def form_of(self, fact: Fact) -> str:
        """Which of the forms a fact is asked for by."""
        special = getattr(self, f"_{fact.kind.replace('-', '_')}", None)
        return special(fact) if special is not None else fact.kind

    def slots(self, fact: Fact, lang: Lang) -> dict[str, Slot]:
        """What a form may want to say of a fact."""
        entity, lexicon = self.knowledge.entities[fact.subject_id], self.knowledge.lexicons[lang]
        named, other = self._parties(fact)
        number, when = number_of(fact, "edition"), self._when(fact)
        country = word_of(fact, "country")
        other_country = OTHER.get(self.knowledge.entities[word_of(fact, "partner") or named].country, "KR")
        other_country = OTHER[other_country] if word_of(fact, "partner") else other_country
        speaker = self._speaker(fact)
        return {
            "name": self._name(named, lang),
            "bare": self._name(entity.id, lang).removeprefix("the "),
            "other": self._name(other, lang) if other is not None else None,
            "person": self._name(str(fact.data.get("person")), lang) if "person" in fact.data else None,
            "title": text_of(fact, "title", lang) or lexicon.labels["roles"].get(word_of(fact, "role") or ""),
            "year": str(self._year(fact)) if self._year(fact) is not None else None,
            "when": write_date(when, lexicon.formats, lexicon.months) if when is not None else None,
            "n": str(number) if number is not None else None,
            "nth": write_ordinal(number, lexicon.formats, "meeting") if number is not None else None,
            "country": COUNTRIES[country][lang] if country is not None else None,
            "other_country": COUNTRIES[other_country][lang],
            "other_adjective": ADJECTIVES[other_country],
            "speaker": self._name(speaker, lang) if speaker is not None else None,
        }

    def _can_fill(self, form: str, fact: Fact, lang: Lang) -> bool:
        slots = self.slots(fact, lang)
        if form.startswith("(") and form[1:].partition(")")[0] not in fact.data:
            return False
        return all(slots[part.partition("}")[0].partition(":")[0]] for part in form.split("{")[1:])

    def _name(self, entity_id: str, lang: Lang) -> str:
        return self.knowledge.entities[entity_id].short[lang]

    def _parties(self, fact: Fact) -> tuple[str, str | None]:
        """The two subjects that a fact ties, as far as they are known."""
        known = [one for one in words_of(fact, "parties") if one in self.knowledge.entities]
        if known:
            return known[0], known[1] if len(known) > 1 else None
        tied = [one for one in words_of(fact, "with") if one != fact.subject_id]
        return fact.subject_id, tied[0] if tied else None

    def _speaker(self, fact: Fact) -> str | None:
        return self._person_ids.get(text_of(fact, "speaker", "en") or "")

    @cached_property
    def _person_ids(self) -> Mapping[str, str]:
        return {one.short["en"]: one.id for one in self.knowledge.of_type("person")}

    def _year(self, fact: Fact) -> int | None:
        """A year in the middle of a term; of anything else the one it begins in."""
        start, end = fact.period.start, fact.period.end
        if fact.kind != "leadership" or start is None or end is None:
            known = start or end
            return known.year if known is not None else None
        return (start.year + end.year) // 2

    def _when(self, fact: Fact) -> PartialDate | None:
        """The year, or the month where the subject has more of the kind in that year."""
        start = fact.period.start
        if start is None:
            return None
        alike = [one.period.start for one in self.knowledge.facts_of(fact.subject_id, fact.kind)]
        is_only = sum(one is not None and one.year == start.year for one in alike) == 1
        return PartialDate(start.year) if is_only else PartialDate(start.year, start.month)

    def _leadership(self, fact: Fact) -> str:
        is_over = fact.period.end is not None or truth_of(fact, "superseded")
        dated = fact.period.end or fact.period.start
        is_over = is_over or (dated is None and fact.confirmed is None)
        if word_of(fact, "role") not in HEAD_ROLES or fact.status == "announced" or (is_over and dated is None):
            return "leadership-person"
        if not self._is_top(fact):
            return "leadership-title" if dated is not None else "leadership-person"
        has_successor = any(
            one.period.start and dated and one.period.start.first > dated.first
            for one in self.knowledge.facts_of(fact.subject_id, "leadership")
        )
        return "leadership-at" if is_over or has_successor else "leadership-now"

    def _is_top(self, fact: Fact) -> bool:
        """Whether nobody of the body is known by a higher title."""
        roles = [word_of(one, "role") for one in self.knowledge.facts_of(fact.subject_id, "leadership")]
        places = [HEAD_ROLES.index(role) for role in roles if role in HEAD_ROLES]
        mine = HEAD_ROLES.index(word_of(fact, "role") or "")
        return mine <= max(min(places), HEAD_ROLES.index("acting-chair"))

    def _link(self, fact: Fact) -> str:
        return "link-dispatch" if word_of(fact, "topic") == "dispatch" else "link"

    def _membership(self, fact: Fact) -> str:
        return "membership" if fact.period.start is not None else "membership-now"

    def _role(self, fact: Fact) -> str:
        type_ = self.knowledge.entities[fact.subject_id].type
        return {"person": "role-person", "event_series": "role-series"}.get(type_, "role")

    def _naming(self, fact: Fact) -> str:
        if "former" in fact.data:
            return "naming-former"
        return "naming-person" if self._is_person(fact) else "naming-body"

    def _edition(self, fact: Fact) -> str:
        return "edition-nth" if "edition" in fact.data else "edition-at"

    def _activity(self, fact: Fact) -> str:
        if fact.period.start is None:
            return "activity-undated"
        return "activity-person" if self._is_person(fact) else "activity"

    def _agreement(self, fact: Fact) -> str:
        if self._parties(fact)[1] is None:
            return "agreement-one"
        return "agreement" if fact.period.start is not None else "agreement-undated"

    def _quote(self, fact: Fact) -> str:
        if fact.period.start is None:
            return "quote-undated"
        speaker = self._speaker(fact)
        if speaker is None:
            return "quote-about"
        return "quote-self" if speaker == fact.subject_id else "quote-speaker"

    def _overview(self, fact: Fact) -> str:
        return fact.id

    def _is_person(self, fact: Fact) -> bool:
        return self.knowledge.entities[fact.subject_id].type == "person"


def tells(knowledge: KnowledgeBase, asked: Asked, text: str) -> bool:
    """Whether a text says what the fact holds: its words where it has any that carry it, else a name, day or number."""
    fact, lang = asked.fact, asked.lang
    if fact.kind in TOLD_IN_WORDS:
        return fact.text[lang].rstrip(".。") in text
    named = [word_of(fact, "person") or word_of(fact, "partner")]
    names = [one for id_ in named if id_ for one in knowledge.entities[id_].short.values()]
    numbers = [str(value) for value in fact.data.values() if isinstance(value, int) and not isinstance(value, bool)]
    dates = [str(one.year) for one in (fact.period.start, fact.period.end) if one is not None]
    words = [part for value in fact.data.values() if isinstance(value, dict) for part in [value.get(lang)] if part]
    plain = text.replace(",", "")
    expected = names or numbers or [*dates, *words] or [fact.text[lang].rstrip(".。")]
    return any(one in plain or one in text for one in expected)
