"""The adapters of the log port, and the choice between them, which is configuration."""

from threading import Event as Flag
from typing import Any

from schemas.settings import LogKind, Settings
from workers.adapters.embedded import EmbeddedLog
from workers.adapters.kafka import KafkaLog
from workers.log import Log
from workers.worker import Worker


def log_for(worker: type[Worker[Any, Any]], settings: Settings, stop: Flag) -> Log:
    """The log that a worker reads from on this installation."""
    if settings.log is LogKind.EMBEDDED:
        return EmbeddedLog(worker, stop=stop)
    return KafkaLog(worker, settings=settings, stop=stop)
