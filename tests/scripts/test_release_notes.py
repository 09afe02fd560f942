"""The notes of a release are its section of the changelog."""

import re

import pytest

from generator import __version__
from scripts.release_notes import CHANGELOG, release_notes

TEXT = """# Changelog

## [Unreleased]

Not yet.

## [0.2.0] – 2027-01-02

### Added

- A thing. **Upgrading**: nothing to do.

## [0.1.0] – 2026-11-26

The first.
"""


def test_the_notes_are_the_section_of_the_tag() -> None:
    notes = "### Added\n\n- A thing. **Upgrading**: nothing to do.\n"
    assert release_notes("v0.2.0", TEXT, "0.2.0") == notes
    assert release_notes("v0.1.0", TEXT, "0.1.0") == "The first.\n"
    assert release_notes(f"v{__version__}", CHANGELOG.read_text("utf-8"))


@pytest.mark.parametrize(
    ("tag", "version", "said"),
    [
        ("v0.2.1", "0.2.0", "The tag 'v0.2.1' is not the version of the program, v0.2.0."),
        ("v0.3.0", "0.3.0", "CHANGELOG.md has no section '## [0.3.0]' with what is new."),
        ("v0.2", "0.2", "CHANGELOG.md has no section '## [0.2]' with what is new."),
    ],
)
def test_a_tag_without_its_section_is_not_released(tag: str, version: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        release_notes(tag, TEXT, version)
