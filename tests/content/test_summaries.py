"""Summaries are part of the agreement.

Their figures are checked at their place, and shown as plain text where no link may stand.
"""

from pathlib import Path

import pytest

from tests.projects import faults, prepared

pytestmark = pytest.mark.uncounted  # others count the lines it runs

ESSAY = "content/essays/test.md"
ISSUE = "content/briefs/2026-01.yaml"
HEAD = "---\ntitle: T\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\n"
WRONG = "[18.2 million](value:population@2019)"
RIGHT = "[19.2 million](value:population@2019)"
WRITTEN = {
    "plain": ("summary: A country of {}, growing.", (6, 23)),
    "plain below its key": ("summary:\n  A country\n\n  of {}.", (9, 6)),
    "plain on two lines": ("summary: A country of\n  some {}.", (7, 8)),
    "tagged": ("summary: !!str A country of {}.", (6, 29)),
    "in double quotes": ('summary: "{} people, \\"counted\\""', (6, 11)),
    "after escapes": ('summary: "Fa\\u00e7ade, \\"A\\"\\n \\\n  and {}."', (7, 7)),
    "after a coded blank": ('summary: "So\\u0020say\\tthe {}."', (6, 28)),
    "in single quotes": ("summary: 'The country''s {}.'", (6, 26)),
    "single quotes on two lines": ("summary: 'A \\ country''s\n  own {}.'", (7, 7)),
    "folded": ("summary: >-\n  A country\n  of {}\n  people.", (8, 6)),
    "folded with a comment": ("summary: >  # to be read\n\n    Of\n\n    {}.\n", (10, 5)),
    "literal": ("summary: |\n  A country\n  of {}.\n", (8, 6)),
}


def told(starter: Path, tmp_path: Path, path: str, text: str) -> list[tuple[str, int, int]]:
    found = faults(starter, tmp_path, {path: text})
    assert {each.location.path for each in found} <= {path}
    return [(each.rule.value, each.location.line, each.location.column) for each in found]


@pytest.mark.parametrize(("form", "at"), WRITTEN.values(), ids=WRITTEN)
def test_a_wrong_figure_is_named_at_its_place(starter: Path, tmp_path: Path, form: str, at: tuple[int, int]) -> None:
    text = f"{HEAD}{form.format(WRONG)}\n---\n\nText.\n"
    assert told(starter, tmp_path, ESSAY, text) == [("claim-disagrees", *at)]


@pytest.mark.parametrize(("form", "at"), WRITTEN.values(), ids=WRITTEN)
def test_a_right_one_is_not(starter: Path, tmp_path: Path, form: str, at: tuple[int, int]) -> None:
    assert at > (5, 0)
    assert told(starter, tmp_path, ESSAY, f"{HEAD}{form.format(RIGHT)}\n---\n\nText.\n") == []


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("A country of ten million that doubled.", [("figure-unbound", 6, 23), ("figure-unbound", 6, 40)]),
        (f"One of {RIGHT} that [grew](trend:population@1990..2019).", []),
        ("It [shrank](trend:population@1990..2019).", [("claim-disagrees", 6, 13)]),
        ("It has [many](value:populatoin@2019).", [("indicator-unknown", 6, 17)]),
        ("See [x](value:population@2019", [("reference-syntax", 6, 14)]),
        ("As [@nye1990] says.", [("reference-syntax", 6, 13)]),
        ("[18.2 million](value:population@2019) people.", [("claim-disagrees", 6, 11)]),
        ("![It grew](chart:population)", [("reference-syntax", 6, 11)]),
        ("A *large* country.", [("yaml-value", 6, 10)]),
        ("[*Large*](country:KAZ), it is.", [("yaml-value", 6, 11)]),
        ("1990. A good year.", [("yaml-value", 6, 10)]),
        ("'## A heading'", [("yaml-value", 6, 11)]),
        ("|\n  One.\n\n  Two.", [("yaml-value", 7, 3)]),
        ("A <script>country</script>.", [("html-not-allowed", 6, 12)]),
        ("5 < 6 & 7 * 8 of [this](../countries/kazakhstan.md#people).", []),
    ],
)
def test_what_may_stand_in_a_summary(
    starter: Path, tmp_path: Path, summary: str, expected: list[tuple[str, int, int]]
) -> None:
    start = "'" if summary.startswith(("[", "!")) else ""
    text = f"{HEAD}summary: {start}{summary}{start}\n---\n\nText.\n"
    assert [each for each in told(starter, tmp_path, ESSAY, text) if each[0] != "citation-unused"] == expected


