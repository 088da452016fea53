"""The embedded model's weights behind an endpoint with room for tools: policy, tools and results in one prompt."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.models.weights import prepare
from assistant.settings import Settings

CONTEXT = 12_288


@contextmanager
def roomy_server(settings: Settings) -> Iterator[tuple[str, str]]:
    """Run the model while the context is open; the assistant's own server has room for its short prompts only.

    Args:
        settings: cache folder and threads.

    Yields:
        The endpoint's base URL and its key.

    Raises:
        WeightsError: the model's file cannot be made.
    """
    import xllamacpp

    params, key = xllamacpp.CommonParams(), secrets.token_urlsafe(16)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    params.model.path = str(prepare(settings.cache_dir))
    params.n_ctx, params.n_parallel = CONTEXT, 1
    params.hostnames, params.port, params.api_keys = ["127.0.0.1"], port, [key]
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = settings.llm_threads
    params.cache_ram_mib = 0
    params.verbosity = 0
    server = xllamacpp.Server(params)
    yield f"http://127.0.0.1:{port}/v1", key
    # The server stops when nothing holds it any more.
    del server
