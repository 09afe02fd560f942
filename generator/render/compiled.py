"""Compiled templates: once in a process for all who need them, once on a machine if it may be.

Their code is kept beside that of the program's modules, as Python keeps these, and under the same conditions: it is
as trustworthy as they are. It is never in a project, whose caches may come from elsewhere.
"""

import hashlib
import marshal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

READABLE = 0o644
"""Everybody may read the code, as that of modules."""

FOLDER = Path(cache_from_source(__file__)).parent / "templates"


class Compiled(BytecodeCache):
    """The latest code of each template, by the digest of its source; for environments made alike.

    `program` returns a digest of the program and its libraries; `folder` is where code is kept for other processes.
    """

    def __init__(self, program: Callable[[], str], folder: Path = FOLDER) -> None:
        self._held: dict[str, tuple[str, CodeType | None]] = {}
        self._program, self._folder = program, folder

    def get_source_checksum(self, source: str) -> str:
        """Return a digest of a source and of all that compiles it."""
        return hashlib.sha256(f"{MAGIC_NUMBER.hex()} {self._program()}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code if it was compiled from the very same source."""
        checksum, code = self._held.get(bucket.key, ("", None))
        if checksum != bucket.checksum:
            code = self._read(bucket)
            self._held[bucket.key] = (bucket.checksum, code) if code else (checksum, code)
        bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket in place of what an earlier source of the template made."""
        self._held[bucket.key] = (bucket.checksum, bucket.code)
        if bucket.code and not sys.dont_write_bytecode:
            with suppress(OSError):
                self._write(bucket.key, _sealed(bucket.checksum, marshal.dumps(bucket.code)))

    def _read(self, bucket: Bucket) -> CodeType | None:
        """Return the code in a file; None if it is of another source, or not as it was written."""
        try:
            data = (self._folder / bucket.key).read_bytes()
        except OSError:
            return None
        code = data.partition(b"\n")[2]
        return marshal.loads(code) if data == _sealed(bucket.checksum, code) else None  # noqa: S302 - our own code

    def _write(self, name: str, data: bytes) -> None:
        """Write a file whole: another process may read it meanwhile."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._folder, delete=False) as file:
            written = Path(file.name)
            try:
                file.write(data)
                file.flush()
                written.chmod(READABLE)
                written.replace(self._folder / name)
            except OSError:
                written.unlink(missing_ok=True)
                raise


def _sealed(checksum: str, code: bytes) -> bytes:
    """Return code after a line with the digests of what it is made of and of itself."""
    return f"{checksum} {hashlib.sha256(code).hexdigest()}\n".encode() + code
