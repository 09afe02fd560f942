"""Any text can be reported."""

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import Source, Sources
from generator.terminal.report import Format, render_diagnostics


def fault(line: int = 2, column: int = 18, path: str = "content/a.md", message: str = "Off by one.") -> Diagnostic:
    return Diagnostic(
        rule=Rule.CLAIM_DISAGREES,
        location=Location(path=path, line=line, column=column),
        message=message,
        hint="Write 8.5 million.",
    )


@given(st.text(), st.integers(-2, 50), st.integers(-2, 50))
def test_any_text_can_be_reported(text: str, line: int, column: int) -> None:
    sources = Sources(files={"a.md": Source(path="a.md", data=text.encode("utf-8", "surrogatepass"))})
    diagnostic = fault(line=line, column=column, path="a.md")
    assert render_diagnostics([diagnostic], sources, Format.TEXT).startswith(f"a.md:{line}:{column}: error")
