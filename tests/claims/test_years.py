"""The year around a figure is compared with the figure's own."""

from pathlib import Path

import pytest

from tests.projects import HEAD, faults

P = "[20.6 million](value:population/KAZ@2024)"
LATEST = "[…](value:population/KAZ)"
OLD = "[…](value:population/KAZ@2000)"
G = "[grown by 22 %](trend:population/KAZ@2010..2024)"
OF_2024 = "2019, the figure is of 2024"
WRITE_2024 = "Write 2024, or refer to @2019 if the data have it."

WRONG = [
    (f"In 2019 Kazakhstan had {P} people.", OF_2024, WRITE_2024),
    (f"It grew. In 2019, there were {P}.", OF_2024, WRITE_2024),
    (f"In 2019 {P} people lived there.", OF_2024, WRITE_2024),
    (f"In\n2019 the population\nstood at {P}.", OF_2024, WRITE_2024),
    (f"In&nbsp;2019 it had {P}.", OF_2024, WRITE_2024),
    (f"There were {P} people in Kazakhstan in 2019.", OF_2024, WRITE_2024),
    (f"There were {P}\npeople in\n2019, and more came.", OF_2024, WRITE_2024),
    (f"- {P} people in 2019", OF_2024, WRITE_2024),
    (f"In 2019 it had {LATEST} people.", OF_2024, WRITE_2024),
    (
        f"It has {G} since 2005.",
        "2005, the figure is of 2010–2024",
        "Write 2010, or refer to @2005..2024 if the data have it.",
    ),
    (f"It has {G} since 2030.", "2030, the figure is of 2010–2024", "Write 2010."),
    (
        f"It had {G} between 2005\nand 2024.",
        "2005–2024",
        "Write 2010–2024, or refer to @2005..2024 if the data have it.",
    ),
    (f"It had {G} from 2010 to 2023.", "2010–2023", "Write 2010–2024, or refer to @2010..2023 if the data have it."),
]
RIGHT = [
    f"In 2024 Kazakhstan had {P} people.",
    f"There were {P} people in 2024, and fewer in 2019.",
    f"It has {G} since 2010.",
    f"It had {G} between 2010 and 2024.",
    # of another clause, another thing, another time
    f"In 2019 a census began, and {P} were found.",
    f"In 1991 the state was founded which has {P} people.",
    f"In 2019, of every country, {P} was the most.",
    f"It has {P} people, up from 18 in 2019.",
    f"It has {P} people. In 2019 there was a census.",
    f"It has {P} people (in 2019 there was a census).",
    f"With {P} people the country is larger than in 1991.",
    f"The population was {P} compared with sixteen million in 1991.",
    f"The population is {P} and was half that in 1970.",
    f"The population rose to {P} from sixteen million in 1991.",
    f"It has the {P} people it had hoped for since independence in 1991.",
    f"{P} people live in the country which became independent in 1991.",
    f"The country has {P} people and joined the union in 2015.",
    f"{P} people use a currency introduced in 1993.",
    f"It is {P} according to a study published in 2021.",
    f"It has {P} people but was smaller in 2010.",
    f"It has {P} people though it fell in 2010.",
    f"Its population has {G} and has grown faster since 2010.",
    f"It had {G} but grew faster between 2010 and 2020.",
    f"It is {G} despite a fall between 2020 and 2021.",
    f"It has {G} under a constitution in force since 1995.",
    f"In 1991 the population was smaller than {P}.",
    f"In 1991 the country had far fewer than its present {P} people.",
    f"In 1991 few expected a population of {P}.",
    f"In 2021 the census office estimated {P} for 2024.",
    f"In 2021 the government set a target of {P}.",
    f"The country has {P} people and had in 2000 {OLD}.",
    f"From {OLD} the population grew and in 2024 {P} were counted.",
    f"Most of the country's {P} people voted in 2022.",
    f"The market of {P} consumers attracted retailers in 2010.",
    f"A nation of {P} gained independence in 1991.",
    f"The target of {P} set in 2015 is met.",
    f"The {P} promised in 2018 are there.",
    f"In 2017 the aim was {P}.",
    f"In 2018 the number foreseen was {P}.",
    f"In 2025 the latest figure is {P}.",
    f"In 2020 the pandemic reached {P} people.",
    f"The number has {G} with births rising since 2001.",
    f"It has {G} within borders fixed since 1991.",
    f"It has {G} thanks to births between 2000 and 2005.",
    # what money was worth
    f"Of {P} people in 2019 prices nothing is known.",
    f"It has {P} people in 2021 *prices*.",
    f"It has {P} in 2021 [international dollars](indicator:population).",
    f"In 2021 dollars the figure is {P}.",
    f"In 2017 prices it was {P}.",
    f"In 2017 PPP terms it was {P}.",
    f"In 2021 international dollars output per head was {P}.",
    # several years
    f"There were {P} people in 2019 and 2024.",
    f"There were {P} people in 2019, 2020 and 2024.",
    f"In 2019–2021 it had {P} people.",
    f"In 2019/20 it had {P} people.",
    # a reason is given
    'It had [18.3 million](value:population/KAZ@2024?quoted "a count of 2019") in 2019.',
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


def test_what_may_mean_something_else_is_not(starter: Path, tmp_path: Path) -> None:
    assert told(starter, tmp_path, "\n\n".join(RIGHT)) == []


def test_a_block_that_may_go_stays_where_only_the_year_is_wrong(starter: Path, tmp_path: Path) -> None:
    text = f"In 2019 it had {P} people.\n{{: .drop-if-missing}}"
    assert [rule for rule, *_ in told(starter, tmp_path, text)] == ["year-disagrees"]


def test_of_a_block_that_is_gone_no_year_is_told(starter: Path, tmp_path: Path) -> None:
    text = f"In 2019 it had {P} people, of [x](value:population/KAZ@1800).\n{{: .drop-if-missing}}"
    assert told(starter, tmp_path, text) == []
