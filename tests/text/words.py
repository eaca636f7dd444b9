"""The words of a small lexicon in three languages, in the shape of knowledge/lexicon/<lang>.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.model.knowledge import Lang
from bot.text.timewords import TimeWords

TIMES: dict[Lang, dict[str, str]] = {
    "en": {
        "now": "now", "currently": "now", "at the moment": "now", "today": "day", "yesterday": "day-1",
        "this year": "year", "last year": "year-1", "the year before last": "year-2", "next year": "year+1",
        "this month": "month", "last month": "month-1", "last week": "week-1", "this week": "week",
        "in the past": "past", "formerly": "past", "past": "past", "last": "latest", "latest": "latest",
        "previous": "previous", "this": "this", "next": "next", "before": "before", "after": "after",
        "since": "since", "from": "since", "until": "until", "till": "until", "to": "until", "through": "until",
        "between": "between", "and": "and", "in": "at", "on": "at", "as of": "at", "during": "at", "by": "at",
        "ago": "ago", "year": "unit-year", "years": "unit-year", "month": "unit-month", "months": "unit-month",
        "week": "unit-week", "weeks": "unit-week", "day": "unit-day", "days": "unit-day", "members": "counted",
        "companies": "counted", "people": "counted", "anniversary": "counted",
    },
    "ko": {
        "지금": "now", "현재": "now", "오늘": "day", "어제": "day-1", "올해": "year", "금년": "year",
        "작년": "year-1", "지난해": "year-1", "재작년": "year-2", "내년": "year+1", "이번 달": "month",
        "지난달": "month-1", "지난 달": "month-1", "지난주": "week-1", "예전": "past", "과거": "past",
        "지난": "previous", "최근": "previous", "부터": "since", "이후": "since", "이래": "since", "까지": "until",
        "이전": "before", "사이": "between", "에": "at", "와": "and", "과": "and", "전": "ago", "년": "unit-year",
        "해": "unit-year", "개월": "unit-month", "달": "unit-month", "주": "unit-week", "일": "unit-day",
        "명": "counted", "개": "counted",
    },
    "ja": {
        "現在": "now", "今": "now", "今日": "day", "昨日": "day-1", "今年": "year", "去年": "year-1",
        "昨年": "year-1", "一昨年": "year-2", "来年": "year+1", "今月": "month", "先月": "month-1", "先週": "week-1",
        "過去": "past", "以前": "before", "から": "since", "以降": "since", "以来": "since", "まで": "until",
        "の間": "between", "に": "at", "と": "and", "前": "ago", "年": "unit-year", "か月": "unit-month",
        "ヶ月": "unit-month", "カ月": "unit-month", "週間": "unit-week", "日": "unit-day", "社": "counted",
        "人": "counted",
    },
}  # fmt: skip

MONTHS: dict[Lang, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("January", "Jan"), ("February", "Feb"), ("March", "Mar"), ("April", "Apr"), ("May",), ("June", "Jun"),
        ("July", "Jul"), ("August", "Aug"), ("September", "Sept", "Sep"), ("October", "Oct"), ("November", "Nov"),
        ("December", "Dec"),
    ),
    "ko": tuple((f"{month}월",) for month in range(1, 13)),
    "ja": tuple((f"{month}月",) for month in range(1, 13)),
}  # fmt: skip

FORMATS: dict[Lang, dict[str, str]] = {
    "en": {
        "date-day": "{day} {month_name} {year}", "date-month": "{month_name} {year}", "date-year": "{year}",
        "list-separator": ", ", "list-last": " and ",
        "duration-years": "{years} years", "duration-years-one": "{years} year", "duration-months": "{months} months",
        "duration-months-one": "{months} month", "duration-days": "{days} days", "duration-days-one": "{days} day",
        "duration-years-months": "{years} and {months}", "duration-about": "about {duration}",
        "duration-short": "less than a year", "ordinal": "{n}{suffix}",
        "numbers": "one|a two three four five six seven eight nine ten",
        "ordinals": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "tens": "ten twenty thirty forty fifty sixty",
    },
    "ko": {
        "date-day": "{year}년 {month}월 {day}일", "date-month": "{year}년 {month}월", "date-year": "{year}년",
        "list-separator": ", ", "duration-years": "{years}년",
        "duration-months": "{months}개월", "duration-days": "{days}일", "duration-about": "약 {duration}",
        "ordinal": "제{n}회", "ordinal-head": "제{n}대", "numbers": "한|일 두|이 세|삼 네|사 다섯|오",
    },
    "ja": {
        "date-day": "{year}年{month}月{day}日", "date-month": "{year}年{month}月", "date-year": "{year}年",
        "list-separator": "、", "duration-years": "{years}年",
        "duration-months": "{months}か月", "duration-years-months": "{years}{months}",
        "duration-about": "約{duration}", "ordinal": "第{n}回", "ordinal-head": "第{n}代",
        "numbers": "一 二 三 四 五 六 七 八 九 十",
    },
}  # fmt: skip


@dataclass(frozen=True)
class SmallLexicon:
    times: Mapping[str, str] = field(default_factory=dict)
    months: tuple[tuple[str, ...], ...] = ()
    formats: Mapping[str, str] = field(default_factory=dict)


def time_words(*langs: Lang) -> TimeWords:
    return TimeWords.of(SmallLexicon(TIMES[lang], MONTHS[lang], FORMATS[lang]) for lang in langs)


ALL_WORDS = time_words("en", "ko", "ja")
