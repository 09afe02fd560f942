"""Issues of briefs, read strictly: every fault at its place."""

from pathlib import Path

import pytest

from tests.issues import ISSUE, made

FAULTS = [
    ("theme: politics", "charts: [visitor_arrivels]\n  theme: politics", "indicator-unknown", 9, 12),
    ("theme: politics", "theme: politic", "yaml-value", 9, 10),
    ("  source: {publisher: Agency, date: 2020-12-29}\n", "", "yaml-value", 6, 3),
    ("headline: A poll", "headlin: A poll", "yaml-unknown-key", 10, 3),
    ("[KAZ, UZB]", "[KAZ, UZZ]", "country-unknown", 8, 20),
    ("id: visit", "id: poll", "brief-duplicate", 18, 7),
    ("67.3%](", "76.3%](", "claim-disagrees", 13, 21),
    ("brief:poll#support", "brief:poll#suport", "brief-unknown", 13, 21),
    ("[67.3%](brief:poll#support)", "67.3%", "figure-unbound", 13, 21),
    ("[the poll](brief:poll)", "[the poll](brief:pol)", "brief-unknown", 23, 16),
    ("brief:poll#support", "value:poll#support", "reference-syntax", 13, 21),
    ('value: "67.3"', 'value: "67,3"', "yaml-value", 15, 38),
    ("    A first line.", "    A <script>first</script> line.", "html-not-allowed", 12, 7),
    ("    A first line.", "    A *first*{: .qqq} line.", "class-unknown", 12, 18),
]


@pytest.mark.parametrize(("right", "wrong", "rule", "line", "column"), FAULTS, ids=[f"{f[2]}-{f[3]}" for f in FAULTS])
def test_a_fault_is_told_at_its_place(
    starter: Path, tmp_path: Path, right: str, wrong: str, rule: str, line: int, column: int
) -> None:
    assert right in ISSUE
    found = made(starter, tmp_path, {"2021-01": ISSUE.replace(right, wrong, 1)}).diagnostics
    places = [(str(d.rule), d.location.path, d.location.line, d.location.column) for d in found]
    assert (rule, "content/briefs/2021-01.yaml", line, column) in places


def test_an_id_is_used_once_in_all_issues(starter: Path, tmp_path: Path) -> None:
    found = made(starter, tmp_path, {"2021-01": ISSUE, "2021-02": ISSUE}).diagnostics
    assert [d.location.path for d in found if d.rule == "brief-duplicate"] == ["content/briefs/2021-02.yaml"] * 2


def test_a_near_id_is_suggested(starter: Path, tmp_path: Path) -> None:
    (found,) = made(starter, tmp_path, {"a": ISSUE.replace("#support", "#suport")}).diagnostics
    assert found.hint == "Did you mean 'support'?"
