"""Links that share a page."""

import pytest

from generator.identity.settings import Service
from generator.pages.frame.sharing import sharing_links


@pytest.mark.parametrize("service", list(Service))
def test_each_service_gets_title_and_address_escaped(service: Service) -> None:
    (link,) = sharing_links((service,), "Chad & “Mali”", "https://example.org/a/?b")
    assert "https%3A%2F%2Fexample.org%2Fa%2F%3Fb" in link.url
    assert link.url.startswith(("https://", "mailto:?"))
    assert not {" ", "“", '"'} & set(link.url)


def test_a_mail_names_the_page() -> None:
    (link,) = sharing_links((Service.EMAIL,), "Chad & Mali", "https://example.org/")
    assert (link.text, link.url) == ("E-mail", "mailto:?subject=Chad%20%26%20Mali&body=https%3A%2F%2Fexample.org%2F")
