from generator.imports.cells import Cell
from generator.imports.contract import SeriesShape
from generator.imports.periods import SplitYear
from generator.rules import Rule
from tests.imports.lists import mapped


def cell(area: str, period: str, text: str | None, flag: str = "", **more: object) -> Cell:
    return Cell(area=area, period=period, text=text, place=f"line {period}", flag=flag).__class__(
        **{"area": area, "period": period, "text": text, "place": f"line {period}", "flag": flag, **more}  # type: ignore[arg-type]
    )


def test_rows_are_sorted_and_everything_else_is_counted() -> None:
    found = mapped(
        [
            cell("UZB", "2001", "2"),
            cell("KAZ", "2001", "1"),
            cell("KAZ", "2000", ".."),
            cell("World", "2000", "9"),
            cell("KAZ", "2001", "1"),
            cell("USSR", "1990", ""),
        ]
    )
    assert found.rows == (("KAZ", "2001", "1", "A", "o", "", "", ""), ("UZB", "2001", "2", "A", "o", "", "", ""))
    assert found.left_out == {"aggregate": 1, "no figure": 2, "said twice": 1}
    assert found.areas_left_out == {"USSR": "dissolved", "World": "aggregate"}
    assert found.faults == ()


def test_two_figures_for_one_year_are_an_error_with_both_places() -> None:
    found = mapped([cell("KAZ", "2001", "1"), cell("KAZ", "2001", "2", note="x")])
    assert [fault.rule for fault in found.faults] == [Rule.OBSERVATION_DUPLICATE]
    assert "1 (line 2001) and 2 (line 2001)" in found.faults[0].message


def test_one_fault_for_one_cause() -> None:
    found = mapped([cell("KAZ", str(year), "No") for year in range(2000, 2010)])
    assert [(fault.rule, fault.message) for fault in found.faults] == [
        (Rule.VALUE_INVALID, "'No' is no number. (9 more cells are like it.)")
    ]


def test_an_unknown_area_is_told_with_close_names() -> None:
    found = mapped([cell("Kazakstan", "2000", "1"), cell("Kazakstan", "2001", "1")])
    assert [(fault.rule, fault.place) for fault in found.faults] == [(Rule.AREA_UNKNOWN, "line 2000")]
    assert "Kazakhstan (KAZ)" in found.faults[0].hint


def test_projections_are_left_out_or_kept_as_forecasts() -> None:
    cells = [cell("KAZ", "2025", "1"), cell("KAZ", "2026", "2")]
    assert mapped(cells, forecast_after=2025).left_out == {"projection": 1}
    assert mapped(cells, forecast_after=2025, projections="keep").rows[1][3] == "F"
    assert len(mapped(cells, forecast_after="none").rows) == 2
    assert mapped(cells, years=(2026, 2100)).left_out == {"other years": 1}
    assert mapped([cell("GBR", "1543", "33.94"), cell("GBR", "1800", "1")]).left_out == {"other years": 1}


def test_another_unit_is_a_fault_and_scales_are_exact() -> None:
    series = SeriesShape(unit="US$", scale=3)
    found = mapped([cell("KAZ", "2000", "1.5", unit="US$"), cell("KAZ", "2001", "1", unit="€")], series=series)
    assert found.rows[0][2] == "1500"
    assert [fault.rule for fault in found.faults] == [Rule.UNIT_CHANGED]


def test_flags_and_notes() -> None:
    found = mapped(
        [
            cell("KAZ", "2000", "1", "E", note="a  b" + "x" * 300),
            cell("KAZ", "2001", "", "M"),
            cell("KAZ", "2002", "1", "?"),
        ],
        flags={"E": "E", "M": "M"},
    )
    assert found.rows[0][3:6] == ("E", "o", ("a b" + "x" * 300)[:200])
    assert found.rows[1][2:4] == ("", "M")
    assert [fault.rule for fault in found.faults] == [Rule.FLAG_UNKNOWN]


def test_split_years() -> None:
    assert mapped([cell("KAZ", "2014/15", "1")], split_year=SplitYear.LAST).rows[0][1] == "2015"
    assert [fault.rule for fault in mapped([cell("KAZ", "2014/15", "1")]).faults] == [Rule.YEAR_INVALID]


def test_intervals_have_the_scale_of_their_figure() -> None:
    found = mapped(
        [cell("KAZ", "2000", "1.5", lower="1.2", upper="1.9"), cell("UZB", "2000", "2", lower="..", upper="")],
        series=SeriesShape(scale=3),
    )
    assert [row[2:3] + row[6:] for row in found.rows] == [("1500", "1200", "1900"), ("2000", "", "")]


def test_what_stands_twice_is_one_row_whatever_comes_first() -> None:
    cells = [cell("KAZ", "2000", "1", note="b"), cell("KAZ", "2000", "1", note="a")]
    found = [mapped(order) for order in (cells, cells[::-1])]
    assert found[0].rows == found[1].rows
    assert (found[0].rows[0][5], found[0].left_out) == ("a", {"said twice": 1})
    ends = [cell("KAZ", "2000", "2", lower="1", upper=end) for end in ("3", "4")]
    assert [fault.rule for fault in mapped(ends).faults] == [Rule.OBSERVATION_DUPLICATE]


def test_a_day_is_named_before_somebody_explains_its_areas() -> None:
    found = mapped([cell("NZD", "2013-01-18", "1.5931")])
    assert [fault.rule for fault in found.faults] == [Rule.AREA_UNKNOWN, Rule.YEAR_INVALID]
