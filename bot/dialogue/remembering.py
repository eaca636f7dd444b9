"""What a turn leaves behind for the next one. The one rule: the session is replaced, and only an answer moves its
focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.model.conversation import Question, Reply, Session
from bot.model.understanding import Interpretation

_LONGEST_FOCUS = 6


def session_after(
    session: Session,
    question: Question,
    reply: Reply,
    meant: Interpretation | None,
    focus: Sequence[str],
    holder_id: str | None,
    listed: Sequence[str],
) -> Session:
    """The session that the next question meets. Chitchat, sources and refusals leave the focus where it was."""
    kept = replace(session, at=question.at, pending=reply.choices, spoken=reply.lang)
    if reply.status != "answered":
        return replace(kept, focus=_joined(focus, session.focus)) if focus else kept
    if meant is None or not reply.fact_ids or meant.intent in ("source", "confirm"):
        return kept
    return replace(
        kept,
        focus=_joined((*focus, *meant.subject_ids), session.focus),
        last=meant,
        listed=tuple(listed) or session.listed,
        holder_id=holder_id,
        reply=reply,
    )


def _joined(newest: Sequence[str], earlier: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*newest, *earlier)))[:_LONGEST_FOCUS]
