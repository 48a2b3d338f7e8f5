"""A proxy between a part and what it depends on: it lets everything through, nothing, or all but one kind of request."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event as Flag
from threading import Thread

from deploy.dev.process import free_port

FETCH = 1
BLOCK = 64 * 1024
STEP_SECONDS = 0.05


@dataclass
class Proxy:
    """One port of this machine in front of another; a client is told nothing of what is kept from it.

    ``withheld`` are the kinds of request (API keys) that do not get through, where ``speaks_kafka``.
    """

    target: int
    speaks_kafka: bool = False
    port: int = field(default_factory=free_port)
    hangs: bool = False
    withheld: frozenset[int] = frozenset()

    @contextmanager
    def running(self) -> Iterator[Proxy]:
        """The proxy at work, in a thread of its own."""
        up, stop = Flag(), Flag()
        thread = Thread(target=lambda: asyncio.run(self._serve(up, stop)), daemon=True)
        thread.start()
        up.wait()
        try:
            yield self
        finally:
            stop.set()
            thread.join()

    async def _serve(self, up: Flag, stop: Flag) -> None:
        server = await asyncio.start_server(self._connect, "127.0.0.1", self.port)
        up.set()
        while not stop.is_set():
            await asyncio.sleep(STEP_SECONDS)
        server.close()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            there, back = await asyncio.open_connection("127.0.0.1", self.target)
            await asyncio.gather(self._pump(self._asked(reader), back), self._pump(_bytes_of(there), writer))

    async def _pump(self, source: AsyncIterator[bytes], into: asyncio.StreamWriter) -> None:
        try:
            async for data in source:
                while self.hangs:
                    await asyncio.sleep(STEP_SECONDS)
                into.write(data)
                await into.drain()
        finally:
            into.close()

    async def _asked(self, reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
        """What a client asks: as it comes, or by whole requests of Kafka where some of them may be withheld."""
        if not self.speaks_kafka:
            async for data in _bytes_of(reader):
                yield data
            return
        while True:
            size = await reader.readexactly(4)
            request = await reader.readexactly(int.from_bytes(size))
            if int.from_bytes(request[:2]) not in self.withheld:
                yield size + request


async def _bytes_of(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    while data := await reader.read(BLOCK):
        yield data
