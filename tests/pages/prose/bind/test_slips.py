"""References that nobody can mean, each reported with what to write instead."""

from pathlib import Path

from tests.projects import HEAD, faults

SYNTAX, CHART, BROKEN = "reference-syntax", "chart-invalid", "link-broken"


TEXT = [
    (
        "[17](value:population/KAZ@2010..2019)",
        SYNTAX,
        "Write value:…@2019; what happened between two years is a trend:",
    ),
    ("[a](rank:population/KAZ@2010..2019)", SYNTAX, "Write rank:…@2019; what happened between two years is a trend:"),
    ("[5](value:population/KAZ@2024?years=2023)", SYNTAX, "Take 'years=2023' away."),
    ("[5](value:population/KAZ@2024?kind=trend)", SYNTAX, "Its options are: years, origin, unit, quoted"),
    ("[5](value:population/KAZ@2024?quotd)", SYNTAX, "Did you mean 'quoted'?"),
    ("[5](value:population/KAZ@2024?quoted&quoted)", SYNTAX, "Keep one of the two."),
    (
        "[…](value:population/KAZ?quoted)",
        "claim-unreadable",
        'Say why in the link\'s title: [text](… "counts guests in lodging")',
    ),
    ("[a](country:KAZ@2019)", SYNTAX, "Take '@2019' away."),
    ("[a](country:KAZ/UZB)", SYNTAX, "Take '/UZB' away."),
    ("[a](indicator:population?in=x)", SYNTAX, "Take 'in' away."),
    ("![a](chart:population/KAZ?kind=)", SYNTAX, "Write its value, or take the option away."),
    ("![a](chart:population/KAZ?years=2019)", CHART, "Write years=2000..2020"),
    ("![a](chart:population/KAZ?kind=slope&years=2019..2019)", CHART, "Write years=2000..2020"),
    ("![a](chart:life_expectancy/KAZ?kind=ranking&years=2010..2019)", CHART, "Write years=2019"),
    ("![a](chart:population/KAZ?compare=UZB,)", CHART, "Write compare=UZB,KGZ, commas between the codes only."),
    ("![a](chart:population/KAZ?compare=UZB,UZB)", CHART, "Keep one of the two."),
    ("[a]()", BROKEN, "Write [text](https://example.org/)"),
    ("[a](http:/example.org)", BROKEN, "Write https://example.org/page or mailto:name@example.org, without spaces."),
    (
        "[a](<https://exa mple.org>)",
        BROKEN,
        "Write https://example.org/page or mailto:name@example.org, without spaces.",
    ),
    ("[a](mailto:)", BROKEN, "Write https://example.org/page or mailto:name@example.org, without spaces."),
    ("[](https://example.org/)", SYNTAX, "Write [what it leads to](https://example.org/)"),
]


def test_each_slip_of_a_text_is_told_at_its_line(starter: Path, tmp_path: Path) -> None:
    body = "\n\n".join(text for text, _rule, _hint in TEXT)
    found = faults(starter, tmp_path, {"content/pages/methods.md": f"{HEAD}{body}\n"})
    told = [(d.location.line, d.location.column, d.rule.value, d.hint) for d in found]
    assert told == [(5 + 2 * at, 1, rule, hint) for at, (_text, rule, hint) in enumerate(TEXT)]
