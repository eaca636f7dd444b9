"""Questions and answers as JSON. The one rule: one line out for each line in, in order, at once, always valid JSON."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import Any, BinaryIO, NoReturn

from bot.model.conversation import FORGET_AFTER, Reply, Session
from bot.model.knowledge import LANGS, Lang
from bot.transports.asking import Asker

logger = logging.getLogger(__name__)

FIRST_SWEEP = 1000
"""From how many sessions on those that are forgotten anyway are dropped, so that an endless stream fits in memory."""

_LINE_BREAKS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
"""What some readers of lines take for the end of one, though JSON need not escape it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A question as it arrives on a line."""

    id: Any
    session: str
    text: str
    lang: Lang | None


def serve(lines: Iterable[bytes], out: BinaryIO, asker: Asker, lang: Lang | None = None) -> None:
    """Answer each line; lines with the same session are one conversation. ``lang`` is for lines that name none."""
    sessions: dict[str, Session] = {}
    sweep_at = FIRST_SWEEP
    for raw in lines:
        out.write(encode(_answer_line(raw, sessions, asker, lang)) + b"\n")
        out.flush()
        if len(sessions) >= sweep_at:
            sessions = _still_counting(sessions, asker)
            sweep_at = max(FIRST_SWEEP, 2 * len(sessions))


def ask_once(text: str, asker: Asker, lang: Lang | None) -> bytes:
    """One question's answer, as a line of JSON."""
    start = perf_counter()
    reply = asker.ask(text, Session(), lang).reply
    return encode(answer_object(1, reply, _milliseconds_since(start)))


def answer_object(id_: Any, reply: Reply, elapsed_ms: float) -> dict[str, Any]:
    """An answer in the shape that programs rely on."""
    return {
        "id": id_,
        "status": reply.status,
        "intent": reply.intent,
        "language": reply.lang,
        "text": reply.full_text,
        "entities": [
            {
                "id": entity.id,
                "type": entity.type,
                "name": entity.name,
                "matched": entity.mention.text,
                "start": entity.mention.start,
                "end": entity.mention.end,
                "score": round(entity.mention.score, 3),
            }
            for entity in reply.entities
        ],
        "facts": list(reply.fact_ids),
        "sources": [
            {
                "publisher": source.publisher,
                "title": source.title,
                "url": source.url,
                "published": None if source.published is None else str(source.published),
            }
            for source in reply.sources
        ],
        "as_of": reply.as_of,
        "choices": [{"id": choice.id, "label": choice.label} for choice in reply.choices],
        "suggestions": list(reply.suggestions),
        "confidence": round(reply.confidence, 3),
        "elapsed_ms": elapsed_ms,
    }


def encode(value: dict[str, Any]) -> bytes:
    """Readable UTF-8 without line breaks of any kind; a lone surrogate becomes the escape that JSON has for it."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_LINE_BREAKS)
    return text.encode("utf-8", "backslashreplace")


def read_line(raw: bytes) -> Line:
    """The question on a line; ValueError says what is wrong with it. Bytes that are not UTF-8 become U+FFFD."""
    try:
        value = json.loads(raw.decode("utf-8", "replace"), parse_constant=_refuse, parse_float=_finite)
        encode({"id": value.get("id") if isinstance(value, dict) else None})  # it goes back as it came
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg}, at character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("not read: nested too deeply") from None
    if not isinstance(value, dict) or "id" not in value:
        raise ValueError('expected an object with "id", "session" and "text"')
    for name in ("session", "text"):
        if not isinstance(value.get(name), str):
            raise ValueError(f'"{name}" must be a string')
    lang = next((known for known in LANGS if known == value.get("lang")), None)
    if lang is None and value.get("lang") is not None:
        raise ValueError(f'"lang" must be one of {", ".join(LANGS)}')
    return Line(value["id"], value["session"], value["text"], lang)


def _answer_line(raw: bytes, sessions: dict[str, Session], asker: Asker, lang: Lang | None) -> dict[str, Any]:
    try:
        line = read_line(raw)
    except ValueError as error:
        return {"id": None, "error": str(error)}
    start = perf_counter()
    try:
        turn = asker.ask(line.text, sessions.get(line.session, Session()), line.lang or lang)
    except Exception:
        logger.exception("A question could not be answered")
        return {"id": line.id, "error": "internal error: this question could not be answered"}
    sessions[line.session] = turn.session
    return answer_object(line.id, turn.reply, _milliseconds_since(start))


def _still_counting(sessions: dict[str, Session], asker: Asker) -> dict[str, Session]:
    """Without the sessions that have been idle for too long to matter."""
    now = asker.moment()
    return {
        key: session
        for key, session in sessions.items()
        if session.lang is not None or session.at is None or now - session.at <= FORGET_AFTER
    }


def _milliseconds_since(start: float) -> float:
    return round((perf_counter() - start) * 1000, 3)


def _finite(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(f"a number is out of range: {written[:20]}")
    return number


def _refuse(written: str) -> NoReturn:
    raise ValueError(f"not JSON: {written} is no number")
