"""The commands for data."""

from pathlib import Path

import pytest

from tests.commands.run import profiles


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
