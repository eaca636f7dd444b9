"""A folder is read whole: all of it in an order of its own, every problem at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.checking import check
from bot.knowledge.loader import load
from tests.knowledge.folders import unfold

WHOLE = """\
# file: subjects/organization/west.yaml
country: KR
kind: company
names: {en: {name: West}, ko: {name: 서부}, ja: {name: 西部}}
facts:
  - id: west-z
    kind: founding
    date: 1961
    sources: [news]
  - id: west-a
    kind: membership
    companies: 12
    sources: [news]
# file: subjects/organization/east.yaml
country: JP
kind: federation
names: {en: {name: East}, ko: {name: 동부}, ja: {name: 東部}}
facts:
  - id: east-west
    kind: link
    with: [west]
    text: {en: They trade., ko: 무역을 합니다., ja: 貿易をします。}
    sources: [news]
# file: sources/press.yaml
news: {publisher: News, title: A title, url: https://example.org/a, published: 2025-06, quality: press}
# file: intents/link.yaml
asks: how two are connected
facts: [link]
patterns:
  - {say: [connection], of: [[body, body], []], part: contact}
likes: [what, "*"]
default_for: [body]
# file: utterances/en/link.yaml
- how is {body} connected with {body2}
# file: utterances/ko/link.yaml
- "{body} {body2} 관계"
# file: utterances/ja/link.yaml
- "{body}と{body2}の関係"
# file: answers/en/link.yaml
found: "{body} and {partner}[, since {since}]."
# file: answers/ko/link.yaml
found: "{body:은} {partner:과} 이어집니다."
# file: answers/ja/link.yaml
found: "{body}は{partner}とつながっています。"
# file: lexicon/en.yaml
concepts: {connection: [connected, link], no: [no, "off"]}
skip: [please]
times: {last year: year-1}
formats: {list: "{a}, {b}"}
labels: {role: {chair: chair}, country: {KR: Korea}}
"""


def test_a_whole_folder_has_no_problems(tmp_path: Path) -> None:
    unfold(WHOLE, tmp_path)
    assert check(load(tmp_path)) == ()


def test_subjects_stand_by_id_and_their_facts_as_written(tmp_path: Path) -> None:
    unfold(WHOLE, tmp_path)
    base = load(tmp_path).base
    assert base is not None
    assert list(base.entities) == ["east", "west"]
    assert list(base.facts) == ["east-west", "west-z", "west-a"]
    assert [fact.id for fact in base.facts_of("west")] == ["west-z", "west-a"]
    assert [fact.id for fact in base.facts_naming("west", "link")] == ["east-west"]


def test_words_are_read_as_written(tmp_path: Path) -> None:
    unfold(WHOLE, tmp_path)
    base = load(tmp_path).base
    assert base is not None
    intent = base.intents["link"]
    assert intent.patterns[0].of == (("body", "body"), ())
    assert (intent.patterns[0].say, intent.patterns[0].part) == (frozenset({"connection"}), "contact")
    assert (intent.likes, intent.default_for) == (frozenset({"what", "*"}), frozenset({"body"}))
    assert intent.status == "answered"
    assert base.utterances["en"] == {"link": ("how is {body} connected with {body2}",)}
    assert base.answers["ko"]["link"]["found"] == "{body:은} {partner:과} 이어집니다."
    assert base.lexicons["en"].concepts["no"] == ("no", "off")
    assert base.lexicons["en"].labels["country"] == {"KR": "Korea"}


def test_every_problem_is_told_in_one_run_by_place(tmp_path: Path) -> None:
    text = WHOLE.replace("date: 1961", "date: 61").replace("[west]", "[wst]").replace("quality: press", "quality: pres")
    unfold(
        text.replace("country: JP\n", "country: JP\nfoo: bar\n") + "# file: subjects/organization/x.yaml\na: [\n",
        tmp_path,
    )
    loaded = load(tmp_path)
    found = [(Path(problem.location.path).name, problem.location.line, problem.code) for problem in loaded.problems]
    assert found == [
        ("press.yaml", 1, "wrong-value"),
        ("east.yaml", 2, "unknown-key"),
        ("east.yaml", 8, "unknown-subject"),
        ("west.yaml", 7, "wrong-date"),
        ("x.yaml", 2, "broken-yaml"),
    ]
    assert loaded.base is None
    assert {"east", "west"} == set(loaded.partial.entities)


def test_a_reference_to_a_broken_file_is_not_a_second_problem(tmp_path: Path) -> None:
    unfold(WHOLE.replace("country: KR", "country: KR: x"), tmp_path)
    assert [problem.code for problem in load(tmp_path).problems] == ["broken-yaml"]


def test_a_close_word_is_offered(tmp_path: Path) -> None:
    unfold(WHOLE.replace("companies: 12", "companys: 12").replace("[west]", "[wesst]"), tmp_path)
    messages = [problem.message for problem in load(tmp_path).problems]
    assert any("Did you mean 'companies'?" in message for message in messages)
    assert any("Did you mean 'west'?" in message for message in messages)


def test_paths_are_told_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unfold(WHOLE.replace("date: 1961", "date: 61"), tmp_path / "kn")
    monkeypatch.chdir(tmp_path)
    for folder in (tmp_path / "kn", Path("kn")):
        assert str(load(folder).problems[0]).startswith("kn/subjects/organization/west.yaml:7: wrong-date: ")


def test_a_folder_that_is_not_there_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    loaded = load(tmp_path / "gone")
    assert [problem.code for problem in loaded.problems] == ["no-folder"]
    assert loaded.base is None


def test_a_part_of_a_record_is_found_by_its_keys(tmp_path: Path) -> None:
    unfold(WHOLE, tmp_path)
    loaded = load(tmp_path)
    assert loaded.at("fact", "west-z").line == 5
    assert loaded.at("fact", "west-z", "date").line == 7
    assert loaded.at("fact", "west-z", "sources", "news").line == 8
    assert loaded.at("fact", "west-z", "text", "ja").line == 5
