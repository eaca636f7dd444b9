"""A word for a whole time is no skip word, or it would not count; and no list names a word twice.

Words that only join a date (in, since, 부터) may be skip words too: beside a date they are read first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Lang, Problem
from bot.text.normalise import key

CODE = "clashing-words"
_JOINING = frozenset(
    "since until between and at before after previous this latest next past ago counted"
    " unit-year unit-month unit-week unit-day".split()
)


def check(loaded: Loaded) -> Iterator[Problem]:
    for lang, lexicon in loaded.partial.lexicons.items():
        skip = {key(word): word for word in lexicon.skip}
        whole = (word for word, meaning in lexicon.times.items() if meaning not in _JOINING)
        yield from _clashes(loaded, lang, skip, "times", whole)
        yield from _repeats(loaded, lang, ("skip",), lexicon.skip)
        yield from _repeats(loaded, lang, ("particles",), lexicon.particles)
        for concept, words in lexicon.concepts.items():
            yield from _repeats(loaded, lang, ("concepts", concept), words)


def _clashes(loaded: Loaded, lang: Lang, skip: dict[str, str], field: str, words: Iterable[str]) -> Iterator[Problem]:
    for word in words:
        skipped = skip.get(key(word))
        if skipped is not None:
            line = loaded.at("lexicon", lang, field, word).line
            message = f"'{skipped}' also stands under '{field}' (line {line}); remove it here, or it would not count."
            yield Problem(loaded.at("lexicon", lang, "skip", skipped), CODE, message)


def _repeats(loaded: Loaded, lang: Lang, path: tuple[str, ...], words: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for word in words:
        if word in seen:
            yield Problem(
                loaded.at("lexicon", lang, *path, word), CODE, f"'{word}' stands twice in this list; keep one."
            )
        seen.add(word)
