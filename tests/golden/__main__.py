"""Write the full replies anew."""

from __future__ import annotations

from bot.engine import Engine
from bot.knowledge.loader import load
from bot.knowledge.shipped import shipped
from bot.model.knowledge import LANGS
from tests.golden.replies import answered_anew, golden_file

if __name__ == "__main__":
    engine = Engine.of(load(shipped()).partial)
    for lang in LANGS:
        path = golden_file(lang)
        path.write_text(answered_anew(path.read_text(encoding="utf-8"), engine), encoding="utf-8")
