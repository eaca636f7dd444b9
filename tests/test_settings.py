from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import DEFAULT_API_URL, Settings, WrongSettings, read_settings

TOKEN = "123456789:AAE-secret_secret_secret_secret_123"


def problems(**environ: str) -> tuple[str, ...]:
    with pytest.raises(WrongSettings) as raised:
        read_settings(environ, for_telegram=True)
    return raised.value.problems


def test_without_variables_everything_has_its_default() -> None:
    assert read_settings({}) == Settings(None, None, DEFAULT_API_URL)


def test_a_missing_token_tells_how_to_get_one() -> None:
    (problem,) = problems()
    assert problem.startswith("TELEGRAM_BOT_TOKEN: not set.")
    assert "@BotFather" in problem


def test_a_token_is_only_missed_where_it_is_used() -> None:
    assert read_settings({"TELEGRAM_BOT_TOKEN": "nonsense"}).token is None


def test_a_token_may_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n")
    assert read_settings({"TELEGRAM_BOT_TOKEN_FILE": str(file)}, for_telegram=True).token == TOKEN


def test_a_self_hosted_server_may_end_in_a_slash() -> None:
    environ = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": "http://127.0.0.1:8081/"}
    assert read_settings(environ, for_telegram=True).api_url == "http://127.0.0.1:8081"


def test_a_variable_set_to_nothing_counts_as_not_set() -> None:
    environ = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_BOT_TOKEN_FILE": "",
        "TELEGRAM_API_URL": " ",
        "KEYMEN_KNOWLEDGE": "",
    }
    assert read_settings(environ, for_telegram=True) == Settings(None, TOKEN, DEFAULT_API_URL)


def test_every_wrong_value_is_told_at_once_by_its_variable() -> None:
    found = problems(TELEGRAM_BOT_TOKEN="abc", TELEGRAM_API_URL="localhost:8081", KEYMEN_KNOWLEDGE="/no/such/folder")
    assert [line.split(":")[0] for line in found] == ["KEYMEN_KNOWLEDGE", "TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL"]


def test_two_tokens_are_one_too_many() -> None:
    (problem,) = problems(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_BOT_TOKEN_FILE="/run/secrets/token")
    assert "both are set" in problem


def test_a_token_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xff")
    for path in (tmp_path / "missing", tmp_path, tmp_path / "bytes"):
        (problem,) = problems(TELEGRAM_BOT_TOKEN_FILE=str(path))
        assert problem.startswith("TELEGRAM_BOT_TOKEN_FILE: the file cannot be read")


@pytest.mark.parametrize("url", ["ftp://a.example", "http://", "http://a:port/", "http://a/?token=1", "http://[", "x"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    (problem,) = problems(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=url)
    assert problem.startswith("TELEGRAM_API_URL: ")


def test_the_secret_is_shown_by_nothing() -> None:
    assert TOKEN not in repr(read_settings({"TELEGRAM_BOT_TOKEN": TOKEN}, for_telegram=True))
    assert TOKEN not in "".join(problems(TELEGRAM_BOT_TOKEN=TOKEN + "!", TELEGRAM_API_URL=TOKEN))


def test_compiled_knowledge_is_kept_where_this_person_keeps_such_things() -> None:
    assert read_settings({"HOME": "/home/me"}).cache == Path("/home/me/.cache/keymen")
    assert read_settings({"HOME": "/home/me", "XDG_CACHE_HOME": "/elsewhere"}).cache == Path("/elsewhere/keymen")
    assert read_settings({"HOME": "/home/me", "XDG_CACHE_HOME": "not/whole"}).cache == Path("/home/me/.cache/keymen")


def test_it_is_kept_where_one_says_or_nowhere() -> None:
    assert read_settings({"HOME": "/home/me", "KEYMEN_CACHE": "/var/cache/keymen"}).cache == Path("/var/cache/keymen")
    assert read_settings({"HOME": "/home/me", "KEYMEN_CACHE": "off"}).cache is None
    assert read_settings({}).cache is None
