import json

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import Source, Sources
from generator.terminal.report import Format, render_diagnostics

TEXT = "population,2020\nArrivals rose to 9 million.\n"
SOURCES = Sources(files={"content/a.md": Source(path="content/a.md", data=TEXT.encode())})


def fault(line: int = 2, column: int = 18, path: str = "content/a.md", message: str = "Off by one.") -> Diagnostic:
    return Diagnostic(
        rule=Rule.CLAIM_DISAGREES,
        location=Location(path=path, line=line, column=column),
        message=message,
        hint="Write 8.5 million.",
    )


def test_text_shows_place_line_caret_and_hint() -> None:
    assert render_diagnostics([fault()], SOURCES, Format.TEXT) == (
        "content/a.md:2:18: error[claim-disagrees] Off by one.\n"
        "    Arrivals rose to 9 million.\n"
        "                     ^\n"
        "    Write 8.5 million.\n"
    )


def test_a_place_without_a_file_has_no_excerpt() -> None:
    text = render_diagnostics([fault(path="data/none.csv")], SOURCES, Format.TEXT)
    assert text == "data/none.csv:2:18: error[claim-disagrees] Off by one.\n    Write 8.5 million.\n"


def test_a_picture_has_no_excerpt() -> None:
    sources = Sources(files={"content/a.md": Source(path="content/a.md", data=b"\xff\xd8\x00\x10JFIF\n")})
    text = render_diagnostics([fault(line=1, column=1)], sources, Format.TEXT)
    assert text == "content/a.md:1:1: error[claim-disagrees] Off by one.\n    Write 8.5 million.\n"


def test_a_long_line_is_cut_around_the_caret() -> None:
    sources = Sources(files={"content/a.md": Source(path="content/a.md", data=b"x" * 5000)})
    lines = render_diagnostics([fault(line=1, column=4000)], sources, Format.TEXT).splitlines()
    assert max(map(len, lines)) < 110
    assert lines[2].endswith("^")


def test_at_most_twenty_of_a_rule_per_file() -> None:
    many = [fault(line=n) for n in range(1, 26)]
    text = render_diagnostics(many, SOURCES, Format.TEXT)
    assert text.count("error[claim-disagrees]") == 20
    assert text.endswith("content/a.md: 5 more of [claim-disagrees]; --format json shows all\n")
    assert len(json.loads(render_diagnostics(many, SOURCES, Format.JSON))) == 25


def test_json_has_every_field() -> None:
    assert json.loads(render_diagnostics([fault()], SOURCES, Format.JSON)) == [
        {
            "path": "content/a.md",
            "line": 2,
            "column": 18,
            "severity": "error",
            "rule": "claim-disagrees",
            "message": "Off by one.",
            "hint": "Write 8.5 million.",
        }
    ]


def test_github_annotations_escape_what_would_end_them() -> None:
    text = render_diagnostics([fault(path="content/a,b:c.md", message="100 %\nor less")], SOURCES, Format.GITHUB)
    assert text == (
        "::error file=content/a%2Cb%3Ac.md,line=2,col=18,title=claim-disagrees::100 %25%0Aor less%0AWrite 8.5 million.\n"
    )


def test_the_caret_stands_under_wide_and_combining_characters() -> None:
    line = "中国 e\N{COMBINING ACUTE ACCENT}t 9 million"
    sources = Sources(files={"content/a.md": Source(path="content/a.md", data=line.encode())})
    shown, caret = render_diagnostics([fault(line=1, column=8)], sources, Format.TEXT).splitlines()[1:3]
    assert shown == f"    {line}"
    assert caret == "    " + " " * len("____ et ") + "^"
