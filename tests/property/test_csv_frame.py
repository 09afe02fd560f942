"""Whatever a file has in its cells, reading it at once and row by row finds the same texts."""

from hypothesis import given
from hypothesis import strategies as st

from generator.sources.csv_file import parse_table
from generator.sources.csv_frame import parse_frame
from generator.sources.files import Source

COLUMNS = ("a", "b", "c")
LINES = st.lists(st.text(st.sampled_from("01.-eNA na#\"',;\t\u00a0é\u2028"), max_size=12), max_size=4)


@given(LINES)
def test_both_ways_of_reading_find_the_same_cells(lines: list[str]) -> None:
    text = "\n".join(["a,b,c", *lines, ""])
    source = Source(path="data/a.csv", data=text.encode())
    frame = parse_frame(source, COLUMNS, ("a",))
    table, problems = parse_table(source, COLUMNS)
    if frame is None:
        assert problems or '"' in text
    else:
        assert table is not None
        assert [list(row) for row in frame.itertuples(index=False)] == [cells for _line, cells in table.rows]
