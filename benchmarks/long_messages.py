"""Messages as long as Telegram lets them be. The one rule: the worst of them counts, so the hard cases are made to be
hard: many names with a slip, no spaces, one character again and again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from random import Random

from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import LANGS, Lang

LENGTH = 4096
_SEED = 1965
_LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyz    ",
    "ko": "".join(map(chr, range(0xAC00, 0xD7A4, 7))) + " " * 300,
    "ja": "".join(map(chr, (*range(0x3041, 0x3094), *range(0x30A1, 0x30F4)))) * 4
    + "".join(map(chr, range(0x4E00, 0x5E00, 9))),
}  # fmt: skip
_REPEATED = {"en": ("a", "?a", "2019-"), "ko": ("회", "한일", "5월"), "ja": ("会", "日韓", "ア")}


def long_messages(base: KnowledgeBase, lang: Lang) -> Iterator[tuple[str, str]]:
    """Each kind of long message with one of them."""
    chance = Random(_SEED)  # noqa: S311
    names = [alias.text for entity in base.entities.values() for alias in entity.aliases if alias.lang == lang]
    slips = [_slip(name, chance) for name in chance.sample(names, len(names))]
    yield "what facts say", _filled([fact.text[lang] for fact in base.facts.values() if lang in fact.text], " ")
    yield "letters at random", "".join(chance.choice(_LETTERS[lang]) for _ in range(LENGTH))
    yield "names with a slip", _filled(slips, " ")
    yield "names with a slip, no spaces", _filled(slips, "").replace(" ", "")
    yield "names with a slip, a line each", _filled(slips, "?\n")
    for part in _REPEATED[lang]:
        yield f"{part} again and again", _filled([part], "")


def all_long_messages(base: KnowledgeBase) -> Iterator[tuple[Lang, str, str]]:
    for lang in LANGS:
        yield from ((lang, kind, text) for kind, text in long_messages(base, lang))


def _filled(parts: list[str], separator: str) -> str:
    text = ""
    for part in cycle(parts):
        text += part + separator
        if len(text) >= LENGTH:
            return text[:LENGTH]
    return text


def _slip(name: str, chance: Random) -> str:
    place = chance.randrange(len(name))
    return name[:place] + chance.choice(name) + name[place + 1 :]
