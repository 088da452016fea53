"""Who of customer service is behind a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from channels.auth.sessions import agent_id_of
from channels.errors import SignInNeeded, SupervisorOnly
from channels.message_center.staff import SUPERVISOR, Agent
from channels.runtime import Runtime, runtime_of


@dataclass(frozen=True)
class Shift:
    """An agent's request.

    Attributes:
        runtime: what the process shares.
        agent: who asks.
    """

    runtime: Runtime
    agent: Agent


async def current_shift(request: Request) -> Shift:
    """The signed-in agent's request.

    Raises:
        SignInNeeded: nobody of customer service is signed in.
    """
    runtime = runtime_of(request)
    agent = await runtime.desk.agent(agent_id_of(request))
    if agent is None:
        raise SignInNeeded("agent")
    return Shift(runtime, agent)


CurrentShift = Annotated[Shift, Depends(current_shift)]


async def supervisors_shift(shift: CurrentShift) -> Shift:
    """A supervisor's request.

    Raises:
        SupervisorOnly: the agent is none.
    """
    if shift.agent.role != SUPERVISOR:
        raise SupervisorOnly(shift.agent.id)
    return shift


SupervisorsShift = Annotated[Shift, Depends(supervisors_shift)]
