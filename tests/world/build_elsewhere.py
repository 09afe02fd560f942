"""What another process says a build would write.

It says the key of every file, and the bytes of each twentieth as a digest.
"""

import hashlib
import json
import sys
from pathlib import Path

from generator.cache import SqliteCache
from generator.prepare import prepare

STEP = 20


def main(project: Path) -> None:
    """Print key and digest by path; the digest is empty where the file was not made."""
    with SqliteCache(project / ".cache" / "charts.sqlite") as cache:
        made = prepare(project, base_url=None, cache=cache)
        for at, output in enumerate(made.outputs):
            key = hashlib.sha256(output.key.encode()).hexdigest()
            digest = hashlib.sha256(output.render()).hexdigest() if at % STEP == 0 else ""
            print(json.dumps([output.path, key, digest]))  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(Path(sys.argv[1]))
