"""Each language is written in its own script: no kana in Korean, no Hangul in Japanese, mostly Latin in English.

A name quoted in its own script is left alone: in brackets or quotation marks, or within an English sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.composites import LANGUAGE_NAMES
from bot.knowledge.loaded import Loaded, RecordKind
from bot.model.knowledge import LANGS, Lang, Location, Problem

CODE = "wrong-script"
_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_KANA = "\u3041-\u3096\u30a1-\u30fa"
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_FOREIGN = {
    "en": re.compile(f"[{_HANGUL}{_KANA}]"),
    "ko": re.compile(f"[{_KANA}]"),
    "ja": re.compile(f"[{_HANGUL}]"),
}
_ASIDE = re.compile(r"\([^()]*\)|（[^（）]*）|「[^「」]*」|『[^『』]*』|“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|'[^']*'")
_OWN = {"en": re.compile("[A-Za-z]"), "ko": re.compile(f"[{_HANGUL}]"), "ja": re.compile(f"[{_KANA}{_HAN}]")}


def check(loaded: Loaded) -> Iterator[Problem]:
    for fact in loaded.facts():
        for lang, text in fact.text.items():
            yield from _problems(loaded.at("fact", fact.id, "text", lang), lang, text, sentence=True)
        for field, value in fact.data.items():
            yield from _parts(loaded, "fact", fact.id, field, value)
    for entity in loaded.partial.entities.values():
        yield from _parts(loaded, "subject", entity.id, "family_name", entity.family_names)
        for lang, name in entity.short.items():
            yield from _problems(loaded.at("subject", entity.id, "names", lang, "name"), lang, name)
        for lang, name in entity.names.items():
            if name != entity.short.get(lang):
                yield from _problems(loaded.at("subject", entity.id, "names", lang, "full"), lang, name)


def _parts(loaded: Loaded, kind: RecordKind, id_: str, field: str, value: object) -> Iterator[Problem]:
    """The problems of a field, when it holds a text per language."""
    if isinstance(value, dict):
        for lang in LANGS:
            text = value.get(lang)
            if isinstance(text, str):
                yield from _problems(loaded.at(kind, id_, field, lang), lang, text)


def _problems(location: Location, lang: Lang, text: str, sentence: bool = False) -> Iterator[Problem]:
    language = LANGUAGE_NAMES[lang]
    foreign = _FOREIGN[lang].search(_ASIDE.sub("", text))
    if foreign and (lang != "en" or not _OWN[lang].search(text)):
        message = f"'{foreign.group()}' is not written in {language}; put the text of each language under its own key."
        yield Problem(location, CODE, message)
    elif sentence and not _OWN[lang].search(text):
        yield Problem(location, CODE, f"This is not {language}; write the text in {language} here.")
