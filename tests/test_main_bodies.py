"""The heads of the main bodies rest on the body itself or on two publishers that do not depend on each other.

A source counts only if it is no aggregator and was published since the term began: what was written before knew of a
choice at most. An undated page counts only where it is the body's own.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Entity, Fact, Source
from bot.text.normalise import key

MAIN_BODIES: tuple[str, ...] = tuple(
    yaml.safe_load(Path(__file__).with_name("main_bodies.yaml").read_text(encoding="utf-8"))
)
HEADS = frozenset({"chair", "president", "acting-chair"})
RELAYED = (" (", " / ", " via ")
"""What follows in a publisher's name says through whom the report was read: Yonhap (Chosun Online) is Yonhap."""


def heads_now(base: KnowledgeBase, body_id: str) -> list[Fact]:
    """Those of whom no source says that they left."""
    return [
        fact
        for fact in base.facts_of(body_id, "leadership")
        if fact.data["role"] in HEADS
        and fact.period.end is None
        and not fact.data.get("superseded")
        and fact.status not in ("announced", "unconfirmed")
    ]


def publisher(source: Source) -> str:
    name = source.publisher
    for mark in RELAYED:
        name = name.split(mark)[0]
    return key(name)


def is_own(source: Source, body: Entity) -> bool:
    """Whether the body itself speaks: its page, or its name as the publisher."""
    if source.quality != "body":
        return False
    if body.website and _host(source.url) == _host(body.website):
        return True
    return publisher(source) in {key(alias.text) for alias in body.aliases}


def _host(url: str) -> str:
    return urlsplit(url).netloc.removesuffix(".").removeprefix("www.")


def since_the_start(source: Source, head: Fact) -> bool:
    start = head.period.start
    return source.published is not None and (start is None or source.published.last >= start.first)


def witnesses(base: KnowledgeBase, head: Fact) -> list[Source]:
    sources = [base.sources[id_] for id_ in head.source_ids]
    return [source for source in sources if source.quality != "aggregator" and since_the_start(source, head)]


def is_well_sourced(base: KnowledgeBase, head: Fact) -> bool:
    body = base.entities[head.subject_id]
    own = [base.sources[id_] for id_ in head.source_ids if is_own(base.sources[id_], body)]
    if any(source.published is None or since_the_start(source, head) for source in own):
        return True
    return len({publisher(source) for source in witnesses(base, head)}) >= 2


def test_there_are_twenty_main_bodies(shipped_base: KnowledgeBase) -> None:
    assert len(set(MAIN_BODIES)) == 20
    assert set(MAIN_BODIES) <= set(shipped_base.entities)


@pytest.mark.parametrize("body_id", MAIN_BODIES)
def test_a_head_of_today_has_two_independent_sources_or_the_body_itself(
    body_id: str, shipped_base: KnowledgeBase
) -> None:
    heads = heads_now(shipped_base, body_id)
    assert heads, f"nobody is known to head {body_id}"
    lone = {
        head.id: [shipped_base.sources[id_].publisher for id_ in head.source_ids]
        for head in heads
        if not is_well_sourced(shipped_base, head)
    }
    assert lone == {}


def test_an_aggregator_stands_for_no_head(shipped_base: KnowledgeBase) -> None:
    for body_id in MAIN_BODIES:
        for head in heads_now(shipped_base, body_id):
            assert {shipped_base.sources[id_].quality for id_ in head.source_ids} != {"aggregator"}, head.id
