"""What a reading says is asked for: its concepts, with the implied ones, told apart by how much they weigh.

The one rule: every concept that was said has to be explained by the intent that is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.understanding import Reading, Time

NEUTRAL = frozenset(
    "is tell please with and also it he they that yes person about now still called kind level other side all both"
    " two of there exist has but_not you year day second one_of no place".split()
)
"""Said or not, these do not change what is asked; dialogue reads some of them."""

HEAVY = frozenset(
    "before after history since until duration term when where why how_many became founded age_of_body member size"
    " seat name official_name former_name family_name write abbreviation stands_for website term_rule counterpart"
    " version_of meeting agreement topic discuss outcome attendance edition_count frequency strength channel cluster"
    " compare difference same more long old change news overview key_men normalization government dispatch youth said"
    " vice unheld source know_from sure as_of language switch help can_do greet thank bye first next left quote role"
    " head company cooperation status region post else newcomer doubt".split()
)
"""Each of these names something that is asked; said and not explained, it forbids a reading. Others weigh less."""

FIELD = frozenset(
    "country_kr country_jp cooperation chamber_word federation_word key_men business_word cluster normalization"
    " whats_new newcomer".split()
)
"""A question that names nobody is about this field only if it says one of these."""

TALK = FIELD | frozenset(
    "head status exchange strength channel work_together compete central counterpart agreement association body"
    " dispatch region official industry sector_word".split()
)
"""A name that may mean something else is taken for ours only beside one of these."""

INTRODUCTION = frozenset(
    "company still who person about before after since until term name family_name became left post".split()
)
"""Beside a person's name these are talk enough."""

_POLITE = frozenset({"greet", "thank", "bye"})
"""A greeting before a question asks nothing."""

_ASSURANCE = frozenset({"source", "know_from", "sure", "really"})
"""Asked of somebody named, these are met by any answer, which says its source and its day."""

PLACE = frozenset({"place"})
"""What the name of a city says that is no name of ours."""
_UNHELD = "unheld:"
_ROLE = "role:"


@dataclass(frozen=True, slots=True)
class Asking:
    """The concepts said (``said``), the attribute asked for that is not held, the countries, the unknown words, the
    role asked about where it is another than the head's, and the cities that were said."""

    said: frozenset[str]
    attribute: str | None
    countries: frozenset[str]
    unknown: tuple[str, ...]
    time: Time | None
    ordinal: int | None
    role: str | None = None
    is_repaired: bool = False
    places: tuple[str, ...] = ()

    @property
    def telling(self) -> frozenset[str]:
        """The concepts that are not neutral."""
        return self.said - NEUTRAL


def asking_of(reading: Reading) -> Asking:
    """Collect what was said; ``country``, ``time`` and ``ordinal`` are implied by what names one."""
    said = set(reading.concepts)
    attributes = sorted(concept for concept in said if concept.startswith(_UNHELD))
    roles = sorted(concept for concept in said if concept.startswith(_ROLE))
    said -= {*attributes, *roles}
    if roles:
        said.add("head")
    countries = frozenset(code for code, concept in (("KR", "country_kr"), ("JP", "country_jp")) if concept in said)
    if countries:
        said.add("country")
    if said - _POLITE - NEUTRAL or reading.mentions:
        said -= _POLITE
    if reading.mentions:
        said -= _ASSURANCE
    time = reading.time
    if time is not None and time.when not in ("now", "past"):
        said.add("time")
    if time is not None and time.date is None and time.when not in ("now", "at", "since"):
        said.add(time.when)
    if reading.ordinal is not None:
        said.add("ordinal")
    if attributes:
        said.add("unheld")
    attribute = attributes[-1].removeprefix(_UNHELD) if attributes else None
    role = roles[0].removeprefix(_ROLE) if roles else None
    return Asking(
        frozenset(said),
        attribute,
        countries,
        reading.unknown,
        time,
        reading.ordinal,
        role,
        bool(reading.repairs),
        _places(reading),
    )


def _places(reading: Reading) -> tuple[str, ...]:
    return tuple(segment.text for segment in reading.segments if segment.concepts == PLACE)
