"""Templates compiled once in a process for check, rendering and every later preview."""

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The latest code of each template, by the digest of its source; for environments made alike."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code if it was compiled from the very same source."""
        checksum, code = self._held.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket in place of what an earlier source of the template made."""
        self._held[bucket.key] = (bucket.checksum, bucket.code)
