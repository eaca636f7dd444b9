"""The Telegram bot: private chats, by long polling. The one rule: a person gets one answer, or one sentence that says
there is none; and the process either polls or ends, saying why.

An update goes: poller → the lane of its chat → ``_handle`` → desk (what to say) → client (saying it).
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import date
from typing import Any

from telegram import BotCommand, BotCommandScopeAllPrivateChats, Update
from telegram.error import Forbidden, InvalidToken, TelegramError

from bot.model.knowledge import LANGS, Lang
from bot.settings import Settings
from bot.transports.telegram_client import AT_ONCE, Client, Place, answer_press, edit, make_client, send, show_typing
from bot.transports.telegram_desk import Answerer, Chat, Desk, Pressed, Response, lang_of
from bot.transports.telegram_incoming import Received, read_update
from bot.transports.telegram_lanes import Lanes
from bot.transports.telegram_poller import Poller, persist
from bot.transports.telegram_secrets import hide_secrets
from bot.transports.telegram_texts import Knowledge, Texts

_MOST_CHATS = 10_000
_MOST_UNFINISHED = 1_000
_SECONDS_TO_FINISH = 8.0
_START_ATTEMPTS = 8

_log = logging.getLogger(__name__)


async def run(
    settings: Settings, answerer: Answerer, knowledge: Knowledge, today: Callable[[], date] = date.today
) -> int:
    """Run the bot until it is told to stop; the exit status: 0 when it was, 1 when it cannot go on,
    2 when the knowledge lacks sentences."""
    if settings.token is None:
        raise ValueError("the settings were not read for Telegram")
    hide_secrets(settings.token)
    missing = Texts(knowledge.answers).missing()
    if missing:
        _log.critical("answers/<lang>/telegram.yaml in the knowledge folder lacks: %s", ", ".join(missing))
        return 2
    service = Service(make_client(settings.token, settings.api_url), Desk(answerer, knowledge, today))
    try:
        await service.serve()
    except InvalidToken:
        _log.critical("Telegram refuses the token: get a valid one from @BotFather and set TELEGRAM_BOT_TOKEN to it")
        return 1
    except TelegramError as error:
        _log.critical("Telegram cannot be reached (TELEGRAM_API_URL): %s", error)
        return 1
    return 0


class Service:
    """One running bot: what it remembers of the chats, and the lanes that its updates are worked off in."""

    def __init__(self, client: Client, desk: Desk) -> None:
        self._client = client
        self._desk = desk
        self._chats: OrderedDict[Place, Chat] = OrderedDict()
        self._lanes = Lanes(self._handle, AT_ONCE)
        self._stop = asyncio.Event()
        self._refused: InvalidToken | None = None

    async def serve(self) -> None:
        """Start, poll until a signal or a refused token, then finish what is being answered."""
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError):  # Windows: there Ctrl-C ends the process as it ends any other
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, self._stop.set)
        try:
            if await self._until_stopped(self._start()):
                await self._poll()
        finally:
            await self._client.shutdown()
        if self._refused is not None:
            raise self._refused

    async def _start(self) -> None:
        await persist(self._client.initialize, "start", _START_ATTEMPTS)
        # A webhook set before would make every poll a conflict; what people wrote meanwhile is kept.
        await persist(lambda: self._client.delete_webhook(drop_pending_updates=False), "start", _START_ATTEMPTS)

    async def _poll(self) -> None:
        poller = Poller(self._client, self._receive)
        menus = asyncio.create_task(self._set_menus())
        _log.info("answering as @%s", self._client.username)
        try:
            await self._until_stopped(poller.poll())
        finally:
            left = await self._lanes.finish(_SECONDS_TO_FINISH)
            if left:
                _log.warning("stopped with %d updates unanswered", left)
            menus.cancel()
            if self._refused is None:
                await poller.confirm()

    async def _until_stopped(self, work: Coroutine[None, None, None]) -> bool:
        """Do the work until it is done (True) or the bot is told to stop (False)."""
        doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(self._stop.wait())
        await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if doing.done():
            doing.result()
            return True
        doing.cancel()
        await asyncio.gather(doing, return_exceptions=True)
        return False

    async def _receive(self, raw: dict[str, Any]) -> None:
        """Put an update into its chat's lane; one that cannot be read is dropped, so that it blocks nobody."""
        try:
            received = read_update(Update.de_json(raw, self._client), self._client.username)
        except Exception as error:  # whatever a malformed update makes the library raise
            _log.warning("update %s cannot be read (%s) and is dropped", raw.get("update_id"), type(error).__name__)
            return
        if received is not None:
            self._lanes.put(received.place, received)
            await self._lanes.below(_MOST_UNFINISHED)

    async def _handle(self, received: Received) -> None:
        """Answer one update, whatever happens."""
        try:
            await self._answer(received)
        except InvalidToken as error:
            self._refused = error
            self._stop.set()
        except Forbidden:
            _log.info("chat %s has blocked the bot", received.place.chat_id)
        except Exception as error:
            # Telegram's own words may quote what a person wrote, so they are not logged with a traceback.
            _log.error(
                "update %s not answered: %s",
                received.update_id,
                type(error).__name__,
                exc_info=None if isinstance(error, TelegramError) else error,
            )
            await self._apologise(received)

    async def _answer(self, received: Received) -> None:
        incoming = received.incoming
        if received.query_id is not None:
            incoming = self._desk.read_press(received.data, received.labels)
            stale = incoming is None and not received.ignored
            notice = self._desk.texts.say("stale_button", self._lang(received)) if stale else None
            await answer_press(self._client, received.query_id, notice)
        if incoming is None or received.ignored:
            return
        if not isinstance(incoming, Pressed):
            await show_typing(self._client, received.place)
        response = self._desk.respond(incoming, self._chat(received.place), received.app_lang)
        self._remember(received.place, response.chat)
        await self._say(response, received)

    async def _say(self, response: Response, received: Received) -> None:
        for message in response.messages:
            if response.replaces and received.message_id is not None:
                await edit(self._client, received.place, received.message_id, message)
            else:
                await send(self._client, received.place, message)

    async def _apologise(self, received: Received) -> None:
        """Say once that there is no answer; when even that fails, nobody can be told."""
        sentence = self._desk.apology(received.incoming, self._chat(received.place), received.app_lang)
        try:
            await send(self._client, received.place, sentence)
        except TelegramError as error:
            _log.error("update %s: no apology either: %s", received.update_id, type(error).__name__)

    async def _set_menus(self) -> None:
        """Set the commands' menu per language; a bot without menus still answers, so a failure only gets logged."""
        scope = BotCommandScopeAllPrivateChats()
        try:
            for code, lang in (("", "en"), *((lang, lang) for lang in LANGS)):
                commands = [BotCommand(name, does) for name, does in self._desk.texts.menu(lang)]
                await self._client.set_my_commands(commands, scope, language_code=code or None)
        except TelegramError as error:
            _log.warning("the command menus could not be set: %s", error)

    def _lang(self, received: Received) -> Lang:
        return lang_of(self._chat(received.place), received.app_lang)

    def _chat(self, place: Place) -> Chat:
        return self._chats.get(place, Chat())

    def _remember(self, place: Place, chat: Chat) -> None:
        """Keep the chat, and let go of the one unheard of for longest."""
        self._chats[place] = chat
        self._chats.move_to_end(place)
        while len(self._chats) > _MOST_CHATS:
            self._chats.popitem(last=False)
