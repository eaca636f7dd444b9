"""Read an utterance: normal form, language, times, then the cheapest cover by names and words, misspellings mended.

The one rule: every segment points back into the utterance as it was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.plain import as_json
from bot.model.knowledge import Lang
from bot.model.understanding import Mention, Reading, Segment
from bot.text.dates import find_times
from bot.text.keyboard import from_keyboard
from bot.text.language import language_of
from bot.text.normalise import CompactText, NormalisedText, compact, normal_form, normalise
from bot.text.ordinals import find_ordinals
from bot.text.script import script_of
from bot.text.timewords import TimeWords
from bot.understanding.cover import Cover, Fixed, Glyphs, Guess, Piece, cover
from bot.understanding.entries import Entry, NameUse
from bot.understanding.families import Families, build_families
from bot.understanding.fuzzy import Speller, build_speller, compounds, unknown_pieces
from bot.understanding.phrases import Phrases, build_phrases
from bot.understanding.sounds import Sounds, build_sounds, sounds_alike
from bot.understanding.vocabulary import Vocabulary, build_vocabulary

_MOST_REPAIRS = 6
_LONGEST_MENDED = 200
_MOST_DOUBTED = 16
_SPOKEN = ("who", "what", "when", "where", "which", "how", "is", "tell", "head", "past", "before", "after")
"""Concepts whose words show the language of a question, beside its skip words and particles."""
_SHORT_FAMILY_NAME = 6
_AS_GOOD = 0.06
"""Two repairs that differ by less than this in price are equally likely."""


@dataclass(frozen=True)
class Reader:
    """What reading needs, compiled once from the knowledge."""

    vocabulary: Vocabulary
    time_words: TimeWords
    function_words: Mapping[Lang, frozenset[str]] = field(repr=False)
    _sections: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def sections(self) -> dict[str, str]:
        """All of it as JSON, in parts that are read back by themselves."""
        words = {lang: sorted(known) for lang, known in self.function_words.items()}
        return {
            "vocabulary": as_json(self.vocabulary.plain()),
            "words": as_json({"times": self.time_words.plain(), "function": words}),
            "phrases": as_json(self.phrases.plain()),
            "speller": as_json(self.speller.plain()),
        }

    @classmethod
    def from_sections(cls, sections: Mapping[str, bytes]) -> Reader:
        words = json.loads(sections["words"])
        function_words = {lang: frozenset(known) for lang, known in words["function"].items()}
        vocabulary = Vocabulary.from_plain(json.loads(sections["vocabulary"]))
        return cls(vocabulary, TimeWords(*words["times"]), function_words, sections)

    @classmethod
    def of(cls, knowledge: KnowledgeBase) -> Reader:
        return cls(build_vocabulary(knowledge), TimeWords.of(knowledge.lexicons.values()), _function_words(knowledge))

    @cached_property
    def families(self) -> Families:
        return build_families(self.vocabulary)

    @cached_property
    def sounds(self) -> Sounds:
        """Built for the first Hangul that nothing explains."""
        return build_sounds(self.vocabulary)

    @cached_property
    def phrases(self) -> Phrases:
        if "phrases" in self._sections:
            return Phrases.from_plain(self.vocabulary, json.loads(self._sections["phrases"]))
        return build_phrases(self.vocabulary)

    @cached_property
    def speller(self) -> Speller:
        """Built for the first word that nothing explains."""
        if "speller" in self._sections:
            return Speller.from_plain(self.vocabulary, json.loads(self._sections["speller"]))
        return build_speller(self.vocabulary)

    def read(self, utterance: str, today: date, default: Lang = "en", mends: bool = True) -> Reading:
        """Cover ``utterance`` from end to end; its language is judged by script and function words.

        ``mends``: whether misspellings are looked for, as examples need not, and long texts are not worth.
        """
        normal = normalise(utterance)
        lang = language_of(normal.text, self.function_words) or default
        draft = _Draft.of(compact(normal), self._fixed(normal, today))
        if mends and len(draft.glyphs.text) <= _LONGEST_MENDED:
            draft = self._guessed(self._respelt(draft))
        pieces = draft.covered(self.vocabulary).pieces
        segments = tuple(self._segment(piece, draft, utterance) for piece in pieces)
        return Reading(utterance, normal.text, lang, segments, (*draft.repairs, *_guesses_taken(pieces, segments)))

    def _fixed(self, normal: NormalisedText, today: date) -> tuple[Fixed, ...]:
        """Times and ordinals, moved from the normal form to the compact text."""
        before = [0]
        for character in normal.text:
            before.append(before[-1] + (character != " "))
        times = [
            Fixed(before[found.start], before[found.end], "time", time=found.time)
            for found in find_times(normal.text, self.time_words, today)
        ]
        ordinals = [
            Fixed(before[found.start], before[found.end], "ordinal", ordinal=found.number)
            for found in find_ordinals(normal.text, self.time_words)
        ]
        return tuple(times + ordinals)

    def _respelt(self, draft: _Draft) -> _Draft:
        """Read unknown Latin words as the words they may be misspellings of, where that explains more."""
        for _ in range(_MOST_REPAIRS):
            better = self._best_respelling(draft)
            if better is None:
                return draft
            draft = better
        return draft

    def _best_respelling(self, draft: _Draft) -> _Draft | None:
        current = draft.covered(self.vocabulary)
        for piece in unknown_pieces(current)[:_MOST_DOUBTED]:
            written = draft.glyphs.text[piece.start : piece.end]
            if not written.isascii() or piece.start in draft.settled:
                continue
            options = [draft.rewritten(piece, meant, edits) for meant, edits in self.speller.respellings(written)]
            typed = from_keyboard(written)
            if len(written) > 3 and all(script_of(character) == "hangul" for character in typed):
                options.append(draft.rewritten(piece, typed, 1))
            options = [option for option in options if option.price(self.vocabulary) < current.cost + draft.extra]
            if options:
                return _chosen(options, self.vocabulary)
        return None

    def _guessed(self, draft: _Draft) -> _Draft:
        """Offer the cover misspelt names: around what is still unknown, and where several words stand side by side."""
        covered = draft.covered(self.vocabulary)
        doubtful = [piece for piece in unknown_pieces(covered) if not draft.glyphs.text[piece.start].isascii()]
        doubtful += compounds(covered, draft.glyphs)
        edges = {piece.start for piece in covered.pieces} | set(draft.glyphs.starts)
        guesses = {g for piece in doubtful[:_MOST_REPAIRS] for g in self.speller.guesses(draft.glyphs, piece, edges)}
        guesses |= {g for piece in doubtful[:_MOST_REPAIRS] for g in self.sounds.guesses(draft.glyphs, piece, edges)}
        text = draft.glyphs.text
        guesses = {one for one in guesses if self.families.are_kept(text[one.start : one.end], one.entry)}
        guesses.update(self.phrases.guesses(draft.glyphs))
        return draft.with_guesses(_merged(guesses)) if guesses else draft

    def _segment(self, piece: Piece, draft: _Draft, utterance: str) -> Segment:
        start, end = draft.span(piece)
        text = utterance[start:end]
        if piece.fixed is not None:
            return Segment(start, end, text, piece.kind, time=piece.fixed.time, ordinal=piece.fixed.ordinal)
        if piece.entry is None:
            return Segment(start, end, text, piece.kind)
        mention = _mention(piece, draft, (start, end, text)) if piece.kind == "name" else None
        is_misspelt = mention is not None and mention.rule == "misspelt"
        if is_misspelt and _is_short_family_name(piece) and not sounds_alike(text, piece.entry.key):
            return Segment(start, end, text, "unknown")
        return Segment(start, end, text, piece.kind, piece.entry.concepts, mention)


@dataclass(frozen=True)
class _Draft:
    """An utterance under repair: its glyphs, where each came from, what was rewritten and what it cost."""

    glyphs: Glyphs
    spans: tuple[tuple[int, int], ...]
    fixed: tuple[Fixed, ...]
    guesses: tuple[Guess, ...] = ()
    extra: float = 0.0
    settled: frozenset[int] = frozenset()
    repairs: tuple[str, ...] = ()
    rivals: tuple[tuple[int, int, tuple[NameUse, ...]], ...] = ()
    _covered: list[Cover] = field(default_factory=list, compare=False)

    @classmethod
    def of(cls, text: CompactText, fixed: tuple[Fixed, ...]) -> _Draft:
        spans = tuple(zip(text.offsets, text.ends, strict=False))
        glyphs = Glyphs(text.text, text.scripts, text.starts)
        return cls(glyphs, spans, fixed)

    def covered(self, vocabulary: Vocabulary) -> Cover:
        if not self._covered:
            self._covered.append(cover(self.glyphs, vocabulary, self.fixed, self.guesses))
        return self._covered[0]

    def price(self, vocabulary: Vocabulary) -> float:
        return self.covered(vocabulary).cost + self.extra

    def span(self, piece: Piece) -> tuple[int, int]:
        return self.spans[piece.start][0], self.spans[piece.end - 1][1]

    def with_guesses(self, guesses: tuple[Guess, ...]) -> _Draft:
        return replace(self, guesses=guesses, _covered=[])

    def rewritten(self, piece: Piece, meant: str, edits: int) -> _Draft:
        """The draft with one stretch spelt otherwise; its characters all point at the whole stretch."""
        shift = len(meant) - (piece.end - piece.start)
        text, scripts = self.glyphs.text, self.glyphs.scripts
        glyphs = Glyphs(
            text[: piece.start] + meant + text[piece.end :],
            scripts[: piece.start] + tuple(script_of(c) for c in meant) + scripts[piece.end :],
            frozenset(s if s <= piece.start else s + shift for s in self.glyphs.starts),
        )
        spans = self.spans[: piece.start] + (self.span(piece),) * len(meant) + self.spans[piece.end :]
        fixed = tuple(
            f if f.start < piece.end else replace(f, start=f.start + shift, end=f.end + shift) for f in self.fixed
        )
        settled = frozenset(s if s <= piece.start else s + shift for s in self.settled) | {piece.start}
        note = f"{text[piece.start : piece.end]} → {meant} ({edits})"
        extra = self.extra + 0.5 + 0.25 * edits
        return _Draft(glyphs, spans, fixed, self.guesses, extra, settled, (*self.repairs, note), self.rivals)


def _guesses_taken(pieces: Sequence[Piece], segments: Sequence[Segment]) -> Iterator[str]:
    for piece, segment in zip(pieces, segments, strict=True):
        if piece.guess is not None:
            yield f"{segment.text} → {piece.guess.entry.key} ({piece.guess.edits})"


def _is_short_family_name(piece: Piece) -> bool:
    """A short family name one edit away is any word at all."""
    assert piece.entry is not None
    is_family = all(use.strength == "family" for use in piece.entry.uses)
    return is_family and piece.end - piece.start <= _SHORT_FAMILY_NAME


def _chosen(options: list[_Draft], vocabulary: Vocabulary) -> _Draft:
    """The cheapest option; names that an equally cheap one reads at the same place are its rivals."""
    ranked = sorted(options, key=lambda option: (option.price(vocabulary), option.repairs))
    best = ranked[0]
    rivals = [option for option in ranked[1:] if option.price(vocabulary) - best.price(vocabulary) < _AS_GOOD]
    mine = {piece.entry.key: piece for piece in best.covered(vocabulary).pieces if piece.kind == "name" and piece.entry}
    found = list(best.rivals)
    for rival in rivals:
        for piece in rival.covered(vocabulary).pieces:
            if piece.kind == "name" and piece.entry is not None and piece.entry.key not in mine:
                start, end = rival.span(piece)
                found.append((start, end, piece.entry.uses))
    return replace(best, rivals=tuple(found), _covered=list(best._covered))


def _merged(guesses: set[Guess]) -> tuple[Guess, ...]:
    """Names equally near to one stretch become one guess with the uses of all."""
    nearest: dict[tuple[int, int, str], list[Guess]] = {}
    for guess in sorted(guesses, key=lambda g: (g.start, g.end, g.edits, g.entry.key)):
        row = nearest.setdefault((guess.start, guess.end, guess.entry.kind), [])
        if not row or guess.edits == row[0].edits:
            row.append(guess)
    merged = []
    for row in nearest.values():
        uses = {use.entity_id: use for guess in row for use in guess.entry.uses}
        entry = row[0].entry
        if len(row) > 1 and entry.kind == "name":
            entry = Entry(entry.key, "name", uses=tuple(uses[entity_id] for entity_id in sorted(uses)))
        merged.append(replace(row[0], entry=entry))
    return tuple(merged)


def _mention(piece: Piece, draft: _Draft, written: tuple[int, int, str]) -> Mention:
    assert piece.entry is not None
    start, end, text = written
    uses = list(piece.entry.uses)
    for rival_start, rival_end, rival_uses in draft.rivals:
        if rival_start < end and start < rival_end:
            uses += [use for use in rival_uses if use.entity_id not in {known.entity_id for known in uses}]
    edits = piece.guess.edits if piece.guess is not None else 0
    repaired = edits > 0 or any(index in draft.settled for index in range(piece.start, piece.end))
    rule = "misspelt" if repaired else uses[0].strength
    score = {"strong": 1.0, "former": 0.98, "weak": 0.9, "family": 0.85}.get(rule, 1 - max(edits, 1) / (len(text) + 4))
    return Mention(start, end, text, tuple(use.entity_id for use in uses), round(score, 2), uses[0].alias, rule)


def _function_words(knowledge: KnowledgeBase) -> Mapping[Lang, frozenset[str]]:
    words: dict[Lang, frozenset[str]] = {}
    for lang, lexicon in knowledge.lexicons.items():
        spoken = (word for concept in _SPOKEN for word in lexicon.concepts.get(concept, ()))
        words[lang] = frozenset(normal_form(word) for word in (*lexicon.skip, *lexicon.particles, *spoken))
    return words
