"""The embedded model as an OpenAI-compatible server inside this process: llama.cpp on a loopback port."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import secrets
import socket
from pathlib import Path
from typing import Any, Self

import httpx
import structlog

from assistant.models.weights import SHA256

_SLOTS = 2
# A decision's prompt is its fixed beginning and a shortened message: so many tokens hold both with room to spare.
_CONTEXT = 2048
_LOAD_SECONDS = 120.0

log = structlog.get_logger()


class EmbeddedServer:
    """Runs while the context is open; speaks chat completions with ``response_format: json_schema``.

    Args:
        model: the GGUF file.
        threads: threads of the computation.
        host: loopback address to listen on.
        port: 0 for any free one.
        api_key: demanded of callers; made when None. A page in a browser of this machine must not use the model.
        slots: requests at a time.
        context: tokens of one request, read and written.
    """

    def __init__(
        self,
        model: Path,
        *,
        threads: int = 2,
        host: str = "127.0.0.1",
        port: int = 0,
        api_key: str | None = None,
        slots: int = _SLOTS,
        context: int = _CONTEXT,
    ) -> None:
        self._model = model
        self._threads = threads
        self._host = host
        self._port = port or _free_port(host)
        self.api_key = api_key or secrets.token_urlsafe(16)
        self._slots = slots
        self._context = context * slots
        self._server: Any = None

    @property
    def base_url(self) -> str:
        """The endpoint's base URL, ending in ``/v1``."""
        return f"http://{self._host}:{self._port}/v1"

    def __enter__(self) -> Self:
        import xllamacpp

        params = xllamacpp.CommonParams()
        params.model.path = str(self._model)
        params.n_ctx, params.n_parallel = self._context, self._slots
        params.hostnames, params.port, params.api_keys = [self._host], self._port, [self.api_key]
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = self._threads
        params.slot_save_path = f"{self._model.parent}{os.sep}"
        params.cache_ram_mib = 0  # the fixed beginning lives in the slots; a further cache would only grow
        params.verbosity = 0
        params.warmup = False
        self._server = xllamacpp.Server(params)
        return self

    def __exit__(self, *_: object) -> None:
        self._server = None

    def warm(self, messages: list[dict[str, str]], prefix: str) -> bool:
        """Put the fixed beginning of all prompts into every slot, from disk where it was kept.

        Reading 1 000 tokens takes the model 15 to 20 s on two cores, restoring their state some milliseconds.

        Args:
            messages: a whole chat that begins with the fixed beginning.
            prefix: the fixed beginning's text: the kept state belongs to it alone.

        Returns:
            Whether the state came from disk.
        """
        name = f"prefix-{self._fingerprint(prefix)}.state"
        with httpx.Client(
            base_url=self.base_url.removesuffix("/v1"),
            headers={"Authorization": f"Bearer {self.api_key}"},
            timeout=_LOAD_SECONDS,
            trust_env=False,
        ) as client:
            kept = (self._model.parent / name).exists()
            if kept:
                self._restore(client, name)
            # Kept or not, one answer is made: it brings the weights into memory before a customer waits for them.
            chat = {"messages": messages, "max_tokens": 1, "id_slot": 0, "cache_prompt": True}
            client.post("/v1/chat/completions", json=chat).raise_for_status()
            if not kept:
                client.post("/slots/0?action=save", json={"filename": name}).raise_for_status()
                self._restore(client, name)
        return kept

    def _restore(self, client: httpx.Client, name: str) -> None:
        for slot in range(self._slots):
            client.post(f"/slots/{slot}?action=restore", json={"filename": name}).raise_for_status()

    def _fingerprint(self, prefix: str) -> str:
        version = importlib.metadata.version("xllamacpp")
        return hashlib.sha256(f"{SHA256}|{version}|{self._context}|{prefix}".encode()).hexdigest()[:16]


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
