"""One Settings object, read by the composition roots only."""

from __future__ import annotations

import difflib
import os
import re
from datetime import date
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from tools.context import LANGUAGES, Language

EMBEDDED = "embedded"
NO_MODEL = "none"
_ADDRESS = re.compile(r"""[^@\s<>(),;:"\\]+@[^@\s<>(),;:"\\]+""")


class SettingsError(Exception):
    """The configuration cannot be used; the message says which setting and what to do."""


class Settings(BaseSettings):
    """What can be configured, by environment variables of the same names in capitals or by ``.env``."""

    model_config = SettingsConfigDict(env_file=".env", extra="forbid", env_ignore_empty=True)

    data_dir: Path = Field(Path(".data"), description="Folder for the embedded database, the index and keys.")
    cache_dir: Path = Field(
        default_factory=lambda: Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "myropo-assistant",
        description="Folder for the joined model file; shared by all data folders.",
    )
    database_url: SecretStr | None = Field(None, description="PostgreSQL URL; default: an embedded server in DATA_DIR.")
    chroma_url: str | None = Field(None, description="Chroma server URL; default: embedded in DATA_DIR.")
    llm_model: str = Field(EMBEDDED, description="Model name at LLM_BASE_URL, or 'embedded', or 'none'.")
    llm_fallbacks: str = Field(
        "", description="Who is asked where LLM_MODEL fails, in order, commas between: names there, 'embedded', 'none'."
    )
    llm_base_url: str | None = Field(
        None, description="OpenAI-compatible endpoint; with LLM_MODEL=embedded one of 'assistant model serve'."
    )
    llm_api_key: SecretStr | None = Field(None, description="Key for LLM_BASE_URL.")
    llm_threads: int = Field(2, ge=1, le=64, description="Threads of the embedded model.")
    turn_seconds: float = Field(8.0, gt=0, le=120, description="Longest time for one answer before a person is asked.")
    turn_tokens: int = Field(
        40_000, ge=1, description="Most tokens, read and written, that models spend on one answer."
    )
    turn_pause_seconds: float = Field(
        0.7, ge=0, le=10, description="Pause after a customer's message before it is answered: people write in bursts."
    )
    messages_per_minute: int = Field(20, ge=1, description="Most messages of one customer in a minute.")
    messages_per_hour: int = Field(200, ge=1, description="Most messages of one customer in an hour.")
    attachments_url: str | None = Field(
        None, description="Bucket for files that are sent, s3://bucket/prefix; default: a folder in DATA_DIR."
    )
    attachments_endpoint: str | None = Field(None, description="Address of an S3-compatible store for ATTACHMENTS_URL.")
    attachments_per_hour: int = Field(30, ge=1, description="Most files of one customer in an hour.")
    attachments_mb_per_hour: int = Field(100, ge=10, description="Most megabytes of one customer's files in an hour.")
    smtp_url: SecretStr | None = Field(
        None, description="Mail server, smtp://user:password@host:587 or smtps://...; without it no mails are sent."
    )
    mail_from: str | None = Field(None, description="Sender of mails to customers, an address; needed with SMTP_URL.")
    mail_delay_seconds: float | None = Field(
        None, ge=0, le=86_400, description="How long an answer may be unread before a mail is sent; 120, in demos 20."
    )
    public_url: str | None = Field(
        None, description="Where customers reach this service, for links in mails; default: http://HOST:PORT."
    )
    webhooks_private: bool = Field(False, description="Send webhooks to loopback and private addresses too.")
    default_language: Language = Field("en", description="Language where the customer's is not known: en, fi, sv, nb.")
    today: date | None = Field(None, description="Freezes the clock at this date (demos and tests).")
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on.")
    session_secret: SecretStr | None = Field(None, description="Signs session cookies; default: made once in DATA_DIR.")
    payment_secret: SecretStr | None = Field(
        None, description="Signs the payment provider's callbacks; default: made once in DATA_DIR."
    )
    secure_cookies: bool = Field(False, description="Send cookies over HTTPS only; set it in production.")

    @field_validator("default_language", mode="before")
    @classmethod
    def _known_language(cls, value: object) -> object:
        if value not in LANGUAGES:
            raise ValueError(f"must be one of {', '.join(LANGUAGES)}")
        return value

    @field_validator("database_url")
    @classmethod
    def _is_postgresql(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not value.get_secret_value().startswith(("postgresql", "postgres:")):
            raise ValueError("must be a PostgreSQL URL: postgresql://user:password@host:5432/name")
        return value

    @field_validator("llm_base_url", "chroma_url", "attachments_endpoint", "public_url")
    @classmethod
    def _without_credentials(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "http://none")
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError("must be an http or https URL")
        if parts.username or parts.password:
            raise ValueError("must not hold a user or password: these would be shown; keys have settings of their own")
        return value

    @field_validator("attachments_url")
    @classmethod
    def _is_bucket(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"s3://[^/@:?#]+(/[^?#]*)?", value):
            raise ValueError("must be s3://bucket/prefix, without keys: these come from AWS_ACCESS_KEY_ID and the like")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _is_mail_server(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            parts = urlsplit(value.get_secret_value())
            if parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.port == 0:
                raise ValueError("must be smtp://user:password@host:587 or smtps://user:password@host:465")
        return value

    @field_validator("mail_from")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None and not _ADDRESS.fullmatch(value):
            raise ValueError("must be an e-mail address, without a name")
        return value

    @model_validator(mode="after")
    def _mails_have_a_sender(self) -> Self:
        if self.smtp_url and not self.mail_from:
            raise ValueError("SMTP_URL needs MAIL_FROM: the address that mails to customers come from")
        return self

    @model_validator(mode="after")
    def _model_settings_agree(self) -> Self:
        if self.llm_model == EMBEDDED and self.llm_api_key and not self.llm_base_url:
            raise ValueError("LLM_API_KEY is set but LLM_MODEL is not: name the model that the key is for")
        if self.llm_model not in (EMBEDDED, NO_MODEL) and not (self.llm_base_url or self.llm_api_key):
            raise ValueError(f"LLM_MODEL={self.llm_model} needs LLM_BASE_URL (and LLM_API_KEY where the endpoint asks)")
        return self

    @model_validator(mode="after")
    def _models_have_an_order(self) -> Self:
        order = self.models
        if NO_MODEL in order[:-1]:
            raise ValueError(f"'none' comes last in LLM_MODEL and LLM_FALLBACKS: {', '.join(order)}")
        if len(set(order)) < len(order):
            raise ValueError(f"LLM_MODEL and LLM_FALLBACKS name a model twice: {', '.join(order)}")
        if self.llm_model == EMBEDDED and set(order[1:]) - {NO_MODEL}:
            raise ValueError("LLM_MODEL=embedded can only fall back on none: name the hosted models first")
        return self

    @property
    def public_address(self) -> str:
        """Where customers reach this service, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (self.public_url or f"http://{host}:{self.port}").rstrip("/")

    @property
    def models(self) -> tuple[str, ...]:
        """Whom turns ask, in order: each where those before it fail."""
        fallbacks = (name.strip() for name in self.llm_fallbacks.split(","))
        return (self.llm_model, *(name for name in fallbacks if name))

    @property
    def runs_embedded(self) -> bool:
        """Whether a process that answers runs an embedded model of its own."""
        served_elsewhere = self.llm_model == EMBEDDED and self.llm_base_url is not None
        return EMBEDDED in self.models and not served_elsewhere

    def masked(self) -> dict[str, str]:
        """Every setting in force as text, secrets masked."""
        return {name.upper(): "" if value is None else str(value) for name, value in self}


def load_settings(**overrides: object) -> Settings:
    """Read the settings from the environment and ``.env``.

    Args:
        overrides: values that win over both, such as command line options; None is ignored.

    Raises:
        SettingsError: a setting is unknown, malformed or contradicts another.
    """
    _refuse_unknown_variables()
    try:
        return Settings(**{key: value for key, value in overrides.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        problems = (
            f"{'.'.join(map(str, e['loc'])).upper() or 'settings'}: {_reason(e['msg'])}" for e in error.errors()
        )
        raise SettingsError("; ".join(problems)) from None


def _reason(message: str) -> str:
    known = ", ".join(name.upper() for name in Settings.model_fields)
    if message.startswith("Extra inputs"):
        return f"unknown setting in .env; known are {known}"
    return message.removeprefix("Value error, ")


def _refuse_unknown_variables() -> None:
    """A misspelt LLM_ variable would silently select another model: refuse it."""
    known = [name.upper() for name in Settings.model_fields]
    for variable in os.environ:
        if variable.startswith("LLM_") and variable not in known:
            near = difflib.get_close_matches(variable, known, 1)
            hint = f": did you mean {near[0]}?" if near else f"; known are {', '.join(known)}"
            raise SettingsError(f"{variable}: unknown setting{hint}")
