"""Which language a question is in. The one rule: names may be in any script, so the words around them decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from bot.model.knowledge import Lang
from bot.text.normalise import normalise
from bot.text.script import Script, script_of, script_runs

FunctionWords = Mapping[Lang, frozenset[str]]
"""Question words, particles and other words that say nothing by themselves, in normal form."""


def detect_language(text: str, words: FunctionWords) -> Lang | None:
    """The language of a question, or None where nothing decides (no letter of any of the three).

    Kana is Japanese, Hangul Korean, kanji alone Japanese, Latin alone English. In a mixture English wins where it
    brings more function words: "who is 류진" is English, "게이단렌 chairman 누구" is not.
    """
    return language_of(normalise(text).text, words)


def language_of(normal: str, words: FunctionWords) -> Lang | None:
    """The language of a question that is in normal form already."""
    counts = Counter(map(script_of, normal))
    native = _native(normal, counts, words)
    if native is None:
        return "en" if counts["latin"] else None
    if not counts["latin"]:
        return native
    weight = _korean_weight if native == "ko" else _japanese_weight
    return "en" if _english_weight(normal, words) > weight(normal, words) else native


def _native(normal: str, counts: Counter[Script], words: FunctionWords) -> Lang | None:
    """The language of what is not Latin; a katakana name in a Korean question leaves it Korean."""
    if not counts["hangul"]:
        return "ja" if counts["hiragana"] or counts["katakana"] or counts["kanji"] else None
    korean = counts["hangul"] + 3 * _korean_weight(normal, words)
    has_japanese = counts["hiragana"] or counts["kanji"]
    japanese = counts["hiragana"] + 3 * _japanese_weight(normal, words) if has_japanese else 0
    return "ja" if japanese > korean else "ko"


def _english_weight(normal: str, words: FunctionWords) -> int:
    """Function words, and one more where the question opens with one."""
    known = words.get("en", frozenset())
    tokens = normal.split()
    return sum(token in known for token in tokens) + any(token in known for token in tokens[:1])


def _korean_weight(normal: str, words: FunctionWords) -> int:
    """Words that are function words or end in one (회장은), and one more where there are several words."""
    known = words.get("ko", frozenset())
    tokens = [token for token in normal.split() if script_of(token[-1]) == "hangul"]
    longest = _longest(known)
    starts = [range(max(0, len(token) - longest), len(token)) for token in tokens]
    found = sum(any(token[at:] in known for at in places) for token, places in zip(tokens, starts, strict=True))
    return found + (len(tokens) > 1)


def _japanese_weight(normal: str, words: FunctionWords) -> int:
    """Stretches of hiragana or kanji that are a function word, begin with one or end in one."""
    known = words.get("ja", frozenset())
    stretches = [normal[run.start : run.end] for run in script_runs(normal) if run.script in ("hiragana", "kanji")]
    longest = _longest(known)
    return sum(
        any(stretch[:end] in known or stretch[-end:] in known for end in range(1, min(len(stretch), longest) + 1))
        for stretch in stretches
    )


@lru_cache(maxsize=16)
def _longest(words: frozenset[str]) -> int:
    return max(map(len, words), default=0)
