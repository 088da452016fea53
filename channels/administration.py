"""What the administrator's commands do: ``assistant db`` and ``model``."""

from __future__ import annotations

import asyncio
import logging
import threading

from assistant.models.weights import FILE_NAME, MODEL_NAME, is_sound
from assistant.settings import EMBEDDED, NO_MODEL, Settings
from channels.commands import clock_of, log_to_stderr, out, prepare_model, prepared_database, stopped_by_signals
from channels.data_folder import database_url
from channels.database import drop_everything, seed_demo, upgrade
from tools.context import local_today


def db_upgrade(settings: Settings) -> None:
    """Bring the schema to the newest revision."""
    with prepared_database(settings, seeded=False):
        out.print("The database is up to date.")


def db_seed(settings: Settings) -> None:
    """Add demo data to an empty database."""
    with prepared_database(settings, seeded=False) as url:
        added = asyncio.run(seed_demo(url, local_today(clock_of(settings))))
        out.print("Demo data added." if added else "There is data already; nothing was added.")


def db_reset(settings: Settings) -> None:
    """Remove everything and seed anew."""
    with database_url(settings) as url:
        drop_everything(url)
        upgrade(url)
        asyncio.run(seed_demo(url, local_today(clock_of(settings))))
        out.print("Everything was removed, and the demo data added anew.")


def model_info(settings: Settings) -> None:
    """Print which models are in force, in the order in which they are asked."""
    for name in settings.models:
        out.print(_model_info(settings, name))


def _model_info(settings: Settings, name: str) -> str:
    if name == NO_MODEL:
        return "none: the router, the rules and the articles alone"
    if name != EMBEDDED:
        return f"{name} at {settings.llm_base_url or 'the OpenAI API'}"
    if not settings.runs_embedded:
        return f"embedded {MODEL_NAME}, served at {settings.llm_base_url}"
    path = settings.cache_dir / FILE_NAME
    state = "not prepared yet" if not path.exists() else "ready" if is_sound(path) else "damaged: it will be made again"
    return f"embedded {MODEL_NAME} (llama.cpp, {settings.llm_threads} threads)\n{path}: {state}"


def model_prepare(settings: Settings) -> None:
    """Join and check the embedded model's file."""
    prepare_model(settings.model_copy(update={"llm_model": EMBEDDED, "llm_base_url": None, "llm_fallbacks": ""}))
    out.print(f"Ready: {settings.cache_dir / FILE_NAME}")


def model_serve(settings: Settings, port: int, api_key: str) -> None:
    """Serve the embedded model until stopped."""
    from assistant.models.factory import start_embedded

    log_to_stderr(logging.INFO)
    model_prepare(settings)
    with stopped_by_signals(), start_embedded(settings, port=port, api_key=api_key) as server:
        out.print(f"Serving {MODEL_NAME} at {server.base_url}. Ctrl-C stops.")
        threading.Event().wait()
