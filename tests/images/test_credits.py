"""Who made an image, and under which licence; tests/images/test_load.py has the file as a whole."""

import pytest

from generator.images.credits import licence_address


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("All rights reserved", ""),
        ("CC BY", ""),
    ],
)
def test_a_licence_of_creative_commons_leads_to_its_text(licence: str, address: str) -> None:
    assert licence_address(licence) == address
