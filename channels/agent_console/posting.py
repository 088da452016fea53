"""What every POST of the console's API may be answered."""

from __future__ import annotations

from channels.errors import IdempotencyKeyMissing, IdempotencyKeyReused, SignInNeeded, StillRunning, SupervisorOnly

POSTED = (SignInNeeded, IdempotencyKeyMissing, IdempotencyKeyReused, StillRunning)
"""An agent's."""
SUPERVISED = (*POSTED, SupervisorOnly)
"""A supervisor's."""
