"""What is said when no fact answers: a question back, an honest no, a greeting. The one rule: say what can be asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.figures import list_words
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.names import name
from bot.answering.suggestions import first_offers
from bot.answering.unheld import known_as
from bot.model.conversation import Status

_CHITCHAT: dict[str, Status] = {"help": "help", "capabilities": "help"}
_SUBJECT_CASES = ("leader", "person", "counterpart", "counterpart_person", "body", "series", "edition_latest", "sector")


def chitchat(ask: Inquiry) -> Draft:
    """Greeting, thanks, farewell, language, help: each in its own words."""
    intent = "help" if ask.reading.intent == "capabilities" else ask.reading.intent
    status = _CHITCHAT.get(intent, "chitchat")
    notes = (ask.say(intent, "more"),) if ask.can_say(intent, "more") else ()
    offers = () if intent in ("farewell", "language") else first_offers(ask)
    return Draft(ask.say(intent, "text"), notes=notes, status=status, offers=offers, dated=True)


def out_of_scope(ask: Inquiry) -> Draft:
    return Draft(ask.say("out-of-scope", "text"), status="out_of_scope", offers=first_offers(ask), dated=True)


def clarify(ask: Inquiry, labels: Sequence[str], asked: str | None) -> Draft:
    """One question back, with the ways it may be meant; ``asked`` quotes the name that is unclear."""
    choices = list_words_or(ask, labels)
    text = ask.say("clarify", "name" if asked else "choice", asked=asked, choices=choices)
    return Draft(text, status="clarify", dated=True)


def list_words_or(ask: Inquiry, items: Sequence[str]) -> str:
    """``A, B or C``."""
    if len(items) < 2:
        return "".join(items)
    formats = ask.lexicon.formats
    return formats["list-separator"].join(items[:-1]) + formats["list-or"] + items[-1]


def not_understood(ask: Inquiry) -> Draft:
    """It is about somebody or something known, but what is asked is not: who or what it is, and what may be asked."""
    subject = next(iter(ask.subjects), None)
    if subject is None:
        return Draft(ask.say("unknown", "question"), status="unknown", offers=first_offers(ask), dated=True)
    description, facts = known_as(ask, subject)
    text = ask.say("unknown", "subject", subject=name(ask, subject.id), description=description)
    offers = (*(Offer(case, (subject.id,)) for case in _SUBJECT_CASES), *first_offers(ask))
    return Draft(text, facts, status="unknown", focus=(subject.id,), offers=offers)


def unknown_name(ask: Inquiry, near_ids: Sequence[str], asked: str | None) -> Draft:
    """A name that is not held: said so, with the names close to it."""
    known = [one for one in near_ids if one in ask.knowledge.entities][:3]
    near = list_words(ask, [name(ask, one) for one in known]) or None
    text = ask.say("unknown", "name_near" if near else "name", asked=asked, near=near)
    offers = (
        *(Offer(case, (one,)) for one in known for case in ("leader", "person", "series", "sector")),
        *first_offers(ask),
    )
    return Draft(text, status="unknown", focus=tuple(known), offers=offers, dated=True)
