"""The customer's socket: ``/ws/chat``."""

from __future__ import annotations

from typing import Any

from channels.auth.sessions import principal_of, strength_of
from channels.errors import BadInput
from channels.message_center.models import Thread, agent_handler
from channels.message_center.service import ThreadLogPart
from channels.sockets import FrameSocket
from channels.widget import frames
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
                thread = await center.open_thread(self.principal, frame.thread_id, frame.language)
                await self._begin(thread.id, frame.after_seq)
            case frames.ThreadNew():
                thread = await center.new_thread(self.principal, self.language if self.thread_id else None)
                await self._begin(thread.id, 0)
            case frames.MessageSend():
                event = await center.post(self.principal, self._thread(), frame.client_id, frame.text)
                await self.send({"type": "ack", "client_id": frame.client_id, "seq": event.seq})
            case frames.ProposalConfirm():
                # Read at each click: a strong identification ends while a socket stays open.
                strength = strength_of(self.socket)
                await center.confirm(self.principal, self._thread(), frame.proposal_id, frame.hash, strength)
            case frames.ProposalCancel():
                await center.cancel(self.principal, self._thread(), frame.proposal_id)
            case frames.PersonRequest():
                await center.request_person(self.principal, self._thread())
            case frames.LanguageSet():
                await center.set_language(self.principal, self._thread(), frame.language)
                self.language = frame.language

    def _thread(self) -> str:
        if self.thread_id is None:
            raise BadInput("hello_first")
        return self.thread_id

    async def _begin(self, thread_id: str, after: int) -> None:
        """Send what was missed, then follow the thread from there."""
        part = await self.runtime.center.read(self.principal, thread_id, after=after)
        self.thread_id = thread_id
        self.language = part.thread.spoken
        await self.send(
            {
                "type": "hello.ok",
                "thread": {"id": thread_id, **_state(part.thread, await self._holder(part.thread))},
                "events": [event.public() for event in part.events],
                "last_seq": part.thread.last_seq,
                "typing": "assistant" if part.thread.awaits_assistant else None,
            }
        )
        self.follow("thread", self._follow(thread_id, part))

    async def _follow(self, thread_id: str, part: ThreadLogPart) -> None:
        """Send what is committed from now on, and whether the assistant is at work."""
        cursor = part.events[-1].seq if part.events else part.thread.last_seq
        typing = part.thread.awaits_assistant
        async with self.runtime.fanout.reader(thread_id) as wake:
            wake.set()  # what was committed between reading and following
            while True:
                await wake.wait()
                wake.clear()
                part = await self.runtime.center.read(self.principal, thread_id, after=cursor)
                self.language = part.thread.spoken
                agent = await self._holder(part.thread)
                for event in part.events:
                    await self.send({"type": "event", "event": event.public(), "thread": _state(part.thread, agent)})
                    cursor = event.seq
                if typing != part.thread.awaits_assistant:
                    typing = part.thread.awaits_assistant
                    await self.send({"type": "typing", "who": "assistant", "on": typing})

    async def _holder(self, thread: Thread) -> str | None:
        """The name of the person who holds the thread."""
        if thread.status != "open" or not thread.handler.startswith(agent_handler("")):
            return None
        agent = await self.runtime.desk.agent(thread.handler.removeprefix(agent_handler("")))
        return agent.name if agent else None


def _state(thread: Thread, agent: str | None) -> dict[str, Any]:
    return {"language": thread.language, "handler": thread.handler, "status": thread.status, "agent": agent}
