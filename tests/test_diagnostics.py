"""Problems in order, and which of them stop a build."""

from generator.diagnostics import Diagnostic, Location, Severity, failed, in_order
from generator.rules import Rule


def fault(line: int = 2, column: int = 18, path: str = "content/a.md", message: str = "Off by one.") -> Diagnostic:
    return Diagnostic(
        rule=Rule.CLAIM_DISAGREES,
        location=Location(path=path, line=line, column=column),
        message=message,
        hint="Write 8.5 million.",
    )


def test_order_is_by_place_and_each_problem_is_said_once() -> None:
    assert in_order([fault(line=9), fault(line=2), fault(line=9)]) == (fault(line=2), fault(line=9))


def test_warnings_fail_only_when_strict() -> None:
    warning = Diagnostic(rule=Rule.OBSERVATION_ORDER, location=Location(path="a.csv"), message="Unsorted.")
    assert warning.severity is Severity.WARNING
    assert not failed([warning], strict=False)
    assert failed([warning], strict=True)
    assert failed([fault()], strict=False)
    assert not failed([], strict=True)
