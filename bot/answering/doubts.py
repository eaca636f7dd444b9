"""What reports get wrong about a subject, and where sources disagree. The one rule: the better version first."""

from __future__ import annotations

from bot.answering.citing import described
from bot.answering.fields import words_of
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.names import name
from bot.answering.relations import facts_about
from bot.model.knowledge import Entity, Fact


def compose_doubt(ask: Inquiry) -> Draft:
    subject = next(iter(ask.subjects))
    corrections = _corrections(ask, subject)
    rivals = _rivals(ask, subject)
    offers = (Offer("body", (subject.id,)), Offer("series", (subject.id,)), Offer("person", (subject.id,)))
    if not corrections and not rivals:
        text = ask.say("doubt", "none", subject=name(ask, subject.id))
        return Draft(text, status="unknown", focus=(subject.id,), offers=offers)
    lines = [fact.text[ask.lang] for fact in corrections]
    lines += [ask.say("common", "conflict", other=described(ask, fact)) for fact in rivals]
    text = ask.say("doubt", "listed", subject=name(ask, subject.id), text=lines[0])
    return Draft(text, (*corrections, *rivals), tuple(lines[1:]), focus=(subject.id,), offers=offers, dated=True)


def _corrections(ask: Inquiry, subject: Entity) -> tuple[Fact, ...]:
    """Those filed under the subject, then those that correct facts about it."""
    own = ask.knowledge.facts_of(subject.id, "correction")
    about = {fact.id for fact in facts_about(ask.knowledge, subject.id)}
    others = [
        f
        for f in ask.knowledge.facts.values()
        if f.kind == "correction" and about & {*f.corrects, *words_of(f, "corrects")}
    ]
    found = {fact.id: fact for fact in (*own, *others) if ask.lang in fact.text}
    return tuple(found.values())


def _rivals(ask: Inquiry, subject: Entity) -> tuple[Fact, ...]:
    """Facts about the subject that others contradict and that are held less firmly."""
    facts = facts_about(ask.knowledge, subject.id)
    return tuple(f for f in facts if words_of(f, "conflicts_with") and f.status == "disputed")
