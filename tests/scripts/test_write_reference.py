"""The reference is what the program has."""

import pytest

from generator.render.environment import make_site_environment
from generator.sources.files import Sources
from scripts.write_reference import REFERENCE, references
from tests.repository import REPOSITORY

FILES = references()


def test_every_file_of_the_reference_is_written_and_no_other() -> None:
    assert sorted(path.name for path in REFERENCE.iterdir()) == sorted(FILES)


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_reference_is_up_to_date(name: str) -> None:
    assert (REFERENCE / name).read_text("utf-8") == FILES[name], "run `make reference` and look at the difference"


def test_the_guide_names_all_that_a_template_sees() -> None:
    guide = (REPOSITORY / "docs/theme.md").read_text("utf-8")
    names = make_site_environment(Sources(files={}), "https://example.org/", finder="f").globals.keys()
    jinja = {"range", "dict", "lipsum", "cycler", "joiner", "namespace", "gettext", "ngettext", "pgettext", "npgettext"}
    assert [
        name for name in names - jinja if f"`{name}" not in guide and f"`{name}(" not in guide and name != "_"
    ] == []
