"""The posts as a flat table. The one rule: what is in it is data, in whatever program it is opened."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from bot.answering.citing import confirmed_on
from bot.answering.fields import date_of, truth_of, word_of
from bot.answering.lookup import holder_of
from bot.curation.posts import title_in
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import LANGS, Entity, Fact, Source

POSTS = (
    *("id", "person_id", "person_en", "person_ko", "person_ja"),
    *("body_id", "body_en", "body_ko", "body_ja", "country", "kind"),
    *("role", "title_en", "title_ko", "title_ja", "side", "from", "to", "term_ends", "left_on_unknown_day"),
    *("status", "as_of", "source_ids", "source_urls"),
)
SOURCES = ("id", "publisher", "title", "url", "published", "quality")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def posts_table(knowledge: KnowledgeBase) -> str:
    """A row for each post that somebody holds, held or is to hold, by body."""
    facts = [fact for fact in knowledge.facts.values() if fact.kind == "leadership"]
    return written(POSTS, (_post(knowledge, fact) for fact in facts))


def sources_table(knowledge: KnowledgeBase) -> str:
    """A row for each source."""
    return written(SOURCES, (_source(source) for source in knowledge.sources.values()))


def written(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows as RFC 4180 has them: quoted where needed, lines ended by CR LF."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(columns)
    table.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return text.getvalue()


def cell(value: object) -> str:
    """A value as a spreadsheet shows it; an apostrophe goes before what it would take for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" \u3000").startswith(_STARTS_A_FORMULA) else text


def _post(knowledge: KnowledgeBase, fact: Fact) -> dict[str, object]:
    body = knowledge.entities[fact.subject_id]
    sources = [knowledge.sources[id_].url for id_ in fact.source_ids if id_ in knowledge.sources]
    return {
        "id": fact.id,
        "person_id": holder_of(fact),
        **_names("person", knowledge.entities[holder_of(fact)]),
        "body_id": body.id,
        **_names("body", body),
        "country": body.country,
        "kind": body.kind or body.type,
        "role": word_of(fact, "role"),
        **{f"title_{lang}": title_in(knowledge, fact, lang) for lang in LANGS},
        "side": word_of(fact, "side"),
        "from": fact.period.start,
        "to": fact.period.end,
        "term_ends": date_of(fact, "term_ends"),
        "left_on_unknown_day": "yes" if truth_of(fact, "superseded") and fact.period.end is None else None,
        "status": fact.status,
        "as_of": confirmed_on(knowledge, fact),
        "source_ids": " ".join(fact.source_ids),
        "source_urls": " ".join(sources),
    }


def _names(prefix: str, entity: Entity) -> dict[str, object]:
    return {f"{prefix}_{lang}": entity.names.get(lang) for lang in LANGS}


def _source(source: Source) -> dict[str, object]:
    return {name: getattr(source, name) for name in SOURCES}
