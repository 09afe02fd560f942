"""Broken documents in a sound project: each named at its place with its rule."""

from pathlib import Path

import pytest

from tests.projects import HEAD, faults, rendered

BODIES = [
    ("\n\n* [a](country:ZZZ)", "country-unknown", 7, 3),
    ("## A [5](value:population/KAZ)", "heading-value", 5, 6),
    ("## A {#x}\n\n## B {#x}", "heading-duplicate", 7, 6),
    ("Text\n\n## A {#x}\n\nText ![a](chart:population/KAZ) text", "chart-invalid", 9, 6),
    ("GDP grew.\n\n*[GDP]: output, [5](value:population/KAZ@2019)", "reference-syntax", 7, 17),
    ("[a][one]\n\n[one]: ranks:population", "link-scheme", 7, 1),
    ("`<script>`\n\n<b>fine</b> <script>x</script>", "html-not-allowed", 7, 13),
    ("Text\n\n# Title", "html-not-allowed", 7, 1),
    ("# Title", "html-not-allowed", 5, 1),
    ("a <script>x</script>", "html-not-allowed", 5, 3),
    ('a <b onclick="x">y</b>', "html-not-allowed", 5, 6),
    ("[" * 60 + "a" + "]" * 60, "nesting-limit", 5, 51),
    ("a\n" + ">" * 60, "nesting-limit", 6, 1),
    ("a " + "`" * 60, "nesting-limit", 5, 3),
    ("*[a]: b\n" * 501, "reference-limit", 5, 1),
    ("[^1]: b\n" * 1001, "reference-limit", 5, 1),
    ("[a](b) " * 20_001, "reference-limit", 5, 1),
    ("``code ` [5](value:x)`` [a](ranks:x)", "link-scheme", 5, 25),
    ("```\n[5](value:x)\n```\n\n> [a](ranks:x)", "link-scheme", 9, 3),
    ('<div markdown="1">\n\n[a](ranks:x)\n\n</div>', "link-scheme", 7, 1),
    ("!!! note\n    [a](ranks:x)", "link-scheme", 6, 5),
    ("| a |\n| --- |\n| [a](ranks:x) |", "link-scheme", 7, 3),
    ("a[^1]\n\n[^1]: b [a](ranks:x)", "link-scheme", 7, 9),
]


