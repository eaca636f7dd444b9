"""Reads a knowledge folder whole. The one rule: every file is read and every problem reported, in one run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.knowledge.base import IntentSpec, KnowledgeBase, Lexicon
from bot.knowledge.checks import duplicate_id, unknown_source, unknown_subject
from bot.knowledge.fields import ID, did_you_mean
from bot.knowledge.loaded import Loaded, Record, RecordKey, Repeat
from bot.knowledge.reader import Node, Report, read_file, yaml_files
from bot.knowledge.records import read_facts, read_sources, read_subject
from bot.knowledge.schema import TYPES
from bot.knowledge.words import read_answers, read_intent, read_lexicon, read_utterances
from bot.model.knowledge import LANGS, Entity, Fact, Lang, Location, Problem, Source

GUARDS = (duplicate_id, unknown_source, unknown_subject)
"""The checks without which nothing is answered: they keep every look-up within the knowledge."""

_LAYOUT = (
    "subjects/<type>/<id>.yaml, sources/<name>.yaml, intents/<id>.yaml, utterances/<lang>/<intent>.yaml, "
    "answers/<lang>/<intent>.yaml, lexicon/<lang>.yaml"
)


def load(folder: Path) -> Loaded:
    """Everything in a knowledge folder, with every problem found on the way, sorted by place."""
    shelf = _Shelf(folder)
    if not folder.is_dir():
        shelf.add(folder, "no-folder", "There is no such folder; give the folder that holds 'subjects'.")
        return shelf.loaded()
    if not (folder / "subjects").is_dir():
        shelf.add(folder, "no-folder", "There is no folder 'subjects' here; give the folder that holds it.")
    with uncollected():
        for path in yaml_files(folder):
            shelf.read(path)
        read = shelf.loaded()
    guarded = {problem for guard in GUARDS for problem in guard.check(read)}
    return replace(read, problems=tuple(sorted(guarded.union(read.problems))))


@contextmanager
def uncollected() -> Iterator[None]:
    """Without a look for garbage meanwhile: all that is read is kept, so there is none to find."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class _Shelf:
    """Collects the records while the files are read, one after the other."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    records: dict[RecordKey, Record] = field(default_factory=dict)
    repeats: list[Repeat] = field(default_factory=list)
    subject_ids: set[str] = field(default_factory=set)
    entities: dict[str, Entity] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    intents: dict[str, IntentSpec] = field(default_factory=dict)
    utterances: dict[Lang, dict[str, tuple[str, ...]]] = field(default_factory=lambda: {lang: {} for lang in LANGS})
    answers: dict[Lang, dict[str, Mapping[str, str]]] = field(default_factory=lambda: {lang: {} for lang in LANGS})
    lexicons: dict[Lang, Lexicon] = field(default_factory=dict)

    def read(self, path: Path) -> None:
        """Read one file into its place."""
        parts = path.relative_to(self.folder).parts
        reader = self._reader(parts, path)
        if reader is None:
            return
        report = Report(shown(path))
        tree = read_file(path, report)
        if tree is not None:
            reader(path.stem, tree, report)
        self.problems += report.problems

    def _reader(self, parts: tuple[str, ...], path: Path) -> Callable[[str, Node, Report], None] | None:
        """What reads a file at this place; None, and a problem, when no such place is known."""
        lang = _lang(path.stem if parts[0] == "lexicon" else parts[1] if parts[1:] else "")
        if path.suffix != ".yaml":
            self.add(path, "stray-file", "Rename the file so that it ends in .yaml.")
            return None
        if not ID.fullmatch(path.stem):
            self.add(path, "file-name", "Rename the file: small letters, digits and single hyphens, then .yaml.")
        match parts:
            case ("subjects", type_, _) if type_ in TYPES:
                self.subject_ids.add(path.stem)
                return lambda id_, tree, report: self._subject(id_, type_, tree, report)
            case ("sources", *_):
                return self._sources
            case ("intents", _):
                return self._intent
            case ("utterances", _, _) if lang:
                return lambda id_, tree, report: self._utterances(lang, id_, tree, report)
            case ("answers", _, _) if lang:
                return lambda id_, tree, report: self._answers(lang, id_, tree, report)
            case ("lexicon", _) if lang:
                return lambda _, tree, report: self._lexicon(lang, tree, report)
        self.add(path, "stray-file", "Nothing reads a file at this place." + _place_hint(parts))
        return None

    def _subject(self, id_: str, type_: str, tree: Node, report: Report) -> None:
        if self._keep(("subject", id_), tree, tree.line, report):
            self.entities[id_] = read_subject(id_, type_, tree, report)
        for fact, node in read_facts(id_, type_, tree, report):
            if self._keep(("fact", fact.id), node, node.line, report):
                self.facts[fact.id] = fact

    def _sources(self, _: str, tree: Node, report: Report) -> None:
        for source, node in read_sources(tree, report):
            if self._keep(("source", source.id), node, source.location.line, report):
                self.sources[source.id] = source

    def _intent(self, id_: str, tree: Node, report: Report) -> None:
        self._keep(("intent", id_), tree, tree.line, report)
        self.intents[id_] = read_intent(id_, tree, report)

    def _utterances(self, lang: Lang, id_: str, tree: Node, report: Report) -> None:
        self._keep(("utterances", f"{lang}/{id_}"), tree, tree.line, report)
        self.utterances[lang][id_] = read_utterances(tree, report)

    def _answers(self, lang: Lang, id_: str, tree: Node, report: Report) -> None:
        self._keep(("answers", f"{lang}/{id_}"), tree, tree.line, report)
        self.answers[lang][id_] = read_answers(tree, report)

    def _lexicon(self, lang: Lang, tree: Node, report: Report) -> None:
        self._keep(("lexicon", lang), tree, tree.line, report)
        self.lexicons[lang] = read_lexicon(lang, tree, report)

    def _keep(self, key: RecordKey, node: Node, line: int, report: Report) -> bool:
        """Whether the record is the first with its id."""
        first = self.records.get(key)
        if first is None:
            self.records[key] = Record(report.path, node)
            return True
        self.repeats.append(Repeat(key, Location(first.path, first.node.line), Location(report.path, line)))
        return False

    def add(self, path: Path, code: str, message: str) -> None:
        self.problems.append(Problem(Location(shown(path), 1), code, message))

    def loaded(self) -> Loaded:
        """All that was read."""
        order = {id_: place for place, id_ in enumerate(self.facts)}
        base = KnowledgeBase(
            entities=dict(sorted(self.entities.items())),
            facts={f.id: f for f in sorted(self.facts.values(), key=lambda f: (f.subject_id, order[f.id]))},
            sources=dict(sorted(self.sources.items())),
            intents=dict(sorted(self.intents.items())),
            utterances={lang: dict(sorted(found.items())) for lang, found in self.utterances.items()},
            answers={lang: dict(sorted(found.items())) for lang, found in self.answers.items()},
            lexicons={lang: self.lexicons[lang] for lang in LANGS if lang in self.lexicons},
        )
        found = tuple(sorted(set(self.problems)))
        return Loaded(base, found, self.records, tuple(self.repeats), frozenset(self.subject_ids))


def _lang(word: str) -> Lang | None:
    return next((lang for lang in LANGS if lang == word), None)


def shown(path: Path) -> str:
    """A path as people see it: from the current folder when below it."""
    return str(path.relative_to(Path.cwd())) if path.is_absolute() and path.is_relative_to(Path.cwd()) else str(path)


def _place_hint(parts: tuple[str, ...]) -> str:
    places = ("subjects", "sources", "intents", "utterances", "answers", "lexicon", *TYPES, *LANGS)
    strange = next((part for part in parts[:-1] if part not in places), "")
    return (did_you_mean(strange, places) if strange else "") or f" Known places: {_LAYOUT}."