def test_brackets_at_the_start_want_quotes(starter: Path, tmp_path: Path) -> None:
    (found,) = faults(starter, tmp_path, {ESSAY: f"{HEAD}summary: {RIGHT} people.\n---\n\nText.\n"})
    assert (found.rule.value, found.location.line) == ("yaml-syntax", 6)
    assert "begins with [, needs quotes" in found.hint


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("# allow figure-unbound: told of nobody\nsummary: They doubled.", []),
        ("# allow figure-unbound: told of nobody\nsummary: >-\n  Once\n  they doubled.", []),
        ("# allow figure-unbound\nsummary: They doubled.", [("allow-unused", 6, 1), ("figure-unbound", 7, 15)]),
        ("# allow figure-unbound: nothing to allow\nsummary: They came.", [("allow-unused", 6, 1)]),
        (
            "summary: They doubled.\n# allow figure-unbound: too late",
            [("figure-unbound", 6, 15), ("allow-unused", 7, 1)],
        ),
        ("summary: >-\n  A\n  # allow figure-unbound: text\n  They doubled.", [("figure-unbound", 9, 8)]),
    ],
)
def test_a_warning_is_answered_by_a_comment_above(
    starter: Path, tmp_path: Path, front: str, expected: list[tuple[str, int, int]]
) -> None:
    assert told(starter, tmp_path, ESSAY, f"{HEAD}{front}\n---\n\nText.\n") == expected


BRIEFS = """title: News
date: 2026-01-03
# allow figure-unbound: an example
summary: >-
  Half a million words, and
  {summary} people.
source: A bulletin.
briefs:
- id: poll
  date: 2026-01-01
  countries: [KAZ]
  theme: politics
  headline: A poll
  summary: >-
    In a country
    of {brief}.
  source: {{publisher: Agency, date: 2026-01-01}}
"""


def test_the_summary_of_an_issue_and_those_of_its_briefs_are_checked_alike(starter: Path, tmp_path: Path) -> None:
    wrong = WRONG.replace("population@", "population/KAZ@")
    found = told(starter, tmp_path, ISSUE, BRIEFS.format(summary=wrong, brief=wrong))
    assert found == [("claim-disagrees", 6, 3), ("claim-disagrees", 16, 8)]


def pages(starter: Path, tmp_path: Path, files: dict[str, str]) -> dict[str, str]:
    assert faults(starter, tmp_path, files) == []
    made = prepared(tmp_path / "project", base_url="https://example.org/base")
    return {o.path: o.render().decode() for o in made.outputs if o.path.endswith((".html", ".xml"))}


def test_readers_see_plain_text_in_lists_and_marked_figures_at_the_head_of_a_page(
    starter: Path, tmp_path: Path
) -> None:
    summary = f"summary: R&D in a [land](country:KAZ) of {RIGHT}, […](value:population@2024 'unknown') & <3 more."
    right = RIGHT.replace("population@", "population/KAZ@")
    texts = {
        ESSAY: f"{HEAD}{summary}\n---\n\nThere were {RIGHT}.\n",
        "content/countries/kazakhstan.md": f"---\ncountry: KAZ\nauthors: [A]\nupdated: 2026-01-01\n{summary}\n---\n\nText.\n",
        ISSUE: BRIEFS.format(summary=right, brief="people"),
    }
    plain = "R&amp;D in a land of 19.2 million, 20.6 million &amp; &lt;3 more."
    site = pages(starter, tmp_path, texts)
    essay = site["essays/test/index.html"]
    assert f'<meta name=description content="{plain}">' in essay
    assert "R\\u0026D in a land of 19.2 million, 20.6 million \\u0026 \\u003c3 more." in essay
    assert (
        '<p class=standfirst>R&amp;D in a <a href="/base/countries/kazakhstan/">land</a> of <a class=stated id="ref-1-1"'
        in essay
    )
    assert 'id="ref-1-2"' in essay
    assert essay.count('<li id="note-') == 2
    for path in ("essays/index.html", "index.html", "feed.xml"):
        assert plain in site[path], path
    assert f'<meta name=description content="{plain}">' in site["countries/kazakhstan/index.html"]
    assert f"<p>{plain}</p>" in site["countries/kazakhstan/index.html"]
    issue = site["briefs/2026-01/index.html"]
    assert 'content="Half a million words, and 19.2 million people."' in issue
    assert 'million words, and <a class=stated id="ref-1-1"' in issue
    assert "Half a million words, and 19.2 million people." in site["briefs/index.html"]
