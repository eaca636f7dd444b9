"""What Popolo's JSON Schemas ask of each class, as a table, made into schemas of draft 3 as the published ones are.

Written after the schemas of the Popolo Project (http://www.popoloproject.com/specs/, Creative Commons Attribution 4.0),
of which it holds the properties that may be exported. It is stricter in two ways: no property besides is allowed, but
for those of Keymen's own that are listed, and every record has its id.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DAY = r"^[0-9]{4}(-[0-9]{2}){0,2}$"
_MOMENT = r"^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?))$"
_URI = r"^https?://[!-~]+$"

Schema = dict[str, Any]
_TEXT: Schema = {"type": ["string", "null"]}
_DATE: Schema = {"type": ["string", "null"], "pattern": _DAY}
_TIME: Schema = {"type": ["string", "null"], "pattern": _MOMENT}
_NEEDED: Schema = {"type": "string", "required": True}
_ID: Schema = {"type": "string", "required": True, "pattern": "^[A-Za-z0-9-]+$"}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _texts(*names: str) -> dict[str, Schema]:
    return dict.fromkeys(names, _TEXT)


_LINK = _object(url={"type": "string", "required": True, "pattern": _URI}, note=_TEXT)
_IDENTIFIER = _object(identifier=_NEEDED, scheme=_TEXT)
_CONTACT = _object(type=_NEEDED, value=_NEEDED, **_texts("label", "note"))
_NAME_PARTS = _texts(
    *("family_name", "given_name", "additional_name", "honorific_prefix", "honorific_suffix", "patronymic_name")
)
_OTHER_NAME = _object(
    name=_NEEDED, start_date=_DATE, end_date=_DATE, note=_TEXT, lang={"enum": ["en", "ko", "ja"]}, **_NAME_PARTS
)
_NAMED: dict[str, Schema] = {
    "name": _TEXT,
    "other_names": _list(_OTHER_NAME),
    "identifiers": _list(_IDENTIFIER),
    "contact_details": _list(_CONTACT),
    "links": _list(_LINK),
    "sources": _list(_LINK),
}
_PERSON = _object(
    id=_ID,
    birth_date=_DATE,
    death_date=_DATE,
    **_NAMED,
    **_NAME_PARTS,
    **_texts("sort_name", "gender", "summary", "biography", "national_identity"),
)

SCHEMAS: Mapping[str, Schema] = {
    "persons": _PERSON,
    "organizations": _object(
        id=_ID,
        founding_date=_DATE,
        dissolution_date=_DATE,
        **_NAMED,
        **_texts("classification", "parent_id", "area_id"),
    ),
    "areas": _object(id=_ID, **_texts("name", "identifier", "classification", "parent_id")),
    "posts": _object(id=_ID, start_date=_DATE, end_date=_DATE, **_texts("label", "role", "organization_id", "area_id")),
    "memberships": _object(
        id=_ID,
        start_date=_DATE,
        end_date=_DATE,
        last_confirmed=_DATE,
        links=_list(_LINK),
        sources=_list(_LINK),
        **_texts("label", "role", "person_id", "organization_id", "post_id", "on_behalf_of_id", "area_id"),
    ),
    "events": _object(
        id=_ID,
        start_date=_TIME,
        end_date=_TIME,
        identifiers=_list(_IDENTIFIER),
        attendees=_list(_PERSON),
        sources=_list(_LINK),
        **_texts("name", "description", "location", "status", "classification", "organization_id", "parent_id"),
    ),
}
