"""A skeleton says itself what is to be filled in, and passes every check once it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.curation.expectations import facts_expected
from bot.curation.skeletons import fact_skeleton, skeleton
from bot.knowledge.checking import check
from bot.knowledge.loader import load
from bot.knowledge.reader import Report, Table, read_text
from bot.knowledge.schema import FACT_KINDS, SUBJECTS, TYPES
from tests.curation.filling import filled, without_signs

NEW = "new-one"
SOURCES = """a-source:
  publisher: Example News
  title: A page
  url: https://example.org/page
  quality: press
"""


def world(folder: Path, names_new: bool) -> None:
    """A folder with a subject of each type and a source; the body may have the new subject as its counterpart."""
    for type_ in TYPES:
        path = folder / "subjects" / type_ / f"some-{type_.replace('_', '-')}.yaml"
        path.parent.mkdir(parents=True)
        text = filled(skeleton(type_, path.stem), type_)
        if names_new and type_ == "organization":
            lines = (f"  - id: some-pair\n    kind: counterpart\n    partner: {NEW}", "    sources: [a-source]")
            text = text.replace("facts:\n", "facts:\n" + "\n".join(lines) + "\n")
        path.write_text(
            text.replace("Word", type_).replace("낱말", f"무엇 {type_}").replace("言葉", f"何{type_}"), "utf-8"
        )
    (folder / "sources").mkdir()
    (folder / "sources" / "press.yaml").write_text(SOURCES, encoding="utf-8")


def problems(folder: Path, type_: str, text: str) -> str:
    (folder / "subjects" / type_ / f"{NEW}.yaml").write_text(text, encoding="utf-8")
    return "\n".join(str(problem) for problem in check(load(folder)))


@pytest.mark.parametrize("type_", TYPES)
def test_what_is_needed_and_filled_in_passes_the_check(type_: str, tmp_path: Path) -> None:
    world(tmp_path, names_new=False)
    assert problems(tmp_path, type_, filled(skeleton(type_, NEW), type_)) == ""


@pytest.mark.parametrize("type_", TYPES)
def test_everything_filled_in_passes_the_check(type_: str, tmp_path: Path) -> None:
    world(tmp_path, names_new="counterpart" in facts_expected(type_))
    text = filled(without_signs(skeleton(type_, NEW)), type_)
    assert problems(tmp_path, type_, text) == ""
    kept = [fact.kind for fact in load(tmp_path).partial.facts_of(NEW)]
    assert kept == list(facts_expected(type_) or ["biography"])


@pytest.mark.parametrize("type_", TYPES)
def test_the_check_names_every_line_that_is_not_filled_in(type_: str, tmp_path: Path) -> None:
    world(tmp_path, names_new=False)
    text = skeleton(type_, NEW)
    open_lines = {number for number, line in enumerate(text.splitlines(), 1) if _is_open(line)}
    told = {int(line.split(":")[1]) for line in problems(tmp_path, type_, text).splitlines() if NEW in line}
    assert open_lines
    assert open_lines <= told


def _is_open(line: str) -> bool:
    """Whether a line that is read ends in nothing: no value, and no lines below it."""
    bare = line.partition("# ")[0].rstrip()
    heads = ("names:", "facts:", "en:", "ko:", "ja:", "text:", "family_name:", "place:")
    return bare.endswith((":", "[]")) and bare.strip() not in heads


@pytest.mark.parametrize("type_", TYPES)
def test_every_field_of_the_type_is_there_once(type_: str) -> None:
    tree = read_text(without_signs(skeleton(type_, NEW)), Report("skeleton"))
    assert isinstance(tree, Table)
    assert set(tree.entries) == set(SUBJECTS[type_].fields) - {"id"}


@pytest.mark.parametrize("name", FACT_KINDS)
def test_a_fact_of_every_kind_can_be_asked_for(name: str) -> None:
    lines = "\n".join(("facts:", *fact_skeleton(FACT_KINDS[name], NEW)))
    report = Report("skeleton")
    tree = read_text(without_signs(lines), report)
    assert report.problems == []
    assert isinstance(tree, Table)
    (fact,) = tree.entries["facts"].value.items  # type: ignore[union-attr]
    assert isinstance(fact, Table)
    assert set(fact.entries) == set(FACT_KINDS[name].record.fields) - {"conflicts_with"}
