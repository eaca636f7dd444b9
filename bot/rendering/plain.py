"""Replies as plain text, for terminals and pipes. The one rule: what is shown is what the JSON calls ``text``, and
choices carry the number that picks them."""

from __future__ import annotations

from bot.model.conversation import Reply
from bot.rendering.rich import clean


def render_plain(reply: Reply) -> str:
    """Everything a person reads, with the choices numbered below."""
    lines = [clean(reply.full_text)]
    lines += [f"  {number}. {clean(choice.label)}" for number, choice in enumerate(reply.choices, start=1)]
    return "\n".join(lines)
