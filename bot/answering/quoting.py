"""What somebody said, with who and when. The one rule: reported as said, never as a fact of its own."""

from __future__ import annotations

from bot.answering.fields import text_of
from bot.answering.figures import date_words
from bot.answering.inquiry import Inquiry
from bot.model.knowledge import Fact


def said(ask: Inquiry, fact: Fact) -> str:
    date = date_words(ask, fact.period.start)
    return ask.say("quote", "said", speaker=text_of(fact, "speaker", ask.lang), text=fact.text[ask.lang], date=date)