def test_a_block_goes_with_its_missing_value(starter: Path, tmp_path: Path) -> None:
    body = (
        "Kept [a](country:KAZ).\n\n"
        "Gone [5](value:population/KAZ@1800), [first](rank:population/KAZ@1800).\n{: .drop-if-missing}\n\n"
        "Stays […](value:population/KAZ@2019).\n{: .drop-if-missing}\n\n* one\n* two\n{: .drop-if-missing}\n\nEnd.\n"
    )
    page = rendered(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert "Kept" in page
    assert "Gone" not in page
    assert "Stays" in page
    assert "End." in page
    assert not any("\ue000" <= character <= "\uf8ff" for character in page)


def test_a_charts_title_may_hold_a_bound_figure(starter: Path, tmp_path: Path) -> None:
    body = "![It has [20.6 million](value:population/KAZ@2024) people](chart:population/KAZ)\n"
    page = rendered(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert "It has 20.6 million people" in page
    assert "value:population" not in page
    assert "class=stated" not in page


def test_an_error_in_a_block_that_goes_is_still_told(starter: Path, tmp_path: Path) -> None:
    body = "[5](value:population/KAZ@1800), [6](value:population/KAZ@2019).\n{: .drop-if-missing}\n"
    found = faults(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert [(d.rule.value, d.location.column) for d in found] == [("claim-disagrees", 33)]


def test_a_page_that_nothing_links_to_is_named(starter: Path, tmp_path: Path) -> None:
    found = faults(starter, tmp_path, {"content/pages/test.md": HEAD + "Text.\n"})
    assert [(d.rule.value, d.location.line) for d in found] == [("document-orphan", 5)]


@pytest.mark.parametrize(
    ("body", "rule", "line", "column"), BODIES, ids=[f"{r}-{n}" for n, (_, r, *_x) in enumerate(BODIES)]
)
def test_a_fault_is_named_at_its_place(
    starter: Path, tmp_path: Path, body: str, rule: str, line: int, column: int
) -> None:
    found = faults(starter, tmp_path, {"content/pages/methods.md": HEAD + body + "\n"})
    assert [(d.rule.value, d.location.line, d.location.column) for d in found][:1] == [(rule, line, column)]
    assert found[0].location.path == "content/pages/methods.md"
    assert found[0].message
    assert found[0].hint


def test_a_country_that_only_site_yaml_leaves_out_is_to_be_added_there(starter: Path, tmp_path: Path) -> None:
    site = (starter / "site.yaml").read_text("utf-8")
    files = {
        "site.yaml": site.replace("KAZ, KGZ, UZB", "KAZ, KGZ"),
        "content/pages/methods.md": "---\ntitle: M\nsummary: S.\n---\n[Uzbekistan](country:UZB), [U](country:UZZ)\n",
    }
    assert files["site.yaml"] != site
    told = [
        (d.message, d.hint) for d in faults(starter, tmp_path, files) if d.location.path == "content/pages/methods.md"
    ]
    assert told[0] == ("'UZB' (Uzbekistan) has no profile here.", "Add UZB to profiles in site.yaml, or take this out.")
    assert told[1][0] == "There is no country 'UZZ'."


def test_a_rank_with_a_wrong_ending_is_answered_with_the_right_one(starter: Path, tmp_path: Path) -> None:
    body = "It is [3th](rank:population/KAZ@2019?in=central-asia) or [2th](rank:population/KAZ@2019?in=central-asia).\n"
    found = faults(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert [(d.rule.value, d.location.column, d.hint) for d in found] == [
        ("claim-unreadable", 7, "Write 2nd of 3"),
        ("claim-unreadable", 58, "Write 2nd"),
    ]


def test_sound_references_are_bound(starter: Path, tmp_path: Path) -> None:
    body = (
        '[…](value:population/KAZ) and [nothing](value:population/KAZ@2019?quoted "a poet\'s word").\n\n'
        '[…](value:population/KAZ@1800 "not counted") `[5](value:x)`\n\n'
        "[second of 3](rank:population/KAZ@2019?in=central-asia), […](rank:population/KAZ@2019?in=central-asia), "
        '[tenth](rank:population/KAZ@2019?in=central-asia&quoted "a slip"), [grew](trend:population/KAZ@2000..2019), '
        "[…](trend:population/KAZ@2000..2019), [rose](trend:life_expectancy/KAZ@2000..2019).\n\n"
        "[Uzbekistan](country:UZB), [people](indicator:population), [about](about.md), [out](https://example.org/)\n"
    )
    found = faults(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert found == []


def test_a_group_is_linked_by_its_id_and_named_where_the_text_is_left_out(starter: Path, tmp_path: Path) -> None:
    body = "[The region](group:central-asia) or [](group:central-asia).\n"
    page = rendered(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert '<a href="/country-profiles/groups/central-asia/">The region</a>' in page
    assert '<a href="/country-profiles/groups/central-asia/">Central Asia</a>' in page


@pytest.mark.parametrize("compare", ["all", "group"])
def test_a_chart_compares_with_all_or_the_countrys_region(starter: Path, tmp_path: Path, compare: str) -> None:
    body = f"![Most grew](chart:population/KAZ?compare={compare})\n"
    page = rendered(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert page.count("Kyrgyzstan") == page.count("Uzbekistan") > 1


def test_a_chart_without_a_place_has_no_group_to_compare_with(starter: Path, tmp_path: Path) -> None:
    body = "![Most grew](chart:population?compare=group)\n"
    (found,) = faults(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert (found.rule, found.message) == ("chart-invalid", "There is no other place to compare with.")
