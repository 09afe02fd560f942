"""Of each year the row of the preferred origin stays."""

from hypothesis import given
from hypothesis import strategies as st

from generator.data.columns import Columns, prefer

ROWS = st.dictionaries(st.tuples(st.sampled_from("AB"), st.integers(2000, 2003), st.sampled_from("xy")), st.just(1.0))


@given(ROWS)
def test_of_each_year_the_preferred_origin_stays(found: dict[tuple[str, int, str], float]) -> None:
    keys = sorted(found)
    held = Columns(
        indicator="i",
        countries=[key[0] for key in keys],
        years=[key[1] for key in keys],
        texts=["1"] * len(keys),
        statuses=["A"] * len(keys),
        origins=[key[2] for key in keys],
        notes=[""] * len(keys),
        values=[found[key] for key in keys],
    )
    rows = prefer(held, ("y", "x"))
    kept = {(row.country, row.year): row.origin for row in map(rows.columns.row, range(len(rows.columns.years)))}
    assert kept == {(c, y): "y" if (c, y, "y") in found else "x" for c, y, _ in found}
    for country, year in kept:
        at = rows.find(country, year)
        assert at is not None
        assert rows.columns.row(at).year == year
        assert at in rows.of(country)
