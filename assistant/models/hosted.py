"""The models that run elsewhere, for processes that take no turns: opened when they are first needed."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from assistant.models.factory import hosted_names, open_hosted
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


class HostedModels:
    """The hosted models that the settings name, in order.

    Args:
        settings: what is in force.
        instead: a model in place of the one that the settings name; only where they name one.
    """

    def __init__(self, settings: Settings, instead: BaseChatModel | None = None) -> None:
        self._settings, self._instead = settings, instead
        self._opening = asyncio.Lock()
        self._stack = AsyncExitStack()
        self._models: tuple[BaseChatModel, ...] | None = None

    @property
    def named(self) -> bool:
        """Whether there is any."""
        return bool(hosted_names(self._settings))

    async def opened(self) -> tuple[BaseChatModel, ...]:
        """The models; empty where the settings name none."""
        if self._instead is not None:
            return (self._instead,) if self.named else ()
        async with self._opening:
            if self._models is None:
                self._models = await self._stack.enter_async_context(open_hosted(self._settings))
            return self._models

    async def aclose(self) -> None:
        """Close what was opened."""
        await self._stack.aclose()
