"""Which chat models are in force."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import date
from typing import TYPE_CHECKING

import structlog

from assistant.settings import EMBEDDED, NO_MODEL, Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.models.server import EmbeddedServer

log = structlog.get_logger()


@asynccontextmanager
async def open_models(settings: Settings) -> AsyncIterator[tuple[BaseChatModel, ...]]:
    """The chat models that the settings name, in order; an embedded one runs while the context is open.

    Raises:
        WeightsError: the embedded model cannot be prepared.
    """
    async with AsyncExitStack() as stack:
        yield tuple([await _open(name, settings, stack) for name in settings.models])


def hosted_names(settings: Settings) -> list[str]:
    """The models of the settings that run elsewhere: those that write well enough for people to send."""
    return [name for name in settings.models if name not in (EMBEDDED, NO_MODEL)]


@asynccontextmanager
async def open_hosted(settings: Settings) -> AsyncIterator[tuple[BaseChatModel, ...]]:
    """Only the hosted ones of ``open_models``, in order; none where the settings name none."""
    async with AsyncExitStack() as stack:
        yield tuple([await stack.enter_async_context(_hosted(name, settings)) for name in hosted_names(settings)])


async def _open(name: str, settings: Settings, stack: AsyncExitStack) -> BaseChatModel:
    if name == NO_MODEL:
        from assistant.models.unaided import UnaidedChatModel

        return UnaidedChatModel()
    if name != EMBEDDED:
        return await stack.enter_async_context(_hosted(name, settings))
    if settings.runs_embedded:
        server = stack.enter_context(start_embedded(settings))
        return await stack.enter_async_context(_constrained(server.base_url, server.api_key))
    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else "none"
    return await stack.enter_async_context(_constrained(settings.llm_base_url, key))


@asynccontextmanager
async def _constrained(url: str | None, key: str) -> AsyncIterator[BaseChatModel]:
    from openai import AsyncOpenAI, DefaultAsyncHttpxClient

    from assistant.models.constrained import ConstrainedChatModel
    from assistant.models.weights import MODEL_NAME

    # The endpoint is on this machine: no proxy of the environment stands between.
    http = DefaultAsyncHttpxClient(trust_env=False, timeout=60)
    async with AsyncOpenAI(base_url=url, api_key=key, max_retries=0, http_client=http) as client:
        yield ConstrainedChatModel(client=client, model_name=MODEL_NAME)


@asynccontextmanager
async def _hosted(name: str, settings: Settings) -> AsyncIterator[BaseChatModel]:
    from langchain_openai import ChatOpenAI
    from openai import DefaultAsyncHttpxClient
    from pydantic import SecretStr

    # A client of its own: the library's shared one outlives this context, and with it the event loop.
    async with DefaultAsyncHttpxClient(timeout=settings.turn_seconds) as http:
        yield ChatOpenAI(
            model=name,
            base_url=settings.llm_base_url,
            api_key=settings.llm_api_key or SecretStr("none"),
            temperature=0,
            timeout=settings.turn_seconds,
            # Where another model is at hand, asking it is quicker than asking twice.
            max_retries=1 if name == settings.models[-1] else 0,
            stream_usage=True,
            http_async_client=http,
        )


@contextmanager
def start_embedded(settings: Settings, *, port: int = 0, api_key: str | None = None) -> Iterator[EmbeddedServer]:
    """Run the embedded model, prepared and warm, while the context is open.

    Args:
        settings: cache folder and threads.
        port: loopback port; 0 for any free one.
        api_key: demanded of callers; made when None.

    Raises:
        WeightsError: the model's file cannot be made.
    """
    from assistant.conversation import Situation
    from assistant.models.constrained import decision_messages, fixed_beginning
    from assistant.models.server import EmbeddedServer
    from assistant.models.weights import prepare

    path = prepare(settings.cache_dir)
    with EmbeddedServer(path, threads=settings.llm_threads, port=port, api_key=api_key) as server:
        sample = Situation("Hello", "en", date.min)
        kept = server.warm(decision_messages(sample), fixed_beginning())
        log.info("embedded model ready", prefix="restored" if kept else "computed")
        yield server
