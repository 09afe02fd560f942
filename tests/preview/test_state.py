"""What the preview says in the terminal: how many files there are, then how many a save has changed."""

import re
from pathlib import Path

from generator.preview.state import Preview
from generator.starter import write_starter
from tests.projects import prepared

ESSAY = "---\ntitle: New\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\nsummary: S.\n---\n\nWords.\n"


def test_the_first_state_is_counted_and_the_others_are_compared(tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    preview = Preview(lambda: prepared(tmp_path / "project"))
    first = preview.rebuild()
    assert re.fullmatch(
        rf"Ready in \d+\.\d\d s: {len(preview.outputs)} files, each rendered when it is asked for\n", first
    )
    assert preview.rebuild().endswith(" s: 0 files changed\n")
    before = {path: output.key for path, output in preview.outputs.items()}
    essay = tmp_path / "project/content/essays/new.md"
    essay.write_text(ESSAY, "utf-8")
    said = preview.rebuild()
    after = {path: output.key for path, output in preview.outputs.items()}
    assert said.endswith(f" s: {len({path for path, _key in after.items() ^ before.items()})} files changed\n")
    assert "essays/new/index.html" in after


def test_a_first_state_with_an_error_leaves_the_next_one_the_first(tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    essay = tmp_path / "project/content/essays/new.md"
    essay.write_text(f"{ESSAY}[5](value:population)\n", "utf-8")
    preview = Preview(lambda: prepared(tmp_path / "project"))
    assert "claim-disagrees" in preview.rebuild()
    essay.write_text(ESSAY, "utf-8")
    assert preview.rebuild().startswith("Ready in ")
