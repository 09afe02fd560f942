"""Links that lead out of the site."""

from tests.content.markdown.parsed import parse


def test_a_mail_address_between_angles_is_a_link() -> None:
    parsed = parse("Write to <info@example.org>.")
    (section,) = parsed.sections
    assert section.parts == ('<p>Write to <a href="mailto:info@example.org">info@example.org</a>.</p>',)
