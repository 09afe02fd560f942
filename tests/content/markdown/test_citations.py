"""Citations and the works they name, in a sound project."""

from pathlib import Path

import pytest

from tests.projects import HEAD, faults, rendered

BOOK = "@book{nye, author={Nye, Joseph S.}, title={Bound to Lead}, publisher={Basic Books}, year={1990}}\n"
CITATIONS = [
    ("A [@nye].", BOOK, []),
    ("A [@nye, p. 31; @nye] and `[@not]`.", BOOK, []),
    ("A [@ney].", BOOK, [("citation-unused", 1, 7), ("citation-unknown", 5, 3)]),
    ("A [@nye p. 31].", BOOK, [("citation-unused", 1, 7), ("reference-syntax", 5, 3)]),
    ("A [@nye, @ney, p. 31].", BOOK, [("citation-unused", 1, 7), ("reference-syntax", 5, 3)]),
    ("A.", "", []),
    ("A.", "\n\n@book{x, title={y}", [("bibliography-syntax", 3, 1)]),
    ("A [@nye].", BOOK + BOOK, [("bibliography-syntax", 2, 7)]),
    ("## A [@nye]", BOOK, [("citation-unused", 1, 7), ("heading-value", 5, 6)]),
]


@pytest.mark.parametrize(("body", "works", "expected"), CITATIONS, ids=[str(n) for n in range(len(CITATIONS))])
def test_citations(starter: Path, tmp_path: Path, body: str, works: str, expected: list[tuple[str, int, int]]) -> None:
    found = faults(starter, tmp_path, {"content/pages/methods.md": HEAD + body + "\n", "content/references.bib": works})
    assert sorted([(d.rule.value, d.location.line, d.location.column) for d in found], reverse=True) == sorted(
        expected, reverse=True
    )


def test_works_in_one_citation_are_parted_by_semicolons(starter: Path, tmp_path: Path) -> None:
    body = HEAD + "A [@nye, @a:b-c.].\n"
    found = faults(starter, tmp_path, {"content/pages/methods.md": body, "content/references.bib": BOOK})
    assert "Write [@nye; @a:b-c]" in [each.hint for each in found]


def test_works_are_numbered_as_first_cited(starter: Path, tmp_path: Path) -> None:
    works = BOOK + BOOK.replace("nye,", "other,").replace("Bound to Lead", "A & <b>C</b>")
    body = "First [@other, p. 3], then [@nye; @other].\n"
    page = rendered(starter, tmp_path, {"content/pages/methods.md": HEAD + body, "content/references.bib": works})
    assert '[<a class=cited href="#work-1">1</a>, p. 3]' in page
    assert '[<a class=cited href="#work-2">2</a>; <a class=cited href="#work-1">1</a>]' in page
    assert '<li id="work-2">Joseph&nbsp;S. Nye. <em>Bound to Lead</em>. Basic Books, 1990.</li>' in page
    assert "<b>" not in page.split('id="work-1"')[1].split("</li>")[0]
