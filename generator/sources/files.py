"""Source files as they were read: paths inside the project and their bytes."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

__all__ = ("Source", "Sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file of the project: `path` relative to the root with forward slashes, and its bytes."""

    path: str
    data: bytes
    digest: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", hashlib.sha256(self.data).hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All files a build reads, by path; nothing reads the disk after this record exists."""

    files: Mapping[str, Source]

    def under(self, folder: str, suffix: str = "") -> Iterator[Source]:
        """The files below `folder` whose path ends in `suffix`, in path order."""
        prefix = folder.rstrip("/") + "/"
        return (self.files[path] for path in sorted(self.files) if path.startswith(prefix) and path.endswith(suffix))

    def digest(self, *folders: str) -> str:
        """One digest of all files below the folders: equal digest, equal names and bytes."""
        lines = (f"{source.path}\0{source.digest}\n" for folder in folders for source in self.under(folder))
        return hashlib.sha256("".join(lines).encode()).hexdigest()
