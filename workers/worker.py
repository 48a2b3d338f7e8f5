"""What a worker is: it works with no transaction open, and keeps the result in a short one."""

from abc import ABC, abstractmethod
from typing import ClassVar, Generic, TypeVar

from sqlalchemy.orm import Session

from schemas.events import Event

E = TypeVar("E", bound=Event)
R = TypeVar("R")


class Worker(ABC, Generic[E, R]):
    """One kind of work on the events it handles; it is created without arguments, also in a process of its own."""

    NAME: ClassVar[str]
    HANDLES: ClassVar[tuple[type[Event], ...]]
    IN_SANDBOX: ClassVar[bool] = False
    # Work that is seldom asked and takes long: its process starts when it is needed, and has this many seconds.
    WORK_SECONDS: ClassVar[int | None] = None

    @abstractmethod
    def work(self, event: E) -> R:
        """Do the slow part, with no transaction open. It may run twice, and ``IN_SANDBOX`` in a child process.

        Raise :class:`Transient` for what passes by itself and :class:`Permanent` for what never will; anything else
        is tried a few times and then parked.
        """

    @abstractmethod
    def keep(self, session: Session, event: E, result: R) -> None:
        """Keep the result and tell the next event, in milliseconds; the loop commits it with the inbox mark."""


class Transient(Exception):
    """A fault that passes by itself, such as a server that is away: the event is tried again until it goes."""


class Permanent(Exception):
    """A fault that trying again does not mend: the event is parked at once; ``reason`` is a short code."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class Abandoned(Exception):
    """The process is asked to end while work is under way: the event is delivered again later."""
