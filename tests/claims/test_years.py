"""The year around a figure is compared with the figure's own."""

from pathlib import Path

import pytest

from tests.projects import HEAD, faults

PEOPLE = "[20.6 million](value:population/KAZ@2024)"
LATEST = "[…](value:population/KAZ)"
GROWN = "[grown by 22 %](trend:population/KAZ@2010..2024)"

WRONG = [
    (f"In 2019 Kazakhstan had {PEOPLE} people.", "2019, the figure is of 2024", "Write 2024, or refer to @2019."),
    (f"It grew. In 2019, there were {PEOPLE}.", "2019, the figure is of 2024", "Write 2024, or refer to @2019."),
    (
        f"There were {PEOPLE} people in Kazakhstan in 2019.",
        "2019, the figure is of 2024",
        "Write 2024, or refer to @2019.",
    ),
    (f"With {PEOPLE} in 2019 and more since.", "2019, the figure is of 2024", "Write 2024, or refer to @2019."),
    (f"In 2019 it had {LATEST} people.", "2019, the figure is of 2024", "Write 2024, or refer to @2019."),
    (f"It has {GROWN} since 2005.", "2005, the figure is of 2010–2024", "Write 2010, or refer to @2005..2024."),
    (f"It had {GROWN} between 2005 and 2024.", "2005–2024", "Write 2010–2024, or refer to @2005..2024."),
    (f"It had {GROWN} from 2010 to 2023.", "2010–2023", "Write 2010–2024, or refer to @2010..2023."),
]
RIGHT = [
    f"In 2024 Kazakhstan had {PEOPLE} people.",
    f"There were {PEOPLE} people in 2024, and fewer in 2019.",
    f"It has {GROWN} since 2010.",
    f"It had {GROWN} between 2010 and 2024.",
    f"In 2019 a census began, and {PEOPLE} were found.",
    f"In 1991 the state was founded which has {PEOPLE} people.",
    f"In 2019, of every country, {PEOPLE} was the most.",
    f"Of {PEOPLE} people in 2019 prices nothing is known.",
    f"It has {PEOPLE} people, up from 18 in 2019.",
    f"It has {PEOPLE} people. In 2019 there was a census.",
    f"It has {PEOPLE} people (in 2019 there was a census).",
    f'It has {PEOPLE} people, [more](value:population/KAZ@2024?quoted "a count") than in 2019.',
    'Of old, [18.3 million](value:population/KAZ@2024?quoted "a count of 2019") in 2019.',
    f"In 2019–2021 it had {PEOPLE} people.",
]


def told(starter: Path, tmp_path: Path, text: str) -> list[tuple[str, str, str]]:
    found = faults(starter, tmp_path, {"content/pages/more.md": f"{HEAD}{text}\n"})
    return [(each.rule.value, each.message, each.hint) for each in found if each.rule.value != "document-orphan"]


@pytest.mark.parametrize(("text", "said", "hint"), WRONG)
def test_another_year_than_that_of_the_figure_is_told(
    starter: Path, tmp_path: Path, text: str, said: str, hint: str
) -> None:
    ((rule, message, found),) = told(starter, tmp_path, text)
    assert rule == "year-disagrees"
    assert said in message
    assert found == hint


@pytest.mark.parametrize("text", RIGHT)
def test_what_may_mean_something_else_is_not(starter: Path, tmp_path: Path, text: str) -> None:
    assert told(starter, tmp_path, text) == []


def test_a_block_that_goes_without_its_value_stays_where_only_the_year_is_asked(starter: Path, tmp_path: Path) -> None:
    text = f"In 2019 it had {PEOPLE} people.\n{{: .drop-if-missing}}"
    assert [rule for rule, *_ in told(starter, tmp_path, text)] == ["year-disagrees"]
