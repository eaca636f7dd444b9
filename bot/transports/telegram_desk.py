"""From what a person sent to what they get back, as values. The one rule: nothing here waits; sending is another
module's business, so every exchange can be tested as a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from bot.model.conversation import Choice, Question, Reply, Session, Turn
from bot.model.knowledge import LANGS, Lang, Source
from bot.rendering.buttons import Button, buttons_of, language_buttons
from bot.rendering.callback import Ask, Choose, Press, Speak, read_data
from bot.rendering.html import escape, render_messages, render_sources
from bot.text.language import detect_language
from bot.transports.telegram_texts import Case, Knowledge, Texts

# A choice pressed is put to the engine as the first of one: by number, so that no label needs to be understood again.
_THE_ONLY_ONE = "1"

Answerer = Callable[[Question, Session], Turn]


@dataclass(frozen=True, slots=True)
class Chat:
    """What still counts of a chat: its conversation, and the sources of the last answer that had any."""

    session: Session = field(default_factory=Session)
    cited: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text, as the person wrote it."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command without its slash, and what follows it."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that still works, and what it says."""

    press: Press
    label: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A picture, a voice message: something with no text in it."""


Incoming = Utterance | Command | Pressed | Unreadable


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message in Telegram's HTML, and its buttons, one a row."""

    html: str
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """The chat as it is afterwards, and what to send. ``replaces``: put it in place of the message pressed."""

    chat: Chat
    messages: tuple[Outgoing, ...]
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers whatever comes in. ``today`` is the day that questions are about, ``now`` the clock for forgetting."""

    answerer: Answerer
    knowledge: Knowledge
    today: Callable[[], date] = date.today
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    @property
    def texts(self) -> Texts:
        return Texts(self.knowledge.answers)

    def respond(self, incoming: Incoming, chat: Chat, app_lang: str | None = None) -> Response:
        """The answer to anything a person can send; ``app_lang`` is the language of their Telegram."""
        lang = lang_of(chat, app_lang)
        match incoming:
            case Utterance(text):
                return self._ask(text, chat, chat.session)
            case Command():
                return self._obey(incoming, chat, lang)
            case Pressed(press, label):
                return self._speak(press, chat) if isinstance(press, Speak) else self._press(press, label, chat)
            case Unreadable():
                return self._say("only_text", chat, lang)

    def apology(self, incoming: Incoming | None, chat: Chat, app_lang: str | None) -> Outgoing:
        """What to say when answering failed, in the language that the person wrote."""
        lang = lang_of(chat, app_lang)
        if isinstance(incoming, Utterance) and chat.session.lang is None:
            lang = detect_language(incoming.text, {}) or lang
        return Outgoing(escape(self.texts.say("error", lang)))

    def read_press(self, data: str, labels: Mapping[str, str]) -> Pressed | None:
        """What a button means, by its data and the words on its message's buttons; None where it is not ours."""
        press = read_data(data, self.knowledge.entities)
        label = labels.get(data, "")
        if isinstance(press, Choose) and not label:
            # Telegram no longer shows bots a message this old: the subject's name stands for the words it had.
            subjects = press.interpretation.subject_ids
            label = self._name(subjects[0], press.lang) if subjects else ""
        if press is None or not (label or isinstance(press, Speak)):
            return None
        return Pressed(press, label)

    def _obey(self, command: Command, chat: Chat, lang: Lang) -> Response:
        match command.name.lower():
            case "start":
                return self._start(command.argument, chat, lang)
            case "help":
                return self._help(chat, lang)
            case "sources":
                return self._sources(chat, lang)
            case "language":
                names = [(each, self.texts.say("language_name", each)) for each in LANGS]
                question = escape(self.texts.say("choose_language", lang))
                return Response(chat, (Outgoing(question, language_buttons(names)),))
            case _:
                return self._say("unknown_command", chat, lang)

    def _start(self, subject_id: str, chat: Chat, lang: Lang) -> Response:
        """A link to a subject (``?start=<id>``) asks about it; anything else is a greeting with examples to press."""
        if subject_id in self.knowledge.entities:
            return self._ask(self._name(subject_id, lang), chat, chat.session, lang=lang)
        greeting = replace(self._help_turn(chat, lang).reply, text=self.texts.say("start", lang), notes=())
        return Response(chat, _messages(greeting, ()))

    def _help(self, chat: Chat, lang: Lang) -> Response:
        return Response(chat, _messages(self._help_turn(chat, lang).reply, ()))

    def _help_turn(self, chat: Chat, lang: Lang) -> Turn:
        """What the engine says of itself; asking for it leaves the conversation as it was."""
        question = Question(self.texts.say("help_question", lang), self.today(), self.now(), lang)
        return self.answerer(question, Session(lang=chat.session.lang))

    def _sources(self, chat: Chat, lang: Lang) -> Response:
        if not chat.cited:
            return self._say("no_sources", chat, lang)
        pages = render_sources(chat.cited, self.texts.say("sources", lang))
        return Response(chat, tuple(Outgoing(page) for page in pages))

    def _speak(self, press: Speak, chat: Chat) -> Response:
        spoken = replace(chat, session=chat.session.speaking(press.lang))
        return replace(self._say("language_chosen", spoken, press.lang), replaces=True)

    def _press(self, press: Choose | Ask, label: str, chat: Chat) -> Response:
        """Put back what the button was about, then ask; what the session still holds of it is kept."""
        session = replace(chat.session.at_time(self.now()), at=self.now())
        if isinstance(press, Choose):
            session = replace(session, pending=(Choice(_THE_ONLY_ONE, label, press.interpretation),))
            return self._ask(_THE_ONLY_ONE, chat, session, lang=press.lang, heading=label)
        if press.focus and session.focus[: len(press.focus)] != press.focus:
            session = Session(focus=press.focus, lang=session.lang, at=session.at)
        return self._ask(label, chat, session, lang=press.lang, heading=label)

    def _ask(
        self, text: str, chat: Chat, session: Session, *, lang: Lang | None = None, heading: str | None = None
    ) -> Response:
        """Ask in the language chosen, else in ``lang``; a language of one question is not a choice for all."""
        chosen = chat.session.lang
        turn = self.answerer(Question(text, self.today(), self.now(), chosen or lang), session)
        after = turn.session if lang is None else turn.session.speaking(chosen)
        cited = turn.reply.sources or chat.cited
        return Response(Chat(after, cited), _messages(turn.reply, after.focus, heading))

    def _say(self, case: Case, chat: Chat, lang: Lang) -> Response:
        return Response(chat, (Outgoing(escape(self.texts.say(case, lang))),))

    def _name(self, subject_id: str, lang: Lang) -> str:
        entity = self.knowledge.entities[subject_id]
        return entity.short.get(lang) or entity.names[lang]


def lang_of(chat: Chat, app_lang: str | None) -> Lang:
    """The language to address a person in: their choice, else that of the last answer, else their app's."""
    if chat.session.lang is not None:
        return chat.session.lang
    if chat.session.reply is not None:
        return chat.session.reply.lang
    return next((lang for lang in LANGS if (app_lang or "").lower().split("-")[0] == lang), "en")


def _messages(reply: Reply, focus: tuple[str, ...], heading: str | None = None) -> tuple[Outgoing, ...]:
    """The reply's pages, the last of them with the buttons."""
    *pages, last = render_messages(reply, heading)
    return (*(Outgoing(page) for page in pages), Outgoing(last, buttons_of(reply, focus)))
