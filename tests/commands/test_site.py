"""The commands for the site."""

import json
from pathlib import Path

from tests.commands.run import profiles


def test_the_starter_builds_at_once(starter: Path) -> None:
    assert (starter / "site" / "index.html").is_file()
    assert (starter / "site" / "countries" / "kazakhstan" / "index.html").is_file()


def test_a_second_build_renders_nothing_anew(starter: Path) -> None:
    again = profiles("build", "--root", str(starter))
    assert "(0 drawn," in again.stdout
    files = sum(path.is_file() and path.name != ".manifest.json" for path in (starter / "site").rglob("*"))
    assert f"{files} files, {files} unchanged" in again.stdout


def test_a_build_explains_a_page(starter: Path, tmp_path: Path) -> None:
    profiles("build", "--root", str(starter))
    told = profiles("build", "--root", str(starter), "--explain", "countries/kazakhstan/")
    assert "The last build did not plan it" in told.stdout
    assert "countries/kazakhstan/index.html was taken over" in told.stdout
    assert "made no page and no file 'x'" in profiles("build", "--root", str(starter), "--explain", "x").stderr
    assert "after --explain" in profiles("build", "--root", str(starter), "--explain", "").stderr
    assert "No build is known" in profiles("build", "--root", str(tmp_path), "--explain", "x").stderr


def test_a_build_that_is_explained_knows_what_has_changed_since(starter: Path) -> None:
    page = starter / "content/pages/about.md"
    text = page.read_bytes()
    profiles("build", "--root", str(starter))
    same = profiles("build", "--root", str(starter), "--explain", "/about/").stdout
    assert same.startswith("No source has changed since the last build that wrote site/.\n")
    page.write_bytes(text + b"\nMore.\n")
    try:
        told = profiles("build", "--root", str(starter), "--explain", "/about/").stdout
        nowhere = profiles("build", "--root", str(starter), "--explain", "/nowhere/").stderr
    finally:
        page.write_bytes(text)
    assert told.startswith(
        "Since the last build, of which this tells, have changed:\n  content/pages/about.md (changed)"
    )
    assert "Sources have changed since." in nowhere


def test_nothing_is_left_in_a_folder_without_a_project(tmp_path: Path) -> None:
    for command in ("build", "check"):
        refused = profiles(command, "--root", str(tmp_path))
        assert (refused.returncode, "There is no site.yaml here." in refused.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_check_says_what_is_wrong_and_writes_nothing(starter: Path) -> None:
    before = {p: p.read_bytes() for p in (starter / "site").rglob("*") if p.is_file()}
    page = starter / "content" / "pages" / "broken.md"
    page.write_text("---\ntitle: Broken\nsummary: It is.\n---\n\n[9](value:populatoin/KAZ@2020)\n", encoding="utf-8")
    try:
        checked = profiles("check", "--root", str(starter))
        built = profiles("build", "--root", str(starter))
        shown = profiles("check", "--root", str(starter), "--format", "json")
    finally:
        page.unlink()
    assert checked.returncode == built.returncode == shown.returncode == 1
    assert "content/pages/broken.md:6:1: error[indicator-unknown]" in checked.stderr
    assert "did you mean 'population'" in checked.stderr.lower().replace("`", "'").replace("“", "'").replace("”", "'")
    faults = json.loads(shown.stdout)
    assert [f["line"] for f in faults if f["severity"] == "error"] == [6]
    assert {p: p.read_bytes() for p in (starter / "site").rglob("*") if p.is_file()} == before


def test_no_color_is_honoured(tmp_path: Path) -> None:
    assert "\x1b" not in profiles("build", "--root", str(tmp_path), NO_COLOR="1").stderr
