"""A small field made by hand: lexicons of three languages, two intents, and subjects that are easily mixed up."""

from __future__ import annotations

from datetime import date

from bot.knowledge.base import IntentSpec, KnowledgeBase, Lexicon, Pattern
from bot.model.knowledge import Lang
from tests.builders import NOWHERE, entity, fact, knowledge, leadership, person, wording

TODAY = date(2026, 1, 15)

EN = Lexicon(
    "en",
    {
        "who": ("who",), "what": ("what",), "is": ("is",), "head": ("chairman", "leads", "head"), "now": ("now",),
        "before": ("before",), "he": ("he", "him"), "country_jp": ("Japanese",), "country_kr": ("Korean",),
        "founded": ("founded",), "when": ("when",), "counterpart": ("counterpart",), "other": ("other",),
        "one_of": ("one",), "no": ("no",), "also": ("and",), "unheld:phone": ("phone number",), "about": ("about",),
    },
    ("the", "of", "please", "its"), ("s",), {"last year": "year-1", "in": "at", "year": "unit-year"}, (), {}, {},
)  # fmt: skip
KO = Lexicon(
    "ko",
    {
        "who": ("누구", "누구야"), "head": ("회장", "장"), "what": ("뭐야",), "before": ("전에",),
        "country_jp": ("일본",), "country_kr": ("한국",),
    },
    ("좀",), ("은", "는", "이", "가", "의", "장"), {"작년": "year-1"}, (), {}, {},
)  # fmt: skip
JA = Lexicon(
    "ja",
    {"who": ("誰", "だれ"), "head": ("会長",), "what": ("何",), "is": ("ですか",), "before": ("前",)},
    ("ね",), ("は", "の", "が", "を"), {"昨年": "year-1"}, (), {}, {},
)  # fmt: skip

LEADER = IntentSpec(
    "leader",
    NOWHERE,
    patterns=(
        Pattern(frozenset({"head"}), (("body",), ("body", "person"))),
        Pattern(frozenset({"before"}), (("person",), ("body",))),
    ),
    likes=frozenset("who what is head now before time country country_kr country_jp past".split()),
    refuses=frozenset({"founded", "counterpart", "unheld"}),
    facts=("leadership",),
)
BODY = IntentSpec(
    "body",
    NOWHERE,
    patterns=(
        Pattern(frozenset({"what"}), (("body",),)),
        Pattern(frozenset({"founded"}), (("body",),), "founded"),
    ),
    likes=frozenset("what is when founded".split()),
    refuses=frozenset({"head", "unheld"}),
    facts=("role", "founding"),
    default_for=frozenset({"body"}),
)
UNHELD = IntentSpec(
    "unheld", NOWHERE, status="unknown", patterns=(Pattern(frozenset({"unheld"}), (("body",),)),), likes=frozenset("*")
)

UTTERANCES: dict[Lang, dict[str, tuple[str, ...]]] = {
    "en": {"leader": ("Who leads {body}?", "{body} chairman"), "body": ("What is {body}?", "When was {body} founded?")},
    "ko": {"leader": ("{body} 회장 누구야",), "body": ("{body} 뭐야",)},
    "ja": {"leader": ("{body}の会長は誰ですか",), "body": ("{body}は何ですか",)},
}

EAST = entity(
    "east", wording("Eastern Federation", "동부연합회", "東部連合会"), strong=(("en", "EFED"),), kind="federation"
)
WEST = entity(
    "west",
    wording("Western Federation", "서부연합회", "西部連合会"),
    country="KR",
    kind="federation",
    strong=(("en", "WFED"),),
)
BUREAU = entity("bureau", wording("Harbour Bureau", "항만사무국", "ハーバー"), weak=(("en", "HB"),), kind="company")
GUILD = entity("guild", wording("Harbour Guild", "항만조합회", "港湾組合"), weak=(("en", "HB"),), kind="company")
MORI = person("mori", wording("Mori Taro", "모리 다로", "森太郎"), family=wording("Mori", "모리", "森"))
HARA = person("hara", wording("Hara Jiro", "하라 지로", "原次郎"), family=wording("Hara", "하라", "原"))


def field_of_six() -> KnowledgeBase:
    """Two federations with their heads, and two harbour bodies that share a weak name."""
    return knowledge(
        (EAST, WEST, BUREAU, GUILD, MORI, HARA),
        (
            leadership("east", "mori", "2020-01-01"),
            leadership("west", "hara", "2020-01-01"),
            fact("east-role", "east", "role", text=wording("It speaks for lighthouse keepers.")),
            leadership("bureau", "mori", "2019-01-01"),
            leadership("guild", "hara", "2019-01-01"),
        ),
        intents=(BODY, LEADER, UNHELD),
        utterances=UTTERANCES,
        lexicons=(EN, KO, JA),
    )
