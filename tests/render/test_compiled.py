"""Compiled templates: shared by equal sources, never by others."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.bccache import Bucket

from generator.render.compiled import Compiled
from generator.render.environment import make_environment
from generator.sources.files import Source, Sources


def rendered(text: str) -> str:
    sources = Sources(files={"templates/a.html": Source(path="templates/a.html", data=text.encode())})
    return make_environment(sources).get_template("a.html").render(name="<b>")


def test_a_source_that_changed_is_compiled_anew_and_one_that_came_back_too() -> None:
    for text, shown in (
        ("1 {{ name }}", "1 &lt;b&gt;"),
        ("2 {{ name }}", "2 &lt;b&gt;"),
        ("1 {{ name }}", "1 &lt;b&gt;"),
    ):
        assert rendered(text) == rendered(text) == shown


@pytest.fixture
def keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Code is kept, whatever this process was started with."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def compiled(folder: Path, text: str, program: str = "1") -> Bucket:
    """Return a template as a process finds it that has compiled none."""
    return Compiled(lambda: program, folder).get_bucket(
        Environment(autoescape=True), "a.html", "templates/a.html", text
    )


def keep(folder: Path, text: str) -> None:
    bucket = compiled(folder, text)
    bucket.code = compile(repr(text), "templates/a.html", "eval")
    Compiled(lambda: "1", folder).set_bucket(bucket)


@pytest.mark.usefixtures("keeps")
def test_another_process_takes_the_code_of_the_same_source_and_program(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    keep(folder, "one")
    code = compiled(folder, "one").code
    assert code is not None
    assert eval(code) == "one"  # noqa: S307 - the code is ours
    assert compiled(folder, "two").code is None
    assert compiled(folder, "one", program="2").code is None
    keep(folder, "two")
    assert compiled(folder, "one").code is None
    assert len(list(folder.iterdir())) == 1


@pytest.mark.usefixtures("keeps")
def test_code_that_is_not_as_it_was_written_is_not_taken(tmp_path: Path) -> None:
    keep(tmp_path, "one")
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for data in (whole[:-1], whole + b"x", b"", b"\n", whole.replace(b"one", b"two")):
        file.write_bytes(data)
        assert compiled(tmp_path, "one").code is None


@pytest.mark.usefixtures("keeps")
def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keep(tmp_path / "file", "one")
    assert compiled(tmp_path / "file", "one").code is None


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep(tmp_path, "one")
    assert not list(tmp_path.iterdir())
