"""An earlier state of the project's data: another folder, or a revision of its Git repository."""

import io
import subprocess
import tarfile
from pathlib import Path

from generator.sources.files import Source, Sources
from generator.sources.plain import plain_bytes
from generator.sources.read import read_sources


class RevisionError(Exception):
    """The reason why a state cannot be read."""


def read_state(root: Path, against: str) -> Sources:
    """Return the sources below ``data/`` of a folder or a Git revision (`main`, `HEAD~3`).

    Raises RevisionError where there is neither.
    """
    if (Path(against) / "data").is_dir():
        sources, _problems = read_sources(Path(against))
        return Sources(files={path: source for path, source in sources.files.items() if path.startswith("data/")})
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{against}^{{commit}}")
    return _unpacked(_git(root, "archive", "--format=tar", commit.decode().strip(), "data"))


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - arguments are checked by git
    except OSError as error:
        raise RevisionError("git is not installed; name a folder instead.") from error
    if done.returncode:
        detail = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(detail[0] if detail else "there is neither such a folder nor such a revision.")
    return done.stdout


def _unpacked(archive: bytes) -> Sources:
    files: dict[str, Source] = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() else None
            if file is not None and member.name.endswith((".csv", ".yaml")):
                files[member.name] = Source(path=member.name, data=plain_bytes(file.read()))
    return Sources(files=files)
