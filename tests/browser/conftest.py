"""A site of twenty countries on a loopback address, and a preview of the starter."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.live_preview import Live
from tests.browser.long_words import TEXT
from tests.browser.serving import serve
from tests.built_once import built_once
from tests.changes import put
from tests.photos import CREDIT, photo_with_place
from tests.starter_project import write_starter

SMALL_SITE = Path(__file__).parent / "small_site"
"""A project of its own, so that no test here depends on this world."""
LEAD = "image: {path: ../images/port.jpg, alt: Cranes over a port, caption: The port}"
IN_PICTURES = """
## In pictures {#pictures}

![Ships at a quay](../images/quay.jpg "The quay")

![](../images/quay.jpg?decorative)

> Nobody had planned for it.
>
> — A director
{: .pull-quote}

[The report](../../static/report.pdf)
{: .download}
"""


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the small site; every process of the run shares one."""
    return built_once(tmp_path_factory, worker_id, "small-site", _write_small_site) / "site"


def _write_small_site(project: Path) -> None:
    shutil.copytree(SMALL_SITE, project)
    for folder in ("content/images", "static"):
        (project / folder).mkdir()
    for name in ("port", "quay"):
        (project / f"content/images/{name}.jpg").write_bytes(photo_with_place(2400, 1500))
    (project / "static/report.pdf").write_bytes(b"%PDF-1.4")
    put("content/essays/long-words.md", TEXT)(project)
    put("content/images.yaml", f"port.jpg: {CREDIT}quay.jpg: {CREDIT}")(project)
    essay = project / "content/essays/travel.md"
    essay.write_text(essay.read_text("utf-8").replace("\nsummary:", f"\n{LEAD}\nsummary:", 1) + IN_PICTURES, "utf-8")


@pytest.fixture(scope="session")
def address(small_site: Path) -> Iterator[str]:
    """The address of the small site."""
    with serve(small_site) as served:
        yield served


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """A preview of a starter project with a style sheet of its own, still empty."""
    write_starter(tmp_path / "project")
    put("templates/styles/own.css", "")(tmp_path / "project")
    started = Live(tmp_path / "project")
    yield started
    started.stop()
