"""Templates that were compiled, kept in memory: each test has a portal of its own, and their pages are the same."""

from typing import Final

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """What was compiled, by template; jinja compiles anew where the source is another."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what was kept."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for the next portal."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


COMPILED: Final = Compiled()
