"""Settings that cannot be used, a data folder in use and a busy port are clear errors at the start."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.settings import Settings, SettingsError, load_settings
from channels.auth.sessions import payment_secret, session_secret
from channels.data_folder import AlreadyRunning, owned_data_dir
from channels.serving import PortBusy, bound_socket

ASSISTANT = Path(sys.executable).with_name("assistant")


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An environment without settings and a folder without ``.env``."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


class TestSettings:
    def test_come_from_the_environment_over_dotenv_and_from_options_over_both(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path(".env").write_text("PORT=1111\nTURN_SECONDS=5\nLLM_THREADS=3\n")
        monkeypatch.setenv("PORT", "2222")
        monkeypatch.setenv("LLM_THREADS", "4")
        settings = load_settings(port=3333, host=None)
        assert (settings.port, settings.llm_threads, settings.turn_seconds) == (3333, 4, 5.0)
        assert settings.host == "127.0.0.1"

    def test_an_unknown_llm_variable_is_refused_with_a_guess(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LLM_BASEURL", "http://localhost")
        with pytest.raises(SettingsError, match=r"LLM_BASEURL: unknown setting: did you mean LLM_BASE_URL\?"):
            load_settings()

    def test_an_unknown_key_in_dotenv_is_refused(self) -> None:
        Path(".env").write_text("POTR=8000\n")
        with pytest.raises(SettingsError, match=r"POTR: unknown setting in \.env"):
            load_settings()

    @pytest.mark.parametrize(
        ("values", "words"),
        [
            ({"LLM_API_KEY": "sk-1"}, "LLM_API_KEY is set but LLM_MODEL is not"),
            ({"LLM_MODEL": "gpt-x"}, "LLM_MODEL=gpt-x needs LLM_BASE_URL"),
            ({"LLM_FALLBACKS": "gpt-x"}, "LLM_MODEL=embedded can only fall back on none"),
            ({"LLM_FALLBACKS": "embedded"}, "name a model twice: embedded, embedded"),
            ({"LLM_MODEL": "none", "LLM_FALLBACKS": "embedded"}, "'none' comes last"),
            ({"DEFAULT_LANGUAGE": "de"}, "DEFAULT_LANGUAGE: must be one of en, fi, sv, nb"),
            ({"PORT": "70000"}, "PORT"),
            ({"PORT": "http"}, "PORT"),
            ({"TURN_SECONDS": "0"}, "TURN_SECONDS"),
            ({"TURN_SECONDS": "nan"}, "TURN_SECONDS"),
            ({"TODAY": "tomorrow"}, "TODAY"),
            ({"LLM_THREADS": "0", "PORT": "-1"}, "LLM_THREADS.*PORT|PORT.*LLM_THREADS"),
        ],
        ids=str,
    )
    def test_that_contradict_or_mean_nothing_are_refused(
        self, monkeypatch: pytest.MonkeyPatch, values: dict[str, str], words: str
    ) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SettingsError, match=words):
            load_settings()

    @pytest.mark.parametrize(
        ("values", "models", "runs_embedded"),
        [
            ({}, ("embedded",), True),
            ({"LLM_BASE_URL": "http://localhost/v1"}, ("embedded",), False),
            ({"LLM_MODEL": "none"}, ("none",), False),
            ({"LLM_FALLBACKS": "none"}, ("embedded", "none"), True),
            (
                {"LLM_MODEL": "a", "LLM_API_KEY": "k", "LLM_FALLBACKS": "b, embedded,none"},
                ("a", "b", "embedded", "none"),
                True,
            ),
        ],
        ids=str,
    )
    def test_give_the_order_of_the_models(
        self, monkeypatch: pytest.MonkeyPatch, values: dict[str, str], models: tuple[str, ...], runs_embedded: bool
    ) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        settings = load_settings()
        assert (settings.models, settings.runs_embedded) == (models, runs_embedded)

    def test_that_are_secret_are_masked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        secrets = {
            "DATABASE_URL": "postgresql://me:pa55word@db/x",
            "LLM_API_KEY": "sk-pa55word",
            "SESSION_SECRET": "pa55word",
            "PAYMENT_SECRET": "pa55word",
        }
        for name, value in {**secrets, "LLM_MODEL": "m", "LLM_BASE_URL": "http://localhost/v1"}.items():
            monkeypatch.setenv(name, value)
        settings = load_settings()
        assert "pa55word" not in str(settings.masked())
        assert "pa55word" not in repr(settings)
        assert settings.masked()["LLM_BASE_URL"] == "http://localhost/v1"

    def test_a_secret_that_is_wrong_is_not_repeated_in_the_error(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LLM_API_KEY", "sk-pa55word")
        with pytest.raises(SettingsError) as refusal:
            load_settings()
        assert "pa55word" not in str(refusal.value)


class TestTheDataFolder:
    def test_has_one_owner_at_a_time(self, tmp_path: Path) -> None:
        settings = load_settings(data_dir=tmp_path / "new" / "folder")
        with owned_data_dir(settings):
            refused = pytest.raises(AlreadyRunning, match="Another instance runs on the data folder")
            with refused, owned_data_dir(settings):
                pass
        with owned_data_dir(settings):
            pass

    def test_keeps_one_key_of_each_kind_that_only_this_user_reads(self, tmp_path: Path) -> None:
        for secret in (session_secret, payment_secret):
            key = secret(tmp_path)
            assert len(key) >= 32
            assert secret(tmp_path) == key
        assert session_secret(tmp_path) != payment_secret(tmp_path)
        for name in ("session.key", "payment.key"):
            assert (tmp_path / name).stat().st_mode & 0o077 == 0

    def test_never_gives_an_empty_session_key(self, tmp_path: Path) -> None:
        (tmp_path / "session.key").touch()
        assert len(session_secret(tmp_path)) >= 32


class TestThePort:
    def test_that_is_busy_is_refused(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            refused = pytest.raises(PortBusy, match=f"Cannot listen on 127.0.0.1:{port}")
            with refused, bound_socket("127.0.0.1", port):
                pass

    def test_can_be_taken_again_after_use(self) -> None:
        with bound_socket("127.0.0.1", 0) as first:
            port = first.getsockname()[1]
        with bound_socket("127.0.0.1", port):
            pass

    def test_on_an_address_that_is_not_ours_is_refused(self) -> None:
        with pytest.raises(PortBusy, match=r"Cannot listen on 192\.0\.2\.1"), bound_socket("192.0.2.1", 0):
            pass


class TestTheCommand:
    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        everything = {**os.environ, **environment}
        return subprocess.run([ASSISTANT, *arguments], env=everything, capture_output=True, text=True, check=False)

    def test_tells_a_wrong_setting_in_one_line(self) -> None:
        answer = self.run("settings", LLM_MODLE="x")
        assert answer.returncode == 2
        assert answer.stderr == "assistant: LLM_MODLE: unknown setting: did you mean LLM_MODEL?\n"

    @pytest.mark.slow
    def test_tells_a_data_folder_in_use_in_one_line(self, tmp_path: Path) -> None:
        with owned_data_dir(load_settings(data_dir=tmp_path)):
            answer = self.run("demo", "--data-dir", str(tmp_path), "--port", "0")
        assert answer.returncode == 2
        assert answer.stderr.startswith("assistant: Another instance runs on the data folder")
        assert answer.stderr.count("\n") == 1

    def test_prints_the_settings_without_secrets(self) -> None:
        answer = self.run("settings", DATABASE_URL="postgresql://me:pa55word@db/x", PORT="8123")
        assert answer.returncode == 0
        assert "PORT=8123" in answer.stdout
        assert "pa55word" not in answer.stdout + answer.stderr
