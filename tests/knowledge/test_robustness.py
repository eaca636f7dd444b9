"""No file, however wrong, breaks the reading or the checks: it is reported."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.knowledge.checking import check
from bot.knowledge.loader import load
from bot.knowledge.schema import FACT_KINDS, NAMES, SOURCE, SUBJECTS, TYPES
from bot.knowledge.words import INTENT, LEXICON
from bot.model.knowledge import LANGS

_PLACES = (
    *(f"subjects/{type_}/it.yaml" for type_ in TYPES),
    *("sources/it.yaml", "intents/it.yaml", "lexicon/ko.yaml", "utterances/ja/it.yaml", "answers/en/it.yaml"),
    *("subjects/it.yaml", "subjects/bodies/it.yaml", "utterances/it.yaml", "lexicon/xx.yaml", "it.yaml"),
)
_FACT_FIELDS = sorted({name for kind in FACT_KINDS.values() for name in kind.record.fields})
_KEYS = st.sampled_from(
    [*_FACT_FIELDS, *NAMES.fields, *SOURCE.fields, *INTENT.fields, *LEXICON.fields, *SUBJECTS["person"].fields, *LANGS]
)
_WORDS = st.sampled_from(
    [
        *FACT_KINDS,
        "it",
        "2025",
        "2025-05-29",
        "true",
        "",
        "~",
        "chair",
        "JP",
        "{a",
        "[",
        "류진",
        "*",
        "https://a.example/",
    ]
)
_TREES = st.recursive(
    _WORDS | st.integers() | st.none() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=6),
    max_leaves=12,
)
_FACTS = st.lists(
    st.fixed_dictionaries(
        {"id": _WORDS, "kind": st.sampled_from(list(FACT_KINDS)), "sources": st.just(["it"])},
        optional={name: _TREES for name in _FACT_FIELDS if name not in ("id", "kind", "sources")},
    ),
    max_size=3,
)
_SUBJECTS = st.fixed_dictionaries(
    {"facts": _FACTS}, optional={"names": _TREES, "family_name": _TREES, "country": _TREES}
)


@given(place=st.sampled_from(_PLACES), tree=_TREES | _SUBJECTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_tree_at_any_place_is_read_or_reported(place: str, tree: Any) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
        loaded = load(Path(folder))
        for problem in check(loaded):
            assert problem.location.path.startswith(folder)
            assert "\n" not in str(problem)
        assert loaded.base is None or not loaded.problems
