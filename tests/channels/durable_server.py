"""A server process that a test may kill: python durable_server.py DATABASE_URL DATA_DIR SECONDS_PER_ANSWER."""

from __future__ import annotations

import sys
from pathlib import Path

import uvicorn
from langchain_core.messages import AIMessage

from assistant.models.scripted import ScriptedChatModel
from assistant.settings import Settings
from channels.app import create_app
from channels.serving import bound_socket, server_config
from tests.conftest import TODAY


def main(url: str, data_dir: str, seconds: str) -> None:
    """Wait for a line, then serve on a free port and print its number."""
    sys.stdin.readline()
    given = {"data_dir": Path(data_dir), "today": TODAY, "session_secret": "of the tests", "turn_pause_seconds": 0}
    settings = Settings.model_validate(given)
    model = ScriptedChatModel(script=lambda _: AIMessage("Here is your answer."), seconds=float(seconds))
    app = create_app(settings, url, demo=True, model=model)
    with bound_socket("127.0.0.1", 0) as listening:
        print(listening.getsockname()[1], flush=True)
        config = server_config(app)
        uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main(*sys.argv[1:])
