"""What an editor would ask of a text, and the answers that silence it."""

from pathlib import Path

import pytest

from tests.projects import faults

pytestmark = pytest.mark.uncounted  # others count the lines it runs

EDITORIAL = [
    ("### A\n\n## B\n\n#### C", [("heading-order", 12, 1)]),
    ("See https://example.org/ and <https://example.org/>, [here](https://example.org/).", [("url-bare", 8, 5)]),
    ("Some 5 in 1999, 20.6 million; 1,234 and 2.5.", [("figure-unbound", 8, n) for n in (17, 31, 41)]),
    ("It is 12 % or 3 percentage points; `5 %`.", [("figure-unbound", 8, 7), ("figure-unbound", 8, 15)]),
    ("Item 3, the 20th, page 12, 2010–2019, COVID-19, 2026-11-24, v1.2.3 and [5 %](https://example.org/).", []),
    ("<!-- allow figure-unbound: arithmetic -->\nHalf of 1,000.", []),
    (
        "<!-- allow figure-unbound: arithmetic -->\n\nHalf of 1,000.",
        [("allow-unused", 8, 1), ("figure-unbound", 10, 1), ("figure-unbound", 10, 9)],
    ),
    ("<!-- allow figure-unbound -->\nAll of 1,000.", [("allow-unused", 8, 1), ("figure-unbound", 9, 8)]),
    ("It fell by nearly a third\nand now is ten\nthousand.", [("figure-unbound", 8, 19), ("figure-unbound", 9, 12)]),
    ("![Arrivals doubled](chart:population)", [("figure-unbound", 8, 12)]),
    ("* a [third](https://example.org/) of it\n* a\n  [third](https://example.org/) of it, `half of it`", []),
    ("> Two\n> thirds of it.", [("figure-unbound", 8, 3)]),
    ("<!-- allow figure-unbound: said of nobody -->\nThey doubled.", []),
    ("![Now 5 % more](chart:population)", [("figure-unbound", 8, 7)]),
    ("![It rose to [1 person](value:population@2019)](chart:population)", [("claim-disagrees", 8, 14)]),
    ("![It [fell](trend:population@2015..2019)](chart:population)", [("claim-disagrees", 8, 6)]),
    ("![See [here](country:KAZ)](chart:population)", [("reference-syntax", 8, 1)]),
    ("![It is […](value:population)](chart:population)", [("reference-syntax", 8, 1)]),
    ("[a][s]\n\n[s]: https://example.org/1.25", []),
    ("[a][2.5]\n\n[2.5]: <https://example.org/> '5 % more'", []),
    ('It had [1 person](value:population@2020 "counts \\"resident\\" people, 5 %").', [("claim-disagrees", 8, 8)]),
    ("A note.[^oecd-2.5]\n\n[^oecd-2.5]: A note.", []),
    ("[99 million][^1]\n\n[^1]: A note.", [("figure-unbound", 8, 2)]),
    ("If x < 5 % and y > 2.", [("figure-unbound", 8, 8)]),
    ("<!-- 5 %\nof it -->\n\nText.", []),
    ("## A {#a2.5}", []),
    (r"Three \\\[5 %] and four \\\\[5 %](https://example.org/).", [("figure-unbound", 8, 11)]),
    (r"An arrow \<!--5 % long", [("figure-unbound", 8, 15)]),
    ("A label [a][[5 %](https://example.org/)", []),
    ("Two [5 %][a](https://example.org/)", [("figure-unbound", 8, 6)]),
    ("A label [a][[72.5 million] (value:a)", [("reference-syntax", 8, 13)]),
    (f"A label 72.5 million{' ' * 115}[x] (value:a)", [("reference-syntax", 8, 136)]),
    (f"A label 72.5 million{' ' * 116}[x] (value:a)", [("figure-unbound", 8, 9), ("reference-syntax", 8, 137)]),
    ("<!-- allow yaml-syntax: x -->", [("allow-unused", 8, 1)]),
    ("<!-- allow nothing: x -->", [("allow-unused", 8, 1)]),
]


@pytest.mark.parametrize(("body", "expected"), EDITORIAL, ids=[str(n) for n in range(len(EDITORIAL))])
def test_what_an_editor_would_ask(
    starter: Path, tmp_path: Path, body: str, expected: list[tuple[str, int, int]]
) -> None:
    head = "---\ntitle: T\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\nsummary: A test.\n---\n"
    found = faults(starter, tmp_path, {"content/essays/test.md": head + body + "\n"})
    assert [(d.rule.value, d.location.line, d.location.column) for d in found] == expected
