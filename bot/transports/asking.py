"""Where a line of text becomes a question asked now. The one rule: outside of here, no local transport looks at the
clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.model.conversation import Question, Session, Turn
from bot.model.knowledge import Lang

Answerer = Callable[[Question, Session], Turn]
"""What answers: the engine, or a stand-in of the tests."""


def real_moment() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Asker:
    """An answerer with a clock. ``today`` fixes the day that questions are asked on; None means the real one."""

    answer: Answerer
    today: date | None = None
    moment: Callable[[], datetime] = real_moment

    def ask(self, text: str, session: Session, lang: Lang | None = None) -> Turn:
        """Put a question now."""
        now = self.moment()
        return self.answer(Question(text, self.today or now.astimezone().date(), now, lang), session)
