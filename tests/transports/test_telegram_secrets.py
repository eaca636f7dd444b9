from __future__ import annotations

import io
import logging

from bot.transports.telegram_secrets import Redacting

TOKEN = "99:short-token"
OTHER = "123456789:" + "A" * 35


def logged(message: str, *values: object, error: Exception | None = None) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(Redacting(TOKEN))
    logger = logging.getLogger("tests.apart")
    logger.handlers.clear()
    logger.propagate = False
    logger.addHandler(handler)
    try:
        if error is not None:
            raise error
        logger.warning(message, *values)
    except Exception:
        logger.exception(message, *values)
    return stream.getvalue()


def test_our_token_and_whatever_looks_like_one_is_hidden() -> None:
    assert logged("GET /bot%s/getMe and %s", TOKEN, OTHER) == "GET /bot<token>/getMe and <token>\n"


def test_a_traceback_is_searched_too() -> None:
    text = logged("it failed", error=ValueError(f"the token {TOKEN} was refused"))
    assert "the token <token> was refused" in text
    assert "Traceback" in text
    assert TOKEN not in text


def test_other_lines_stay_as_they_are() -> None:
    assert logged("update %d at 12:30", 7) == "update 7 at 12:30\n"
