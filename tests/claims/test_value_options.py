"""What an author may choose of a value: its origin, and its magnitude.

In a magnitude it fills itself.
"""

from pathlib import Path

import pytest

from tests.projects import HEAD, faults, rendered
from tests.starter_project import write_starter

POPULATION = "data/observations/population.csv"
CATALOG = "data/catalog/indicators/all.yaml"


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter, with a second and older count of Kazakhstan's people in 2019."""
    project = tmp_path_factory.mktemp("choices") / "project"
    write_starter(project)
    row = "KAZ,2019,19209555,A,wdi_extract_2025b,\n"
    counts = project / POPULATION
    counts.write_text(counts.read_text("utf-8").replace(row, "KAZ,2019,18513673,A,wdi_extract_2023,\n" + row), "utf-8")
    catalog = project / CATALOG
    text = catalog.read_text("utf-8").replace("[wdi_extract_2025b]", "[wdi_extract_2025b, wdi_extract_2023]", 1)
    catalog.write_text(text, "utf-8")
    return project


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("[…](value:population/KAZ@2019)", "19.2\N{NO-BREAK SPACE}million"),
        ("[18,513,673](value:population/KAZ@2019?origin=wdi_extract_2023)", "18,513,673"),
        ("[…](value:population/KAZ@2019?origin=wdi_extract_2023)", "18.5\N{NO-BREAK SPACE}million"),
        ("[…](value:population/KAZ@2019?unit=thousand)", "19,200\N{NO-BREAK SPACE}thousand"),
        ("[…](value:gdp_per_head_ppp/KAZ@2024?unit=thousand)", "$36\N{NO-BREAK SPACE}thousand"),
    ],
)
def test_a_choice_is_followed(starter: Path, tmp_path: Path, reference: str, told: str) -> None:
    page = rendered(starter, tmp_path, {"content/pages/methods.md": f"{HEAD}It was {reference}.\n"})
    assert f">{told}<" in page


@pytest.mark.parametrize(
    ("reference", "rule", "hint"),
    [
        ("[19,209,555](value:population/KAZ@2019?origin=wdi_extract_2023)", "claim-disagrees", "Write 18,513,673"),
        (
            "[…](value:population/KAZ@2019?origin=wdi_extract_203)",
            "reference-syntax",
            "Did you mean 'wdi_extract_2023'?",
        ),
        (
            "[…](value:population/KAZ?origin=wdi_extract_2023)",
            "reference-syntax",
            "Write value:population@2019?origin=",
        ),
        ("[…](value:population/KAZ@2024?origin=wdi_extract_2023)", "value-missing", "use origin=wdi_extract_2025b"),
        ("[…](value:population/KAZ@2019?unit=milion)", "reference-syntax", "thousand, million, billion, trillion"),
        ("[19.2 million](value:population/KAZ@2019?unit=million)", "reference-syntax", "take 'unit=million' away"),
        ("[…](value:life_expectancy/KAZ@2019?unit=million)", "reference-syntax", "Take 'unit' away."),
    ],
)
def test_a_choice_that_is_none_is_told(starter: Path, tmp_path: Path, reference: str, rule: str, hint: str) -> None:
    found = faults(starter, tmp_path, {"content/pages/methods.md": f"{HEAD}It was {reference}.\n"})
    assert [(d.rule.value, d.location.line, d.location.column) for d in found] == [(rule, 5, 8)]
    assert hint in found[0].hint
