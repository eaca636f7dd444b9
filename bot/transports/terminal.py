"""The console on a terminal: history, completion, colours. The one rule: what is said is the console's; only how it
looks and is typed is decided here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.application import get_app_session
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.styles import Style
from prompt_toolkit.utils import get_cwidth

from bot.model.knowledge import LANGS
from bot.transports.console import AUTOMATIC, COMMANDS, Console, Shown, Talk

PROMPT = "› "
MOST_COMPLETIONS = 12
LONGEST_NAME = 60

_STYLE = Style.from_dict({"prompt": "ansicyan bold", "answer": "bold", "dim": "ansibrightblack"})


class NameCompleter(Completer):
    """Completes commands at the start of a line, and names anywhere in it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted({(name.casefold(), name) for name in names})

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        text = document.text_before_cursor
        if text.startswith("/"):
            yield from _commands(text)
            return
        for start in range(max(0, len(text) - LONGEST_NAME), len(text)):
            found = self._starting_with(text[start:]) if _may_begin(text, start) else []
            if found:
                yield from (Completion(name, start - len(text)) for name in found)
                return

    def _starting_with(self, written: str) -> list[str]:
        written = written.casefold()
        first = bisect_left(self._names, (written, ""))
        near = self._names[first : first + MOST_COMPLETIONS]
        return [name for folded, name in near if folded.startswith(written)]


def converse(console: Console, talk: Talk, names: Iterable[str], history: Path | None) -> None:
    """Talk until the person leaves: Ctrl-C clears the line, Ctrl-D says goodbye."""
    prompt: PromptSession[str] = PromptSession(
        [("class:prompt", PROMPT)],
        style=_STYLE,
        completer=NameCompleter(names),
        complete_while_typing=False,
        auto_suggest=AutoSuggestFromHistory(),
        history=_history(history),
    )
    _say([("class:dim", console.texts.say("welcome", talk.lang))])
    while not talk.over:
        try:
            line = prompt.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            line = "/quit"
        if line.strip():
            talk, shown = console.take(line, talk)
            _say(styled(shown))


def styled(shown: Shown) -> list[tuple[str, str]]:
    """The first line stands out; suggestions are numbered and dimmed."""
    answer, _, notes = shown.text.partition("\n")
    parts = [("class:answer", answer)]
    if notes:
        parts.append(("", "\n" + notes))
    parts += [("class:dim", f"\n  {number}› {each}") for number, each in enumerate(shown.suggestions, start=1)]
    return parts


def wrapped(text: str, columns: int) -> str:
    """The text with its lines broken at spaces, so that no word is torn; what has no spaces is left to the terminal."""
    lines = []
    for line in text.split("\n"):
        words = line.split(" ")
        begun = words[0]
        for word in words[1:]:
            if get_cwidth(begun) + 1 + get_cwidth(word) <= columns:
                begun += " " + word
            else:
                lines.append(begun)
                begun = word
        lines.append(begun)
    return "\n".join(lines)


def _say(parts: list[tuple[str, str]]) -> None:
    columns = get_app_session().output.get_size().columns
    text = FormattedText([(style, wrapped(text, columns)) for style, text in parts])
    print_formatted_text(FormattedText([*text, ("", "\n")]), style=_STYLE)


def _commands(text: str) -> Iterator[Completion]:
    lines = [*COMMANDS, *(f"/lang {lang}" for lang in (*LANGS, AUTOMATIC))]
    yield from (Completion(line, -len(text)) for line in lines if line.startswith(text) and line != text)


def _may_begin(text: str, start: int) -> bool:
    """Whether a name may begin here: Latin ones at a word's edge, others anywhere, as nothing parts their words."""
    if not text[start].isascii():
        return True
    return text[start].isalnum() and (start == 0 or not text[start - 1].isalnum() or not text[start - 1].isascii())


def _history(path: Path | None) -> History:
    """The file, readable for its owner only; or none where there can be no such file."""
    if path is None:
        return InMemoryHistory()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(path))
