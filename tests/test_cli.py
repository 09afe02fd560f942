import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.starter import next_step
from tests.repository import REPOSITORY


@dataclass(frozen=True)
class Run:
    returncode: int
    stdout: str
    stderr: str


def profiles(*arguments: str, **environment: str) -> Run:
    result = CliRunner().invoke(app, list(arguments), env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return Run(result.exit_code, result.stdout, result.stderr)


def test_the_module_is_the_command() -> None:
    command = [sys.executable, "-m", "generator", "--help"]
    assert subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True).returncode == 0


def test_tidy_rewrites_what_it_can_and_says_why_it_cannot(tmp_path: Path) -> None:
    good, bad, gone = tmp_path / "good.csv", tmp_path / "bad.csv", tmp_path / "gone.csv"
    good.write_bytes(b"a;b\r\n1,5;x\r\n")
    bad.write_bytes(b"a;b\n1.234;x\n")
    run = profiles("tidy", str(good), str(bad), str(gone))
    assert (run.returncode, good.read_bytes(), bad.read_bytes()) == (1, b"a,b\n1.5,x\n", b"a;b\n1.234;x\n")
    assert run.stdout == f"{good}: rewritten.\n"
    assert f"{bad}: Row 2" in run.stderr
    assert f"{gone}: It cannot be rewritten: No such file or directory." in run.stderr
    assert profiles("tidy", str(good)).stdout == f"{good}: is tidy already.\n"


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "project"
    made = profiles("new", str(folder))
    assert made.returncode == 0, made.stderr
    built = profiles("build", "--root", str(folder), "--strict", "--workers", "1")
    assert built.returncode == 0, built.stderr
    assert built.stdout.startswith("Built ")
    return folder


def test_the_starter_builds_at_once(starter: Path) -> None:
    assert (starter / "site" / "index.html").is_file()
    assert (starter / "site" / "countries" / "kazakhstan" / "index.html").is_file()


def test_a_second_build_renders_nothing_anew(starter: Path) -> None:
    again = profiles("build", "--root", str(starter))
    assert "(0 drawn," in again.stdout
    files = sum(
        path.is_file() and path.name != ".manifest.json" and "pagefind" not in path.parts  # the index is made of pages
        for path in (starter / "site").rglob("*")
    )
    assert f"{files} files, {files} unchanged" in again.stdout


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


def test_new_refuses_a_folder_in_use(starter: Path, tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.touch()
    for folder, said in ((starter, "is not empty"), (occupied, "is a file")):
        refused = profiles("new", str(folder), COLUMNS="400")
        assert refused.returncode == 2
        assert said in refused.stderr


def test_new_says_when_the_disk_refuses(tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.touch()
    refused = profiles("new", str(occupied / "project"))
    assert refused.returncode == 1
    assert refused.stderr == f"Cannot write to '{occupied / 'project'}': Not a directory.\n"


def test_new_says_what_to_type_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, program = Path("my project"), tmp_path / "bin" / "profiles"
    program.parent.mkdir()
    program.touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    module = tmp_path / "generator" / "__main__.py"
    assert next_step(project, module, tmp_path / "bin/python") == "bin/python -m generator serve --root 'my project'"
    assert next_step(project, program, tmp_path / "bin/python") == "bin/profiles serve --root 'my project'"
    monkeypatch.setenv("PATH", str(program.parent))
    assert next_step(project, program, tmp_path / "bin/python") == "profiles serve --root 'my project'"


@pytest.mark.parametrize(
    "arguments",
    [
        ("biuld",),
        ("build", "--root", "nowhere"),
        ("build", "--base-url", "example.org"),
        ("build", "--workers", "0"),
        ("build", "--base-url", "https://[::1/"),
        ("build", "--base-url", "https://example.org/?a=b"),
        ("build", "--base-url", "https://example.org/../a/"),
    ],
)
def test_wrong_usage_exits_with_two(arguments: tuple[str, ...]) -> None:
    assert profiles(*arguments).returncode == 2


def test_help_teaches() -> None:
    text = profiles("--help", COLUMNS="100").stdout
    assert all(word in text for word in ("build", "check", "serve", "new", "Exit codes"))


def test_no_color_is_honoured(tmp_path: Path) -> None:
    assert "\x1b" not in profiles("build", "--root", str(tmp_path), NO_COLOR="1").stderr


def test_a_rule_is_explained_and_a_misspelt_one_is_guessed() -> None:
    told = profiles("explain", "claim-disagrees")
    assert (told.returncode, told.stdout[:18]) == (0, "## claim-disagrees")
    wrong = profiles("explain", "claim-disagres", COLUMNS="200")
    assert wrong.returncode == 2
    assert "did you mean 'claim-disagrees'?" in wrong.stderr
    assert "rules are file-missing" in profiles("explain", "q", COLUMNS="2000").stderr


def test_a_country_is_explained_in_an_index(starter: Path) -> None:
    run = profiles("index", "good-life", "--explain", "KAZ", "--root", str(starter))
    assert run.returncode == 0
    assert run.stdout.startswith("Good life, version 1.0, 2019: Kazakhstan\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("good-lief", "--explain", "KAZ"), "there is no index 'good-lief'; indices here are good-life"),
        (("good-life", "--explain", "FRA"), "'FRA' is no country of 'good-life'"),
    ],
)
def test_what_cannot_be_explained_is_wrong_usage(starter: Path, arguments: tuple[str, ...], said: str) -> None:
    run = profiles("index", *arguments, "--root", str(starter), COLUMNS="200")
    assert run.returncode == 2
    assert said in " ".join(run.stderr.split())
