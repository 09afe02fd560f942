"""The bar of problems on a page of the preview."""

from generator.diagnostics import Diagnostic, Location
from generator.preview.bar import problem_bar
from generator.rules import Rule


def test_each_problem_names_its_rule_for_who_wants_it_explained() -> None:
    where = Location(path="content/a.md", line=3, column=1)
    problem = Diagnostic(rule=Rule.CLAIM_DISAGREES, location=where, message="3 < 4.", hint="Write 4.")
    bar = problem_bar((problem, problem), stopped=True)
    assert bar.count("</button> <code>claim-disagrees</code> 3 &lt; 4. <i>Write 4.</i>") == 3
