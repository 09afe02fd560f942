"""Files of a project, each replaced whole while nobody builds, and kept replies."""

import gzip
import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.imports.cells import Reply
from generator.publish.lock import locked


def write_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files of a project under the build's lock, each by a rename; raises HeldError and OSError."""
    with locked(root / "site"):
        staged = [(_staged(root / path, data), root / path) for path, data in sorted(files.items())]
        for temporary, path in staged:
            temporary.replace(path)


def _staged(path: Path, data: bytes) -> Path:
    """Write a file beside the one it is to replace, on the disk before it has the name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return temporary


def keep_replies(folder: Path, replies: Iterable[Reply]) -> None:
    """Keep replies packed under their digests; equal replies are kept once. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for reply in replies:
        path = folder / f"{hashlib.sha256(reply.body).hexdigest()}.gz"
        if not path.exists():
            path.write_bytes(gzip.compress(reply.body, mtime=0))
