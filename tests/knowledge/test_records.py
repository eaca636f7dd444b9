"""A file becomes a subject and its facts, as the rooms above rely on them."""

from __future__ import annotations

from bot.knowledge.reader import Report, read_text
from bot.knowledge.records import read_facts, read_subject, reversed_name
from bot.model.dates import PartialDate, Period
from bot.model.knowledge import Entity, Fact, Location

BODY = """\
country: JP
kind: federation
names:
  en: {name: East, full: East Trade Federation, abbreviation: [ETF], weak: [The East], former: [Old East]}
  ko: {name: 동부}
  ja: {name: 東部}
website: https://example.org
sectors: [energy]
"""
PERSON = """\
country: KR
names:
  en:
    name: Ryu Jin
    strong: [Roy Ryu, Jin Roy Ryu]
  ko: {name: 류진}
  ja: {name: リュ・ジン, strong: [柳津, Ryu J]}
family_name: {en: Ryu}
"""


def subject(text: str, type_: str = "organization") -> Entity:
    report = Report("a.yaml")
    tree = read_text(text, report)
    assert tree is not None
    entity = read_subject("east", type_, tree, report)
    assert report.problems == []
    return entity


def fact(text: str, type_: str = "organization") -> Fact:
    report = Report("a.yaml")
    tree = read_text("facts:\n  - id: it\n    sources: [a]\n" + text, report)
    assert tree is not None
    (found,) = [fact for fact, _ in read_facts("east", type_, tree, report)]
    assert report.problems == []
    return found


def test_an_identifier_keeps_the_sources_that_show_it() -> None:
    body = subject(BODY + "identifiers: {wikidata: Q123, sources: [wiki-east]}\n")
    assert body.identifiers == {"wikidata": "Q123"}
    assert body.identifier_source_ids == ("wiki-east",)


def test_an_identifier_without_a_source_is_a_problem() -> None:
    report = Report("a.yaml")
    tree = read_text(BODY + "identifiers: {wikidata: Q123}\n", report)
    assert tree is not None
    read_subject("east", "organization", tree, report)
    assert [problem.code for problem in report.problems] == ["missing-source"]


def test_the_full_name_is_preferred_and_the_short_one_kept() -> None:
    body = subject(BODY)
    assert body.names == {"en": "East Trade Federation", "ko": "동부", "ja": "東部"}
    assert body.short == {"en": "East", "ko": "동부", "ja": "東部"}
    assert (body.country, body.kind, body.sector_ids, body.website) == (
        "JP",
        "federation",
        ("energy",),
        "https://example.org",
    )


def test_every_name_is_an_alias_with_its_strength() -> None:
    found = {(alias.text, alias.lang, alias.strength, alias.exact) for alias in subject(BODY).aliases}
    assert found == {
        ("East", "en", "strong", False),
        ("East Trade Federation", "en", "strong", False),
        ("ETF", "en", "strong", True),
        ("The East", "en", "weak", False),
        ("Old East", "en", "former", False),
        ("동부", "ko", "strong", False),
        ("東部", "ja", "strong", False),
    }


def test_a_persons_latin_name_of_two_parts_is_known_in_either_order() -> None:
    found = {alias.text: alias for alias in subject(PERSON, "person").aliases}
    assert {"Ryu Jin", "Jin Ryu", "Roy Ryu", "Ryu Roy", "Jin Roy Ryu"} <= set(found)
    assert not {"진 류", "J Ryu", "Ryu Jin Roy"} & set(found)
    assert found["Jin Ryu"].location == Location("a.yaml", 4)
    assert found["Ryu Roy"].location == Location("a.yaml", 5)


def test_a_body_has_no_reversed_names() -> None:
    assert "Trade Board" not in {alias.text for alias in subject(BODY.replace("The East", "Board Trade")).aliases}


def test_a_hyphen_is_no_boundary_between_name_parts() -> None:
    assert reversed_name("Chey Tae-won") == "Tae-won Chey"
    assert reversed_name("Chey") is None


def test_a_term_of_office() -> None:
    term = fact(
        "    kind: leadership\n    person: mori\n    role: chair\n    from: 2021-06-01\n    to: 2025-05\n"
        "    affiliation: {org: works, title: {en: chairman, ko: 회장, ja: 会長}}\n    confirmed: 2025-06-02\n"
        "    superseded: true\n    ordinal: 15\n"
    )
    assert term.period == Period(PartialDate(2021, 6, 1), PartialDate(2025, 5))
    assert term.confirmed == PartialDate(2025, 6, 2)
    assert term.data == {
        "person": "mori",
        "role": "chair",
        "ordinal": 15,
        "superseded": True,
        "affiliation_org": "works",
        "affiliation_title": {"en": "chairman", "ko": "회장", "ja": "会長"},
    }
    assert (term.status, term.source_ids, term.location) == ("held", ("a",), Location("a.yaml", 2))


def test_a_meeting_ends_on_its_day_unless_told_otherwise() -> None:
    one = fact("    kind: edition\n    date: 2024-05-14\n    attendance: {kr: 10, jp: 12}\n", "event_series")
    two = fact(
        "    kind: edition\n    date: 2024-05-14\n    end_date: 2024-05-16\n    status: announced\n", "event_series"
    )
    assert one.period == Period(PartialDate(2024, 5, 14), PartialDate(2024, 5, 14))
    assert one.data == {"date": PartialDate(2024, 5, 14), "attendance": {"kr": 10, "jp": 12}}
    assert two.period.end == PartialDate(2024, 5, 16)
    assert two.status == "announced"


def test_a_count_of_members_holds_for_its_day() -> None:
    counted = fact("    kind: membership\n    counted: 2025-04-01\n    companies: 1574\n    approximate: false\n")
    assert counted.period == Period(PartialDate(2025, 4, 1), PartialDate(2025, 4, 1))
    assert counted.data == {"counted": PartialDate(2025, 4, 1), "companies": 1574, "approximate": False}


def test_parties_without_a_file_are_kept_as_names() -> None:
    agreement = fact(
        "    kind: agreement\n    signed: 2023-03\n    text: {en: a, ko: b, ja: c}\n"
        "    parties: [east, {en: West, ko: 서, ja: 西}, {en: North, ko: 북, ja: 北}]\n"
    )
    assert agreement.data["parties"] == ("east",)
    assert agreement.data["party_names"] == {"en": "West; North", "ko": "서; 북", "ja": "西; 北"}
    assert agreement.period == Period(PartialDate(2023, 3))
    assert agreement.text == {"en": "a", "ko": "b", "ja": "c"}


def test_a_correction_names_facts_or_says_in_words_what_is_wrong() -> None:
    found = fact("    kind: correction\n    corrects: [east-chair, an older report]\n    text: {en: a, ko: b, ja: c}\n")
    assert found.corrects == ("east-chair",)
    assert found.data["corrects"] == ("east-chair", "an older report")
