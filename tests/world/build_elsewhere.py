"""What another process says a build would write.

It says the key of every file but those of some profiles, and the bytes of each eighth as a digest. Planning a profile
takes longer than anything else, and there are two hundred: of those that nobody has written for one in four is planned.
"""

import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath

from generator.cache import SqliteCache
from generator.prepare import prepare

STEP = 8
PARTS = 4


def main(project: Path, part: int) -> None:
    """Print key and digest by path; the digest is empty where the file was not made."""
    with SqliteCache(project / ".cache" / "charts.sqlite") as cache:
        files = prepare(project, base_url=None, cache=cache).files
        assert files
        planned = enumerate(files.site.planned)
        places = tuple(at for at, page in planned if at % PARTS == part or _is_always_made(project, page.url))
        for at, output in enumerate(replace(files, places=places).all):
            key = hashlib.sha256(output.key.encode()).hexdigest()
            digest = hashlib.sha256(output.render()).hexdigest() if at % STEP == 0 else ""
            print(json.dumps([output.path, key, digest]))  # noqa: T201 - the test reads it


def _is_always_made(project: Path, url: str) -> bool:
    """Whether a page is no country's, or that of one with a commentary."""
    page = PurePosixPath(url)
    return page.parent.name != "countries" or (project / f"content{page}.md").exists()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
