"""The agents' socket: ``/ws/console``."""

from __future__ import annotations

from typing import Any

from channels.agent_console import frames
from channels.auth.sessions import agent_id_of
from channels.errors import SignInNeeded
from channels.message_center.desk import QueueView
from channels.message_center.models import Agent
from channels.sockets import FrameSocket


class ConsoleSocket(FrameSocket):
    """One agent's connection; it follows the queue and one open thread."""

    frames = frames.CONSOLE_FRAMES
    agent: Agent

    async def authenticate(self) -> None:
        """Read the agent from the session."""
        agent = await self.runtime.desk.agent(agent_id_of(self.socket))
        if agent is None:
            raise SignInNeeded("agent")
        self.agent, self.language = agent, "en"

    async def handle(self, frame: Any) -> None:
        """Do what a frame asks."""
        desk = self.runtime.desk
        match frame:
            case frames.Ping():
                await self.send({"type": "pong"})
            case frames.Hello():
                agent = self.agent.model_dump(include={"id", "name", "role", "languages"})
                await self.send({"type": "hello.ok", "agent": agent})
                self.follow("queue", self._follow_queue())
            case frames.ThreadOpen():
                await self._open(frame.thread_id, frame.after_seq)
            case frames.Claim():
                await desk.claim(self.agent, frame.thread_id)
            case frames.MessageSend():
                event = await desk.post(self.agent, frame.thread_id, frame.client_id, frame.text)
                await self.send({"type": "ack", "client_id": frame.client_id, "seq": event.seq})
            case frames.HandBack():
                await desk.hand_back(self.agent, frame.thread_id)
            case frames.Close():
                await desk.close(self.agent, frame.thread_id)

    async def _follow_queue(self) -> None:
        """Send the lists now and whenever they differ from what was sent."""
        sent: QueueView | None = None
        async with self.runtime.fanout.reader() as wake:
            wake.set()
            while True:
                await wake.wait()
                wake.clear()
                view = await self.runtime.desk.view(self.agent)
                if view != sent:
                    sent = view
                    await self.send({"type": "queue", "queue": view.queue, "mine": view.mine})

    async def _open(self, thread_id: str, after: int) -> None:
        thread, part = await self.runtime.desk.open(thread_id, after=after)
        events = [event.public() for event in part.events]
        await self.send({"type": "thread", "thread": thread, "events": events})
        self.follow("thread", self._follow_thread(thread_id, max([after, *(e["seq"] for e in events)])))

    async def _follow_thread(self, thread_id: str, cursor: int) -> None:
        async with self.runtime.fanout.reader(thread_id) as wake:
            wake.set()  # what was committed between reading and following
            while True:
                await wake.wait()
                wake.clear()
                _, part = await self.runtime.desk.open(thread_id, after=cursor)
                for event in part.events:
                    await self.send({"type": "event", "thread_id": thread_id, "event": event.public()})
                    cursor = event.seq
