from __future__ import annotations

from bot.knowledge.base import KnowledgeBase
from bot.text.normalise import key
from bot.understanding.vocabulary import build_vocabulary
from tests.builders import alias, entity, knowledge, person, wording
from tests.understanding.words import EN, JA, KO


def test_a_name_is_found_by_the_same_normal_form_as_an_utterance(field: KnowledgeBase) -> None:
    vocabulary = build_vocabulary(field)
    for written in ("Eastern Federation", "EASTERN  federation", "ＥＡＳＴＥＲＮ Federation"):
        (entry,) = vocabulary.entries[key(written)]
        assert [use.entity_id for use in entry.uses] == ["east"]


def test_a_name_that_two_go_by_lists_both(field: KnowledgeBase) -> None:
    (entry,) = build_vocabulary(field).entries[key("HB")]
    assert [use.entity_id for use in entry.uses] == ["bureau", "guild"]


def test_who_is_meant_more_surely_comes_first() -> None:
    sure, unsure = entity("z-sure", "Tower"), entity("a-unsure", "Other", weak=(("en", "Tower"),))
    (entry,) = build_vocabulary(knowledge((sure, unsure))).entries[key("Tower")]
    assert [use.entity_id for use in entry.uses] == ["z-sure", "a-unsure"]


def test_a_family_name_gives_way_to_a_body_of_that_name() -> None:
    base = knowledge((entity("toyoda", "Toyoda"), person("akio", "Toyoda Akio", family=wording("Toyoda"))))
    (entry,) = build_vocabulary(base).entries[key("Toyoda")]
    assert [use.entity_id for use in entry.uses] == ["toyoda"]


def test_a_family_name_of_one_syllable_is_no_name_by_itself() -> None:
    base = knowledge((person("kim", wording("Kim Yun", "김윤", "金鈗"), family=wording("Ki", "김", "金")),))
    assert not {key("Ki"), key("김"), key("金")} & set(build_vocabulary(base).entries)


def test_a_family_name_that_many_bear_tells_nothing() -> None:
    crowd = [person(f"sato-{number}", f"Sato No{number}", family=wording("Sato")) for number in range(9)]
    assert key("Sato") not in build_vocabulary(knowledge(crowd)).entries


def test_a_word_in_particles_means_something_only_behind_a_name() -> None:
    vocabulary = build_vocabulary(knowledge(lexicons=(EN, KO, JA)))
    (entry,) = vocabulary.entries[key("장")]
    assert entry.kind == "particle"
    assert entry.concepts == {"head"}


def test_only_names_in_capitals_are_acronyms(field: KnowledgeBase) -> None:
    assert {key("EFED"), key("WFED"), key("HB")} == build_vocabulary(field).acronyms


def test_matches_come_shortest_first_and_end_where_the_key_ends() -> None:
    base = knowledge((entity("a", "경제"), entity("b", "경제협회")))
    found = list(build_vocabulary(base).matches(key("경제협회는"), 0))
    assert [(end, entry.uses[0].entity_id) for end, entry in found] == [(2, "a"), (4, "b")]


def test_an_alias_is_quoted_as_its_curator_wrote_it() -> None:
    base = knowledge((entity("a", wording("Ōsaka Bureau")),))
    (entry,) = build_vocabulary(base).entries[key("osaka bureau")]
    assert entry.uses[0].alias == alias("Ōsaka Bureau").text
