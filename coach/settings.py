"""What can be configured, read once from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from .models import AnswerShape

_FIELDS = {
    "model": "model",
    "api_base": "api_base",
    "model_fallback": "fallback",
    "fallback_api_base": "fallback_api_base",
    "model_is_ours": "is_ours",
    "model_shape": "shape",
    "model_streams": "streams",
    "model_at_once": "at_once",
}
"""Our names to those of the model's setup."""
_LIMIT = "limit_"


class Settings(BaseSettings):
    """One object for all settings; every field is an environment variable `COACH_…`."""

    model_config = SettingsConfigDict(
        env_prefix="COACH_",
        frozen=True,
        extra="ignore",
        use_attribute_docstrings=True,
        env_ignore_empty=True,
        protected_namespaces=(),
    )

    home: Path = Field(default_factory=lambda: user_data_path("coach", appauthor=False))
    """The folder that holds the database and the vector index."""
    database_url: SecretStr | None = None
    """`postgresql+psycopg://…` to keep everything in PostgreSQL; SQLite in the home folder when unset."""
    embedder_dir: Path | None = None
    """A folder with another built embedder; the one that comes with the product when unset."""
    max_note_bytes: int = Field(default=2_000_000, ge=1_000)
    """Files larger than this are left out, with a reason."""

    api_base: str | None = None
    """The address of a model server of your own, such as `http://127.0.0.1:8080/v1`."""
    judge_model: str = ""
    """The language model that judges suggestions in an evaluation; best of another family than the one that drafts."""

    model: str | None = None
    """The language model that drafts, provider first: `anthropic/…`, `openai/…`, `ollama_chat/…`."""
    model_fallback: str | None = None
    """The model that is asked when the first one cannot answer; the playbook comes after it."""
    fallback_api_base: str | None = None
    """The address of the second model's server."""
    model_is_ours: bool | None = None
    """Whether the model is declared our own; every other one counts as remote."""
    model_shape: AnswerShape | None = None
    """How the model is held to a shape: `json_schema`, `json_object` or `prompt`; found out by asking when unset."""
    model_streams: bool | None = None
    """Whether its answer is read as it comes."""
    model_at_once: int | None = Field(default=None, ge=1, le=64)
    """How many questions may be on their way at the same time."""
    limit_calls_per_job: int | None = Field(default=None, ge=0)
    """How often a model may be asked for one suggestion; 0 for no limit, here and below."""
    limit_tokens_per_job: int | None = Field(default=None, ge=0)
    """How many tokens one suggestion may take."""
    limit_usd_per_job: float | None = Field(default=None, ge=0)
    """What one suggestion may cost, in US dollars."""
    limit_calls_per_day: int | None = Field(default=None, ge=0)
    """How often models may be asked in a day (UTC)."""
    limit_tokens_per_day: int | None = Field(default=None, ge=0)
    """How many tokens may be used in a day."""
    limit_usd_per_day: float | None = Field(default=None, ge=0)
    """What a day may cost, in US dollars."""
    limit_calls_per_community_day: int | None = Field(default=None, ge=0)
    """How often models may be asked for one community in a day."""
    limit_tokens_per_community_day: int | None = Field(default=None, ge=0)
    """How many tokens may be used for one community in a day."""
    limit_usd_per_community_day: float | None = Field(default=None, ge=0)
    """What one community may cost in a day, in US dollars."""

    @property
    def model_environment(self) -> Mapping[str, object]:
        """Return what is set of the model's setup, by its fields: `model`, `limits.calls_per_day`."""
        given = {ours: value for name, ours in _FIELDS.items() if (value := getattr(self, name)) is not None}
        names = [name for name in type(self).model_fields if name.startswith(_LIMIT)]
        limits = {f"limits.{name.removeprefix(_LIMIT)}": getattr(self, name) for name in names}
        # A limit of nothing is no limit: without a model nothing is spent anyway.
        return {**given, **{name: value or None for name, value in limits.items() if value is not None}}

    @property
    def store_url(self) -> str:
        """Return the database's address, with its password: never log it."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.home / 'coach.db'}"

    @property
    def index_dir(self) -> Path:
        """Return the folder of the vector index."""
        return self.home / "index"
