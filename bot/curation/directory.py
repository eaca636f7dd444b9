"""Who holds what on a day, as a Markdown page: by kind of body, Korea and Japan side by side.

The one rule: each holder stands there with the day a source last vouched for it, and that source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.answering.citing import OLD_AFTER, best_source, confirmed_on, newest_source
from bot.answering.lookup import holder_of
from bot.answering.relations import partners
from bot.curation.posts import holders_of, label, title_in
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import KINDS
from bot.model.knowledge import Country, Entity, Fact, Lang

COMMAND = "keymen --today {day} export directory docs/directory.md"
_TYPES = ("organization", "initiative", "event_series")
_HEAD = """\
# Who holds what

As of {day}, from what Keymen knows: {posts} posts at {bodies} bodies. Each line gives the newest day on which a
source vouches for it, with that source; since then it may have changed, the more so where it says *not confirmed
since*. In one row stand a Korean body and its Japanese counterpart, where a source names one. Bodies of which no
present holder is known are not listed.

<!-- Made by `{command}`; edit `knowledge/`, not this page. -->
"""
_Section = tuple[str, str | None]
_SECTIONS: tuple[_Section, ...] = (
    *(("organization", kind) for kind in KINDS["organization"]),
    ("initiative", None),
    *(("event_series", kind) for kind in KINDS["event_series"]),
)
_LOCAL: Mapping[Country, tuple[Lang, ...]] = {"KR": ("ko",), "JP": ("ja",), "both": ("ko", "ja")}
_TABLE = "| Korea | Japan |\n| --- | --- |"


def directory(knowledge: KnowledgeBase, day: date) -> str:
    """The whole page."""
    held = {body.id: holders_of(knowledge, body.id, day) for body in knowledge.of_type(*_TYPES)}
    held = {id_: facts for id_, facts in held.items() if facts}
    posts = sum(len(facts) for facts in held.values())
    head = _HEAD.format(day=day, posts=posts, bodies=len(held), command=COMMAND.format(day=day))
    return "\n".join([head, *_sections(_Page(knowledge, held, day))])


@dataclass(frozen=True, slots=True)
class _Page:
    """The bodies listed with their holders, and what their cells say."""

    knowledge: KnowledgeBase
    held: Mapping[str, tuple[Fact, ...]]
    day: date

    def bodies(self, country: Country, section: _Section) -> list[Entity]:
        """Those listed of a country and section, by name."""
        listed = (self.knowledge.entities[id_] for id_ in self.held)
        found = [body for body in listed if body.country == country and (body.type, body.kind) == section]
        return sorted(found, key=lambda body: (body.names.get("en", ""), body.id))

    def partners(self, body: Entity) -> list[Entity]:
        """Its counterparts in the other country that are listed too, by name."""
        facts = [fact for fact in partners(self.knowledge, body.id, self.day) if _goes_on(fact, self.day)]
        found = {str(fact.data["partner"]) for fact in facts if fact.data["partner"] in self.held}
        other = [self.knowledge.entities[id_] for id_ in found if self.knowledge.entities[id_].country != body.country]
        return sorted(
            (one for one in other if one.country != "both"), key=lambda one: (one.names.get("en", ""), one.id)
        )

    def cell(self, body: Entity) -> str:
        local = " · ".join(dict.fromkeys(body.short[lang] for lang in _local(body)))
        head = f"**{_plain(body.short.get('en', body.id))}** {_plain(local)}"
        return "<br>".join([head, *(self.holder(fact) for fact in self.held[body.id])])

    def holder(self, fact: Fact) -> str:
        person = self.knowledge.entities[holder_of(fact)]
        local = " · ".join(dict.fromkeys(person.names[lang] for lang in _local(person)))
        told = [
            f"{person.names.get('en', person.id)} ({local})",
            title_in(self.knowledge, fact, "en") + self.side(fact),
        ]
        told += [f"since {fact.period.start}"] if fact.period.start is not None else []
        doubt = "" if fact.status == "held" else f"{fact.status}, "
        return f"{_plain(', '.join(told))} ({doubt}{self.word(fact)})"

    def side(self, fact: Fact) -> str:
        side = str(fact.data.get("side", ""))
        return f" ({label(self.knowledge, 'sides', side, 'en')})" if side else ""

    def word(self, fact: Fact) -> str:
        """On whose word, as of when."""
        source = newest_source(self.knowledge, fact) or best_source(self.knowledge, fact)
        link = f"[{_plain(source.publisher)}](<{source.url}>)" if source is not None else ""
        day = confirmed_on(self.knowledge, fact)
        if day is None:
            return f"{link}, undated"
        return f"as of {day}, {link}" if self.day - day.last <= OLD_AFTER else f"not confirmed since {day}, {link}"


def _sections(page: _Page) -> Iterator[str]:
    for section in _SECTIONS:
        rows = list(_rows(page, section))
        both = [page.cell(body) for body in page.bodies("both", section)]
        if rows or both:
            yield f"## {_heading(section)}\n"
        if rows:
            yield "\n".join([_TABLE, *(f"| {left} | {right} |" for left, right in rows)]) + "\n"
        if both:
            yield "\n".join(["| Both countries |\n| --- |", *(f"| {cell} |" for cell in both)]) + "\n"


def _rows(page: _Page, section: _Section) -> Iterator[tuple[str, str]]:
    """Each Korean body beside each of its counterparts, then the Japanese bodies that stand in no row elsewhere."""
    for body in page.bodies("KR", section):
        partners = page.partners(body)
        yield from ((page.cell(body), page.cell(partner)) for partner in partners)
        if not partners:
            yield page.cell(body), ""
    for body in page.bodies("JP", section):
        if not page.partners(body):
            yield "", page.cell(body)


def _heading(section: _Section) -> str:
    type_, kind = section
    name = (kind or type_).replace("-", " ").replace("_", " ").capitalize()
    return f"Meetings: {name.lower()}" if type_ == "event_series" else name


def _local(entity: Entity) -> tuple[Lang, ...]:
    """The languages of its own country."""
    return _LOCAL[entity.country]


def _goes_on(fact: Fact, day: date) -> bool:
    return fact.status == "held" and (fact.period.end is None or fact.period.end.last > day)


def _plain(text: str) -> str:
    """Text without the signs that Markdown would take for its own."""
    return "".join(f"\\{sign}" if sign in "\\|*_[]<>`" else sign for sign in text)
