"""What every operation of the portal's API needs: who asks, when, and what serves them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends, Request

from channels.auth.sessions import principal_of
from channels.runtime import Runtime, runtime_of
from tools.context import Principal, local_date


@dataclass(frozen=True)
class Visit:
    """One request of a signed-in customer.

    Attributes:
        runtime: what serves it.
        principal: who asks.
        now: the present moment.
    """

    runtime: Runtime
    principal: Principal
    now: datetime

    @property
    def today(self) -> date:
        """The date where the customer is."""
        return local_date(self.now)


def _visit(request: Request) -> Visit:
    runtime = runtime_of(request)
    return Visit(runtime, principal_of(request), runtime.clock.now())


CurrentVisit = Annotated[Visit, Depends(_visit)]
