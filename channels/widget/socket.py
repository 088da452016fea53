"""The customer's socket: ``/ws/chat``."""

from __future__ import annotations

from typing import Any

from channels.auth.sessions import principal_of, strength_of
from channels.errors import BadInput
from channels.message_center.fanout import Signal, send_signal
from channels.message_center.models import QUEUE, Thread
from channels.message_center.visits import ThreadLogPart
from channels.sockets import FrameSocket, whole
from channels.widget import frames
from channels.widget.frames import Read, Typing
from tools.context import Principal


class ChatSocket(FrameSocket):
    """One customer's connection; it follows one thread at a time."""

    frames = frames.CHAT_FRAMES
    principal: Principal
    thread_id: str | None = None

    async def authenticate(self) -> None:
        """Read the customer from the session."""
        self.principal = principal_of(self.socket)

    async def handle(self, frame: Any) -> None:
        """Do what a frame asks."""
        center = self.runtime.center
        match frame:
            case frames.Ping():
                await self.send({"type": "pong"})
            case frames.Hello():
                strength = strength_of(self.socket)
                thread = await center.open_thread(self.principal, frame.thread_id, frame.language, strength)
                await self._begin(thread.id, frame.after_seq)
            case frames.ThreadNew():
                language = self.language if self.thread_id else None
                thread = await center.new_thread(self.principal, language, strength_of(self.socket))
                await self._begin(thread.id, 0)
            case frames.MessageSend():
                thread_id, files = self._thread(), frame.attachments
                event = await center.post(self.principal, thread_id, frame.client_id, frame.text, files)
                await self.send({"type": "ack", "client_id": frame.client_id, "seq": event.seq})
            case frames.ProposalConfirm():
                # Read at each click: a strong identification ends while a socket stays open.
                strength = strength_of(self.socket)
                await center.confirm(self.principal, self._thread(), frame.proposal_id, frame.hash, strength)
            case frames.ProposalCancel():
                await center.cancel(self.principal, self._thread(), frame.proposal_id)
            case frames.PersonRequest():
                await center.request_person(self.principal, self._thread())
            case frames.QueueLeave():
                await center.leave_queue(self.principal, self._thread())
            case frames.LanguageSet():
                await center.set_language(self.principal, self._thread(), frame.language)
                self.language = frame.language
            case frames.RatingSend():
                part, score, words = frame.part, frame.score, frame.words
                await self.runtime.ratings.rate(self.principal, self._thread(), part, score, words)
            case frames.History():
                older = await center.history(self.principal, self._thread(), frame.before_seq)
                events = [event.public() for event in older.events]
                await self.send({"type": "history", "events": events, "has_more": older.has_more})
            case frames.Typing() | frames.Read():
                await self._signal(self._thread(), frame)

    async def _signal(self, thread_id: str, frame: Typing | Read) -> None:
        sessions = self.runtime.sessions
        if isinstance(frame, Typing):
            await send_signal(sessions, thread_id, "typing", who="customer", name="", on=frame.on)
        elif await self.runtime.center.mark_read(self.principal, thread_id, frame.seq):
            await send_signal(sessions, thread_id, "read", who="customer", seq=frame.seq)

    def _thread(self) -> str:
        if self.thread_id is None:
            raise BadInput("hello_first")
        return self.thread_id

    async def _begin(self, thread_id: str, after: int) -> None:
        """Send what was missed, then follow the thread from there."""
        center = self.runtime.center
        part = await center.read(self.principal, thread_id, after=after or None)
        thread, self.thread_id = part.thread, thread_id
        self.language = thread.spoken
        agent = await self._holder(thread)
        await self.send(
            {
                "type": "hello.ok",
                "thread": {"id": thread_id, **_state(thread, agent)},
                "events": [event.public() for event in part.events],
                "has_more": part.has_more,
                "last_seq": thread.last_seq,
                "read_seq": thread.agent_read_seq,
                "queue": await center.place(self.principal, thread_id) if thread.handler == QUEUE else None,
                "typing": "assistant" if thread.awaits_assistant else None,
            }
        )
        self.unfollow("place")  # of another thread
        self.follow("thread", self._follow(thread_id, part, agent))
        if thread.handler == QUEUE:
            self._follow_place(thread)

    async def _follow(self, thread_id: str, part: ThreadLogPart, agent: str | None) -> None:
        """Send what is committed from now on, and who is at work."""
        cursor = max([part.thread.last_seq, *(event.seq for event in part.events)])
        typing, wait, held = part.thread.awaits_assistant, _wait(part.thread), _held(part.thread)
        async with self.runtime.fanout.reader(thread_id) as wake:
            wake.set()  # what was committed between reading and following
            while True:
                await wake.wait()
                wake.clear()
                for signal in wake.take_signals():
                    await self._pass_on(signal)
                part = await whole(self.runtime.center.read(self.principal, thread_id, after=cursor))
                self.language = part.thread.spoken
                if held != (held := _held(part.thread)):
                    agent = await whole(self._holder(part.thread))
                for event in part.events:
                    await self.send({"type": "event", "event": event.public(), "thread": _state(part.thread, agent)})
                    cursor = event.seq
                if typing != part.thread.awaits_assistant:
                    typing = part.thread.awaits_assistant
                    await self.send({"type": "typing", "who": "assistant", "on": typing})
                if wait != (wait := _wait(part.thread)):
                    self._follow_place(part.thread)

    async def _pass_on(self, signal: Signal) -> None:
        if signal["who"] != "agent":
            return
        if signal["kind"] == "typing":
            await self.send({"type": "typing", "who": "agent", "on": signal["on"]})
        elif signal["kind"] == "read":
            await self.send({"type": "read", "seq": signal["seq"]})

    def _follow_place(self, thread: Thread) -> None:
        """Tell the place in the queue, and follow it while the customer waits: nobody else looks at the queue."""
        self.follow("place", self._tell_place(thread.id))

    async def _tell_place(self, thread_id: str) -> None:
        feed, shown = self.runtime.feed, -1
        while shown is not None:
            place = await whole(self.runtime.center.place(self.principal, thread_id))
            await self.send({"type": "queue", "queue": place})
            if place is None:
                return
            with feed.looker() as news:
                shown = place["position"]
                while feed.floor.places.get(thread_id, shown) == shown:
                    await news.wait()
                    news.clear()

    async def _holder(self, thread: Thread) -> str | None:
        """The name of the person who holds the thread."""
        if thread.status != "open" or thread.agent_id is None:
            return None
        agent = await self.runtime.desk.agent(thread.agent_id)
        return agent.name if agent else None


def _held(thread: Thread) -> tuple[str, str]:
    """What decides about the name of the person who holds a thread."""
    return thread.handler, thread.status


def _wait(thread: Thread) -> tuple[str, bool, str | None]:
    """What decides about the words for those who wait."""
    return thread.handler, thread.breached_at is not None, thread.told


def _state(thread: Thread, agent: str | None) -> dict[str, Any]:
    return {
        "title": thread.title,
        "channel": thread.channel,
        "language": thread.language,
        "handler": thread.handler,
        "status": thread.status,
        "agent": agent,
    }
