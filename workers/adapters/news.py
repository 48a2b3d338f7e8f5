"""Whether anything was written since one last asked: SQLite tells it for next to nothing, elsewhere one has to look."""

import sqlite3

from sqlalchemy import Engine, PoolProxiedConnection
from sqlalchemy.exc import SQLAlchemyError

ASK_SECONDS = 0.02
LOOK_SECONDS = 0.1


class News:
    """Asked by one thread; it keeps a connection, as SQLite counts what others wrote since that one last looked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._tells = engine.dialect.name == "sqlite"
        self._connection: PoolProxiedConnection | None = None
        self._seen: int | None = None
        self.seconds = ASK_SECONDS if self._tells else LOOK_SECONDS

    def came(self) -> bool:
        """Whether there may be something new; yes where that is not known."""
        before = self._seen
        try:
            self._seen = self._count() if self._tells else None
        except (SQLAlchemyError, sqlite3.Error):
            self.close()
        return self._seen is None or self._seen != before

    def close(self) -> None:
        """Let go of the connection."""
        connection, self._connection, self._seen = self._connection, None, None
        if connection is not None:
            connection.invalidate()

    def _count(self) -> int:
        """A number that changes with every commit of another connection."""
        if self._connection is None:
            self._connection = self._engine.raw_connection()
        cursor = self._connection.cursor()
        try:
            [count] = cursor.execute("PRAGMA data_version").fetchone()
        finally:
            cursor.close()
        return int(count)
