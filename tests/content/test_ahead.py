"""Documents are read while the program is loaded: as they are kept by who reads them later."""

import shutil
import subprocess
import sys
from pathlib import Path

from generator.content.load import FEW
from generator.state.beside import cores
from tests.changes import put
from tests.projects import HEAD

SCRIPT = """
import sys
import threading
from pathlib import Path
from generator.cache import MemoryCache
from generator.content.ahead import read_ahead
from generator.sources.read import read_sources

state, sources = MemoryCache(), read_sources(Path(sys.argv[1]))[0]
with read_ahead(sources, state) as beside:
    state.put_all(beside.entries())
print(sum(state.get(f"document {path}") is not None for path in sources.files))
print("generator.prepare" in sys.modules)
from generator.prepare import check
check(Path(sys.argv[1]), base_url=None, tried=0, state=state)
again = read_ahead(sources, state)
print(len(again.entries()))
threading.Thread(target=threading.Event().wait, daemon=True).start()
print(len(read_ahead(sources, MemoryCache()).entries()))
"""


def test_new_documents_are_read_before_the_build_is_loaded_and_known_ones_are_not(
    starter: Path, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(starter, tmp_path / "project"))
    for number in range(FEW):
        put(f"content/pages/more-{number}.md", f"{HEAD}\nWords.\n")(project)
    command = (sys.executable, "-c", SCRIPT, str(project))
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    documents = len(list(project.glob("content/[cep]*/*.md")))
    assert said == [str(documents if cores() > 1 else 0), "False", "0", "0"]


def test_a_project_whose_settings_cannot_be_read_has_none(starter: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(starter, tmp_path / "project"))
    put("site.yaml", "title: [")(project)
    command = (sys.executable, "-c", SCRIPT.partition("print")[0], str(project))
    assert subprocess.run(command, capture_output=True, text=True, check=True).stderr == ""
