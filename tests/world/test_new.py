"""Projects of `profiles new`, of this world: they are right at once, whatever is chosen."""

from pathlib import Path

import pytest
import typer

from generator.commands import project as commands
from generator.starter import write_project
from generator.starter.wish import read_wish
from generator.starter.world import open_world
from tests.commands.run import profiles
from tests.projects import problems_of


@pytest.mark.slow
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"countries": "EST,LVA,LTU,FIN,SWE,NOR,DNK,ISL"},
        {"countries": "VAT"},
        {"countries": "IRQ,ARM,PSE,LBY,TWN,XKX,TUV", "indicators": "all"},
    ],
    ids=["nothing", "eight", "one", "odd ones with all"],
)
def test_a_new_project_has_no_problem(tmp_path: Path, asked: dict[str, str]) -> None:
    world = open_world()
    write_project(tmp_path / "project", world, read_wish(world, **asked))
    assert problems_of(tmp_path / "project") == ()


def test_new_makes_what_its_options_say(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    made = profiles("new", str(folder), "--countries", "EST,LVA", "--indicators", "population", "--title", "Two")
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith(f"Made {folder} with ")
    assert (folder / "site.yaml").read_text("utf-8").startswith('title: "Two"\n')


def test_new_says_which_countries_it_took_where_none_were_named(tmp_path: Path) -> None:
    made = profiles("new", str(tmp_path / "project"), "--indicators", "population")
    assert made.returncode == 0, made.stderr
    first, second, _end = made.stdout.split("\n")
    assert "three: KAZ, KGZ, UZB. Name yours with --countries or --group." in first
    assert second.startswith("Made ")


def test_new_says_what_it_cannot_do(tmp_path: Path) -> None:
    folder, occupied = str(tmp_path / "project"), tmp_path / "file"
    occupied.touch()
    for arguments, code, said in (
        ((folder, "--countries", "EE"), 2, "Did you mean 'EST'?"),
        ((folder, "--countries", "VAT", "--indicators", "visitor_arrivals"), 2, "has a figure for these countries"),
        ((str(occupied / "project"),), 1, f"Cannot write to '{occupied / 'project'}': Not a directory."),
    ):
        refused = profiles("new", *arguments, COLUMNS="400")
        assert (refused.returncode, said in refused.stderr) == (code, True), refused.stderr


def test_new_asks_in_a_terminal_what_no_option_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["northern-europe", "population", "The north"])
    monkeypatch.setattr(typer, "prompt", lambda *_arguments, **_options: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    commands.new(tmp_path / "project")
    text = (tmp_path / "project/site.yaml").read_text("utf-8")
    assert text.startswith('title: "The north"\n')
    assert "SWE" in text
