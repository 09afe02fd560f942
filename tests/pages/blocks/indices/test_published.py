"""The comparison of an index with a published one, on its page."""

from generator.pages.kinds.indices import plan_index
from generator.pages.records.indices import IndexPage, PublishedBlock
from tests.indices.test_published import GOALPOSTS
from tests.indices.world import site_project


def _planned(text: str) -> tuple[IndexPage, PublishedBlock]:
    page = plan_index(site_project(text), "test", "top")
    assert page.published
    return page, page.published


def test_differences_are_listed_and_the_rest_is_counted() -> None:
    page, block = _planned(GOALPOSTS)
    assert block.text == (
        (
            "A producer (2025) has a figure for 3 country-years. Ours, rounded as theirs is, is the same in 0 of them; "
            "the largest difference before rounding is 4.000000000."
        ),
        "Only ours: Aaa 2019.",
        "3 differences are not explained by rounding:",
    )
    assert block.rows[0] == ("Jjj", "2019", "5.000000000", "1.0", "4.000000000")
    assert block.file.url == "/indices/test/published.csv"
    assert {row.country.text: row.published for row in page.rows} == {"Aaa": "..", "Jjj": "1.0", "Kkk": "5.0"}


def test_agreement_is_said_too() -> None:
    text = GOALPOSTS.replace("indicator: late, scale: 0.1", "indicator: rising, scale: 0.2")
    _page, block = _planned(text.replace("[AAA, JJJ, KKK]", "profiles"))
    assert block.text[-1] == "No difference is left that rounding does not explain."
    assert block.rows == ()


def test_years_of_one_side_alone_stand_in_runs() -> None:
    text = GOALPOSTS.replace("indicator: late", "indicator: three").replace("[AAA, JJJ, KKK]", "[JJJ]")
    text = f"years: [2015, 2019, 2020, 2021]\nwithin: 2\n{text}".replace("years: [2015, ", "years: [")
    _page, block = _planned(text)
    assert block.text[1] == "Only ours: Aaa 2020–2021; Bbb 2020–2021; Ccc 2020–2021; Jjj 2019–2021."
