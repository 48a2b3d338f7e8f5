"""The settings of one installation, read once from the environment into typed, frozen values."""

import os
import secrets
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

MEBIBYTE: Final = 1024 * 1024
FICTIONAL_OIN: Final = "0" * 20
PRODUCTION_MUST_SET: Final = ("secret_key", "base_url", "oin", "files_url", "smtp_host", "mail_from")


class LogKind(StrEnum):
    EMBEDDED = "embedded"
    KAFKA = "kafka"


class Settings(BaseSettings):
    """What differs between installations; a default is right for a first run on one machine.

    On PostgreSQL or Kafka the installation is taken for a production one, and then everything in
    ``PRODUCTION_MUST_SET`` has to be given.
    """

    model_config = SettingsConfigDict(env_prefix="KETENSPIEGEL_", frozen=True, extra="ignore", validate_default=True)

    home: Path = Path("var")
    database_url: str = ""
    files_url: str = ""
    secret_key: Annotated[str, Field(repr=False)] = ""
    base_url: str = "http://127.0.0.1:8000"
    security_contact: str = ""
    demo: bool = False
    oin: Annotated[str, Field(pattern=r"^\d{20}$")] = FICTIONAL_OIN

    log: LogKind = LogKind.EMBEDDED
    kafka_bootstrap: str = "127.0.0.1:9092"
    instance: str = ""

    mail_folder: Path | None = None
    mail_from: str = "ketenspiegel@localhost"
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: Annotated[str, Field(repr=False)] = ""
    smtp_starttls: bool = True
    smtp_timeout_seconds: int = 30

    bounce_address: str = ""
    bounce_maildir: Path | None = None
    bounce_imap_host: str = ""
    bounce_imap_port: int = 993
    bounce_imap_user: str = ""
    bounce_imap_password: Annotated[str, Field(repr=False)] = ""
    bounce_imap_folder: str = "INBOX"
    bounce_imap_tls: bool = True
    bounce_every_seconds: int = 60

    session_idle_minutes: int = 30
    session_hours: int = 12
    invite_days: int = 7
    reset_minutes: int = 60
    login_attempts_per_account: int = 10
    login_attempts_per_address: int = 10
    login_attempts_in_all: int = 1000
    login_window_minutes: int = 5
    trusted_proxies: int = 0
    trusted_hosts: tuple[str, ...] = ()

    upload_limit_bytes: int = 200 * MEBIBYTE
    unpacked_limit_bytes: int = 2048 * MEBIBYTE
    evidence_limit_bytes: int = 25 * MEBIBYTE
    document_limit_bytes: int = 25 * MEBIBYTE
    document_checks_per_address: int = 30
    uploads_per_hour: int = 60

    work_seconds: int = 300
    work_memory_bytes: int = 3072 * MEBIBYTE
    work_attempts: int = 3
    work_in_child_process: bool = True
    stalled_seconds: int = 300

    @model_validator(mode="after")
    def _production_is_complete(self) -> Self:
        missing = [name for name in PRODUCTION_MUST_SET if name not in self.model_fields_set] if self.apart else []
        if missing:
            names = ", ".join(f"KETENSPIEGEL_{name.upper()}" for name in missing)
            msg = f"An installation on PostgreSQL or Kafka has no defaults for these; set them: {names}."
            raise ValueError(msg)
        return self

    @property
    def apart(self) -> bool:
        """Whether portal, relay and workers run apart, as in production, rather than embedded on one machine."""
        return self.log is LogKind.KAFKA or self.database_url.startswith("postgresql")

    @property
    def check_address(self) -> str:
        """Where anybody can see whether a document is authentic; it is printed in every report."""
        return f"{self.base_url.rstrip('/')}/controleren"

    @property
    def database(self) -> str:
        """The SQLAlchemy URL: what is set, or a SQLite file at home."""
        return self.database_url or f"sqlite:///{self.home.absolute() / 'ketenspiegel.db'}"

    @property
    def files(self) -> str:
        """The fsspec URL of the file store: what is set, or a folder at home."""
        return self.files_url or f"file://{self.home.absolute() / 'files'}"

    @property
    def mails(self) -> Path | None:
        """The folder that takes mails instead of an SMTP server; none when a server is set."""
        return self.mail_folder or (None if self.smtp_host else self.home.absolute() / "mail")

    @property
    def reads_returned_mail(self) -> bool:
        """Whether there is a mailbox in which mails come back that could not be delivered."""
        return self.bounce_maildir is not None or bool(self.bounce_imap_host)

    @property
    def shows_mails(self) -> bool:
        """Whether the mail folder is shown on a page, to everybody: in the demo on one machine only."""
        return self.demo and not self.apart and self.mails is not None

    @property
    def secret(self) -> str:
        """The key behind sessions, forms and tokens: what is set, or one that is made once and kept at home."""
        return self.secret_key or _kept_secret(self.home / "secret_key")


@cache
def _kept_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _make_secret(path)
    return path.read_text()


def _make_secret(path: Path) -> None:
    """Write a new secret whole or not at all: of two processes that start together, one wins and both read it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()


@cache
def settings() -> Settings:
    """The settings of this process, read from the environment at the first call (tests: ``settings.cache_clear()``)."""
    return Settings()
