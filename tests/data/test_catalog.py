"""Units beside their figures."""

from decimal import Decimal

from generator.data.catalog import Unit, UnitKind


def test_a_unit_without_a_singular_keeps_its_symbol() -> None:
    assert Unit(kind=UnitKind.COUNT, symbol="people").after(Decimal(1)) == "people"
