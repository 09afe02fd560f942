"""Addresses of authors' charts: made from what a chart shows, not from where it stands."""

import re
from pathlib import Path

import pytest

from tests.projects import HEAD, rendered

pytestmark = pytest.mark.uncounted  # others count the lines it runs

USERS = "![More used it](chart:internet_users/KAZ?compare=KGZ&years=2010..2023)"
FEWER = "![Fewer used it](chart:internet_users/KAZ?compare=UZB&years=2000..2009)"


def _addresses(starter: Path, tmp_path: Path, body: str) -> list[str]:
    """Return the addresses of the charts of a page in order."""
    page = rendered(starter, tmp_path, {"content/pages/methods.md": f"{HEAD}{body}\n"})
    return list(
        dict.fromkeys(re.findall(r'class=downloads data-chart="(chart-[a-z-]+-[0-9a-f]{8}(?:-[0-9]+)?)"', page))
    )


def test_a_paragraph_above_and_another_title_change_no_address(starter: Path, tmp_path: Path) -> None:
    before = _addresses(starter, tmp_path / "a", f"{USERS}\n\n{FEWER}")
    after = _addresses(starter, tmp_path / "b", f"One.\n\nTwo.\n\n{USERS.replace('More', 'Many')}\n\nThree.\n\n{FEWER}")
    assert len(set(before)) == 2
    assert after == before


def test_without_the_first_chart_its_address_shows_no_other(starter: Path, tmp_path: Path) -> None:
    first, second = _addresses(starter, tmp_path / "a", f"{USERS}\n\n{FEWER}")
    assert _addresses(starter, tmp_path / "b", FEWER) == [second] != [first]


def test_every_option_that_changes_the_drawing_changes_the_address(starter: Path, tmp_path: Path) -> None:
    changed = [
        USERS,
        USERS.replace("/KAZ", "/UZB"),
        USERS.replace("KGZ", "UZB"),
        USERS.replace("2023", "2022"),
        USERS.replace("compare=KGZ&", ""),
        USERS.replace("?", "?kind=slope&"),
        USERS.replace("internet_users", "life_expectancy"),
    ]
    found = _addresses(starter, tmp_path, "\n\n".join(changed))
    assert len(found) == len(changed)


def test_the_same_chart_twice_on_a_page_has_two_addresses(starter: Path, tmp_path: Path) -> None:
    first, second = _addresses(starter, tmp_path, f"## A {{#a}}\n\n{USERS}\n\n## B {{#b}}\n\n{USERS}")
    assert second == f"{first}-2"
