"""The agents' socket: ``/ws/console``."""

from __future__ import annotations

import asyncio
import json
from typing import Any, get_args

from channels.agent_console import frames
from channels.agent_console.frames import Read, Typing
from channels.auth.sessions import agent_id_of
from channels.errors import BadInput, SignInNeeded
from channels.message_center.desk import LogPart
from channels.message_center.fanout import EVERY_THREAD, Signal, send_signal
from channels.message_center.feed import Floor
from channels.message_center.presence import BEAT_SECONDS, Colleague
from channels.message_center.queue import suits
from channels.message_center.staff import Agent
from channels.message_center.summaries import summary
from channels.message_center.tags import Outcome, Tag
from channels.sockets import FrameSocket, whole

_MOST_OPEN = 50


class ConsoleSocket(FrameSocket):
    """One agent's connection; it follows the queue and the threads that the agent has open."""

    frames = frames.CONSOLE_FRAMES
    agent: Agent

    async def authenticate(self) -> None:
        """Read the agent from the session."""
        self.agent, self.language = await self._known(), "en"
        self._open: set[str] = set()

    async def _known(self) -> Agent:
        agent = await self.runtime.desk.agent(agent_id_of(self.socket))
        if agent is None:
            raise SignInNeeded("agent")
        return agent

    async def handle(self, frame: Any) -> None:
        """Do what a frame asks."""
        match frame:
            case frames.Ping():
                await self.send({"type": "pong"})
            case frames.Hello():
                await self._hello()
            case frames.PresenceSet():
                await self.runtime.shifts.choose(self.agent.id, frame.presence)
            case frames.ThreadOpen():
                await self._open_thread(frame.thread_id, frame.after_seq)
            case frames.ThreadLeave():
                self._open.discard(frame.thread_id)
                self.unfollow(frame.thread_id)
            case frames.History():
                events, more = await self.runtime.desk.history(self.agent, frame.thread_id, frame.before_seq)
                shown = [event.public() for event in events]
                await self.send({"type": "history", "thread_id": frame.thread_id, "events": shown, "has_more": more})
            case frames.Typing() | frames.Read():
                await self._signal(frame)
            case _:
                await self._act(frame)

    async def _act(self, frame: Any) -> None:
        """What changes a thread, by the role and skills that the agent has now."""
        self.agent = await self._known()
        desk, dispatch, agent = self.runtime.desk, self.runtime.dispatch, self.agent
        match frame:
            case frames.Claim():
                await desk.claim(agent, frame.thread_id)
            case frames.ClaimNext():
                await self.send({"type": "claimed.next", "thread_id": await desk.claim_next(agent)})
            case frames.StepIn():
                await desk.step_in(agent, frame.thread_id)
            case frames.MessageSend():
                event = await desk.post(agent, frame.thread_id, frame.client_id, frame.text, frame.attachments)
                await self.send({"type": "ack", "client_id": frame.client_id, "seq": event.seq})
            case frames.NoteAdd():
                event = await desk.note(agent, frame.thread_id, frame.client_id, frame.text)
                await self.send({"type": "ack", "client_id": frame.client_id, "seq": event.seq})
            case frames.HandBack():
                await desk.hand_back(agent, frame.thread_id, frame.note)
            case frames.Close():
                await desk.close(agent, frame.thread_id, frame.outcome)
            case frames.Transfer():
                who, team, note = frame.agent_id, frame.team_id, frame.note
                await dispatch.transfer(agent, frame.thread_id, agent_id=who, team_id=team, note=note)
            case frames.Escalate():
                await dispatch.escalate(agent, frame.thread_id, frame.note)
            case frames.Snooze():
                await dispatch.snooze(agent, frame.thread_id, frame.until)
            case frames.TagsSet():
                await dispatch.set_tags(agent, frame.thread_id, frame.tags)
            case frames.PrioritySet():
                await dispatch.set_priority(agent, frame.thread_id, frame.priority)
            case frames.Merge():
                await dispatch.merge(agent, frame.thread_id, frame.into)

    async def _hello(self) -> None:
        await self.runtime.shifts.arrive(self.agent.id)
        staff = await self.runtime.shifts.colleagues()
        me = next(colleague for colleague in staff if colleague.agent.id == self.agent.id)
        await self.send(
            {
                "type": "hello.ok",
                "agent": self.agent.model_dump(include={"id", "name", "role", "languages"}),
                "presence": me.presence,
                "teams": [team.model_dump(include={"id", "name", "mode"}) for team in await self.runtime.desk.teams()],
                "colleagues": _shown(staff),
                "tags": get_args(Tag),
                "outcomes": get_args(Outcome),
            }
        )
        self.follow(EVERY_THREAD, self._follow_floor())
        self.follow("alive", self._stay_alive())

    async def _stay_alive(self) -> None:
        """As long as the connection stands, the agent is there: hidden pages are slow to say so themselves."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            await whole(self.runtime.shifts.beat(self.agent.id))

    async def _follow_floor(self) -> None:
        lists = ""
        staff: list[dict[str, Any]] = []
        feed = self.runtime.feed
        with feed.looker() as news:
            while True:
                await news.wait()
                news.clear()
                if lists != (now := self._lists(feed.floor)):
                    lists = now
                    await self.send_text(lists)
                if staff != (there := _shown(feed.floor.staff)):
                    staff = there
                    await self.send({"type": "colleagues", "colleagues": staff})

    def _lists(self, floor: Floor) -> str:
        """The ``queue`` frame. The longest of all frames, sent to everybody at once: its lines are written once."""
        lines = [floor.waiting_line(thread, suitable=suits(self.agent, thread)) for thread in floor.queue]
        mine = [summary(thread, self.agent, floor.names) for thread in floor.held.get(self.agent.id, ())]
        rest = json.dumps({"waiting": len(floor.places), "mine": mine}, ensure_ascii=False)
        return f'{{"type": "queue", "queue": [{", ".join(lines)}], {rest[1:]}'

    async def _open_thread(self, thread_id: str, after: int) -> None:
        if thread_id not in self._open and len(self._open) >= _MOST_OPEN:
            raise BadInput("invalid_field", f"more than {_MOST_OPEN} open threads: leave one first")
        part = await self.runtime.desk.open(self.agent, thread_id, after=after)
        self._open.add(thread_id)
        await self.send(
            {
                "type": "thread",
                "thread": part.thread,
                "events": [event.public() for event in part.events],
                "has_more": part.has_more,
            }
        )
        self.follow(thread_id, self._follow_thread(thread_id, part))

    async def _follow_thread(self, thread_id: str, part: LogPart) -> None:
        cursor = part.last_seq
        async with self.runtime.fanout.reader(thread_id) as wake:
            wake.set()  # what was committed between reading and following
            while True:
                await wake.wait()
                wake.clear()
                for signal in wake.take_signals():
                    await self._pass_on(thread_id, signal)
                for event in await whole(self.runtime.desk.events(thread_id, after=cursor)):
                    await self.send({"type": "event", "thread_id": thread_id, "event": event.public()})
                    cursor = event.seq

    async def _pass_on(self, thread_id: str, signal: Signal) -> None:
        who = signal["who"]
        if signal["kind"] == "typing" and signal.get("agent") != self.agent.id:
            frame = {"type": "typing", "thread_id": thread_id, "who": who, "name": signal["name"], "on": signal["on"]}
            await self.send(frame)
        elif signal["kind"] == "read" and who == "customer":
            await self.send({"type": "read", "thread_id": thread_id, "seq": signal["seq"]})

    async def _signal(self, frame: Typing | Read) -> None:
        sessions, agent = self.runtime.sessions, self.agent
        if isinstance(frame, Read):
            if await self.runtime.dispatch.mark_read(agent, frame.thread_id, frame.seq):
                await send_signal(sessions, frame.thread_id, "read", who="agent", seq=frame.seq)
                self.runtime.feed.refresh()
        elif any(thread.id == frame.thread_id for thread in self.runtime.feed.floor.held.get(agent.id, ())):
            details = {"who": "agent", "agent": agent.id, "name": agent.name, "on": frame.on}
            await send_signal(sessions, frame.thread_id, "typing", **details)


def _shown(staff: Any) -> list[dict[str, Any]]:
    def one(colleague: Colleague) -> dict[str, Any]:
        agent = colleague.agent
        return {**agent.model_dump(include={"id", "name", "role", "languages"}), "presence": colleague.presence}

    return [one(colleague) for colleague in staff]
