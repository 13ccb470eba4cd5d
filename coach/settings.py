"""What can be configured, read once from the environment."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """One object for all settings; every field is an environment variable `COACH_…`."""

    model_config = SettingsConfigDict(env_prefix="COACH_", frozen=True, extra="ignore", use_attribute_docstrings=True)

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
