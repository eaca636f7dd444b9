"""What a button carries, in 64 bytes. The one rule: it is all in the data (and in the button's own words), so that a
button works after a restart, on another replica, and on last month's message.

Written ``1ck|leader|keidanren|tat.2024-05``: version, kind, language, then fields. An id that does not fit is written
as ``~`` and six letters of its hash; whoever holds the knowledge finds the id again.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast, get_args

from bot.model.dates import PartialDate
from bot.model.knowledge import Lang
from bot.model.understanding import NOW, Interpretation, Time, When

MOST_BYTES = 64

_VERSION = "1"
_LETTERS: Mapping[str, Lang] = {"e": "en", "k": "ko", "j": "ja"}
_SLOTS = {"p": "part", "c": "country", "g": "group", "y": "type", "a": "attribute"}
_FLAGS = {"q": "yes_no", "n": "count"}
_SPECIAL = frozenset("|,~")


@dataclass(frozen=True, slots=True)
class Choose:
    """Take this reading of the question asked before."""

    lang: Lang
    interpretation: Interpretation


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask what the button says; ``focus`` is what "it" means there. ``number`` tells the buttons of a message apart."""

    lang: Lang
    number: int
    focus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speak:
    """Answer in this language from now on."""

    lang: Lang


Press = Choose | Ask | Speak


def write_data(press: Press) -> str | None:
    """The data of a button, or None where it cannot fit."""
    if isinstance(press, Speak):
        return _head("l", press.lang)
    if isinstance(press, Ask):
        return _focused(press)
    return _reading(press)


def read_data(data: str, known_ids: Collection[str]) -> Press | None:
    """What a button asks for; None for one of another version, a forged one, or one about a subject no longer known."""
    head, *fields = data.split("|")
    lang = _LETTERS.get(head[2:3])
    if head[:1] != _VERSION or lang is None:
        return None
    try:
        match head[1:2]:
            case "c":
                return Choose(lang, _read_interpretation(head[3:], fields, known_ids))
            case "s":
                return Ask(lang, int(head[3:]), _read_ids(fields[0], known_ids))
            case "l" if head[3:] == "" and not fields:
                return Speak(lang)
    except (ValueError, IndexError):
        pass
    return None


def digest(subject_id: str) -> str:
    """Six letters for an id: 36 bits, so that even among a thousand subjects two are hardly ever the same."""
    return base64.urlsafe_b64encode(hashlib.sha256(subject_id.encode()).digest()).decode()[:6]


def _head(kind: str, lang: Lang) -> str:
    return _VERSION + kind + next(letter for letter, known in _LETTERS.items() if known == lang)


def _focused(press: Ask) -> str | None:
    """With as much of the focus as fits, newest first: the first is what "it" means."""
    for kept in range(len(press.focus), -1, -1):
        data = _fitting(_head("s", press.lang) + str(press.number), press.focus[:kept])
        if data is not None:
            return data
    return None


def _reading(press: Choose) -> str | None:
    reading = press.interpretation
    values = [reading.intent, *(getattr(reading, slot) or "" for slot in _SLOTS.values())]
    if not reading.intent or any(_SPECIAL & set(value) for value in values):
        return None
    head = f"{_head('c', press.lang)}|{reading.intent}"
    return _fitting(head, reading.subject_ids, tuple(_written_slots(reading)))


def _written_slots(reading: Interpretation) -> Iterator[str]:
    if reading.time != NOW:
        days = ("" if day is None else str(day) for day in (reading.time.date, reading.time.until))
        yield ("t" + ".".join([reading.time.when, *days])).rstrip(".")
    for letter, slot in _SLOTS.items():
        value = getattr(reading, slot)
        if value is not None:
            yield letter + value
    if reading.ordinal is not None:
        yield f"o{reading.ordinal}"
    yield from (letter for letter, flag in _FLAGS.items() if getattr(reading, flag))


def _fitting(head: str, ids: Sequence[str], fields: Sequence[str] = ()) -> str | None:
    """The data with ids in full, else as digests, else None."""
    if any(not each or _SPECIAL & set(each) for each in ids):
        return None
    for written in (ids, ["~" + digest(each) for each in ids]):
        data = "|".join([head, ",".join(written), *fields])
        if len(data.encode("utf-8", "surrogatepass")) <= MOST_BYTES:
            return data
    return None


def _read_ids(written: str, known_ids: Collection[str]) -> tuple[str, ...]:
    """The ids; ValueError where one is not known, or a digest could be two."""
    return tuple(_read_id(each, known_ids) for each in written.split(",")) if written else ()


def _read_id(written: str, known_ids: Collection[str]) -> str:
    found = [written] if written in known_ids else []
    if written.startswith("~"):
        found = [each for each in known_ids if digest(each) == written[1:]]
    if len(found) != 1:
        raise ValueError("not one subject")
    return found[0]


def _read_interpretation(rest: str, fields: Sequence[str], known_ids: Collection[str]) -> Interpretation:
    if rest or not fields[0]:
        raise ValueError("no intent")
    slots: dict[str, str] = {}
    flags: set[str] = set()
    time, ordinal = NOW, None
    for field in fields[2:]:
        letter, value = field[:1], field[1:]
        if letter == "t":
            time = _read_time(value)
        elif letter == "o":
            ordinal = int(value)
        elif letter in _SLOTS:
            slots[_SLOTS[letter]] = value
        elif field in _FLAGS:
            flags.add(_FLAGS[field])
        else:
            raise ValueError("no such field")
    return Interpretation(
        intent=fields[0],
        subject_ids=_read_ids(fields[1], known_ids),
        time=time,
        part=slots.get("part"),
        country=slots.get("country"),
        group=slots.get("group"),
        type=slots.get("type"),
        ordinal=ordinal,
        attribute=slots.get("attribute"),
        yes_no="yes_no" in flags,
        count="count" in flags,
    )


def _read_time(written: str) -> Time:
    when, *days = written.split(".")
    if when not in get_args(When) or len(days) > 2:
        raise ValueError("no such time")
    return Time(cast(When, when), *(PartialDate.parse(day) if day else None for day in days))
